import { type ReportDocument } from "./document";

type Change = ReportDocument["changes"][number];

/** Up to this many changes are shown unfolded. */
export const mostUnfolded = 20;

/** The changes of each pattern, those first that lose something, then those that change most. */
export function groupByPattern(changes: readonly Change[]): [pattern: string, changes: Change[]][] {
  const losses = (of: readonly Change[]): number => of.filter(isLoss).length;
  return [...Map.groupBy(changes, ({ pattern }) => pattern)].sort(
    ([, a], [, b]) => losses(b) - losses(a) || b.length - a.length,
  );
}

/** A deleted or replaced resource loses its data. */
export const isLoss = ({ kind }: Change): boolean => kind === "delete" || kind === "replace";
