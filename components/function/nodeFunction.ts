import { existsSync, statSync } from "node:fs";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { bundle } from "../packaging/bundle";
import { ArgumentError, Check, type Problem, Problems } from "../core/check";
import { Function, functionDefaults } from "./function";
import { type FunctionBaseArgs } from "./args";
import { hostTarget, lambdaTarget } from "../packaging/nativeModules";

/** Machine that the native modules in a package are for. */
export enum NativePlatform {
  /** Amazon Linux on the function's architecture: the right one for AWS. */
  Lambda = "lambda",
  /** The machine that runs this program: for an emulator that runs functions as its own processes. */
  Host = "host",
}

/** Arguments of a {@link NodeFunction}. */
export interface NodeFunctionArgs extends FunctionBaseArgs {
  /** TypeScript or JavaScript file, absolute or relative to the Pulumi project. It is bundled with all it imports. */
  entry: string;
  /** Name of the exported handler. Default: "handler". */
  handler?: string;
  /** Default: nodejs24.x. */
  runtime?: string;
  /** Folders that are packed beside the code, by the name that they get there. */
  folders?: Record<string, string>;
  /** npm packages with native parts, for example sharp: installed for the function's machine, whatever yours is. */
  nativeModules?: string[];
  /** Default: lambda. */
  nativePlatform?: NativePlatform;
}

/** What a function in Node.js has when its arguments do not say. */
const nodeFunctionDefaults = { handler: "handler", runtime: "nodejs24.x" };

/** What cannot work of the code's arguments; the function's own settings are checked with the function. */
export function nodeFunctionProblems({ entry, runtime = nodeFunctionDefaults.runtime }: NodeFunctionArgs): Problem[] {
  return new Problems()
    .that(existsSync(entry) && statSync(entry).isFile(), "entry", entry, `there is no such file in ${process.cwd()}`)
    .that(/^nodejs\d+\.x$/.test(runtime), "runtime", runtime, "a Node.js runtime such as nodejs24.x is needed").list;
}

/** A function in TypeScript or JavaScript: one bundled file, deterministic, with source maps. */
export class NodeFunction extends Function {
  protected static override readonly typeToken: string = "headroom:compute:NodeFunction";

  constructor(name: string, args: NodeFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    const {
      entry,
      handler = nodeFunctionDefaults.handler,
      runtime = nodeFunctionDefaults.runtime,
      folders = {},
      nativeModules = [],
      nativePlatform,
      ...rest
    } = args;
    new Check("NodeFunction", name).args(args, nodeFunctionProblems).done();
    const archive = bundle({
      entry: path.resolve(entry),
      target: runtime.replace(/^nodejs(\d+).*$/, "node$1"),
      folders,
      nativeModules,
      nativeTarget:
        nativePlatform === NativePlatform.Host
          ? hostTarget
          : lambdaTarget(args.architecture ?? functionDefaults.architecture),
    }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ArgumentError(`NodeFunction "${name}": entry ${entry} cannot be packed. ${reason}`);
    });
    super(
      name,
      {
        ...rest,
        runtime,
        handler: `index.${handler}`,
        code: pulumi.output(archive.then((file) => new pulumi.asset.FileArchive(file))),
        environment: { NODE_OPTIONS: "--enable-source-maps", ...rest.environment },
      },
      opts,
    );
  }
}

/**
 * The part of a function's arguments that patterns with a function of their own pass on: all but the code and what comes
 * with it. Retries and event age stay the function's defaults, since schedules have arguments of these names.
 */
export type PatternFunctionArgs = Omit<
  NodeFunctionArgs,
  | "description"
  | "entry"
  | "environment"
  | "folders"
  | "handler"
  | "links"
  | "maximumEventAgeSeconds"
  | "maximumRetryAttempts"
  | "nativeModules"
  | "runtime"
>;

/** The file of a handler that this package brings, in a checkout as well as in the published package. */
export const ownHandler = (name: string): string => ownFile(`${name}/handler.ts`);

/** A file or folder in `handlers/`. */
export function ownFile(name: string): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const file = path.join(folder, "handlers", name);
    if (existsSync(file)) return file;
    if (folder === path.dirname(folder)) throw new Error(`handlers/${name} is missing from the package`);
  }
}
