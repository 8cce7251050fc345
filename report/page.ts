import { type ReportDocument } from "./document";
import { groupFindings, originWords } from "./findings";
import { html, type Markup, trusted } from "./html";
import { script, styles } from "./pageAssets";
import { renderCost } from "./pageCost";
import { renderChanges } from "./pageChanges";
import { section, table } from "./pageParts";
import {
  costWords,
  findNearest,
  formatTally,
  madeWords,
  openWords,
  undecidedWords,
  usedWords,
  verdictWords,
} from "./words";

/** The report as one self-contained page. `picture` is SVG. */
export function renderPage(report: ReportDocument, picture: string | undefined): string {
  const { project, stack, verdict, comparedWith, changes, cost, headroom, openChecks, failed } = report;
  const { sign, text } = verdictWords[verdict.outcome];
  const nearest = findNearest(headroom);
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
        ${!failed && html`<a class="skip" href="#changes">Skip to the changes</a>`}
        <header class="${verdict.outcome}">
          <h1><span aria-hidden="true">${sign}</span> <code>${stack}</code> ${text}</h1>
          <p class="made">${madeWords(report)}</p>
          ${
            verdict.reasons.length > 0 &&
            html`<ul>
              ${verdict.reasons.map((reason) => html`<li>${reason}</li>`)}
            </ul>`
          }
          ${
            !failed &&
            html`<dl>
              <div>
                <dt>Changes</dt>
                <dd>${formatTally(changes)}<small>compared with ${comparedWith}</small></dd>
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
              <div>
                <dt>Checks</dt>
                <dd>${openWords(openChecks)}<small>that need values from a deployment</small></dd>
              </div>
            </dl>`
          }
        </header>
        ${!failed && renderSections(report, picture)}
        <script>
          ${trusted(script)};
        </script>
      </body>
    </html> `.text
  }`;
}

/** The sections with content, and links to them. */
function renderSections(report: ReportDocument, picture: string | undefined): Markup {
  const sections: (readonly [id: string, title: string, body: Markup | false])[] = [
    ["findings", "Findings", renderFindings(report)],
    ["changes", "Changes", renderChanges(report)],
    ["picture", "Picture", picture !== undefined && renderPicture(picture)],
    ["cost", "Cost", renderCost(report)],
    ["headroom", "Headroom", renderHeadroom(report)],
    ["exemptions", "Exemptions", renderExemptions(report)],
    ["open", "Open checks", renderOpen(report)],
  ];
  const present = sections.filter(([, , body]) => body !== false);
  const undecided = undecidedWords(report);
  return html`<nav aria-label="Contents">
      <ul>
        ${present.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ul>
    </nav>
    <main>
      ${present.map(([, , body]) => body)}
      ${report.notLookedAt !== undefined && html`<p id="not-looked-at">${report.notLookedAt}.</p>`}
      ${undecided !== undefined && html`<p id="undecided">Arguments ${undecided}.</p>`}
    </main>`;
}

const renderPicture = (picture: string): Markup =>
  html`<section id="picture">
    <h2>Picture</h2>
    <label class="fit"><input type="checkbox" /> the whole picture at once</label>
    <figure tabindex="0" aria-label="Picture of the stack; it can be scrolled">${trusted(picture)}</figure>
    <p class="legend">
      Solid arrows: triggers. Dashed arrows: has permission to access. + created, ~ updated, ± replaced, − deleted.
    </p>
  </section>`;

function renderFindings({ findings }: ReportDocument): Markup | false {
  if (findings.length === 0) return false;
  const rows = groupFindings(findings).map((group) => {
    const { enforcement, severity, policy, title, fix, page } = group;
    const each = group.findings.map((finding) => {
      const origin = originWords(finding);
      return html`<li>${finding.says}${origin && html`<small>${origin}</small>`}</li>`;
    });
    const link = page !== undefined && html` <a href="${page}">AWS's page</a>`;
    const what = html`${title}<small>Fix: ${fix}${link}</small>
      <ul>
        ${each}
      </ul>`;
    return [enforcement, severity, html`<code>${policy}</code>`, String(group.findings.length), what];
  });
  return section("findings", "Findings", table("Findings", ["level", "severity", "rule", "count", "what"], rows));
}

function renderHeadroom({ headroom }: ReportDocument): Markup | false {
  if (headroom.length === 0) return false;
  const rows = headroom.map((each) => [
    html`<a href="${each.page}">${each.title}</a>`,
    each.resource ?? "the stack",
    html`<data value="${each.used ?? -1}">${usedWords(each)}</data>`,
    renderPercent(each),
    each.adjustable ? "yes" : "no",
  ]);
  return section(
    "headroom",
    "Headroom",
    table("Headroom", ["limit", "resource", "used", "percent", "adjustable"], rows),
  );
}

/** An unmeasured use has no bar, and sorts below zero. */
function renderPercent({ percent }: ReportDocument["headroom"][number]): Markup {
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

type ExemptionRow = ReportDocument["unusedExemptions"][number];

function renderExemptions({ exempted, expiredExemptions, unusedExemptions }: ReportDocument): Markup | false {
  const row = ({ rule, resource, reason, owner = "", expires = "never" }: ExemptionRow, says: string) => [
    html`<code>${rule}</code>`,
    resource,
    says,
    reason,
    owner,
    expires,
  ];
  const rows = [
    ...exempted.map(({ exemption, rule, resource, says }) => row({ ...exemption, rule, resource }, says)),
    ...expiredExemptions.map((exemption) => row(exemption, "expired")),
    ...unusedExemptions.map((exemption) => row(exemption, "no longer needed")),
  ];
  if (rows.length === 0) return false;
  return section(
    "exemptions",
    "Exemptions",
    table("Exemptions", ["rule", "resource", "what", "reason", "owner", "ends"], rows),
  );
}

function renderOpen({ notEvaluated }: ReportDocument): Markup | false {
  if (notEvaluated.length === 0) return false;
  const rows = notEvaluated.map(({ rule, level, what }) => [level, html`<code>${rule}</code>`, what]);
  return section(
    "open",
    `Checks that need values from a deployment: ${notEvaluated.length}`,
    table("Not evaluated", ["level", "rule", "unknown value"], rows),
  );
}
