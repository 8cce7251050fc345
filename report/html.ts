/** Text that is HTML already. */
class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export type { Markup };

type Part = Markup | string | number | undefined | false | readonly Part[];

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text in which no character is markup; in an element's text, quotation marks may stay as they are. */
export function escapeHtml(text: string, characters = /[&<>"']/g): string {
  return text.replace(characters, (character) => entities[character] ?? character);
}

/** HTML, or SVG, in which every value that is no markup itself is escaped; absent values leave nothing. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(String.raw({ raw: texts }, ...parts.map(write)));
}

/** Trusted markup of our own: a style sheet or a script. */
export const trusted = (text: string): Markup => new Markup(text);

function write(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(write).join("");
  return escapeHtml(String(part));
}
