import { agrees, inGivenSpelling } from "./agreement";
import { defaultsKey } from "./check";
import { isEmpty } from "./diff";
import { type ResourceType } from "./resourceType";
import { type Properties } from "./values";

/** What reading a resource returned. */
export interface Live {
  id: string;
  props: Properties;
  /** What was read, absent values included: anything else keeps its last known value. */
  covers: ReadonlySet<string>;
}

/** Outputs that get new values from an update. */
export function changingOutputs(type: ResourceType, inputs: Properties, olds: Properties): string[] {
  if (type.changing) return type.changing(changedArguments(type, inputs, olds), inputs);
  return Object.keys(type.outputs).filter((key) => type.outputs[key] === "changes");
}

/** Arguments that differ from what is known; not those that AWS decides and the program leaves to it. */
export function changedArguments(type: ResourceType, inputs: Properties, known: Properties): Set<string> {
  const changed = Object.entries(type.properties).filter(
    ([key, rule]) => !(rule.computed && inputs[key] === undefined) && !agrees(inputs[key], known[key], rule, key),
  );
  return new Set(changed.map(([key]) => key));
}

/** The program's own spelling of a value is kept where AWS only writes it in another way. */
export function keepEqual(type: ResourceType, outputs: Properties, given: Properties): Properties {
  return Object.fromEntries(
    Object.entries(outputs).map(([key, value]) => {
      const rule = type.properties[key];
      const equal = rule && given[key] !== undefined && agrees(given[key], value, rule, key);
      return [key, equal ? inGivenSpelling(given[key], value) : value];
    }),
  );
}

/** The inputs of a resource after a refresh: what differs from the program's arguments is what AWS has. */
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

/** An argument that stays empty unless the program gives it: a value in it came from somebody else. */
function isProgramsOwn({ properties, name }: ResourceType, key: string): boolean {
  return !properties[key]?.computed && key !== name?.property && key !== name?.prefixProperty;
}

/** The arguments that would make what was imported; what AWS does not return has its default. */
export function importedInputs(type: ResourceType, outputs: Properties): Properties {
  const inputs: Properties = { [defaultsKey]: [] };
  for (const [key, rule] of Object.entries(type.properties)) {
    if (key !== "region" && !isEmpty(outputs[key])) inputs[key] = outputs[key];
    else if (rule.default !== undefined) inputs[key] = rule.default;
  }
  return inputs;
}
