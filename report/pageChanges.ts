import { groupByPattern, isLoss, mostUnfolded } from "./changeGroups";
import { type ReportDocument } from "./document";
import { html, type Markup } from "./html";
import { section, table } from "./pageParts";
import { shortType } from "./verdict";
import { formatTally, placeWords, signs } from "./words";

type Change = ReportDocument["changes"][number];

export function renderChanges({ changes }: ReportDocument): Markup {
  const title = `Changes: ${formatTally(changes)}`;
  if (changes.length === 0) return section("changes", title, html`<p>No changes.</p>`);
  const unfolded = changes.length <= mostUnfolded;
  const groups = groupByPattern(changes).map(
    ([pattern, own]) =>
      html`<details ${(unfolded || own.some(isLoss)) && html`open`}>
        <summary><b>${pattern}</b>: ${formatTally(own)}</summary>
        ${table(`Changes of ${pattern}`, ["what", "name", "type", "places"], own.map(changeCells))}
      </details>`,
  );
  return section("changes", title, html`${groups}`);
}

const changeCells = ({ kind, type, name, places }: Change) => [
  html`<span class="${kind}">${signs[kind]} ${kind}</span>`,
  name,
  shortType(type),
  html`${places.map((place) => html`<code>${placeWords(place)}</code><br />`)}`,
];
