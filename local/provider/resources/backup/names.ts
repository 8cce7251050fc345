import { type NameRule } from "../../frame/names";

/** Names of plans and of their selections. */
export const backupName = {
  property: "name",
  maxLength: 50,
  pattern: /^[\w.-]+$/,
  allowed: "letters, digits, dots, hyphens and underscores",
} as const satisfies NameRule;
