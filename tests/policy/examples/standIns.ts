import { output, unknown } from "@pulumi/pulumi";
import { unknownValue } from "@pulumi/pulumi/runtime/rpc";

/** What Pulumi's SDK reads of an output. */
const members = new Set<string | symbol>([
  "__pulumiOutput",
  "promise",
  "isKnown",
  "isSecret",
  "allResources",
  "resources",
]);

/**
 * What stands for a value that an example does not declare: an output that is not known, of which everything can be
 * read and called. Where it becomes part of a text, the text has the mark of what is not known.
 * @param thenable Whether it can be awaited, as what a function of a package gives.
 */
export function standIn(thenable = false): unknown {
  const value = output(unknown) as unknown as Record<string | symbol, unknown>;
  const text = (): string => unknownValue;
  return new Proxy(function () {}, {
    get(_, key) {
      if (members.has(key)) return value[key];
      if (key === Symbol.toPrimitive || key === "toString" || key === "toJSON") return text;
      if (key === Symbol.iterator) return [standIn()][Symbol.iterator].bind([standIn()]);
      if (key === "then")
        return thenable ? (done: (value: unknown) => unknown) => Promise.resolve(done(standIn())) : undefined;
      // Neither a resource, nor an asset, nor an archive.
      if (typeof key === "symbol" || key.startsWith("__pulumi")) return undefined;
      return standIn(key === "apply");
    },
    has: (_, key) => members.has(key),
    apply: () => standIn(true),
    construct: () => standIn() as object,
  });
}

/** What is not known of a value as a whole: a text that has a part which is not known is not known either. */
export function withoutPartlyKnown(value: unknown): unknown {
  if (typeof value === "string") return value.includes(unknownValue) ? unknownValue : value;
  if (Array.isArray(value)) return value.map(withoutPartlyKnown);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutPartlyKnown(part)]));
}

/** The arguments of a resource with outputs in the place of stand-ins: the SDK leaves out what is a function. */
export function asOutputs(value: unknown): unknown {
  if (typeof value === "function") return (value as { __pulumiOutput?: true }).__pulumiOutput ? output(unknown) : value;
  if (value instanceof Promise) return value.then(asOutputs);
  if (Array.isArray(value)) return value.map(asOutputs);
  const isPlain = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asOutputs(part)])) : value;
}
