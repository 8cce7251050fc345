import * as path from "node:path";
import { build, version } from "esbuild";
import { BundleMemo, type OutputFile } from "./bundleMemo";
import { checkHandler } from "./handlerProblems";

/** What to bundle, and for which runtime. */
export interface CompileOptions {
  /** File whose exports are the handler. */
  entry: string;
  /** Name of the export that Lambda calls; not checked if undefined. */
  handler?: string;
  /** Language level of the runtime, for example node24. */
  target: string;
  /** npm packages with native parts, which are not bundled. */
  nativeModules: string[];
}

/** Bundles a handler and its imports to one file, or returns the cached one if nothing has changed. */
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
    sourcemap: "linked", // in a separate file, which Node reads only if something throws
    sourcesContent: false,
    external: nativeModules,
    legalComments: "none",
    metafile: true,
    write: false,
    outfile: path.join(path.dirname(entry), "index.js"), // keeps paths in the source map the same on every machine
    logLevel: "silent", // the thrown error contains every message, with file and line
  });
  if (handler !== undefined) await checkHandler({ entry, handler, target, inputs: result.metafile.inputs });
  const output = result.outputFiles.map((file) => ({ name: path.basename(file.path), text: file.text }));
  memo.write(Object.keys(result.metafile.inputs), output);
  return output;
}
