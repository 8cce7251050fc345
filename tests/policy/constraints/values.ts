import { parsePath } from "../../../policy/constraints/place";

/** A value at a path, in the lists and maps that the path goes through. */
export function valueAt(path: string, value: unknown): Record<string, unknown> {
  return parsePath(path).reduceRight<unknown>((inner, step) => {
    if (step === "each element") return [inner];
    if (step === "document") return JSON.stringify(inner);
    if (step === "each value") return { a: inner };
    return step === "any depth" ? inner : { [step.key]: inner };
  }, value) as Record<string, unknown>;
}
