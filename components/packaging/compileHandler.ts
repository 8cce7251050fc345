import * as path from "node:path";
import { build, type BuildContext, type BuildOptions, type BuildResult, context, version } from "esbuild";
import { BundleMemo, type Compiled } from "./bundleMemo";
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

/** Bundles a handler and its imports to one file. */
export type CompileHandler = (options: CompileOptions) => Promise<Compiled>;

/** Bundles with esbuild, or returns the cached bundle if nothing has changed. */
export const compileHandler: CompileHandler = async (options) => {
  const memo = memoOf(options);
  return memo.read() ?? (await finish(options, memo, await build(buildOptions(options))));
};

/** Bundles the same handlers again and again: esbuild keeps what it read, and reads only files that have changed. */
export class RepeatedCompiler {
  readonly #contexts = new Map<string, Promise<BuildContext<typeof settings & BuildOptions>>>();

  readonly compile: CompileHandler = async (options) => {
    const key = JSON.stringify(options);
    const kept = this.#contexts.get(key) ?? context(buildOptions(options));
    this.#contexts.set(key, kept);
    return finish(options, memoOf(options), await (await kept).rebuild());
  };
}

const settings = {
  bundle: true,
  platform: "node",
  format: "cjs",
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  sourcemap: "linked", // in a separate file, which Node reads only if something throws
  sourcesContent: false,
  legalComments: "none",
  metafile: true,
  write: false,
  logLevel: "silent", // the thrown error contains every message, with file and line
} as const satisfies BuildOptions;

const buildOptions = ({ entry, target, nativeModules }: CompileOptions) => ({
  ...settings,
  absWorkingDir: process.cwd(),
  entryPoints: [entry],
  target,
  external: nativeModules,
  outfile: path.join(path.dirname(entry), "index.js"), // keeps paths in the source map the same on every machine
});

const memoOf = ({ entry, handler, target, nativeModules }: CompileOptions): BundleMemo =>
  new BundleMemo([version, path.relative(process.cwd(), entry), target, ...nativeModules, `handler ${handler}`]);

async function finish(
  { entry, handler, target }: CompileOptions,
  memo: BundleMemo,
  { metafile, outputFiles }: BuildResult<typeof settings & BuildOptions>,
): Promise<Compiled> {
  if (handler !== undefined) await checkHandler({ entry, handler, target, inputs: metafile.inputs });
  const compiled = {
    inputs: Object.keys(metafile.inputs),
    output: outputFiles.map((file) => ({ name: path.basename(file.path), text: file.text })),
  };
  memo.write(compiled);
  return compiled;
}
