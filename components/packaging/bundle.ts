import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { addFile, addFolder, fileBytes, type PackageFiles, writeArchive } from "./archive";
import { compileHandler, type CompileOptions } from "./compileHandler";
import { installNativeModules, type NativeTarget } from "./nativeModules";

/** What goes into a package. */
export interface BundleOptions extends CompileOptions {
  /** Folders that are packed as they are, by the name that they get in the package. */
  folders?: Record<string, string>;
  /** What the native modules are installed for, rather than bundled. */
  nativeTarget: NativeTarget;
}

/**
 * Bundles a handler and everything it imports to one file, adds the native modules, and writes a deterministic zip.
 * Returns its path. A zip of the same content is made once.
 */
export async function bundle(options: BundleOptions): Promise<string> {
  const [code, native] = await Promise.all([
    compileHandler(options),
    installNativeModules(options.nativeModules, options.entry, options.nativeTarget),
  ]);
  const hash = createHash("sha256").update(native?.key ?? "");
  const files: PackageFiles = {};
  for (const { name, text } of code) addFile(files, name, Buffer.from(text));
  for (const [name, folder] of Object.entries(options.folders ?? {})) addFolder(files, folder, name);
  for (const [name, file] of Object.entries(files)) hash.update(`${name}\n`).update(fileBytes(file));
  const file = path.join(process.cwd(), "node_modules", ".cache", "headroom", `${hash.digest("hex")}.zip`);
  if (existsSync(file)) return file;

  if (native) addFolder(files, native.folder, "node_modules");
  writeArchive(file, files);
  return file;
}
