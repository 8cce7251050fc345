import { type ReportDocument } from "./document";
import { html, type Markup, trusted } from "./html";
import { script, styles } from "./pageAssets";
import { shortType } from "./verdict";
import {
  costWords,
  findingWords,
  nearestOf,
  number,
  placeWords,
  signs,
  tallyOf,
  usd,
  usedWords,
  verdictWords,
} from "./words";

/** The report as one page that needs nothing else: no network, no other file. `picture` is SVG. */
export function pageOf(report: ReportDocument, picture: string | undefined): string {
  const { project, stack, verdict, comparedWith, changes, cost, headroom } = report;
  const { sign, text } = verdictWords[verdict.outcome];
  const nearest = nearestOf(headroom);
  return `<!doctype html>\n${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${stack} ${text} · ${project}</title>
        <style>
          ${trusted(styles)}
        </style>
      </head>
      <body>
        <a class="skip" href="#changes">Skip to the changes</a>
        <header class="${verdict.outcome}">
          <h1><span aria-hidden="true">${sign}</span> <code>${stack}</code> ${text}</h1>
          ${
            verdict.reasons.length > 0 &&
            html`<ul>
              ${verdict.reasons.map((reason) => html`<li>${reason}</li>`)}
            </ul>`
          }
          <dl>
            <div>
              <dt>Changes</dt>
              <dd>${tallyOf(changes)}<small>compared with ${comparedWith}</small></dd>
            </div>
            ${
              cost &&
              html`<div>
                <dt>Cost</dt>
                <dd>${costWords(cost)}<small>${cost.region}, list prices</small></dd>
              </div>`
            }
            ${
              nearest &&
              html`<div>
                <dt>Nearest limit</dt>
                <dd>${nearest.percent} %<small>${nearest.title}</small></dd>
              </div>`
            }
          </dl>
        </header>
        <main>
          ${findingsOf(report)} ${changesOf(report)}
          ${
            picture !== undefined &&
            html`<section id="picture">
              <h2>Picture</h2>
              <figure tabindex="0" aria-label="Picture of the stack; it can be scrolled">${trusted(picture)}</figure>
              <p class="legend">
                Solid arrows: sets off. Dashed arrows: reaches by a right. + created, ~ updated, ± made anew.
              </p>
            </section>`
          }
          ${costOf(report)} ${headroomOf(report)} ${exemptionsOf(report)} ${openOf(report)}
        </main>
        <script>
          ${trusted(script)};
        </script>
      </body>
    </html> `.text
  }`;
}

function findingsOf({ findings }: ReportDocument): Markup | false {
  if (findings.length === 0) return false;
  const rows = findings.map(({ enforcement, policy, message }) => {
    const { says, fix } = findingWords(message);
    return [enforcement, html`<code>${policy}</code>`, html`${says}<small>${fix}</small>`];
  });
  return section("findings", "Findings", table("Findings", ["level", "rule", "what"], rows));
}

function changesOf({ changes }: ReportDocument): Markup {
  const rows = changes.map(({ kind, type, name, pattern, places }) => [
    html`<span class="${kind}">${signs[kind]} ${kind}</span>`,
    name,
    shortType(type),
    pattern,
    html`${places.map((place) => html`<code>${placeWords(place)}</code><br />`)}`,
  ]);
  const body =
    rows.length > 0 ? table("Changes", ["what", "name", "type", "pattern", "places"], rows) : html`<p>No changes.</p>`;
  return section("changes", `Changes: ${tallyOf(changes)}`, body);
}

function costOf({ cost }: ReportDocument): Markup | false {
  if (!cost) return false;
  const money = (amount: number) => html`<data value="${amount}">${usd(amount)}</data>`;
  const lines = cost.resources.flatMap(({ name, pattern, lines: parts }) =>
    parts.map((part) => [
      name,
      pattern,
      html`<a href="${part.page}">${part.title}</a>`,
      html`<data value="${part.quantity}">${number(part.quantity)}</data> ${part.unit}`,
      part.basis ?? "",
      money(part.monthly),
    ]),
  );
  const changed = cost.difference?.resources.map(({ name, before, now, change }) => [
    name,
    money(before),
    money(now),
    money(change),
  ]);
  return section(
    "cost",
    `Cost: ${costWords(cost)}`,
    html`<p>
        List prices of ${cost.pricesChecked}, of ${cost.region}, for the usage that is declared. The free tier would
        save up to ${usd(cost.freeTier.saved)}.
      </p>
      ${changed && changed.length > 0 && table("Cost that changes", ["resource", "before", "now", "difference"], changed)}
      ${table(
        "Cost by pattern",
        ["pattern", "resources", "a month"],
        cost.patterns.map(({ name, resources, monthly }) => [name, String(resources), money(monthly)]),
      )}
      <details>
        <summary>Every line</summary>
        ${table("Cost by resource", ["resource", "pattern", "what", "quantity", "how it comes about", "a month"], lines)}
      </details>
      ${
        cost.notPriced.length > 0 &&
        html`<details>
          <summary>Not priced: ${cost.notPriced.length}</summary>
          ${table(
            "Not priced",
            ["resource", "type", "why"],
            cost.notPriced.map(({ name, type, reason }) => [name, shortType(type), reason]),
          )}
        </details>`
      }
      <details>
        <summary>Assumptions</summary>
        ${table(
          "Assumptions",
          ["figure", "pattern", "value", "", "meaning"],
          cost.usage.map(({ name, pattern, value, unit, given, meaning }) => [
            name,
            pattern ?? "every",
            html`<data value="${value}">${number(value)}</data> ${unit}`,
            given ? "declared" : "default",
            meaning,
          ]),
        )}
      </details>
      ${cost.sensitivity.map(sensitivityOf)}`,
  );
}

type Sensitivity = NonNullable<ReportDocument["cost"]>["sensitivity"][number];

/** Rows and columns mean something together: it is neither sorted nor filtered. */
function sensitivityOf({ name, architecture, memoryMb, durationMs, monthly, current }: Sensitivity): Markup {
  return html`<details>
    <summary>What memory and duration of ${name} cost (${architecture})</summary>
    <div class="wide" tabindex="0">
      <table>
        <caption>
          USD a month
        </caption>
        <thead>
          <tr>
            <td></td>
            ${memoryMb.map((memory) => html`<th scope="col">${memory} MB</th>`)}
          </tr>
        </thead>
        <tbody>
          ${durationMs.map(
            (duration, row) =>
              html`<tr>
                <th scope="row">${duration} ms</th>
                ${memoryMb.map(
                  (memory, column) =>
                    html`<td${duration === current.durationMs && memory === current.memoryMb && html` class="current" aria-current="true"`}>${usd(monthly[row]?.[column] ?? 0)}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function headroomOf({ headroom }: ReportDocument): Markup | false {
  if (headroom.length === 0) return false;
  const rows = headroom.map((each) => [
    html`<a href="${each.page}">${each.title}</a>`,
    each.resource ?? "the stack",
    html`<data value="${each.used ?? -1}">${usedWords(each)}</data>`,
    percentOf(each),
    each.adjustable ? "yes" : "no",
  ]);
  return section(
    "headroom",
    "Headroom",
    table("Headroom", ["limit", "resource", "used", "percent", "AWS raises it"], rows),
  );
}

/** What is not measured has no bar, and is sorted below zero. */
function percentOf({ percent }: ReportDocument["headroom"][number]): Markup {
  if (percent === undefined) return html`<data value="-1">not measured</data>`;
  return html`<meter
      min="0"
      max="100"
      high="80"
      value="${Math.min(percent, 100)}"
      aria-label="${percent} percent"
    ></meter>
    <data value="${percent}">${percent} %</data>`;
}

function exemptionsOf({ exempted, expiredExemptions, unusedExemptions }: ReportDocument): Markup | false {
  const rows = [
    ...exempted.map(({ exemption, rule, resource, says }) => [
      html`<code>${rule}</code>`,
      resource,
      says,
      exemption.reason,
      exemption.owner ?? "",
      exemption.expires ?? "never",
    ]),
    ...expiredExemptions.map(({ rule, resource, reason, owner, expires }) => [
      html`<code>${rule}</code>`,
      resource,
      "expired",
      reason,
      owner ?? "",
      expires ?? "",
    ]),
    ...unusedExemptions.map(({ rule, resource, reason, owner, expires }) => [
      html`<code>${rule}</code>`,
      resource,
      "not needed any more",
      reason,
      owner ?? "",
      expires ?? "never",
    ]),
  ];
  if (rows.length === 0) return false;
  return section(
    "exemptions",
    "Exemptions",
    table("Exemptions", ["rule", "resource", "what", "reason", "owner", "ends"], rows),
  );
}

function openOf({ notEvaluated }: ReportDocument): Markup | false {
  if (notEvaluated.length === 0) return false;
  const rows = notEvaluated.map(({ rule, urn, what }) => [
    html`<code>${rule}</code>`,
    urn.slice(urn.lastIndexOf("::") + 2),
    what,
  ]);
  return section(
    "open",
    "Checks that only a deployment can make",
    table("Not evaluated", ["rule", "resource", "what is not known"], rows),
  );
}

const section = (id: string, title: string, body: Markup): Markup =>
  html`<section id="${id}">
    <h2>${title}</h2>
    ${body}
  </section>`;

type Cell = Markup | string;

/** A table that the page's script can sort and filter; without the script it is a plain one. */
function table(label: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
  return html`<div class="wide" tabindex="0" role="group" aria-label="${label}">
    <table class="live">
      <thead>
        <tr>
          ${head.map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
