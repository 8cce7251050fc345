import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { bundle } from "../../components/packaging/bundle";
import { type CompileHandler } from "../../components/packaging/compileHandler";
import { type PackageSources, readSources } from "../../components/packaging/packageSources";
import { type StateResource } from "../state/checkpoint";
import { folderHash } from "./folderHash";

/** The engine's form of an archive. */
export type Archive = Record<string, unknown> & { path?: string };

/** A function whose package is made of sources that are known, so that it can be made again without the program. */
export interface WatchedFunction {
  urn: string;
  name: string;
  region: string;
  /** The package that the function has. */
  code: Archive;
  architectures: unknown;
  /** Files of which the package is made, as absolute paths. */
  files: readonly string[];
  /** Whether the package is made of this file, or of a folder that has it. */
  isMadeOf: (file: string) => boolean;
  /** Makes the package of the sources as they are now. @throws Error with what does not compile */
  pack(compile: CompileHandler): Promise<Archive>;
}

/**
 * The functions of a stack whose package can be made again without the program. Left out, so that the program makes
 * them: what other resources follow, such as a version and its alias, and packages with several sources or none.
 */
export function watchedFunctions(resources: readonly StateResource[]): WatchedFunction[] {
  return resources.flatMap(({ urn, type, id, inputs = {}, outputs = {} }): WatchedFunction[] => {
    const code = inputs.code as Archive | undefined;
    const region = outputs.region ?? inputs.region;
    if (type !== "aws:lambda/function:Function" || !id || !code?.path || typeof region !== "string") return [];
    if (inputs.publish === true || inputs.sourceCodeHash !== undefined) return [];
    const sources = sourcesOf({ ...code, path: code.path });
    return sources ? [{ urn, name: id, region, code, architectures: inputs.architectures, ...sources }] : [];
  });
}

type Sources = Pick<WatchedFunction, "files" | "isMadeOf" | "pack">;

/** Of packages, which npm changes and no editor. */
const installed = /(^|[\\/])node_modules[\\/]/;

function sourcesOf(code: Archive & { path: string }): Sources | undefined {
  if (statSync(code.path, { throwIfNoEntry: false })?.isDirectory()) return ofFolder(code);
  const [sources, ...more] = readSources(code.path).filter(({ folder }) => folder === process.cwd());
  return sources && more.length === 0 ? bundled(code, sources) : undefined;
}

/** Code as it stands in a folder. */
function ofFolder(code: Archive & { path: string }): Sources | undefined {
  const folder = path.resolve(code.path);
  if (folderHash(folder) !== code.hash) return undefined; // then the engine computes it in another way
  return {
    files: [],
    isMadeOf: (file) => file.startsWith(folder + path.sep),
    pack: () => Promise.resolve({ ...code, hash: folderHash(folder) }),
  };
}

function bundled(code: Archive, { options, inputs }: PackageSources): Sources {
  const files = inputs.filter((file) => !installed.test(file)).map((file) => path.resolve(file));
  const folders = Object.values(options.folders ?? {}).map((folder) => path.resolve(folder) + path.sep);
  return {
    files,
    isMadeOf: (file) => files.includes(file) || folders.some((folder) => file.startsWith(folder)),
    pack: async (compile) => {
      const file = await bundle(options, compile);
      // The engine's hash of a zip file is that of its bytes.
      return { ...code, path: file, hash: createHash("sha256").update(readFileSync(file)).digest("hex") };
    },
  };
}
