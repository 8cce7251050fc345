import { type z } from "zod";

/** What to write instead, by the expected type. */
const kinds: Record<string, string> = {
  number: "give a number",
  int: "give a whole number",
  string: "give text",
  boolean: "give true or false",
  array: "give a list, such as [a, b]",
  object: "give settings by name, such as { enabled: true }",
  record: "give values by name, such as { name: value }",
};

/** What is allowed in place of a value of the wrong type, in YAML's terms. */
export function wording(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type") return kinds[issue.expected] ?? `give a ${issue.expected}`;
  if (issue.code === "invalid_value") {
    return `give ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
  }
  if (issue.code === "too_small") return `give ${String(issue.minimum)}${counted(issue.origin)} or more`;
  if (issue.code === "too_big") return `give ${String(issue.maximum)}${counted(issue.origin)} or less`;
  return "its form is not one of those that are allowed";
}

/** The unit of a bound on something that is not a number. */
const counted = (origin: string): string => (origin === "string" ? " characters" : origin === "array" ? " items" : "");
