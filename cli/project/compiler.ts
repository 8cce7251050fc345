import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { UsageError } from "../terminal/errors";
import { readJson } from "./textFile";

/** The part of the compiler that is called. */
interface Compiler {
  version: string;
  sys: object;
  getParsedCommandLineOfConfigFile(file: string, options: object, host: object): { errors: Problem[] } | undefined;
  flattenDiagnosticMessageText(text: unknown, newLine: string): string;
}

interface Problem {
  code: number;
  messageText: unknown;
}

interface Manifest {
  main?: unknown;
  exports?: unknown;
}

/** That it includes no file, or other files: the SDK compiles what the program loads. */
const notOfOptions = new Set([6059, 18_002, 18_003]);

/**
 * The program's `runtime.options`. A program without a compiler of its own is compiled by the old one in the Pulumi SDK; where
 * that one refuses the program's tsconfig.json, a program in JavaScript runs without it.
 * @throws {@link UsageError} for a program in TypeScript that neither compiler takes.
 */
export function chooseCompiler(
  place: { folder: string; entryPoint: string },
  given: Record<string, unknown>,
): { options: Record<string, unknown>; remark?: string } {
  refuseModuleEntry(place, given);
  const { tsconfig = "tsconfig.json" } = given;
  const refusal = given.typescript !== false && typeof tsconfig === "string" && refusalOf(place.folder, tsconfig);
  if (!refusal) return { options: given };
  if (!/\.[cm]?js$/.test(entryFile(place) ?? ""))
    throw new UsageError(`${refusal}. Fix: install typescript (5.x) and ts-node among the program's devDependencies.`);
  return {
    options: { ...given, typescript: false },
    remark: `${refusal}: the program runs as JavaScript, as with runtime option "typescript: false"`,
  };
}

/** What the SDK's own compiler says of a tsconfig.json, if the SDK would use that one. */
function refusalOf(folder: string, tsconfig: string): string | undefined {
  const file = path.resolve(folder, tsconfig);
  if (!existsSync(file)) return undefined;
  const compiler = vendoredCompiler(folder);
  const host = { ...compiler?.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const errors = compiler?.getParsedCommandLineOfConfigFile(file, {}, host)?.errors ?? [];
  const [first] = errors.filter(({ code }) => !notOfOptions.has(code));
  if (!compiler || !first) return undefined;
  const reason = compiler.flattenDiagnosticMessageText(first.messageText, " ").replace(/\.$/, "");
  return `${tsconfig}: the only TypeScript installed here, ${compiler.version} in the Pulumi SDK, refuses it (${reason})`;
}

/** The SDK's own copy; undefined where it finds one that the user has installed. */
function vendoredCompiler(folder: string): Compiler | undefined {
  try {
    const manifest = createRequire(path.join(folder, "noop.js")).resolve("@pulumi/pulumi/package.json");
    const sdk = createRequire(manifest);
    if (resolves(sdk, "typescript")) return undefined;
    return sdk("./vendor/typescript@3.8.3/typescript.js") as Compiler;
  } catch {
    return undefined; // no SDK, or one without a copy: it says so itself
  }
}

/** Refuses what the SDK cannot load: it requires a program in TypeScript, unless other arguments of Node load it. */
function refuseModuleEntry(
  place: { folder: string; entryPoint: string },
  { typescript, nodeargs = "" }: Record<string, unknown>,
): void {
  const file = entryFile(place);
  if (
    typescript === false ||
    /--(import|loader|experimental-loader)\b/.test(String(nodeargs)) ||
    !file?.endsWith(".mts")
  )
    return;
  const name = path.relative(place.folder, file);
  throw new UsageError(
    `${name}: Pulumi's SDK loads a program in TypeScript with require(), which refuses .mts. Fix: set the runtime option "typescript: false", so that Node itself loads it (22.18 or newer), or name it ${name.replace(/mts$/, "ts")}.`,
  );
}

/** The entry that the SDK finds, if Node finds it by itself. */
function entryFile({ folder, entryPoint }: { folder: string; entryPoint: string }): string | undefined {
  const entry = path.join(folder, entryPoint);
  const load = createRequire(path.join(folder, "noop.js"));
  const [root, { exports, main }] = entryPoint === "." ? nearestManifest(folder) : [folder, {} as Manifest];
  const named = [mainExport(exports) ?? main].map((name) => typeof name === "string" && path.join(root, name));
  const found = [...named, entry, path.join(entry, "index.mjs")].find((each) => each && resolves(load, each));
  return found ? load.resolve(found) : undefined;
}

function mainExport(exports: unknown): unknown {
  if (typeof exports !== "object" || exports === null) return exports;
  if ("." in exports) return mainExport(exports["."]);
  const { default: usual, require, import: module } = exports as Record<string, unknown>;
  return usual ?? require ?? module;
}

function nearestManifest(folder: string): [string, Manifest] {
  const file = path.join(folder, "package.json");
  if (existsSync(file)) return [folder, readJson(file) as Manifest];
  const above = path.dirname(folder);
  return above === folder ? [folder, {}] : nearestManifest(above);
}

function resolves(load: NodeJS.Require, name: string): boolean {
  try {
    return Boolean(load.resolve(name));
  } catch {
    return false;
  }
}
