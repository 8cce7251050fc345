import { canonical } from "./documents";
import { autoName, nameProblem, type NameRule } from "./names";
import { type ResourceType } from "./resourceType";
import { misfits } from "../schema/fits";
import { typeSchema } from "../schema/table";
import { hasUnknown, isRecord, type Properties, unknownValue } from "./values";

/** The arguments that the frame filled in; the official provider keeps the same list among the inputs. */
export const defaultsKey = "__defaults";

export interface CheckFailure {
  property: string;
  reason: string;
}

/** The engine's auto-naming settings (`pulumi:autonaming` in the stack's config). */
export interface Autonaming {
  disabled: boolean;
  /** Empty if the provider chooses the name. */
  proposedName: string;
}

export interface CheckRequest {
  resourceName: string;
  /** The last checked inputs; empty for a new resource and for a replacement. */
  olds: Properties;
  news: Properties;
  seed: Uint8Array;
  autonaming?: Autonaming;
  /** The provider's default tags, merged into `tags`; the resource's own win. */
  defaultTags: Properties;
  /** The program uses another version of the SDK, which may have arguments that this one lacks. */
  otherVersion?: boolean;
}

export interface Checked {
  inputs: Properties;
  failures: CheckFailure[];
  /** Problems that would be failures if the program used our version of the SDK. */
  remarks: string[];
}

/** Validates arguments and fills in the name, the defaults and the provider's tags. */
export function check(type: ResourceType, request: CheckRequest): Checked {
  const given = Object.entries(request.news).filter(([key, value]) => value !== null && key !== defaultsKey);
  const inputs: Properties = {};
  const failures: CheckFailure[] = [];
  for (const [key, value] of given) {
    const rule = type.properties[key];
    if (!rule) failures.push({ property: key, reason: `"${key}" is not an argument of ${type.token}` });
    if (rule?.parse && typeof value === "string" && !hasUnknown(value))
      failures.push(...unreadable(key, value, rule.parse));
    if (rule || request.otherVersion) inputs[key] = rule?.document && isRecord(value) ? documentText(value) : value;
  }
  const schema = typeSchema(type.token);
  if (schema)
    failures.push(...misfits(schema.properties, inputs).map(({ path, reason }) => ({ property: path, reason })));
  for (const [key, rule] of Object.entries(type.properties)) {
    if (inputs[key] !== undefined) continue;
    if (rule.default !== undefined) inputs[key] = rule.default;
    if (rule.required) failures.push({ property: key, reason: `missing required argument "${key}"` });
  }
  const remarks = request.otherVersion ? failures.splice(0).map(({ reason }) => reason) : [];
  if (type.properties.tags) mergeTags(inputs, request.defaultTags);
  inputs[defaultsKey] = [];
  if (type.name) nameResource(type.name, request, { inputs, failures, remarks });
  return { inputs, failures, remarks };
}

function unreadable(property: string, text: string, parse: (text: string) => unknown): CheckFailure[] {
  try {
    parse(text);
    return [];
  } catch (error) {
    return [{ property, reason: (error as Error).message }];
  }
}

/** A document with an unknown value is unknown as a whole, since it has no text yet. */
function documentText(value: Properties): string {
  return hasUnknown(value) ? unknownValue : canonical(value);
}

function mergeTags(inputs: Properties, defaultTags: Properties): void {
  if (inputs.tags === unknownValue || !Object.keys(defaultTags).length) return;
  inputs.tags = { ...defaultTags, ...(inputs.tags as Properties | undefined) };
}

/** Keeps the name chosen by an earlier check, so that the resource is not renamed in every run. */
function nameResource(rule: NameRule, request: CheckRequest, checked: Checked): void {
  const { property, prefixProperty } = rule;
  const { inputs, failures } = checked;
  const { olds } = request;
  if (inputs[property] === undefined) {
    if (prefixProperty && inputs[prefixProperty] !== undefined) return;
    const wasMade = Array.isArray(olds[defaultsKey]) && olds[defaultsKey].includes(property);
    try {
      inputs[property] = wasMade && olds[property] !== undefined ? olds[property] : makeName(rule, request, inputs);
    } catch (error) {
      failures.push({ property, reason: (error as Error).message });
      return;
    }
    inputs[defaultsKey] = [property];
  }
  const name = inputs[property];
  const problem = typeof name === "string" && name !== unknownValue ? nameProblem(rule, name) : undefined;
  if (problem) failures.push({ property, reason: problem });
}

function makeName(rule: NameRule, { resourceName, seed, autonaming }: CheckRequest, inputs: Properties): string {
  if (autonaming?.disabled) throw new Error(`give ${rule.property}: the stack's config switches auto-naming off`);
  if (autonaming?.proposedName) return `${rule.prefix ?? ""}${autonaming.proposedName}${rule.suffix?.(inputs) ?? ""}`;
  return autoName(rule, resourceName, inputs, seed);
}
