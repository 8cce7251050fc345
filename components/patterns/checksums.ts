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

/** Languages that the checksum function is there in. */
export enum ChecksumLanguage {
  Node = "node",
  Python = "python",
  Java = "java",
  Go = "go",
  Ruby = "ruby",
  Dotnet = "dotnet",
  /** A runtime of our own, in Go with nothing but its standard library. */
  Custom = "custom",
}

/** Sources in `handlers/languages/`, with the toolchain that builds them. Node.js is bundled by esbuild instead. */
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

/** What the checksum function in a language is built from: language, folder and entry point. */
export const checksumSource = (language: Exclude<ChecksumLanguage, ChecksumLanguage.Node>) => ({
  ...sources[language],
  folder: ownFile(`languages/${language}`),
});

/** What is missing on this machine to build the function in a language, and how to get it. */
export const missingForChecksum = (language: ChecksumLanguage): string | undefined =>
  language === ChecksumLanguage.Node ? undefined : missingToolchain(sources[language].language);

/** Arguments of {@link Checksums}. */
export interface ChecksumsArgs extends PatternFunctionArgs {
  /** Each once. Default: node and python, which any machine that runs this project can build. */
  languages?: (ChecksumLanguage | `${ChecksumLanguage}`)[];
  /** Leave out, and name, a language that cannot be built on this machine. Default: false, and it is an error. */
  skipMissing?: boolean;
}

/** What checksums have when their arguments do not say. */
export const checksumsDefaults = {
  languages: [ChecksumLanguage.Node, ChecksumLanguage.Python],
  skipMissing: false,
};

/** What cannot work of checksums' arguments, whatever is on this machine. */
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
  /** Languages that were left out, each with what is missing. */
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
    const languages = chosen as ChecksumLanguage[]; // an enum's own texts
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
