import { type ReportDocument } from "./document";

type Change = ReportDocument["changes"][number];

/** As many changes fit on a page unfolded. */
export const mostUnfolded = 20;

/** The changes of each pattern, those first that lose something, then those that change most. */
export function groupByPattern(changes: readonly Change[]): [pattern: string, changes: Change[]][] {
  const losses = (of: readonly Change[]): number => of.filter(isLoss).length;
  return [...Map.groupBy(changes, ({ pattern }) => pattern)].sort(
    ([, a], [, b]) => losses(b) - losses(a) || b.length - a.length,
  );
}

/** What is deleted, or made anew, loses what it holds. */
export const isLoss = ({ kind }: Change): boolean => kind === "delete" || kind === "replace";
