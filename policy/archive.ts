import { createReadStream } from "node:fs";
import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { Readable, type Transform } from "node:stream";
import { createDeflateRaw } from "node:zlib";

import { type Property, type Reading } from "./known";

/** The size of a code package in bytes. */
export interface Measure {
  readonly unzipped: number;
  /** A size that the zip file cannot exceed. */
  readonly zippedAtMost: number;
  /** Size of the zip file; for a folder it is worked out only when asked, because it means compressing all of it. */
  readonly zipped: () => Promise<number>;
}

/** End record of a zip file. */
const endSize = 22;

/** What an entry takes besides its content: local header, central directory record, data descriptor, and its name. */
function overhead(entry: Entry): number {
  return 30 + 46 + 16 + 2 * Buffer.byteLength(entry.name);
}

/** Deflate lengthens what does not compress, but by far less than this factor. */
const worstGrowth = 1.01;

/** A file or text that Pulumi will pack. */
interface Entry {
  readonly name: string;
  readonly size: number;
  readonly content: () => Readable;
}

/**
 * Measures a code archive as Pulumi hands it to a policy: a zip file, a folder, or a set of assets.
 * Malformed when it cannot be measured here: the file is not there, is not a zip file, or is on the network.
 */
export async function measure(archive: Property): Promise<Reading<Measure>> {
  const value = archive.target();
  if (value.state !== "known") return value;
  try {
    const path = await resolved(value.value, "path");
    if (typeof path === "string" && (await stat(path)).isFile()) return await measureZip(path);
    const entries = await entriesOf(value.value, "");
    return entries ? { state: "known", value: measureEntries(entries) } : { state: "malformed" };
  } catch {
    return { state: "malformed" };
  }
}

/** Assets and archives keep their parts in promises. */
async function resolved(asset: unknown, key: string): Promise<unknown> {
  return typeof asset === "object" && asset !== null && key in asset
    ? await (asset as Record<string, unknown>)[key]
    : undefined;
}

async function entriesOf(asset: unknown, name: string): Promise<readonly Entry[] | undefined> {
  const text = await resolved(asset, "text");
  if (typeof text === "string") {
    return [{ name, size: Buffer.byteLength(text), content: () => Readable.from([text]) }];
  }
  const path = await resolved(asset, "path");
  if (typeof path === "string") {
    const packed = "__pulumiArchive" in (asset as object) && (await stat(path)).isFile();
    return packed ? undefined : entriesAt(path, name);
  }
  const assets = await resolved(asset, "assets");
  if (typeof assets !== "object" || assets === null) return undefined;
  const parts = await Promise.all(Object.entries(assets).map(([key, part]) => entriesOf(part, join(name, key))));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

async function entriesAt(path: string, name: string): Promise<readonly Entry[] | undefined> {
  const found = await stat(path);
  if (found.isFile()) return [{ name, size: found.size, content: () => createReadStream(path) }];
  const children = await readdir(path);
  const parts = await Promise.all(children.map((child) => entriesAt(join(path, child), join(name, child))));
  return parts.flatMap((part) => part ?? []);
}

function measureEntries(entries: readonly Entry[]): Measure {
  const unzipped = entries.reduce((sum, entry) => sum + entry.size, 0);
  const overheads = entries.reduce((sum, entry) => sum + overhead(entry), endSize);
  return {
    unzipped,
    zippedAtMost: unzipped * worstGrowth + overheads,
    zipped: async () => {
      let total = overheads;
      for (const entry of entries) total += await deflated(entry);
      return total;
    },
  };
}

async function deflated(entry: Entry): Promise<number> {
  const compressed: Transform = entry.content().pipe(createDeflateRaw());
  let size = 0;
  for await (const chunk of compressed) size += (chunk as Buffer).length;
  return size;
}

/** Reads only the directory at the end of the zip file, however large the file is. */
async function measureZip(path: string): Promise<Reading<Measure>> {
  if (![".zip", ".jar"].includes(extname(path))) return { state: "malformed" };
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const directory = await centralDirectory(file, size);
    if (!directory) return { state: "malformed" };
    const unzipped = unzippedSize(directory);
    return { state: "known", value: { unzipped, zippedAtMost: size, zipped: () => Promise.resolve(size) } };
  } finally {
    await file.close();
  }
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

async function centralDirectory(file: FileHandle, size: number): Promise<Buffer | undefined> {
  const tail = await bytes(file, Math.max(0, size - endSize - 0xffff), size);
  for (let at = tail.length - endSize; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    const length = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    return offset + length <= size ? bytes(file, offset, offset + length) : undefined;
  }
  return undefined;
}

function unzippedSize(directory: Buffer): number {
  let total = 0;
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature;) {
    total += directory.readUInt32LE(at + 24);
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return total;
}

async function bytes(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.alloc(end - start);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
  return buffer.subarray(0, bytesRead);
}
