import {
  archiveSignature,
  assetSignature,
  isRecord,
  type Properties,
  resourceSignature,
  signatureKey,
  unknownValue,
} from "./values";

/** The module that the reference names, by its package and its own name. */
export const unknownModule = ["headroom-local", "unknown"] as const;

const [packageName, moduleName] = unknownModule;

/**
 * An unknown value in the answer of a data source. The engine refuses its own form of unknown there, since the official
 * provider always has an account to ask; so the value travels as a reference to a resource, and `registerUnknown`
 * makes the program's side read that reference as Pulumi's unknown.
 */
export const unknownReference = {
  [signatureKey]: resourceSignature,
  urn: `urn:pulumi:preview::headroom::${packageName}:${moduleName}:Value::unknown`,
};

/**
 * Stands for a text that a data source would have from AWS, so that the program can go on with it, also as a part of another
 * text: where it comes back in a resource, it makes the whole value unknown.
 */
export const unknownText = "04da6b54-unknown";

/** Whether a value is {@link unknownReference}, as it comes back from the engine. */
export const isUnknownReference = (value: unknown): boolean => isRecord(value) && value.urn === unknownReference.urn;

/** Properties with the reference in the place of every text that is not known. */
export const asReferences = (properties: Properties): Properties =>
  replaced(properties, unknownReference) as Properties;

/** Properties with the engine's own mark in the place of every text that has a part which is not known. */
export const asUnknown = (properties: Properties): Properties => replaced(properties, unknownValue) as Properties;

function replaced(value: unknown, by: unknown): unknown {
  if (typeof value === "string") return value.includes(unknownText) ? by : value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, by));
  // The text of a file is not looked into: the engine takes no file that is not known.
  if (!isRecord(value) || value[signatureKey] === assetSignature || value[signatureKey] === archiveSignature)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, by)]));
}
