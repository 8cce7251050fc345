import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import * as path from "node:path";
import { zip, type Zippable } from "fflate";

/** Files of a package, by their path in it. */
export type PackageFiles = Zippable;

/** A fixed date in every entry, so that the same content is the same archive, byte by byte. */
const EPOCH = new Date("1980-01-01T00:00:00Z");
/** Regular file, with which everybody may start the program in it. */
const EXECUTABLE = { os: 3, attrs: 0o100755 << 16 };

export function addFile(files: PackageFiles, name: string, contents: Uint8Array, executable = false): void {
  files[name] = [contents, { mtime: EPOCH, ...(executable && EXECUTABLE) }];
}

/** Adds all that is in a folder. */
export async function addFolder(files: PackageFiles, folder: string, prefix = ""): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const source = path.join(folder, entry.name);
    const target = path.posix.join(prefix, entry.name);
    if (entry.isDirectory()) await addFolder(files, source, target);
    else if (entry.isFile()) addFile(files, target, await readFile(source), ((await stat(source)).mode & 0o100) !== 0);
  }
}

/** Writes a zip file, never half of it, also when two programs write it at once. */
export async function writeArchive(file: string, files: PackageFiles): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, await compress(files));
  await rename(partial, file);
}

function compress(files: PackageFiles): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip(files, { level: 6 }, (error, data) => (error ? reject(error) : resolve(data)));
  });
}
