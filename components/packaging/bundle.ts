import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { addFile, addFolder, fileBytes, type PackageFiles, writeArchive } from "./archive";
import { compileHandler } from "./compileHandler";
import { installNativeModules } from "./nativeModules";
import { type BundleOptions, noteSources } from "./packageSources";

/**
 * Bundles a handler and its imports to one file, adds the native modules, and writes a reproducible zip, once for each
 * content. Returns its path.
 */
export async function bundle(options: BundleOptions, compile = compileHandler): Promise<string> {
  const [{ output, inputs }, native] = await Promise.all([
    compile(options),
    installNativeModules(options.nativeModules, options.entry, options.nativeTarget),
  ]);
  const hash = createHash("sha256").update(native?.key ?? "");
  const files: PackageFiles = {};
  for (const { name, text } of output) addFile(files, name, Buffer.from(text));
  for (const [name, folder] of Object.entries(options.folders ?? {})) addFolder(files, folder, name);
  for (const [name, file] of Object.entries(files)) hash.update(`${name}\n`).update(fileBytes(file));
  const file = path.join(process.cwd(), "node_modules", ".cache", "headroom", `${hash.digest("hex")}.zip`);
  if (!existsSync(file)) {
    if (native) addFolder(files, native.folder, "node_modules");
    writeArchive(file, files);
  }
  noteSources(file, { options, folder: process.cwd(), inputs });
  return file;
}
