import { count } from "./count";
import { groupByPattern, isLoss, mostUnfolded } from "./changeGroups";
import { type ReportDocument } from "./document";
import { countResources, type FindingGroup, groupFindings, originWords } from "./findings";
import { escapeHtml } from "./html";
import { renderMermaid } from "./picture/mermaid";
import { type Scene } from "./picture/scene";
import { shortType } from "./verdict";
import {
  costWords,
  findNearest,
  madeWords,
  number,
  openWords,
  placeWords,
  signs,
  formatTally,
  usd,
  undecidedWords,
  usedWords,
  verdictWords,
} from "./words";

/** The longest job summary that GitHub accepts, in bytes. */
export const summaryLimit = 1_048_576;
/** Values of changes are shortened: report.json has them in full. */
const longest = 120;

/** The whole report for the summary of a job: what matters first, details folded, never longer than GitHub takes. */
export function renderMarkdown(report: ReportDocument, limit = summaryLimit): string {
  // Later sections are left out first.
  const sections = [
    renderFindings(report),
    renderChanges(report),
    renderCost(report),
    renderHeadroom(report),
    renderExemptions(report),
    renderPicture(report),
    renderOpen(report),
    renderNotLookedAt(report),
    renderUndecided(report),
  ].filter((section) => section !== "");
  return fitSections(limit, renderHead(report), sections);
}

/** As many sections as fit in the limit, in bytes, with a note on those left out. */
export function fitSections(limit: number, head: string, sections: readonly string[]): string {
  for (let kept = sections.length; kept >= 0; kept--) {
    const left = sections.length - kept;
    const note = left > 0 ? `_Left out because of GitHub's size limit: ${count(left, "section")}._` : "";
    const text = [head, ...sections.slice(0, kept), note].filter((part) => part !== "").join("\n\n");
    if (Buffer.byteLength(text) < limit) return `${text.trimEnd()}\n`;
  }
  return `${Buffer.from(head)
    .subarray(0, limit - 200)
    .toString()
    .replace(/\uFFFD+$/, "")}\n`;
}

