import { count } from "../../report/count";
import { countResources, type Finding, groupFindings } from "../../report/findings";
import { fit, paint } from "./display";

/** Advisory findings, one line per rule: the number of resources, and the subject. */
export function adviceLines(findings: readonly Finding[]): string[] {
  const advice = findings.filter(({ enforcement }) => enforcement === "advisory");
  return [...Map.groupBy(groupFindings(advice), ({ policy }) => policy)].map(([policy, [group, ...more]]) => {
    const all = { ...group!, findings: [group!, ...more].flatMap(({ findings }) => findings) };
    const head = `  ! policy ${policy} (advisory, ${all.severity})`;
    return paint("yellow", head) + fit(`: ${countResources(all)}. ${all.title}`);
  });
}

/** The same in a line, where nothing has changed: `advice of the policies: 4 rules, 31 findings`; empty without any. */
export function adviceTally(findings: readonly Finding[], more: string): string {
  const advice = findings.filter(({ enforcement }) => enforcement === "advisory");
  const rules = new Set(advice.map(({ policy }) => policy)).size;
  if (rules === 0) return "";
  return `advice of the policies: ${count(rules, "rule")}, ${count(advice.length, "finding")} (${more} lists them)`;
}
