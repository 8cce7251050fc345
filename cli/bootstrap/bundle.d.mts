/** The sources do not compile: the message is esbuild's. */
export class BundleError extends Error {
  readonly exitCode: number;
}

/** Bundles `entry` into `outfile` (both relative to `root`) unless no source changed, and returns its absolute path. */
export function bundle(root: string, files: { entry: string; outfile: string }): Promise<string>;
