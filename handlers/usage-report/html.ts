/** The report as one HTML file that needs nothing else: no script, no font, no picture. */
import escapeHtml from "escape-html";
import { NO_DATA, noteOn, type Report, timeText } from "./report";

const decimals = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const numberText = (value: number): string => decimals.format(value);
const millisText = (millis: number): string => `${numberText(millis)} ms`;
const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** 1,536 → "1.5 KiB". */
export function sizeText(bytes: number): string {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  return `${numberText(bytes / 1024 ** power)} ${UNITS[power]}`;
}

interface Column {
  title: string;
  number?: boolean;
}

const orNoData = <T>(value: T | undefined, format: (value: T) => string): string =>
  value === undefined ? NO_DATA : format(value);

function table(caption: string, columns: Column[], rows: string[][]): string {
  const kind = (index: number) => (columns[index]?.number ? ' class="number"' : "");
  const head = columns.map(({ title }, index) => `<th scope="col"${kind(index)}>${escapeHtml(title)}</th>`).join("");
  const body = rows.map(([name = "", ...cells]) => {
    const rest = cells.map((cell, index) => `<td${kind(index + 1)}>${escapeHtml(cell)}</td>`).join("");
    return `<tr><th scope="row">${escapeHtml(name)}</th>${rest}</tr>`;
  });
  return `<div class="scroll" role="region" aria-label="${escapeHtml(caption)}" tabindex="0">
<table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
</div>`;
}

const STYLE = `:root{color-scheme:light dark;--line:#8886;--quiet:light-dark(#555,#aaa)}
body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;
background:light-dark(#fff,#16181c);color:light-dark(#1b1d21,#e6e6e6)}
.scroll{overflow-x:auto;margin:2rem 0}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;font-size:1.15rem;padding-bottom:.5rem}
th,td{text-align:left;padding:.4rem .75rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
tbody th{font-weight:500}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
p{color:var(--quiet)}`;

export function toHtml({ time, period, buckets, functions }: Report): string {
  const number = true;
  const bucketRows = buckets.map((usage) => {
    const more = usage.complete || usage.problem !== undefined ? "" : "more than ";
    return [
      usage.bucket,
      orNoData(usage.objects, (objects) => more + numberText(objects)),
      orNoData(usage.bytes, (bytes) => more + sizeText(bytes)),
      orNoData(usage.newest, timeText),
      noteOn(usage),
    ];
  });
  const functionRows = functions.map((usage) => [
    usage.function,
    orNoData(usage.invocations, numberText),
    orNoData(usage.errors, numberText),
    orNoData(usage.throttles, numberText),
    orNoData(usage.averageMillis, millisText),
    orNoData(usage.maximumMillis, millisText),
  ]);
  const title = `Usage, ${timeText(time)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>Functions from ${timeText(period.from)} to ${timeText(period.to)}. “${NO_DATA}” means that there is no figure; it does not mean zero.</p>
${table(
  "Buckets",
  [
    { title: "Bucket" },
    { title: "Objects", number },
    { title: "Size", number },
    { title: "Newest" },
    { title: "Note" },
  ],
  bucketRows,
)}
${table(
  "Functions",
  [
    { title: "Function" },
    { title: "Invocations", number },
    { title: "Errors", number },
    { title: "Throttles", number },
    { title: "Average duration", number },
    { title: "Longest duration", number },
  ],
  functionRows,
)}
</main>
</body>
</html>
`;
}
