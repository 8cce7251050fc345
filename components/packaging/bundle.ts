import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { build } from "esbuild";
import { addFile, addFolder, fileBytes, type PackageFiles, writeArchive } from "./archive";
import { installNativeModules, type NativeTarget } from "./nativeModules";

/** What goes into a package. */
export interface BundleOptions {
  /** File whose exports are the handler. */
  entry: string;
  /** Language level of the runtime, for example node24. */
  target: string;
  /** Folders that are packed as they are, by the name that they get in the package. */
  folders?: Record<string, string>;
  /** npm packages with native parts: installed for `nativeTarget` rather than bundled. */
  nativeModules: string[];
  nativeTarget: NativeTarget;
}

/**
 * Bundles a handler and everything it imports to one file, adds the native modules, and writes a deterministic zip.
 * Returns its path. A zip of the same content is made once.
 */
export async function bundle(options: BundleOptions): Promise<string> {
  const [code, native] = await Promise.all([
    compile(options),
    installNativeModules(options.nativeModules, options.entry, options.nativeTarget),
  ]);
  const hash = createHash("sha256").update(native?.key ?? "");
  const files: PackageFiles = {};
  for (const { name, contents } of code) addFile(files, name, contents);
  for (const [name, folder] of Object.entries(options.folders ?? {})) addFolder(files, folder, name);
  for (const [name, file] of Object.entries(files)) hash.update(`${name}\n`).update(fileBytes(file));
  const file = path.join(process.cwd(), "node_modules", ".cache", "headroom", `${hash.digest("hex")}.zip`);
  if (existsSync(file)) return file;

  if (native) addFolder(files, native.folder, "node_modules");
  writeArchive(file, files);
  return file;
}

async function compile({
  entry,
  target,
  nativeModules,
}: BundleOptions): Promise<{ name: string; contents: Uint8Array }[]> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "cjs",
    target,
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: true,
    sourcemap: "linked", // in a file of its own: Node reads it only when something throws
    sourcesContent: false,
    external: nativeModules,
    legalComments: "none",
    write: false,
    outfile: path.join(path.dirname(entry), "index.js"), // paths in the source map are the same on every machine
    logLevel: "silent", // the error that is thrown holds every message, with file and line
  });
  return result.outputFiles.map((file) => ({ name: path.basename(file.path), contents: file.contents }));
}
