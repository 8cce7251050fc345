import { build, type Metafile } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";

/** Problems that would otherwise show only at the first call. */
export async function checkHandler(of: {
  entry: string;
  /** Name of the export that Lambda calls. */
  handler: string;
  target: string;
  inputs: Metafile["inputs"];
}): Promise<void> {
  const { entry, handler, target, inputs } = of;
  for (const folder of packageFolders(Object.keys(inputs))) {
    const name = nativePackage(folder);
    if (name !== undefined)
      throw new Error(
        `it imports ${name}, whose native parts a bundle cannot contain. Fix: nativeModules: ["${name}"].`,
      );
  }
  const format = inputs[path.relative(process.cwd(), entry).split(path.sep).join("/")]?.format;
  if (format !== "esm") return; // the exports of a CommonJS file are known only at run time
  const exported = await readExports(entry, target);
  if (exported.includes(handler)) return;
  throw new Error(
    `it has no export "${handler}"; there are: ${exported.join(", ") || "none"}. ` +
      `Fix: export it, or name another one: handler: "${exported[0] ?? "main"}".`,
  );
}

/** The names that a module exports, including re-exports. */
async function readExports(entry: string, target: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: process.cwd(),
    entryPoints: [entry],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target,
    metafile: true,
    write: false,
    outfile: "exports.js",
    logLevel: "silent",
  });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

/** The package folders of files. */
function packageFolders(files: readonly string[]): Set<string> {
  const folders = files.map((file) => /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return new Set(folders.filter((folder) => folder !== undefined));
}

/** A platform in the name of a package, as in `@img/sharp-linux-x64`. */
const machine = /(linux|darwin|win32)(musl)?-(x64|arm64)/;

interface Manifest {
  name?: string;
  gypfile?: boolean;
  binary?: unknown;
  optionalDependencies?: Record<string, string>;
}

/** The name of a package with native parts; undefined for others. */
function nativePackage(folder: string): string | undefined {
  const file = path.resolve(folder, "package.json");
  if (!existsSync(file)) return undefined;
  const { name, gypfile, binary, optionalDependencies = {} } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const isNative =
    gypfile === true || binary !== undefined || Object.keys(optionalDependencies).some((each) => machine.test(each));
  return isNative ? (name ?? path.basename(folder)) : undefined;
}
