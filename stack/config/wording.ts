import { type z } from "zod";

/** What to give instead, by what was expected. */
const kinds: Record<string, string> = {
  number: "give a number",
  int: "give a whole number",
  string: "give text",
  boolean: "give true or false",
  array: "give a list, such as [a, b]",
  object: "give settings by name, such as { enabled: true }",
  record: "give values by name, such as { name: value }",
};

/** What is allowed where a value is of the wrong kind, in the words of the configuration. */
export function wording(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type") return kinds[issue.expected] ?? `give a ${issue.expected}`;
  if (issue.code === "invalid_value") {
    return `give ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
  }
  if (issue.code === "too_small") return `give ${String(issue.minimum)}${counted(issue.origin)} or more`;
  if (issue.code === "too_big") return `give ${String(issue.maximum)}${counted(issue.origin)} or less`;
  return "it is not of a form that is known here";
}

/** What a bound counts, where the value is no number. */
const counted = (origin: string): string => (origin === "string" ? " characters" : origin === "array" ? " items" : "");
