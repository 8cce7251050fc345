import { agrees, inGivenSpelling } from "./agreement";
import { defaultsKey } from "./check";
import { isEmpty } from "./diff";
import { type ResourceType } from "./resourceType";
import { type Properties } from "./values";

/** The result of reading a resource. */
export interface Live {
  id: string;
  props: Properties;
  /** The values that were read, absent ones included; all others keep their last known value. */
  covers: ReadonlySet<string>;
}

/** Outputs that an update changes. */
export function changingOutputs(type: ResourceType, inputs: Properties, olds: Properties): string[] {
  if (type.changing) return type.changing(changedArguments(type, inputs, olds), inputs);
  return Object.keys(type.outputs).filter((key) => type.outputs[key] === "changes");
}

/** Arguments that differ from the known ones, without those that the program leaves to AWS. */
export function changedArguments(type: ResourceType, inputs: Properties, known: Properties): Set<string> {
  const changed = Object.entries(type.properties).filter(
    ([key, rule]) => !(rule.computed && inputs[key] === undefined) && !agrees(inputs[key], known[key], rule, key),
  );
  return new Set(changed.map(([key]) => key));
}

/** Keeps the program's spelling of a value that AWS only formats differently. */
export function keepEqual(type: ResourceType, outputs: Properties, given: Properties): Properties {
  return Object.fromEntries(
    Object.entries(outputs).map(([key, value]) => {
      const rule = type.properties[key];
      const equal = rule && given[key] !== undefined && agrees(given[key], value, rule, key);
      return [key, equal ? inGivenSpelling(given[key], value) : value];
    }),
  );
}

/** The inputs of a resource after a refresh: the program's arguments, with AWS's value where it differs. */
export function refreshed(type: ResourceType, inputs: Properties, live: Live): Properties {
  const result = { ...inputs };
  for (const [key, rule] of Object.entries(type.properties)) {
    if (!live.covers.has(key) || rule.notEmulated || agrees(inputs[key], live.props[key], rule, key)) continue;
    if (inputs[key] === undefined && !isProgramsOwn(type, key)) continue;
    if (live.props[key] === undefined) delete result[key];
    else result[key] = live.props[key];
  }
  return result;
}

/** An argument that is empty unless the program gives it, so that any other value comes from outside the program. */
function isProgramsOwn({ properties, name }: ResourceType, key: string): boolean {
  return !properties[key]?.computed && key !== name?.property && key !== name?.prefixProperty;
}

/** The arguments that would create an imported resource; those that AWS does not return have their defaults. */
export function importedInputs(type: ResourceType, outputs: Properties): Properties {
  const inputs: Properties = { [defaultsKey]: [] };
  for (const [key, rule] of Object.entries(type.properties)) {
    if (key !== "region" && !isEmpty(outputs[key])) inputs[key] = outputs[key];
    else if (rule.default !== undefined) inputs[key] = rule.default;
  }
  return inputs;
}
