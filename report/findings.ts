import { count } from "./count";
import { type ReportDocument } from "./document";

export type Finding = ReportDocument["findings"][number];

/** The findings of one rule with the same fix. */
export interface FindingGroup extends Pick<Finding, "policy" | "enforcement" | "severity" | "title" | "fix" | "page"> {
  readonly findings: readonly Finding[];
}

const levels = ["mandatory", "advisory"] as const;
const severities = ["critical", "high", "medium", "low"] as const;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Findings by rule and fix, the most severe first: mandatory before advisory, critical before low, then by the number
 * of resources.
 */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = Map.groupBy(findings, ({ policy, enforcement, fix }) => JSON.stringify([policy, enforcement, fix]));
  return [...groups.values()]
    .flatMap((all): FindingGroup[] => {
      const [first] = all;
      if (!first) return [];
      const { policy, enforcement, severity, title, fix, page } = first;
      const sorted = all.toSorted((a, b) => compare(a.resource ?? "", b.resource ?? "") || compare(a.says, b.says));
      return [{ policy, enforcement, severity, title, fix, page, findings: sorted }];
    })
    .sort(
      (a, b) =>
        levels.indexOf(a.enforcement) - levels.indexOf(b.enforcement) ||
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.findings.length - a.findings.length ||
        compare(a.policy, b.policy) ||
        compare(a.fix, b.fix),
    );
}

/** The findings in the order of {@link groupFindings}. */
export const sortFindings = (findings: readonly Finding[]): Finding[] =>
  groupFindings(findings).flatMap((group) => group.findings);

/** `3 resources`, `1 resource`: how many different ones a group has; the stack as a whole counts as one. */
export function countResources({ findings }: FindingGroup): string {
  return count(new Set(findings.map(({ urn, resource }) => urn ?? resource ?? "")).size, "resource");
}

/** Which component made the resource, and where in the program: `in Thumbnailer "photos", index.ts:12`; empty if not known. */
export function originWords({ component, place }: Finding): string {
  const made = component && `in ${component.type.slice(component.type.lastIndexOf(":") + 1)} "${component.name}"`;
  return [made, place && `${place.file}:${place.line}`].filter((part) => part !== undefined).join(", ");
}
