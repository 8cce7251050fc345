/**
 * Characters that a terminal obeys instead of showing: controls, and what turns the direction of text. Keys of objects,
 * messages and logs may have any; whoever can write one must not be able to clear, overwrite or forge lines.
 */
const OBEYED = /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const ESCAPE = "\u001b";
/** Colours of our own (`ESC [ … m`), and the ends of lines on Windows. */
const HARMLESS = new RegExp(`(${ESCAPE}\\[[0-9;]*m|\\r(?=\\n))`);

const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A text of others with such characters escaped as in JSON; lines and tabs stay. */
export const printable = (text: string): string => text.replaceAll(OBEYED, escape);

/** What a command prints, with such characters escaped but in colours. In a JSON document that changes no value. */
export const printableOutput = (text: string): string =>
  text
    .split(HARMLESS)
    .map((part, index) => (index % 2 === 1 ? part : printable(part)))
    .join("");

/** How streams wrote before they were guarded. */
const unguarded = new WeakMap<NodeJS.WriteStream, (text: string) => void>();

/** Writes what a terminal is meant to obey: our own moves of the cursor, with no text of others. */
export const writeRaw = (stream: NodeJS.WriteStream, text: string): void =>
  (unguarded.get(stream) ?? ((raw: string) => void stream.write(raw)))(text);

/** From here on nothing is written that a terminal would obey, whatever command writes it. */
export function guardOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
    unguarded.set(stream, (text) => void write(text));
    stream.write = (chunk: unknown, ...rest: unknown[]) =>
      write(typeof chunk === "string" ? printableOutput(chunk) : chunk, ...rest);
  }
}
