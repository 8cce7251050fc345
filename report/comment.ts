import { type ReportDocument } from "./document";
import { groupFindings } from "./findings";
import { changeLine, findingGroup, fitSections, groupLine, renderCostDifference, renderHead } from "./markdown";

/** The longest comment that GitHub accepts, in characters; the bytes are never fewer. */
export const commentLimit = 65_536;
/** The line by which the workflow finds its comment. */
export const mark = "<!-- headroom report -->";
/** The lines of a list; more are in the whole report. */
const most = 20;
/** The resources of a finding. */
const mostOfGroup = 5;

/** In the order of importance: losses, changes, new resources. */
const order = { delete: 0, replace: 1, update: 2, create: 3 } as const;

/**
 * The report as a comment of a pull request: verdict, figures, and of each list the first: what stops the change with its
 * fix, what changes, what costs differ, and a line for each rule whose advice is not followed.
 * @param link Address of the whole report.
 */
export function renderComment(report: ReportDocument, link?: string): string {
  const { findings, changes, cost } = report;
  const differing = cost?.difference?.resources ?? [];
  const dearest = differing.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const groups = Map.groupBy(groupFindings(findings), ({ enforcement }) => enforcement);
  const sections = [
    renderFirst(groups.get("mandatory") ?? [], (some) =>
      some.map((group) => findingGroup(group, mostOfGroup)).join("\n"),
    ),
    renderFirst(
      changes.toSorted((a, b) => order[a.kind] - order[b.kind]),
      (some) => some.map(changeLine).join("\n"),
    ),
    renderFirst(dearest, renderCostDifference),
    renderFirst(groups.get("advisory") ?? [], (some) => some.map(groupLine).join("\n")),
  ].filter((section) => section !== "");
  const whole = link === undefined ? "" : `[The whole report](${link})`;
  return fitSections(
    commentLimit,
    [mark, renderHead(report), whole].filter((part) => part !== "").join("\n\n"),
    sections,
  );
}

function renderFirst<T>(all: readonly T[], write: (some: readonly T[]) => string): string {
  if (all.length === 0) return "";
  const more = all.length - most;
  return `${write(all.slice(0, most))}${more > 0 ? `\n\n_and ${more} more in the whole report_` : ""}`;
}
