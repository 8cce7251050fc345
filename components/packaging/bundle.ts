import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { addFile, addFolder, fileBytes, type PackageFiles, writeArchive } from "./archive";
import { compileHandler, type CompileOptions } from "./compileHandler";
import { installNativeModules, type NativeTarget } from "./nativeModules";

/** The input of a package. */
export interface BundleOptions extends CompileOptions {
  /** Folders to add, by their name in the package. */
  folders?: Record<string, string>;
  /** Machine for which to install the native modules, which are not bundled. */
  nativeTarget: NativeTarget;
}

/**
 * Bundles a handler and its imports to one file, adds the native modules, and writes a reproducible zip, once for each
 * content. Returns its path.
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
