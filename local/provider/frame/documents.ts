import { configure } from "safe-stable-stringify";
import { isRecord } from "./values";

const stringify = configure({ circularValue: TypeError });

/** Keys of an IAM policy whose value is one item or a list without order and repetition. */
const listKeys = new Set(["Action", "NotAction", "Resource", "NotResource", "Statement"]);

/**
 * Whether two JSON texts are equivalent: white space and the order of keys do not matter. In a `policy` (IAM grammar)
 * one item equals a list of one, and the order of lists does not matter. A text that is not JSON equals only itself.
 */
export function sameDocument(left: string, right: string, kind: "json" | "policy"): boolean {
  if (left === right) return true;
  const [a, b] = [parse(left), parse(right)];
  if (a === undefined || b === undefined) return false;
  return kind === "policy" ? canonical(policy(a)) === canonical(policy(b)) : canonical(a) === canonical(b);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** JSON with sorted keys, so that equal values have equal texts; empty for `undefined`. */
export function canonical(value: unknown): string {
  return stringify(value) ?? "";
}

function policy(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      if (key === "Sid" && item === "") return [];
      if (listKeys.has(key)) return [[key, list(item)]];
      if (key === "Principal" || key === "NotPrincipal") return [[key, principal(item)]];
      if (key === "Condition") return [[key, condition(item)]];
      return [[key, item]];
    }),
  );
}

/** A sorted list without repetition, of canonical statements. */
function list(value: unknown): string[] {
  const items = (Array.isArray(value) ? value : [value]).map((item: unknown) =>
    isRecord(item) ? canonical(policy(item)) : String(item),
  );
  return [...new Set(items)].sort();
}

/** `"*"` and `{ "AWS": "*" }` are the same principal. */
function principal(value: unknown): unknown {
  const map = isRecord(value) ? value : { AWS: value };
  return Object.fromEntries(Object.entries(map).map(([type, names]) => [type, list(names)]));
}

function condition(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([operator, keys]) => [
      operator,
      isRecord(keys)
        ? Object.fromEntries(Object.entries(keys).map(([key, values]) => [key.toLowerCase(), list(values)]))
        : keys,
    ]),
  );
}
