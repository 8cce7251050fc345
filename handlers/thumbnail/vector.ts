/** Pictures embedded in a vector, which are decoded whole when it is drawn, whatever its size. */
import { gunzipSync } from "node:zlib";

import { PhotoFault } from "./fault";

/** Characters of a vector, once it is unpacked and its entities are put in. */
const MOST_CHARACTERS = 64 * 1024 ** 2;
/** Rounds of entities in entities, and of references in references. */
const MOST_ROUNDS = 8;
/** In these, ASCII is as it looks; others could hide what the drawing library finds. */
const plainEncodings = /^(utf-?8|us-ascii|iso-8859-\d+|windows-125\d)$/i;

/** The text of a vector, with its entities put in. @throws PhotoFault */
export const readVector = (data: Buffer): string => resolveEntities(unpack(data));

/** A picture in a vector, which is decoded each time that it is drawn. */
export interface EmbeddedPicture {
  data: Buffer;
  times: number;
}

/**
 * The pictures that a vector holds as `data:` addresses. Others it names are never fetched. What is written as references, or in
 * percent, is read again until nothing is left of either: a vector in an address has those of its own.
 * @throws PhotoFault
 */
export function embeddedPictures(vector: string): EmbeddedPicture[] {
  const found = new Map<string, EmbeddedPicture>();
  let text = vector;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const [content, picture] of picturesAsWritten(text)) {
      if (picture.times > (found.get(content)?.times ?? 0)) found.set(content, picture);
    }
    const next = decodePercent(resolveReferences(text));
    if (next === text) break;
    text = next;
  }
  return [...found.values()];
}

function picturesAsWritten(text: string): Map<string, EmbeddedPicture> {
  const found = new Map<string, EmbeddedPicture>();
  // Tabs and ends of lines are left out of addresses, also in the middle of `data:`.
  const compact = text.replaceAll(/[\t\n\r]/g, "");
  for (const [, type = "", content = ""] of compact.matchAll(/data:([^,"'<>]*),([^"'<>]*)/gi)) {
    const plain = decodePercent(content);
    const before = found.get(plain);
    if (before) before.times++;
    else if (plain !== "") {
      const data = /;\s*base64\s*$/i.test(type) ? Buffer.from(plain, "base64") : Buffer.from(plain);
      found.set(plain, { data, times: 1 });
    }
  }
  return found;
}

/** What drawing a vector takes besides its canvas. */
export interface Drawing {
  /** Each takes about 4 KB. */
  elements: number;
  /** Canvases that are in memory at one time: groups in groups, and the steps of one filter. */
  layers: number;
}

/** Looks at how a vector is drawn, without drawing it. */
export function inspectDrawing(vector: string): Drawing {
  const text = vector.replaceAll(/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[?].*?[?]>/gs, "");
  const drawing = { elements: 0, layers: 0 };
  let depth = 0;
  for (const [tag, slash] of text.matchAll(/<(\/?)[a-z_](?:"[^"]*"|'[^']*'|[^"'>])*>/gi)) {
    if (slash) depth--;
    else {
      drawing.elements++;
      if (!tag.endsWith("/>")) depth++;
    }
    drawing.layers = Math.max(drawing.layers, depth);
  }
  const steps = (part: string): number => [...part.matchAll(/<(?:[\w.-]+:)?fe[A-Z]/g)].length;
  // A filter takes in pictures of others, whose steps are then under way too.
  const filters = /<(?:[\w.-]+:)?feImage/.test(text) ? [text] : text.split(/<\/?(?:[\w.-]+:)?filter\b/);
  for (const part of filters) drawing.layers = Math.max(drawing.layers, steps(part));
  return drawing;
}

function unpack(data: Buffer): string {
  const isPacked = data[0] === 0x1f && data[1] === 0x8b;
  let text: string;
  try {
    text = (isPacked ? gunzipSync(data, { maxOutputLength: MOST_CHARACTERS }) : data).toString();
  } catch (error) {
    throw new PhotoFault("unreadable", `the vector cannot be unpacked: ${(error as Error).message}`, { cause: error });
  }
  const encoding = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? "utf-8";
  if (plainEncodings.test(encoding)) return text;
  throw new PhotoFault("unsupported-format", `a vector in the encoding ${JSON.stringify(encoding)}; save it in UTF-8`);
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text with its own entities put in; of two of one name the first counts. */
function resolveEntities(text: string): string {
  const entities = new Map<string, string>();
  for (const [, name = "", double, single] of text.matchAll(/<!ENTITY\s+([^\s%"'>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
    if (!entities.has(name)) entities.set(name, double ?? single ?? "");
  }
  let resolved = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let length = resolved.length;
    const next = resolved.replaceAll(/&([^\s;&#]+);/g, (reference, name: string) => {
      const value = entities.get(name);
      if (value === undefined) return reference;
      length += value.length;
      if (length > MOST_CHARACTERS) throw new PhotoFault("unreadable", "the vector's entities expand without end");
      return value;
    });
    if (next === resolved) return resolved;
    resolved = next;
  }
  throw new PhotoFault("unreadable", `the vector's entities are nested more than ${MOST_ROUNDS} deep`);
}

const resolveReferences = (text: string): string =>
  text
    .replaceAll(/&#(x[0-9a-f]+|\d+);/gi, (reference, code: string) => {
      const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : reference;
    })
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? "");

const decodePercent = (text: string): string =>
  Buffer.from(
    text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();
