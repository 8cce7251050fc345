import { existsSync } from "node:fs";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { component } from "../core/component";
import { bundle } from "../packaging/bundle";
import { ArgumentError, Check } from "../core/check";
import { Function, functionDefaults } from "./function";
import { hostTarget, lambdaTarget } from "../packaging/nativeModules";
import { NativePlatform, type NodeFunctionArgs } from "./nodeFunctionArgs";
import { nodeFunctionDefaults, nodeFunctionProblems } from "./nodeFunctionCheck";

/** A function in TypeScript or JavaScript, bundled to one file reproducibly, with a source map. */
@component
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
      handler,
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

/** Path of one of our handlers, in a checkout as well as in the published package. */
export const ownHandler = (name: string): string => ownFile(`${name}/handler.ts`);

/** A file or folder in `handlers/`. */
export function ownFile(name: string): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const file = path.join(folder, "handlers", name);
    if (existsSync(file)) return file;
    if (folder === path.dirname(folder)) throw new Error(`handlers/${name} is missing from the package`);
  }
}
