import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { type CompileOptions } from "./compileHandler";
import { type NativeTarget } from "./nativeModules";

/** The input of a package. */
export interface BundleOptions extends CompileOptions {
  /** Folders to add, by their name in the package. */
  folders?: Record<string, string>;
  /** Machine for which to install the native modules, which are not bundled. */
  nativeTarget: NativeTarget;
}

/** How a package was made: enough to make it again of changed sources, without the program. */
export interface PackageSources {
  options: BundleOptions;
  /** The current folder of the program: the inputs are relative to it. */
  folder: string;
  /** Files that the bundler read. */
  inputs: string[];
}

const fileOf = (archive: string): string => `${archive}.sources.json`;

/** Records the sources beside the package. Several have one package if their contents are equal. */
export function noteSources(archive: string, sources: PackageSources): void {
  const file = fileOf(archive);
  const before = existsSync(file) ? readFileSync(file, "utf8") : "[]";
  const key = ({ folder, options }: PackageSources): string => JSON.stringify([folder, options]);
  // Programs that are gone are left out: copies of a project may share one cache.
  const others = (JSON.parse(before) as PackageSources[]).filter(
    (each) => key(each) !== key(sources) && existsSync(each.folder),
  );
  const text = JSON.stringify([...others, sources]);
  if (text === before) return;
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

/** The sources that have this package; none if no program here has made it. */
export function readSources(archive: string): PackageSources[] {
  const file = fileOf(archive);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as PackageSources[]) : [];
}
