/** Property values on the wire: JSON, with marks for assets and unknown values. */
export type Properties = Record<string, unknown>;

/** The engine's mark for a value that is known only after an update. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The key that marks assets, archives and references among plain objects. */
export const signatureKey = "4dabf18193072939515e22adb298388d";
export const assetSignature = "c44067f5952c0a294b673a41bacd8c17";
export const archiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
export const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

/** Stands for a secret of an exported state, which only the project's own key can read. */
export const hiddenText = "[secret]";

export function isRecord(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for an unknown value, and for a list or object that contains one at any depth. */
export function hasUnknown(value: unknown): boolean {
  if (value === unknownValue) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isRecord(value) && Object.values(value).some(hasUnknown);
}

/** The same value without null and undefined members, which mean "not given" to the engine. */
export function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined && item !== null).map(withoutAbsent);
  if (!isRecord(value) || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined || item === null ? [] : [[key, withoutAbsent(item)]],
    ),
  );
}