/** The verdict and its reasons and, unless the preview failed, the figures. */
export function renderHead(report: ReportDocument): string {
  const { stack, verdict, changes, cost, headroom, comparedWith, openChecks, failed } = report;
  const { sign, text } = verdictWords[verdict.outcome];
  const nearest = findNearest(headroom);
  const figures = [
    `**Changes** ${formatTally(changes)} (compared with ${escaped(comparedWith)})`,
    ...(cost ? [`**Cost** ${costWords(cost)}`] : []),
    ...(nearest
      ? [
          `**Headroom** nearest: ${escaped(nearest.title)}, ${nearest.percent} % of ${number(nearest.allowed)} ${nearest.unit}`,
        ]
      : []),
    `**Checks** ${openWords(openChecks)}`,
    `**Made** ${escaped(madeWords(report))}`,
  ];
  return [
    `## ${sign} \`${code(stack)}\` ${text}`,
    verdict.reasons.map((reason) => `- ${escaped(reason)}`).join("\n"),
    failed ? "" : figures.join("  \n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function renderFindings({ findings }: ReportDocument): string {
  return findings.length === 0
    ? ""
    : `### Findings\n\n${groupFindings(findings)
        .map((group) => findingGroup(group))
        .join("\n")}`;
}

/** The rule and how many resources break it. */
export const groupLine = (group: FindingGroup): string =>
  `- **${group.enforcement}** ${group.severity} \`${code(group.policy)}\` ${escaped(group.title)}: ${countResources(group)}`;

/** The fix, and a line for each resource; beyond the longest list they are counted. */
export function findingGroup(group: FindingGroup, most = Infinity): string {
  const { fix, page, findings } = group;
  const more = findings.length - most;
  return [
    `${groupLine(group)}  `,
    `  ${escaped(`Fix: ${fix}`)}${page === undefined ? "" : ` [AWS's page](${page})`}`,
    ...findings.slice(0, most).map((finding) => {
      const origin = originWords(finding);
      return `  - ${escaped(finding.says)}${origin && ` (${escaped(origin)})`}`;
    }),
    ...(more > 0 ? [`  - _and ${more} more_`] : []),
  ].join("\n");
}

function renderChanges({ changes }: ReportDocument): string {
  if (changes.length === 0) return "";
  const title = `Changes: ${formatTally(changes)}`;
  if (changes.length <= mostUnfolded) return folded(title, changes.map(changeLine).join("\n"), true);
  const groups = groupByPattern(changes).map(([pattern, own]) =>
    folded(`${pattern}: ${formatTally(own)}`, own.map(changeLine).join("\n"), own.some(isLoss)),
  );
  return folded(title, groups.join("\n\n"), true);
}

export function changeLine({ kind, type, name, pattern, places }: ReportDocument["changes"][number]): string {
  const where = pattern === name ? "" : ` of ${escaped(pattern)}`;
  const what = places.map((place) => `\`${code(cut(placeWords(place)))}\``).join(", ");
  return `- ${signs[kind]} ${shortType(type)} **${escaped(name)}**${where}${what && `: ${what}`}`;
}

function renderCost({ cost }: ReportDocument): string {
  if (!cost) return "";
  const changed = cost.difference?.resources ?? [];
  const rows = cost.patterns.map(({ name, monthly, resources }) => [escaped(name), String(resources), usd(monthly)]);
  const parts = [
    ...(changed.length > 0 ? [renderCostDifference(changed)] : []),
    table(["pattern", "resources", "a month"], rows),
    `List prices of ${cost.region}, ${cost.pricesChecked}; the free tier would save up to ${usd(cost.freeTier.saved)}.`,
    ...(cost.notPriced.length > 0
      ? [
          `Not priced: ${cost.notPriced.map(({ type, name, reason }) => `${shortType(type)} ${escaped(name)} (${escaped(reason)})`).join("; ")}.`,
        ]
      : []),
  ];
  return folded(`Cost: ${costWords(cost)}`, parts.join("\n\n"));
}

type Differences = readonly NonNullable<NonNullable<ReportDocument["cost"]>["difference"]>["resources"][number][];

export const renderCostDifference = (changed: Differences): string =>
  table(
    ["changed", "before", "now", "difference"],
    changed.map(({ name, before, now, change }) => [escaped(name), usd(before), usd(now), usd(change)]),
  );

function renderHeadroom({ headroom }: ReportDocument): string {
  if (headroom.length === 0) return "";
  const rows = headroom.map((each) => [
    `[${escaped(each.title)}](${each.page})`,
    escaped(each.resource ?? "the stack"),
    usedWords(each),
    each.percent === undefined ? "" : `${each.percent} %`,
    each.adjustable ? "yes" : "no",
  ]);
  const head = ["limit", "resource", "used", "", "adjustable"];
  return folded(`Headroom: ${count(headroom.length, "limit")}`, table(head, rows));
}

function renderExemptions({ exempted, expiredExemptions, unusedExemptions }: ReportDocument): string {
  const lines = [
    ...exempted.map(({ exemption, rule, resource, says }) => {
      const until = exemption.expires === undefined ? "" : ` until ${exemption.expires}`;
      const owner = exemption.owner === undefined ? "" : ` (${escaped(exemption.owner)})`;
      return `- \`${code(rule)}\` ${escaped(resource)}: ${escaped(says)}. Accepted${until}: ${escaped(exemption.reason)}${owner}`;
    }),
    ...expiredExemptions.map(
      ({ rule, resource, expires = "" }) => `- **expired** on ${expires}: \`${code(rule)}\` of ${escaped(resource)}`,
    ),
    ...unusedExemptions.map(({ rule, resource }) => `- no longer needed: \`${code(rule)}\` of ${escaped(resource)}`),
  ];
  return lines.length > 0 ? folded(`Exemptions: ${lines.length}`, lines.join("\n")) : "";
}

function renderPicture({ picture }: ReportDocument): string {
  if (picture.groups.length === 0) return "";
  return folded("Picture", `\`\`\`mermaid\n${renderMermaid(picture as Scene)}\n\`\`\``);
}

function renderOpen({ notEvaluated }: ReportDocument): string {
  if (notEvaluated.length === 0) return "";
  const lines = notEvaluated.map(({ rule, level, what }) => `- ${level} \`${code(rule)}\` ${escaped(what)}`);
  return folded(
    `Not evaluated: ${count(notEvaluated.length, "check that needs", "checks that need")} values from a deployment`,
    lines.join("\n"),
  );
}

function renderNotLookedAt({ notLookedAt }: ReportDocument): string {
  return notLookedAt === undefined ? "" : escaped(`${notLookedAt}.`);
}

function renderUndecided(report: ReportDocument): string {
  const words = undecidedWords(report);
  return words === undefined ? "" : escaped(`Arguments ${words}.`);
}

function folded(title: string, body: string, open = false): string {
  return `<details${open ? " open" : ""}><summary>${escaped(title)}</summary>\n\n${body}\n\n</details>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Escapes text for Markdown, on one line. */
function escaped(text: string): string {
  return escapeHtml(text.replace(/\s+/g, " "), /[&<>]/g).replace(
    /[\\`*_{}[\]()#+!|~@-]/g,
    (character) => `\\${character}`,
  );
}

/** Text between backticks, in a table or out of it. */
const code = (text: string): string => text.replace(/\s+/g, " ").replaceAll("`", "ˋ").replaceAll("|", "¦");
