import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ReportDocument, reportSchema } from "./document";
import { html, type Markup, trusted } from "./html";
import { costWords, findNearest, formatTally, openWords, usd, usedWords, verdictWords } from "./words";

const WIDTH = 1600;
const MARGIN = 40;
const HEAD = 330;
/** The lines of each of the two lists. */
const LINES = 5;

const styles =
  ".head text{fill:#1f2328}.paper{fill:#fff}.head .small{font-size:18px;opacity:.8}.strong{font-weight:600}" +
  "@media (prefers-color-scheme:dark){.head text{fill:#e6edf3}.paper{fill:#0d1117}}";

/** What of a report fits in one image: the verdict, the figures, the highest costs, the nearest limits, and the picture. */
export function renderCard(report: ReportDocument, picture: string): string {
  const { stack, region, verdict, changes, cost, openChecks, headroom } = report;
  const nearest = findNearest(headroom);
  const figures: [string, string][] = [
    ["Changes", formatTally(changes)],
    ["Cost", cost ? costWords(cost) : "unknown"],
    ["Nearest limit", nearest ? `${nearest.percent} %, ${nearest.title}` : "none"],
    ["Checks", openWords({ ...openChecks, mandatoryOnChanged: 0 })],
  ];
  const dearest = (cost?.patterns ?? []).slice(0, LINES); // they are sorted
  const limits = headroom.filter(({ percent }) => percent !== undefined).slice(0, LINES);
  const [, width = 1, height = 1] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture) ?? []).map(Number);
  const inner = WIDTH - 2 * MARGIN;
  const scaled = Math.round((inner * height) / width);
  const total = HEAD + scaled + MARGIN;
  const placed = picture.replace(
    /width="[\d.]+"\s+height="[\d.]+"/,
    `x="${MARGIN}" y="${HEAD}" width="${inner}" height="${scaled}"`,
  );
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${WIDTH} ${total}"
    font-family="system-ui, sans-serif"
    font-size="22"
    role="img"
    aria-label="Report of the stack ${stack}"
  >
    <style>
      ${trusted(styles)}
    </style>
    <rect class="paper" width="${WIDTH}" height="${total}" />
    <g class="head">
      <text x="${MARGIN}" y="60" class="strong" font-size="34">
        ${verdictWords[verdict.outcome].sign} ${stack} ${verdictWords[verdict.outcome].text}
      </text>
      <text x="${WIDTH - MARGIN}" y="60" class="small" text-anchor="end">${region}, list prices</text>
      ${figures.map(([title, text], index) => figure(title, text, MARGIN + (index * inner) / figures.length))}
      ${list("Cost by pattern, a month", MARGIN)}
      ${dearest.map(({ name, monthly }, index) => row(name, usd(monthly), MARGIN, index))}
      ${list("Nearest limits", MARGIN + inner / 2)}
      ${limits.map((each, index) => row(each.title, `${usedWords(each)}, ${each.percent} %`, MARGIN + inner / 2, index))}
    </g>
    ${trusted(placed)}
  </svg>`.text;
}

const figure = (title: string, text: string, x: number): Markup =>
  html`<text x="${x}" y="104" class="small">${title}</text> <text x="${x}" y="132" class="strong">${text}</text>`;

const list = (title: string, x: number): Markup => html`<text x="${x}" y="176" class="small strong">${title}</text>`;

const row = (name: string, amount: string, x: number, index: number): Markup =>
  html`<text x="${x}" y="${204 + index * 26}" class="small">${name}</text>
    <text x="${x + (WIDTH - 2 * MARGIN) / 2 - 40}" y="${204 + index * 26}" class="small" text-anchor="end">
      ${amount}
    </text>`;

if (require.main === module) {
  const folder = process.argv[2] ?? path.join(".local", "report");
  const report = reportSchema.parse(JSON.parse(readFileSync(path.join(folder, "report.json"), "utf8")));
  const image = path.join("docs", "images", "report.svg");
  writeFileSync(image, renderCard(report, readFileSync(path.join(folder, "picture.svg"), "utf8")));
}
