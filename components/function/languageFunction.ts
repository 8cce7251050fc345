import { existsSync, statSync } from "node:fs";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentError, Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { Function, functionDefaults } from "./function";
import { type FunctionBaseArgs } from "./args";
import { buildLanguage, type LanguageBuildOptions } from "../packaging/languageBuild";
import { hostTarget, lambdaTarget } from "../packaging/nativeModules";
import { NativePlatform } from "./nodeFunctionArgs";
import { type Language, missingToolchain, toolchains } from "../packaging/toolchains";

/** Arguments of a {@link LanguageFunction}. */
export interface LanguageFunctionArgs extends FunctionBaseArgs {
  /** Its toolchain must be installed on this machine. */
  language: Language;
  /** Folder of the sources, absolute or relative to the Pulumi project. The package is built from all its files. */
  folder: string;
  /**
   * Entry point in the form of the runtime. Default: handler.handler in Python and Ruby, bootstrap in Go; required for
   * other languages.
   */
  handler?: string;
  /** Default: python3.14, java25, provided.al2023 for Go, ruby4.0 or dotnet10. */
  runtime?: string;
  /** Machine to compile for. Default: lambda. */
  nativePlatform?: NativePlatform;
}

/** Problems with the code's arguments; the function's own settings are checked with the function. */
export function languageFunctionProblems({ language, folder, ...args }: LanguageFunctionArgs): Problem[] {
  const toolchain = toolchains[language];
  const { runtime = toolchain.runtime, handler = toolchain.handler } = args;
  const missing = missingToolchain(language);
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  return new Problems()
    .that(missing === undefined, "language", language, missing ?? "")
    .that(isFolder, "folder", folder, `there is no such folder in ${process.cwd()}`)
    .that(handler !== undefined, "handler", handler, `give it as ${toolchain.handlerForm}`)
    .that(toolchain.runtimes.test(runtime), "runtime", runtime, `${language} needs one such as ${toolchain.runtime}`)
    .list;
}

/**
 * A function in Python, Java, Go, Ruby or .NET, built by the language's toolchain for the function's processor. The
 * same sources give the same package.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
@component
export class LanguageFunction extends Function {
  protected static override readonly typeToken: string = "headroom:compute:LanguageFunction";

  constructor(name: string, args: LanguageFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    const { language, folder, nativePlatform, ...rest } = args;
    const toolchain = toolchains[language];
    const { runtime = toolchain.runtime, handler = toolchain.handler } = args;
    new Check("LanguageFunction", name).args(args, languageFunctionProblems).done();
    super(
      name,
      {
        ...rest,
        runtime,
        handler,
        code: new pulumi.asset.FileArchive(built(name, args)),
      },
      opts,
    );
  }
}

/** The input of a package's build. */
export function buildOptions(args: LanguageFunctionArgs): LanguageBuildOptions {
  const { language, folder, runtime = toolchains[language].runtime, nativePlatform } = args;
  const machine =
    nativePlatform === NativePlatform.Host
      ? hostTarget
      : lambdaTarget(args.architecture ?? functionDefaults.architecture);
  return { language, folder: path.resolve(folder), runtime, machine };
}

function built(name: string, args: LanguageFunctionArgs): string {
  try {
    return buildLanguage(buildOptions(args));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArgumentError(`LanguageFunction "${name}": folder ${args.folder} cannot be built. ${reason}`);
  }
}
