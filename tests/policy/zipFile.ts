import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { zipSync } from "fflate";

/**
 * Writes a zip file of one entry that claims `unzipped` bytes in its directory, and takes `zipped` bytes on disk: between
 * the entry and the directory there is a hole, which costs neither time nor space.
 */
export function writeZip(file: string, { unzipped, zipped = 0 }: { unzipped: number; zipped?: number }): string {
  const bytes = Buffer.from(zipSync({ "index.js": Buffer.alloc(10) }, { level: 6 }));
  const end = bytes.subarray(bytes.length - 22);
  const directory = end.readUInt32LE(16);
  bytes.writeUInt32LE(unzipped, directory + 24);
  const hole = Math.max(0, zipped - bytes.length);
  end.writeUInt32LE(directory + hole, 16);
  const descriptor = openSync(file, "w");
  writeSync(descriptor, bytes, 0, directory, 0);
  writeSync(descriptor, bytes, directory, bytes.length - directory, directory + hole);
  closeSync(descriptor);
  return file;
}

/** Writes a zip file that really holds that many zeros: what unpacks it finds them. */
export function writeZeros(file: string, size: number): string {
  writeFileSync(file, zipSync({ "zeros.bin": new Uint8Array(size) }, { level: 1 }));
  return file;
}
