import { type ReportDocument } from "./document";
import { html, type Markup } from "./html";
import { section, table } from "./pageParts";
import { shortType } from "./verdict";
import { costWords, number, usd } from "./words";

export function renderCost({ cost }: ReportDocument): Markup | false {
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
        List prices of ${cost.pricesChecked}, for ${cost.region} and the declared usage. The free tier would save up to
        ${usd(cost.freeTier.saved)}.
      </p>
      ${changed && changed.length > 0 && table("Cost that changes", ["resource", "before", "now", "difference"], changed)}
      ${table(
        "Cost by pattern",
        ["pattern", "resources", "a month"],
        cost.patterns.map(({ name, resources, monthly }) => [name, String(resources), money(monthly)]),
      )}
      <details>
        <summary>Every line</summary>
        ${table("Cost by resource", ["resource", "pattern", "what", "quantity", "basis", "a month"], lines)}
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
      ${cost.sensitivity.map(renderSensitivity)}`,
  );
}

type Sensitivity = NonNullable<ReportDocument["cost"]>["sensitivity"][number];

/** A matrix: it is neither sorted nor filtered. */
function renderSensitivity({ name, architecture, memoryMb, durationMs, monthly, current }: Sensitivity): Markup {
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
