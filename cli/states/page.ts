import { html, trusted } from "../../report/html";

/** One line of a page over many: a state, or a program. */
export interface PageRow {
  name: string;
  /** Such as `blocked`, `needs review`, `ready`; or the reason why there is no verdict. */
  verdict: string;
  mandatory: number;
  advisory: number;
  /** Remarks, such as the cost or the number of resources. */
  remarks: string;
  /** The worst first. */
  findings: readonly string[];
  /** Where all of it is. */
  link?: string;
}

/** The worst first: what could not be judged at all, then by mandatory findings, then by the others. */
export const sortRows = (rows: readonly PageRow[], isUnjudged: (row: PageRow) => boolean): PageRow[] =>
  [...rows].sort(
    (a, b) =>
      Number(isUnjudged(b)) - Number(isUnjudged(a)) ||
      b.mandatory - a.mandatory ||
      b.advisory - a.advisory ||
      a.name.localeCompare(b.name),
  );

/** One page for people, that is whole in one file. */
export function renderRows(title: string, summary: string, rows: readonly PageRow[]): string {
  const style =
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b1f24;background:#fff}" +
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #d5d9de}" +
    "td.n{text-align:right}ul{margin:0;padding-left:1.1rem}" +
    "@media(prefers-color-scheme:dark){body{color:#e6e9ec;background:#14171a}th,td{border-color:#3a4148}a{color:#7ab7ff}}";
  const line = ({ name, link, verdict, mandatory, advisory, remarks, findings }: PageRow) =>
    html`<tr>
      <td>${link === undefined ? name : html`<a href="${link}">${name}</a>`}</td>
      <td>${verdict}</td>
      <td class="n">${mandatory}</td>
      <td class="n">${advisory}</td>
      <td>${remarks}</td>
      <td>
        <ul>
          ${findings.map((each) => html`<li>${each}</li>`)}
        </ul>
      </td>
    </tr> `;
  return String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${title}</title>
          <style>
            ${trusted(style)}
          </style>
        </head>
        <body>
          <h1>${title}</h1>
          <p>${summary}</p>
          <table>
            <thead>
              <tr>
                <th>What</th>
                <th>Verdict</th>
                <th>Mandatory</th>
                <th>Advisory</th>
                <th></th>
                <th>Findings</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(line)}
            </tbody>
          </table>
        </body>
      </html> `,
  );
}
