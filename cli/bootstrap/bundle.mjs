// TypeScript to JavaScript, once for each change: esbuild joins our own modules into one file and leaves packages
// outside, so that a start costs what the same code compiled costs. Types are checked by `npm test`, not here.
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The sources do not compile: the message is esbuild's. */
export class BundleError extends Error {
  name = "BundleError";
  exitCode = 1;
}

/** Bundles `entry` into `outfile` (both relative to `root`) unless no source changed, and returns its absolute path. */
export async function bundle(root, { entry, outfile }) {
  const file = path.join(root, outfile);
  const stamp = `${file}.stamp.json`;
  if (existsSync(file) && existsSync(stamp)) {
    const seen = JSON.parse(readFileSync(stamp, "utf8"));
    if (Object.entries(seen).every(([source, mark]) => mark && fileMark(path.join(root, source)) === mark)) return file;
  }

  const { build } = await import("esbuild");
  const started = Date.now();
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    packages: "external",
    format: "cjs",
    platform: "node",
    target: "node22",
    sourcemap: "linked",
    metafile: true,
    write: false,
    logLevel: "silent",
  }).catch((error) => {
    throw new BundleError(`${entry} does not compile.\n${error.message}`);
  });
  mkdirSync(path.dirname(file), { recursive: true });
  for (const output of result.outputFiles) replace(output.path, output.contents);
  // A source saved while esbuild ran may be older in the bundle than on disk: it gets no mark, so it is bundled again.
  const marks = Object.keys(result.metafile.inputs).map((source) => [
    source,
    fileMark(path.join(root, source), started),
  ]);
  replace(stamp, JSON.stringify(Object.fromEntries(marks)));
  return file;
}

/**
 * A file's fingerprint: its time, in milliseconds, which copies keep, and size. Undefined if the file is gone, or
 * changed after `started`.
 */
function fileMark(file, started = Infinity) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && stats.mtimeMs < started ? `${Math.round(stats.mtimeMs)} ${stats.size}` : null;
}

/** Writes a file atomically, so that a process that starts meanwhile never reads half of it. */
function replace(file, contents) {
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, contents);
  renameSync(partial, file);
}
