import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** What the engine leaves out of an archive. */
const bookkeeping = ".pulumi";
const block = 512;
/** The longest name that a header holds without an extension. */
const longestName = 100;

/**
 * The engine's hash of a `FileArchive` of a folder: of a tar file of it, with headers that hold name and size only.
 * Undefined for names that need an extension of the format.
 */
export function folderHash(folder: string): string | undefined {
  const hash = createHash("sha256");
  for (const file of listFiles(folder)) {
    const name = path.relative(folder, file).split(path.sep).join("/");
    if (name.length > longestName || !/^[\x20-\x7e]+$/.test(name)) return undefined;
    const content = readFileSync(file);
    hash.update(header(name, content.length)).update(content);
    hash.update(Buffer.alloc((block - (content.length % block)) % block));
  }
  return hash.update(Buffer.alloc(2 * block)).digest("hex");
}

/** In the order of Go's filepath.Walk. Links to files count as files, links to folders do not count. */
function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.name === bookkeeping) return [];
    if (entry.isDirectory()) return listFiles(file);
    return statSync(file).isDirectory() ? [] : [file];
  });
}

/** https://pkg.go.dev/archive/tar: a USTAR header, as Go writes it. */
function header(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(block);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, "0")}\0`;
  const place = { name: 0, mode: 100, uid: 108, gid: 116, size: 124, time: 136, sum: 148, type: 156, magic: 257 };
  const device = { major: 329, minor: 337 };
  bytes.write(name, place.name);
  bytes.write(octal(0o600, 7), place.mode);
  for (const at of [place.uid, place.gid, device.major, device.minor]) bytes.write(octal(0, 7), at);
  bytes.write(octal(size, 11), place.size);
  bytes.write(octal(0, 11), place.time);
  bytes.write(" ".repeat(8), place.sum); // counts as spaces
  bytes.write("0", place.type);
  bytes.write("ustar\x0000", place.magic);
  const sum = bytes.reduce((all, byte) => all + byte, 0);
  bytes.write(`${octal(sum, 6)} `, place.sum);
  return bytes;
}
