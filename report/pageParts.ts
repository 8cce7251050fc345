import { html, type Markup } from "./html";

export const section = (id: string, title: string, body: Markup): Markup =>
  html`<section id="${id}">
    <h2>${title}</h2>
    ${body}
  </section>`;

export type Cell = Markup | string;

/** A table that the page's script can sort and filter; without the script it is a plain one. */
export function table(label: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
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
