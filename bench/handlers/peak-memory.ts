/** Peak memory of a 100-megapixel photo, in a process of its own for each format, against its pixels in full (RGB, 8 bits). */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sharp } from "sharp";

import { scene } from "./photos";

const LARGE = { width: 12_000, height: 8_333 };
/** The most that is decoded of AVIF: it counts two and a half times. */
const LARGE_AVIF = { width: 8_000, height: 5_000 };
const MAX_PIXELS = 100_000_000;

type Encode = (photo: Sharp) => Sharp;

const formats: [name: string, encode: Encode][] = [
  ["JPEG", (photo) => photo.jpeg({ quality: 85 })],
  ["JPEG, turned by EXIF", (photo) => photo.jpeg({ quality: 85 }).withMetadata({ orientation: 6 })],
  ["progressive JPEG", (photo) => photo.jpeg({ quality: 85, progressive: true })],
  ["PNG", (photo) => photo.png({ compressionLevel: 1 })],
  ["WebP", (photo) => photo.webp({ effort: 0 })],
  ["TIFF", (photo) => photo.tiff({ compression: "none" })],
];

const peak = (...args: string[]): number => {
  const script = ["-r", "ts-node/register/transpile-only", join(__dirname, "memory.ts"), ...args];
  return Number(execFileSync(process.execPath, script, { encoding: "utf8" }));
};

/** Memory above that of an idle process, per byte of the pixels. */
async function measure(name: string, photo: Sharp, { width, height }: typeof LARGE, idle: number, folder: string) {
  const pixels = width * height * 3;
  const file = join(folder, "photo");
  const { size } = await photo.toFile(file);
  const used = peak(file, String(MAX_PIXELS)) - idle;
  return {
    what: `peak memory, ${Math.round((width * height) / 1e6)} MP ${name}, against its pixels`,
    result: `${(used / pixels).toFixed(2)} × (of which the file itself ${(size / pixels).toFixed(2)} ×)`,
  };
}

/** Rows of the printed table. */
export async function peakMemory(): Promise<{ what: string; result: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), "headroom-bench-"));
  try {
    const idle = peak();
    const photo = await scene(LARGE.width, LARGE.height);
    const rows: { what: string; result: string }[] = [];
    for (const [name, encode] of formats) rows.push(await measure(name, encode(photo.clone()), LARGE, idle, folder));
    const avif = (await scene(LARGE_AVIF.width, LARGE_AVIF.height)).avif({ effort: 0 });
    return [...rows, await measure("AVIF", avif, LARGE_AVIF, idle, folder)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
