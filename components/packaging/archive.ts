import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { zipSync, type Zippable } from "fflate";

/** Files of a package, by their path in it. */
export type PackageFiles = Zippable;

/** A fixed date in every entry, so that equal contents give identical archives. */
const EPOCH = new Date("1980-01-01T00:00:00Z");
/** Mode of a regular, executable file. */
const EXECUTABLE = { os: 3, attrs: 0o100755 << 16 };

export function addFile(files: PackageFiles, name: string, contents: Uint8Array, executable = false): void {
  files[name] = [contents, { mtime: EPOCH, ...(executable && EXECUTABLE) }];
}

/** The content of an added file. */
export const fileBytes = (file: PackageFiles[string]): Uint8Array =>
  (Array.isArray(file) ? file[0] : file) as Uint8Array;

/** Adds the files of a folder. */
export function addFolder(files: PackageFiles, folder: string, prefix = ""): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const source = path.join(folder, entry.name);
    const target = path.posix.join(prefix, entry.name);
    if (entry.isDirectory()) addFolder(files, source, target);
    else if (entry.isFile()) addFile(files, target, readFileSync(source), (statSync(source).mode & 0o100) !== 0);
  }
}

/** Writes a zip file atomically, even if two programs write it at once. */
export function writeArchive(file: string, files: PackageFiles): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, zipSync(files, { level: 6 }));
  renameSync(partial, file);
}
