import { Option } from "commander";
import { answer } from "../terminal/answer";
import { UsageError } from "../terminal/errors";
import { meantCommandLine } from "../terminal/forgottenDashes";
import { makeShell, runShell } from "../terminal/shell";
import {
  collect,
  config,
  json,
  policyConfig,
  provider,
  usage,
  verbose,
  withFindings,
  writeBaseline,
  type JsonOption,
  type ReportOptions,
  type StackOptions,
} from "./options";
import { addSharedCommands } from "./shared";
import { type SignInArgs } from "./signIn";

/**
 * The commands behind the npm scripts. Exit codes: 0 success; 1 a failure, or mandatory policy violations; 2 wrong
 * usage, bad config or a missing prerequisite; 130 stopped by Ctrl-C. Commands are loaded on use, since the AWS SDK and
 * Pulumi load slowly.
 */
const commands = makeShell({
  description: "Serverless on AWS: deploy and preview, on this machine or in an account",
  seeHelp: "node cli/run.mjs --help",
  after:
    "Exit codes: 0 done; 1 it failed, or a mandatory policy is violated; 2 wrong usage, bad configuration, or something\n" +
    "missing; 130 stopped by Ctrl-C. Colours are for terminals, without NO_COLOR.",
});

commands
  .command("up")
  .description("deploy a stack under the policy pack; the stack local goes to the emulator")
  .requiredOption("--stack <name>", "a stack that has a file Pulumi.<name>.yaml")
  .addOption(config())
  .addOption(policyConfig())
  .addOption(provider())
  .addOption(verbose())
  .addOption(json())
  .action(async (options: StackOptions & JsonOption & { verbose: boolean }) =>
    answer(options.json, async () => (await import("./up.js")).up(options)),
  );

commands
  .command("watch")
  .description("deploy the stack local to the emulator, and then each saved file; prints the logs of its functions")
  .option("--stack <name>", "a stack that has a file Pulumi.<name>.yaml", "local")
  .addOption(config())
  .addOption(policyConfig())
  .action(async (options: Omit<StackOptions, "provider">) =>
    (await import("./watch.js")).watch({ ...options, provider: "embedded" }),
  );

const preview = commands
  .command("preview")
  .description("show what up would do, under the policy pack, with no credentials and no cloud")
  .requiredOption("--stack <name>", "a stack that has a file Pulumi.<name>.yaml")
  .addOption(config());
withFindings(preview)
  .addOption(writeBaseline())
  .addOption(provider())
  .addOption(json())
  .action(async (options: StackOptions & JsonOption) => (await import("./preview.js")).preview(options));

commands
  .command("cost")
  .description("estimate what a stack costs in a month, from a preview without credentials and the declared usage")
  .requiredOption("--stack <name>", "a stack that has a file Pulumi.<name>.yaml")
  .addOption(usage())
  .addOption(config())
  .addOption(json())
  .action(async ({ json, ...options }: Omit<StackOptions, "provider"> & { usage: string[] } & JsonOption) =>
    answer(json, async () => (await import("./cost.js")).cost({ ...options, provider: "embedded" })),
  );

const report = commands
  .command("report")
  .description(
    "write what a pull request needs, as Markdown, HTML and JSON: verdict, changes, headroom, cost and picture",
  )
  .requiredOption("--stack <name>", "a stack that has a file Pulumi.<name>.yaml")
  .option(
    "--base <base>",
    "what to compare with: a branch or commit, from where this one left it; an earlier report.json; or what is deployed, by a file of pulumi stack export",
  )
  .option("--out <folder>", "where the files go (default: .local/report)")
  .option("--link <address>", "address of the full report, for the comment")
  .addOption(usage())
  .addOption(config());
withFindings(report)
  .addOption(json())
  .action(async ({ json, ...options }: Omit<StackOptions, "provider"> & ReportOptions & JsonOption) =>
    answer(json, async () => (await import("./report.js")).report({ ...options, provider: "embedded" })),
  );

addSharedCommands(commands);

commands
  .command("sign-in")
  .description(
    "sign a user in to the user pool of the stack local, after signing them up if needed; prints the access token",
  )
  .requiredOption("--user <email>", "who signs in")
  .addOption(
    new Option("--group <name>", "a group to join first, such as admins").argParser(collect).default([], "none"),
  )
  .option("--credentials", "print AWS credentials for a shell instead: eval $(npm --silent run sign-in -- …)", false)
  .addOption(json())
  .action(async (options: SignInArgs) => (await import("./signIn.js")).signIn(options));

commands
  .command("build")
  .description("compile the program and the policy pack (every command does, when a source has changed)")
  .addOption(json())
  .action(async (options: JsonOption) =>
    answer(options.json, async () => (await import("../run/compiled.js")).build()),
  );

commands
  .command("pulumi")
  .description("run the Pulumi CLI that these commands work with, as it is, on your own backend and credentials")
  .argument("[arguments...]", "those of pulumi, such as: preview --policy-pack policy")
  .helpOption(false)
  .allowUnknownOption()
  .passThroughOptions()
  .action(async (args: string[]) => (await import("./pulumi.js")).pulumi(args));

commands
  .command("bench")
  .description("run the measurements of bench/, or the named ones, and print their tables")
  .argument("[names...]", "folders of bench/")
  .option("--minutes <number>", "how long the patterns are under load together (default: 1)")
  .addOption(
    new Option("--pattern <text>", "load: only the patterns whose name has this").argParser(collect).default([], "all"),
  )
  .addOption(json())
  .action(async (names: string[], { json, ...options }: JsonOption & { minutes?: string; pattern: string[] }) =>
    answer(json, async () => (await import("./bench.js")).bench(names, options)),
  );

commands
  .command("test")
  .description("type check, lint, format check and all tests; with arguments, those tests only")
  .argument("[mocha...]", "files and options of mocha")
  .option("--only <text>", "the test files whose path has this text, or else the tests whose title has it")
  .allowUnknownOption()
  .action(async (args: string[], { only }: { only?: string }) => (await import("./test.js")).test(args, only));

runShell(commands, {
  seeHelp: (name) => `npm run ${name} -- --help`,
  check(command, args) {
    const meant = meantCommandLine(command, args);
    if (meant)
      throw new UsageError(`npm took flags for itself: "--" must come before those of a command.\nFix: ${meant}`);
  },
  handsOn: ["pulumi", "test"],
});
