import { count } from "../../report/count";
import { countResources, type Finding, type FindingGroup, groupFindings, originWords } from "../../report/findings";
import { type PolicyViolation } from "../run/record";
import { paint } from "./display";

/** Findings by fix, the most severe first, with the pack's remarks on the run at the end. */
export function findingLines(findings: readonly Finding[], remarks: readonly PolicyViolation[]): string[] {
  return [...groupFindings(findings).map(groupLines), ...remarks.map(remarkLines)];
}

/** `3 mandatory, 12 advisory; 5 things to do`. An exemption that has expired stops the deployment as well. */
export function tallyWords(findings: readonly Finding[], remarks: readonly PolicyViolation[]): string {
  const stopping = [...findings, ...remarks].filter(({ enforcement }) => enforcement === "mandatory").length;
  const advisory = findings.filter(({ enforcement }) => enforcement === "advisory").length;
  const things = groupFindings(findings).length;
  return `${stopping} mandatory, ${advisory} advisory; ${count(things, "thing")} to do`;
}

function groupLines(group: FindingGroup): string {
  const { policy, enforcement, severity, title, fix, page, findings } = group;
  const [sign, style] = enforcement === "mandatory" ? (["✗", "red"] as const) : (["!", "yellow"] as const);
  const head = paint(style, `  ${sign} policy ${policy} (${enforcement}, ${severity}): ${countResources(group)}`);
  const each = findings.map((finding) => {
    const origin = originWords(finding);
    return `        ${finding.says}${origin && paint("dim", ` (${origin})`)}`;
  });
  return [head, `      ${title}`, `      Fix: ${fix}${page === undefined ? "" : ` See ${page}`}`, ...each].join("\n");
}

function remarkLines({ policy, enforcement, message }: PolicyViolation): string {
  const [sign, style] = enforcement === "mandatory" ? (["✗", "red"] as const) : (["!", "yellow"] as const);
  return `${paint(style, `  ${sign} policy ${policy} (${enforcement})`)}\n${message.replace(/^/gm, "      ")}`;
}
