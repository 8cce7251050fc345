/** Pictures embedded in a vector, which are decoded whole when it is drawn, whatever its size. */
import { gunzipSync } from "node:zlib";

import { PhotoFault } from "./fault";

/** Characters of a vector, once it is unpacked and its entities are put in. */
const MOST_CHARACTERS = 64 * 1024 ** 2;
/** Rounds of entities in entities. */
const MOST_ROUNDS = 8;
/** In these, ASCII is as it looks; others could hide what the drawing library finds. */
const plainEncodings = /^(utf-?8|us-ascii|iso-8859-\d+|windows-125\d)$/i;

/** The pictures that a vector holds as `data:` addresses. Others it names are never fetched. @throws PhotoFault */
export function embeddedPictures(data: Buffer): Buffer[] {
  const text = resolveReferences(unpack(data));
  // White space within base64 is allowed, and as references it has become what it stands for.
  return [...text.matchAll(/data:([^,"'<>]*),([^"'<>]*)/gi)].map(([, type = "", content = ""]) => {
    const plain = decodePercent(content);
    return /;\s*base64\s*$/i.test(type) ? Buffer.from(plain, "base64") : Buffer.from(plain);
  });
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

/** The text with its own entities and character references replaced, as the drawing library reads it. */
function resolveReferences(text: string): string {
  const entities = new Map(
    [...text.matchAll(/<!ENTITY\s+([^\s%"'>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)].map(
      ([, name = "", double, single]) => [name, double ?? single ?? ""] as const,
    ),
  );
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
    if (next === resolved) break;
    resolved = next;
  }
  return resolved
    .replaceAll(/&#(x[0-9a-f]+|\d+);/gi, (reference, code: string) => {
      const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : reference;
    })
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? "");
}

const decodePercent = (text: string): string =>
  Buffer.from(
    text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();
