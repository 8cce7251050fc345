import {
  archiveSignature,
  assetSignature,
  isRecord,
  type Properties,
  resourceSignature,
  signatureKey,
  unknownValue,
} from "./values";

/** The module of the reference: its package and name. */
export const unknownModule = ["headroom-local", "unknown"] as const;

const [packageName, moduleName] = unknownModule;

/**
 * An unknown value in the answer of a data source. The engine refuses its own unknown there, since the official
 * provider always has an account to ask. So the value travels as a reference to a resource, which `registerUnknown`
 * turns into Pulumi's unknown in the program.
 */
export const unknownReference = {
  [signatureKey]: resourceSignature,
  urn: `urn:pulumi:preview::headroom::${packageName}:${moduleName}:Value::unknown`,
};

/**
 * Stands for a text that only AWS could return, so that the program can go on, even with parts of it in other texts: in
 * a preview, a resource's value that contains it becomes unknown. On the emulator it stays as it is. Letters and figures, and few: a program
 * may check it as a name of a database's user, of 16 at most.
 */
export const unknownText = "unknown04da6b54";

/** Whether a value is {@link unknownReference}, as it comes back from the engine. */
export const isUnknownReference = (value: unknown): boolean => isRecord(value) && value.urn === unknownReference.urn;

/** Replaces every unknown text by the reference. */
export const asReferences = (properties: Properties): Properties =>
  replaced(properties, unknownReference) as Properties;

/** Replaces every text with an unknown part by the engine's mark for unknowns. */
export const asUnknown = (properties: Properties): Properties => replaced(properties, unknownValue) as Properties;

function replaced(value: unknown, by: unknown): unknown {
  if (typeof value === "string") return value.includes(unknownText) ? by : value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, by));
  // Skip the text of a file: the engine accepts no unknown file.
  if (!isRecord(value) || value[signatureKey] === assetSignature || value[signatureKey] === archiveSignature)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, by)]));
}
