import * as pulumi from "@pulumi/pulumi";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { functionProblems } from "../function/check";
import { type Function } from "../function/function";
import { buildProblem } from "../packaging/languageBuild";
import { buildOptions, LanguageFunction } from "../function/languageFunction";
import { NodeFunction, ownFile, ownHandler } from "../function/nodeFunction";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { Language, missingToolchain } from "../packaging/toolchains";

/** Languages of the checksum function. */
export enum ChecksumLanguage {
  Node = "node",
  Python = "python",
  Java = "java",
  Go = "go",
  Ruby = "ruby",
  Dotnet = "dotnet",
  /** A custom runtime in Go, using only the standard library. */
  Custom = "custom",
}

/** Sources in `handlers/languages/`, with the toolchain that builds them. esbuild bundles Node.js instead. */
const sources: Readonly<Record<Exclude<ChecksumLanguage, ChecksumLanguage.Node>, ChecksumSource>> = {
  [ChecksumLanguage.Python]: { language: Language.Python },
  [ChecksumLanguage.Java]: { language: Language.Java, handler: "headroom.Checksum" },
  [ChecksumLanguage.Go]: { language: Language.Go },
  [ChecksumLanguage.Ruby]: { language: Language.Ruby },
  [ChecksumLanguage.Dotnet]: { language: Language.Dotnet, handler: "Checksum::Headroom.Checksum::Handle" },
  [ChecksumLanguage.Custom]: { language: Language.Go },
};

interface ChecksumSource {
  language: Language;
  handler?: string;
}

/** The input of the checksum function's build in a language: toolchain, folder and entry point. */
export const checksumSource = (language: Exclude<ChecksumLanguage, ChecksumLanguage.Node>) => ({
  ...sources[language],
  folder: ownFile(`languages/${language}`),
});

/** What this machine lacks to build the function in a language, and how to install it. */
export const missingForChecksum = (language: ChecksumLanguage): string | undefined =>
  language === ChecksumLanguage.Node ? undefined : missingToolchain(sources[language].language);

/** Arguments of {@link Checksums}. */
export interface ChecksumsArgs extends PatternFunctionArgs {
  /** Languages, each once. Default: node and python, which every machine that runs this project can build. */
  languages?: (ChecksumLanguage | `${ChecksumLanguage}`)[];
  /** Skip languages that this machine cannot build, and list them in `skipped`. Default: false, and they are errors. */
  skipMissing?: boolean;
}

/** Defaults of the arguments of checksums. */
export const checksumsDefaults = {
  languages: [ChecksumLanguage.Node, ChecksumLanguage.Python],
  skipMissing: false,
};

/** Problems with the arguments of checksums, whatever this machine can build. */
export function checksumsProblems(args: ChecksumsArgs): Problem[] {
  const { languages = checksumsDefaults.languages } = args;
  return new Problems().once("languages", languages).all(functionProblems(args)).list;
}

/** The same small function in several languages: a text in, its SHA-256 out. */
@component
export class Checksums extends pulumi.ComponentResource {
  readonly functions: Partial<Record<ChecksumLanguage, Function>> = {};
  /** Physical names, by language. */
  readonly functionNames: Partial<Record<ChecksumLanguage, pulumi.Output<string>>>;
  /** The skipped languages, each with what is missing. */
  readonly skipped: Partial<Record<ChecksumLanguage, string>> = {};

  constructor(name: string, args: ChecksumsArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:compute:Checksums", name, {}, opts);
    const {
      languages: chosen = checksumsDefaults.languages,
      skipMissing = checksumsDefaults.skipMissing,
      ...settings
    } = args;
    new Check("Checksums", name).args(args, checksumsProblems).done();
    const child = { parent: this };
    const languages = chosen as ChecksumLanguage[]; // the enum's values
    const common = { ...settings, description: "Checksum of a text" };
    for (const language of languages) {
      const functionName = `${name}-${language}`;
      if (language === ChecksumLanguage.Node) {
        this.functions.node = new NodeFunction(functionName, { ...common, entry: ownHandler("languages/node") }, child);
        continue;
      }
      const own = { ...common, ...checksumSource(language) };
      const problem = skipMissing ? buildProblem(buildOptions(own)) : undefined;
      if (problem) this.skipped[language] = problem;
      else this.functions[language] = new LanguageFunction(functionName, own, child);
    }
    for (const [language, problem] of Object.entries(this.skipped)) {
      void pulumi.log.info(`${name}-${language} is skipped: ${problem}`, this);
    }
    this.functionNames = Object.fromEntries(
      Object.entries(this.functions).map(([language, { functionName }]) => [language, functionName]),
    );
    this.registerOutputs({ functionNames: this.functionNames, skipped: this.skipped });
  }
}
