/** The page's style: light and dark by the reader's preference, and for print. */
export const styles = `
:root{--ink:#1f2328;--paper:#fff;--soft:#f6f8fa;--line:#d0d7de;--accent:#0969da;--good:#1a7f37;--warn:#9a6700;--bad:#cf222e;--anew:#8250df}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#161b22;--line:#3d444d;--accent:#4493f8;--good:#3fb950;--warn:#d29922;--bad:#f85149;--anew:#ab7df8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:78rem;padding:1rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
.skip{position:absolute;left:-100vw}.skip:focus{left:1rem;background:var(--paper);padding:.5rem}
a{color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.made{margin:.25rem 0 0;font-size:.85rem}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:1rem 0 0}
header{border-left:.5rem solid var(--good);background:var(--soft);padding:1rem 1.5rem;border-radius:.5rem}
header.review{border-color:var(--warn)}header.blocked{border-color:var(--bad)}
h1{margin:0;font-size:1.6rem}h2{margin:2.5rem 0 .75rem;font-size:1.25rem}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem;margin:1rem 0 0}
dt{font-weight:600;font-size:.85rem}dd{margin:0;font-size:1.1rem}small{display:block;opacity:.8;font-size:.85rem}
.wide,figure{overflow-x:auto;margin:0 0 1rem}figure{border:1px solid var(--line);border-radius:.5rem;background:var(--paper);max-height:44rem}
figure svg{display:block;max-width:none;height:auto}#picture:has(.fit :checked) svg{max-width:100%}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);min-width:4rem}
td{overflow-wrap:break-word}
thead th{background:var(--soft);white-space:nowrap}
th button{font:inherit;color:inherit;background:none;border:0;cursor:pointer;padding:0 .3rem;min-width:24px;min-height:24px}
th button::after{content:"\\2195";opacity:.6}
th[aria-sort=ascending] button::after{content:"\\2191";opacity:1}th[aria-sort=descending] button::after{content:"\\2193";opacity:1}
input[type=search]{font:inherit;padding:.35rem .6rem;margin:0 0 .5rem;width:min(100%,22rem);color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.4rem}
.create{color:var(--good)}.update{color:var(--warn)}.replace{color:var(--anew)}.delete{color:var(--bad)}
.current{font-weight:700;outline:2px solid var(--accent)}.legend{font-size:.85rem}
code{font-size:.9em}summary{cursor:pointer;padding:.4rem 0}meter{width:6rem}
@media print{body{max-width:none;font-size:11px}.skip,nav,.fit,input,script,th button{display:none}h2,summary{break-after:avoid}thead{display:table-header-group}.wide,figure{overflow:visible;max-height:none}figure svg{max-width:100%;height:auto}section{break-inside:auto}tr{break-inside:avoid}}
`;

/** Makes the tables sortable by their heads and, where they are long, filterable: by keyboard as by mouse. */
export const script = `
"use strict";
// What is folded is printed too.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
for (const table of document.querySelectorAll("table.live")) {
  const body = table.tBodies[0];
  const readCell = (row, column) => {
    const cell = row.cells[column];
    const data = cell.querySelector("data");
    return data ? Number(data.value) : cell.textContent.trim().toLowerCase();
  };
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", "Sort by " + head.textContent);
    head.append(" ", button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const rows = [...body.rows].sort((a, b) => {
        const [x, y] = [readCell(a, column), readCell(b, column)];
        const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y));
        return up ? order : -order;
      });
      body.append(...rows);
    });
  });
  if (body.rows.length <= 8) continue;
  const filter = document.createElement("input");
  filter.type = "search";
  filter.placeholder = "Filter " + body.rows.length + " rows";
  filter.setAttribute("aria-label", "Filter the table");
  filter.addEventListener("input", () => {
    const wanted = filter.value.toLowerCase();
    for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
  table.parentElement.before(filter);
}
`;
