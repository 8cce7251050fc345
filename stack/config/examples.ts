import { usageFigures } from "../../report/cost/usage";
import { allAreas } from "./keys";
import { findDefault } from "./shape";

const own: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...allAreas.map(({ examples = {} }) => examples),
) as Record<string, unknown>;

/** A value that a key may have. */
export function findExample(names: readonly string[]): unknown {
  const path = names.join(".");
  if (path in own) return own[path];
  const given = findDefault(names);
  if (given !== undefined) return given;
  if (names[0] === "usage") return usageFigures[names.at(-1) as keyof typeof usageFigures]?.default ?? {};
  const within = Object.entries(own).filter(([name]) => name.startsWith(`${path}.`));
  if (within.length > 0) return Object.fromEntries(within.map(([name, value]) => [name.slice(path.length + 1), value]));
  return { enabled: true };
}
