import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createDeflateRaw } from "node:zlib";

import { isSent, kindKey, type Sent } from "./assets";
import { type Property, type Reading } from "../frame/known";
import { pathInProgram } from "./programFolder";
import { filesInZip } from "./zip";
import { type PackedFile } from "./packedFile";

/** The size of a code package in bytes. */
export interface Measure {
  readonly unzipped: number;
  /** A size that the zip file cannot exceed. */
  readonly zippedAtMost: number;
  /** Whether the zip file exists; otherwise its size is known only by packing everything. */
  readonly packed: boolean;
  /** Size of the zip file; malformed if its contents cannot be read. */
  readonly zipped: () => Promise<Reading<number>>;
}

/** End record of a zip file. */
const endSize = 22;

/** What a file takes besides its content: local header, central directory record, data descriptor, and its name. */
function overhead({ name }: PackedFile): number {
  return 30 + 46 + 16 + 2 * Buffer.byteLength(name);
}

/** Deflate lengthens incompressible data, but by far less than this factor. */
const worstGrowth = 1.01;

/**
 * Measures a code archive as the engine hands it to a policy: a zip file, a folder, or a set of assets and archives.
 * Malformed when it cannot be measured here: the file is not there, is not a zip file, or is on the network.
 */
export async function measure(archive: Property): Promise<Reading<Measure>> {
  const value = archive.target();
  if (value.state !== "known") return value;
  try {
    const found = await measureSent(value.value);
    return found ? { state: "known", value: found } : { state: "malformed" };
  } catch {
    return { state: "malformed" };
  }
}

async function measureSent(sent: unknown): Promise<Measure | undefined> {
  // Of a Lambda function `filename`, as the provider beneath names it.
  if (typeof sent === "string") return measureZip(pathInProgram(sent));
  if (!isSent(sent)) return undefined;
  const known = sent.hash === undefined ? undefined : measured.get(sent.hash);
  if (known) return known;
  const measure = await measureAnew(sent);
  if (measure && sent.hash !== undefined) measured.set(sent.hash, measure);
  return measure;
}

/** By the engine's hash of the contents: several rules measure each archive, in the preview and at its end. */
const measured = new Map<string, Measure>();

async function measureAnew(sent: Sent): Promise<Measure | undefined> {
  const file = findFile(sent);
  // The AWS provider uploads a zip file as it is, under any name if it is an asset; it packs everything else.
  const asItIs = file !== undefined && (sent[kindKey] === "asset" || file.endsWith(".zip"));
  if (asItIs && (await stat(file)).isFile()) return measureZip(file);
  const files = await listFiles(sent, "");
  return files && measureFiles(files);
}

async function measureZip(file: string | undefined): Promise<Measure | undefined> {
  if (file === undefined) return undefined;
  const { size } = await stat(file);
  const unzipped = sum((await filesInZip(file)).map((each) => each.size));
  return { unzipped, zippedAtMost: size, packed: true, zipped: () => Promise.resolve({ state: "known", value: size }) };
}

/** The place on this machine of what comes from a path or a `file:` address. */
function findFile({ path: given, uri }: Sent): string | undefined {
  if (given) return pathInProgram(given);
  return uri?.startsWith("file:") ? fileURLToPath(uri) : undefined;
}

/** The files that the engine would pack; none where one of them cannot be read here. */
async function listFiles(sent: unknown, name: string): Promise<readonly PackedFile[] | undefined> {
  if (!isSent(sent)) return undefined;
  if (sent.path || sent.uri) return filesAt(findFile(sent), sent[kindKey], name);
  if (sent[kindKey] === "asset") {
    // The engine sends an empty text as none at all.
    const text = sent.text ?? "";
    return [{ name, size: Buffer.byteLength(text), content: () => [Buffer.from(text)] }];
  }
  // Of an archive that is not kept, a state has the hash alone.
  if (sent.assets === undefined) return undefined;
  const sorted = Object.entries(sent.assets).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = await Promise.all(sorted.map(([key, part]) => listFiles(part, path.posix.join(name, key))));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

async function filesAt(
  file: string | undefined,
  kind: Sent[typeof kindKey],
  name: string,
): Promise<readonly PackedFile[] | undefined> {
  if (file === undefined) return undefined;
  if (kind === "asset") return [await fileAt(file, name)];
  if ((await stat(file)).isDirectory()) return filesBelow(file, name);
  if (!/\.(zip|jar)$/.test(file)) return undefined; // tar files are archives for the engine too
  return (await filesInZip(file)).map((each) => ({ ...each, name: path.posix.join(name, each.name) }));
}

/** As the engine packs a folder: links to folders are left out, and so is what Pulumi keeps for itself. */
async function filesBelow(folder: string, name: string): Promise<readonly PackedFile[]> {
  const children = (await readdir(folder, { withFileTypes: true })).filter((child) => child.name !== ".pulumi");
  const parts = await Promise.all(
    children.map(async (child) => {
      const [at, inner] = [path.join(folder, child.name), path.posix.join(name, child.name)];
      if (child.isDirectory()) return filesBelow(at, inner);
      return (await stat(at)).isDirectory() ? [] : [await fileAt(at, inner)];
    }),
  );
  return parts.flat();
}

async function fileAt(file: string, name: string): Promise<PackedFile> {
  return { name, size: (await stat(file)).size, content: () => createReadStream(file) };
}

function measureFiles(all: readonly PackedFile[]): Measure {
  // Of two files of one name the engine packs the first.
  const files = [...new Map(all.toReversed().map((file) => [file.name, file])).values()];
  const unzipped = sum(files.map(({ size }) => size));
  const overheads = sum(files.map(overhead)) + endSize;
  let zipped: Promise<Reading<number>> | undefined;
  return {
    unzipped,
    zippedAtMost: unzipped * worstGrowth + overheads,
    packed: false,
    zipped: () => (zipped ??= deflated(files, overheads)),
  };
}

async function deflated(files: readonly PackedFile[], overheads: number): Promise<Reading<number>> {
  let value = overheads;
  try {
    for (const { content } of files) {
      await pipeline(content, createDeflateRaw(), async (compressed: AsyncIterable<Buffer>) => {
        for await (const chunk of compressed) value += chunk.length;
      });
    }
  } catch {
    return { state: "malformed" };
  }
  return { state: "known", value };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
