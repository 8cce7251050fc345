/** Which scopes a user's groups bring, and the environment that says so. */
import { z } from "zod";

import { json } from "../environment";

export const settingsSchema = z.object({
  /** JSON object: the scopes of each group. */
  GROUP_SCOPES: json(
    z.record(z.string().min(1), z.array(z.string().regex(/^\S+$/, "a scope without spaces is needed"))),
  ),
});

/** The scopes of all of these groups, each once. */
export function collectScopes(groups: readonly string[], byGroup: Readonly<Record<string, string[]>>): string[] {
  return [...new Set(groups.flatMap((group) => (Object.hasOwn(byGroup, group) ? (byGroup[group] ?? []) : [])))];
}
