import { type Change, changesBetween } from "../../report/changes";
import { groupByPattern } from "../../report/changeGroups";
import { formatTally, placeWords } from "../../report/words";
import { type Record } from "../run/record";
import { differ } from "./differ";
import { fit, paint, short, signs, width } from "./display";

/** Up to this many changes of a pattern are listed: `--verbose` lists all. */
const mostListed = 6;
/** Longest value of a changed place. */
const longestValue = 60;

/** The changes of a run as in the report: the values of each place, by pattern. */
export function listChanges(record: Pick<Record, "before" | "planned" | "steps">): Change[] {
  const plan = (resources: Record["planned"]) => ({ resources, links: [] });
  const changes = changesBetween(plan(record.before), plan(record.planned), differ);
  const found = new Set(changes.map(({ urn }) => urn));
  // The engine also repairs drift: the arguments are the same then.
  const mended = record.steps.flatMap(({ op, urn, type, name, component, changed = [] }): Change[] => {
    if (component || found.has(urn) || (op !== "update" && op !== "replace")) return [];
    const places = changed.map((path) => ({ path, to: "as the program has it", replaces: op === "replace" }));
    return [{ kind: op, urn, type, name, pattern: "mended", places }];
  });
  return [...changes, ...mended];
}

/** The changes of a run, grouped by pattern: losses first, then those with the most changes. */
export function changeLines(changes: readonly Change[]): string[] {
  return groupByPattern(changes).flatMap(([pattern, all]) => [
    `  ${paint("bold", pattern)}: ${formatTally(all)}`,
    ...listed(all).flatMap(resourceLines),
  ]);
}

/** The values of new resources are left out if there are many; changed and deleted ones are listed. */
function listed(all: readonly Change[]): readonly Change[] {
  if (all.length <= mostListed) return all;
  return all.filter(({ kind }) => kind !== "create").slice(0, 2 * mostListed);
}

function resourceLines({ kind, type, name, places }: Change): string[] {
  const [sign, style] = signs[kind] ?? ["·", "dim" as const];
  const head = `${short(type)} ${name}`;
  const cut = (text: string | undefined) =>
    text?.replaceAll(/\s+/g, " ") && fit(text.replaceAll(/\s+/g, " "), longestValue);
  const words = places.map((place) =>
    fit(`        ${placeWords({ ...place, from: cut(place.from), to: cut(place.to) })}`),
  );
  return [`    ${paint(style, sign)} ${fit(head, width() - 6)}`, ...words.slice(0, mostListed)];
}
