import { type Command, Option } from "commander";
import { type JsonOption, type ReportOptions } from "../commands/options";
import * as option from "../commands/options";
import { addSharedCommands } from "../commands/shared";
import { type InitArgs } from "../init";
import { type UserProjectArgs } from "../project/userProject";
import { answer } from "../terminal/answer";
import { completionScript, shells } from "../terminal/completion";
import { makeShell, runShell } from "../terminal/shell";

/**
 * `headroom`, run inside any Pulumi project. Exit codes as of the npm scripts: 0 success; 1 a failure, or a negative
 * verdict; 2 wrong usage or a missing prerequisite; 130 stopped by Ctrl-C.
 */
const commands = makeShell({
  description: "Preview, verdict, report, cost and a cloud on the laptop for a Pulumi AWS program, with no credentials",
  seeHelp: "headroom --help",
  after:
    "Run it inside a Pulumi project; only its folder .headroom/ is written. Exit codes: 0 fine; 1 it failed, or a mandatory\n" +
    "policy is violated; 2 wrong usage, or something is missing; 130 stopped by Ctrl-C.",
});

const stack = (): Option =>
  new Option("--stack <name>", "a stack that has a file Pulumi.<name>.yaml (default: the only one, or dev)");
const answers = (): Option =>
  new Option(
    "--answers <file>",
    "values that only you know: configuration, stacks, data sources (default: .headroom/answers.yaml)",
  );
const region = (): Option => new Option("--region <name>", "the AWS Region, such as eu-west-1 (default: aws:region)");
const account = (): Option => new Option("--account <number>", "the AWS account, of 12 digits (default: unknown)");

const skipTypeCheck = (): Option =>
  new Option(
    "--skip-type-check",
    "run a program in TypeScript without checking its types, which takes most of the time",
  );

/** The options of every command that runs the program. */
interface ProgramOptions extends Omit<UserProjectArgs, "stack"> {
  stack?: string;
  /** Default: `embedded`. */
  provider?: "embedded" | "official";
  policyConfig?: string;
  rulesAsOf?: string;
  baseline?: string;
  sarif?: string;
  junit?: string;
  writeBaseline?: string;
}

/** A command that reads the project. */
function projectCommand(name: string, description: string): Command {
  const command = commands.command(name).description(description);
  for (const each of [stack(), option.config(), answers(), region(), account()]) command.addOption(each);
  return command;
}

function programCommand(name: string, description: string): Command {
  return option
    .withFindings(projectCommand(name, description).addOption(option.provider()))
    .addOption(option.json())
    .addOption(skipTypeCheck());
}

/** With an empty name where the stack is to be found. */
const run = <Options extends ProgramOptions>({ provider = "embedded", ...options }: Options) =>
  ({ ...options, stack: options.stack ?? "", provider }) as const;

programCommand("preview", "show what `pulumi up` would do, under the policy pack")
  .addOption(option.writeBaseline())
  .action(async (options: ProgramOptions & JsonOption) =>
    (await import("../commands/preview.js")).preview(run(options)),
  );

projectCommand("up", "deploy the program to an emulated AWS on this machine, with the real engine")
  .addOption(option.provider())
  .addOption(option.policyConfig())
  .option(
    "--enforce",
    "deploy nothing if the policies have a mandatory finding, as `headroom preview` would end",
    false,
  )
  .addOption(skipTypeCheck())
  .addOption(option.verbose())
  .addOption(option.json())
  .action(async ({ json, ...options }: ProgramOptions & { enforce: boolean; verbose: boolean } & JsonOption) =>
    answer(json, async () => (await import("../commands/up.js")).up(run(options))),
  );

projectCommand(
  "watch",
  "deploy the program to an emulated AWS on this machine, and then each saved file; prints the functions' logs",
)
  .addOption(option.policyConfig())
  .addOption(skipTypeCheck())
  .action(async (options: ProgramOptions) => (await import("../commands/watch.js")).watch(run(options)));

programCommand(
  "report",
  "write what a pull request needs, as Markdown, HTML and JSON: verdict, changes, cost and picture",
)
  .option(
    "--base <base>",
    "what to compare with: a branch or commit of this repository; an earlier report.json; or what is deployed, by a file of pulumi stack export",
  )
  .option("--out <folder>", "where the files go (default: .headroom/report)")
  .option("--link <address>", "address of the full report, for the comment")
  .option(
    "--all",
    "of every program below the current folder, in parallel, with one page that begins with the worst",
    false,
  )
  .addOption(option.usage())
  .action(async ({ json, all, ...options }: ProgramOptions & ReportOptions & JsonOption & { all: boolean }) =>
    answer(json, async () => {
      if (!all) return (await import("../commands/report.js")).report(run(options));
      const flags = process.argv
        .slice(3)
        .filter((each) => !["--all", "--json"].includes(each) && !each.startsWith("--out="));
      const place = flags.findIndex((each) => each === "--out");
      if (place >= 0) flags.splice(place, 2);
      return (await import("../commands/reportAll.js")).reportAll({ out: options.out, flags });
    }),
  );

programCommand("cost", "estimate what the stack costs in a month, from its preview and the usage that is declared")
  .addOption(option.usage())
  .action(async ({ json, ...options }: ProgramOptions & { usage: string[] } & JsonOption) =>
    answer(json, async () => (await import("../commands/cost.js")).cost(run(options))),
  );

commands
  .command("init")
  .description("write a project with one pattern, an API over a table: program, stack file, workflow and policy file")
  .option("--name <project>", "its name (default: that of the folder)")
  .option("--region <name>", "the AWS Region of its stack dev", "us-east-1")
  .option("--archives <folder>", "where the archives are that npm pack makes of the components and of this tool", ".")
  .addOption(option.json())
  .action(async ({ json, ...options }: InitArgs & JsonOption) =>
    answer(json, async () => (await import("../init/index.js")).init(options)),
  );

projectCommand(
  "doctor",
  "say what the commands need, and what of the program would run on the emulator, before anything starts",
)
  .addOption(option.json())
  .action(async ({ json, ...options }: ProgramOptions & JsonOption) =>
    answer(json, async () => (await import("../commands/doctor.js")).doctor({ skipTypeCheck: true, ...run(options) })),
  );

addSharedCommands(commands);

commands
  .command("completion")
  .description("print the script that makes a shell complete commands, flags and stacks")
  .argument("<shell>", shells.join(", "))
  .action((shell: string) => console.log(completionScript(shell, commands)));

runShell(commands, { seeHelp: (name) => `headroom ${name} --help` });
