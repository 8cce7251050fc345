import { build, type Metafile } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";

/** What Lambda would find out at the first call, and nobody before. */
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
        `it imports ${name}, which has native parts: a bundle does not have them. Fix: nativeModules: ["${name}"].`,
      );
  }
  const format = inputs[path.relative(process.cwd(), entry).split(path.sep).join("/")]?.format;
  if (format !== "esm") return; // what a CommonJS file exports is known when it runs
  const exported = await exportsOf(entry, target);
  if (exported.includes(handler)) return;
  throw new Error(
    `it has no export "${handler}"; there are: ${exported.join(", ") || "none"}. ` +
      `Fix: export it, or name another one: handler: "${exported[0] ?? "main"}".`,
  );
}

/** The names that a module exports, those that it hands on among them. */
async function exportsOf(entry: string, target: string): Promise<string[]> {
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

/** The folders of the packages that files are of. */
function packageFolders(files: readonly string[]): Set<string> {
  const folders = files.map((file) => /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return new Set(folders.filter((folder) => folder !== undefined));
}

/** A machine in the name of a package, as of `@img/sharp-linux-x64`. */
const machine = /(linux|darwin|win32)(musl)?-(x64|arm64)/;

interface Manifest {
  name?: string;
  gypfile?: boolean;
  binary?: unknown;
  optionalDependencies?: Record<string, string>;
}

/** The name of a package whose code for the machine is not in its JavaScript; none for others. */
function nativePackage(folder: string): string | undefined {
  const file = path.resolve(folder, "package.json");
  if (!existsSync(file)) return undefined;
  const { name, gypfile, binary, optionalDependencies = {} } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const isNative =
    gypfile === true || binary !== undefined || Object.keys(optionalDependencies).some((each) => machine.test(each));
  return isNative ? (name ?? path.basename(folder)) : undefined;
}
