import * as path from "node:path";
import { build, version } from "esbuild";
import { BundleMemo, type OutputFile } from "./bundleMemo";
import { checkHandler } from "./handlerProblems";

/** What is bundled, and for what. */
export interface CompileOptions {
  /** File whose exports are the handler. */
  entry: string;
  /** Name of the export that Lambda calls; left out, it is not looked for. */
  handler?: string;
  /** Language level of the runtime, for example node24. */
  target: string;
  /** npm packages with native parts: left out of the bundle. */
  nativeModules: string[];
}

/** Bundles a handler and everything it imports to one file, unless that was done before and nothing has changed since. */
export async function compileHandler({ entry, handler, target, nativeModules }: CompileOptions): Promise<OutputFile[]> {
  const memo = new BundleMemo([
    version,
    path.relative(process.cwd(), entry),
    target,
    ...nativeModules,
    `handler ${handler}`,
  ]);
  const before = memo.read();
  if (before) return before;

  const result = await build({
    absWorkingDir: process.cwd(),
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
    metafile: true,
    write: false,
    outfile: path.join(path.dirname(entry), "index.js"), // paths in the source map are the same on every machine
    logLevel: "silent", // the error that is thrown holds every message, with file and line
  });
  if (handler !== undefined) await checkHandler({ entry, handler, target, inputs: result.metafile.inputs });
  const output = result.outputFiles.map((file) => ({ name: path.basename(file.path), text: file.text }));
  memo.write(Object.keys(result.metafile.inputs), output);
  return output;
}
