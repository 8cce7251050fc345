import { type Command, Option } from "commander";
import { answer } from "../terminal/answer";
import { type DeadLettersArgs } from "./deadLetters";
import { type LimitsOptions } from "./limits";
import { levels } from "../functions/logLine";
import { type LogsOptions } from "./logs";
import {
  baseline,
  collect,
  json,
  junit,
  policyConfig,
  rulesAsOf,
  verbose,
  writeBaseline,
  type JsonOption,
} from "./options";
import { UsageError } from "../terminal/errors";
import { workerCommand } from "../states/workerCommand";
import { type PolicyOptions } from "./policy";
import { type PricesArgs } from "./prices";
import { type StatesArgs } from "./states";

/** AWS's price lists, which need no account. */
const priceLists = "https://pricing.us-east-1.amazonaws.com";

/** The commands that are the same for the program of this checkout and for a user's own. */
export function addSharedCommands(commands: Command): void {
  commands
    .command("down")
    .description("destroy the stack on the emulator, stop the emulator, and remove what is kept of them")
    .addOption(verbose())
    .addOption(json())
    .action(async ({ json, ...options }: JsonOption & { verbose: boolean }) =>
      answer(json, async () => (await import("./down.js")).down(options)),
    );

  commands
    .command("logs")
    .description("print the logs of the functions of the stack that runs")
    .argument("[function]", "a stack output, a function's name, or what its name begins with; default: all")
    .option("--follow", "go on as new lines come", false)
    .addOption(new Option("--level <level>", "only lines of this level and above").choices(levels))
    .option("--filter <text>", "only lines that have this text, in any case")
    .addOption(new Option("--json", "print a JSON document for each line, as it was written").default(false, "text"))
    .action(async (name: string | undefined, options: LogsOptions) => (await import("./logs.js")).logs(name, options));

  commands
    .command("invoke")
    .description(
      "invoke a function of the stack that runs; prints its result, which is JSON, and its log to standard error",
    )
    .argument("<function>", "a stack output, a function's name, or what its name begins with")
    .argument("[payload]", "JSON, or @file (default: {})")
    .action(async (name: string, payload?: string) => (await import("./invoke.js")).invoke(name, payload));

  commands
    .command("dead-letters")
    .description(
      "show the dead letters of the stack that runs: events that its functions did not process; they stay in their queues",
    )
    .option("--queue <name>", "a dead letter queue, or what its name begins with (default: all)")
    .option("--redrive", "invoke the functions again with their events; what succeeds leaves the queue", false)
    .addOption(json())
    .action(async (options: DeadLettersArgs) => (await import("./deadLetters.js")).deadLetters(options));

  commands
    .command("clock")
    .description(
      "move the emulator's clock, such as by +30d: schedules fire, items and objects expire, alarms change; with no distance, print it",
    )
    .argument("[distance]", "+ and a number of s, m, h, d or w, up to +366d")
    .addOption(json())
    .action(async (distance: string | undefined, options: JsonOption) =>
      (await import("./clock.js")).clock(distance, options),
    );

  commands
    .command("prices")
    .description("read AWS's price lists, for all Regions, into headroom.prices.json, which cost and report go by")
    .addOption(
      new Option("--region <name>", "only this Region; may be repeated").argParser(collect).default([], "all Regions"),
    )
    .option("--from <place>", "another address of the price lists, or a folder with its files", priceLists)
    .addOption(json())
    .action(async ({ json, ...options }: JsonOption & PricesArgs) =>
      answer(json, async () => (await import("./prices.js")).prices(options)),
    );

  commands
    .command("policy")
    .description("run the policy pack on an exported state, or many, with no program, no provider and no login")
    .option("--file <state>", "what `pulumi stack export` wrote")
    .option("--states <folder>", "a folder of such files: in parallel, and one page that begins with the worst")
    .option("--out <folder>", "of --states: where the page goes (default: .headroom/states)")
    .addOption(policyConfig())
    .addOption(rulesAsOf())
    .addOption(baseline())
    .addOption(writeBaseline())
    .option("--sarif [file]", "write the findings as SARIF 2.1.0, for code scanning; with no file, print nothing else")
    .addOption(junit())
    .addOption(new Option("--json", "print one JSON document"))
    .action(async ({ states, out, ...options }: PolicyOptions & Partial<StatesArgs>) => {
      if ((states === undefined) === (options.file === undefined))
        throw new UsageError("name one exported state with --file, or a folder of them with --states.");
      if (states === undefined) return (await import("./policy.js")).policy(options);
      const { policyConfig, rulesAsOf, baseline } = options;
      const args = { states, out, policyConfig, rulesAsOf, baseline };
      return answer(options.json === true, async () => (await import("./states.js")).judgeStates(args));
    });

  commands
    .command(workerCommand, { hidden: true })
    .action(async () => (await import("../states/pool.js")).workOnStates());

  commands
    .command("limits")
    .description("list AWS's limits; with a file, write the account's own quotas into the policy pack's configuration")
    .option("--file <quotas>", "what `aws service-quotas list-service-quotas` printed")
    .addOption(policyConfig())
    .addOption(json())
    .action(async (options: LimitsOptions) => (await import("./limits.js")).limits(options));
}
