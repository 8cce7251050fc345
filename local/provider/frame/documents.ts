import { configure } from "safe-stable-stringify";
import { isRecord } from "./values";

const stringify = configure({ circularValue: TypeError });

/** Keys of an IAM policy whose value may be one item or a list, in which order and repetition mean nothing. */
const listKeys = new Set(["Action", "NotAction", "Resource", "NotResource", "Statement"]);

/**
 * Whether two JSON texts say the same: white space and the order of keys mean nothing. In a `policy` (IAM grammar) one
 * item and a list of one are the same, and so are two orders of a list. A text that is not JSON equals only itself.
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

/** JSON text with sorted keys, so that equal values have equal texts; empty for `undefined`. */
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

/** A sorted list without repetition; statements are made canonical themselves. */
function list(value: unknown): string[] {
  const items = (Array.isArray(value) ? value : [value]).map((item: unknown) =>
    isRecord(item) ? canonical(policy(item)) : String(item),
  );
  return [...new Set(items)].sort();
}

/** `"*"` and `{ "AWS": "*" }` are one principal. */
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
