/**
 * Characters that control a terminal: control characters, and those that change the direction of text. Object keys,
 * messages and logs may contain them, and must not clear, overwrite or forge lines.
 */
const OBEYED = /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const ESCAPE = "\u001b";
/** Colours of our own (`ESC [ … m`), and the ends of lines on Windows. */
const HARMLESS = new RegExp(`(${ESCAPE}\\[[0-9;]*m|\\r(?=\\n))`);

const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Escapes such characters in foreign text as JSON does; lines and tabs stay. */
export const printable = (text: string): string => text.replaceAll(OBEYED, escape);

/** Escapes such characters in a command's output, except colours. No value of a JSON document changes. */
export const printableOutput = (text: string): string =>
  text
    .split(HARMLESS)
    .map((part, index) => (index % 2 === 1 ? part : printable(part)))
    .join("");

/** The original write functions of the streams. */
const unguarded = new WeakMap<NodeJS.WriteStream, (text: string) => void>();

/** Writes our own cursor movements, without foreign text. */
export const writeRaw = (stream: NodeJS.WriteStream, text: string): void =>
  (unguarded.get(stream) ?? ((raw: string) => void stream.write(raw)))(text);

/** Guards all output from here on, of any command. */
export function guardOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
    unguarded.set(stream, (text) => void write(text));
    stream.write = (chunk: unknown, ...rest: unknown[]) =>
      write(typeof chunk === "string" ? printableOutput(chunk) : chunk, ...rest);
  }
}
