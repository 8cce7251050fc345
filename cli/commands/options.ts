import { type Command, Option } from "commander";
import { usageHelp } from "../../report/cost/whatIf";

export const collect = (value: string, previous: string[]): string[] => [...previous, value];
export const config = (): Option =>
  new Option("--config <key=value>", "a setting over those of the stack's file, such as thumbnailer.timeoutSeconds=60")
    .argParser(collect)
    .default([], "none");
export const provider = (): Option =>
  new Option("--provider <which>", "the AWS provider: the embedded one, or Pulumi's plugin")
    .choices(["embedded", "official"])
    .default("embedded");

export const json = (): Option => new Option("--json", "print one JSON document").default(false, "text");

export const verbose = (): Option =>
  new Option("--verbose", "a line for each resource, and all that is declared and not run").default(
    false,
    "what changed",
  );

export const policyConfig = (): Option =>
  new Option(
    "--policy-config <file>",
    "configuration of the policy pack, or a profile of it: recommended, strict, aws-fsbp, well-architected (default: policy-config.json, if there is one)",
  );

export const rulesAsOf = (): Option =>
  new Option("--rules-as-of <day>", "hold back the policy rules that are newer, such as 2026-12-01");

export const baseline = (): Option =>
  new Option("--baseline <file>", "findings that existed before: only new ones count");

export const writeBaseline = (): Option =>
  new Option(
    "--write-baseline <file>",
    "write what is found as the baseline of later runs, and end with exit code 0 whatever the policies say",
  );

export const sarif = (): Option => new Option("--sarif <file>", "write the findings as SARIF 2.1.0, for code scanning");

export const junit = (): Option =>
  new Option("--junit <file>", "write the findings as JUnit XML, for tools that show test results");

/** Adds the options of a run under the policy pack whose findings can be compared and written. */
export function withFindings(command: Command): Command {
  for (const each of [policyConfig(), rulesAsOf(), baseline(), sarif(), junit()]) command.addOption(each);
  return command;
}

export const usage = (): Option =>
  new Option("--usage <figure=number>", usageHelp).argParser(collect).default([], "as declared");

export interface StackOptions {
  stack: string;
  config: string[];
  policyConfig?: string;
  provider: "embedded" | "official";
}

export interface ReportOptions {
  base?: string;
  out?: string;
  link?: string;
  usage: string[];
}

export interface JsonOption {
  json: boolean;
}
