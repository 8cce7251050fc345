import { isRecord, resourceSignature, signatureKey, unknownValue } from "../frame/values";

const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

function isSecret(value: unknown): value is { value: unknown } {
  return isRecord(value) && value[signatureKey] === secretSignature;
}

/** Removes the marks of secrets from a value, at any depth. */
export function reveal(value: unknown): unknown {
  if (isSecret(value)) return reveal(value.value);
  if (Array.isArray(value)) return value.map(reveal);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reveal(item)]));
}

/** The value with the id of each resource that it refers to, or the URN of a component, which has no id. */
export function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (!isRecord(value)) return value;
  if (value[signatureKey] === resourceSignature) return "id" in value ? value.id || unknownValue : value.urn;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutReferences(item)]));
}

/** Marks as secret the parts of a value that are secret in another one. */
export function conceal(value: unknown, marked: unknown): unknown {
  if (value === undefined) return value;
  if (isSecret(marked)) return { [signatureKey]: secretSignature, value };
  if (Array.isArray(value) && Array.isArray(marked)) return value.map((item, index) => conceal(item, marked[index]));
  if (!isRecord(value) || !isRecord(marked)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, conceal(item, marked[key])]));
}
