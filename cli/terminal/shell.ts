import { Command } from "commander";
import { endWith } from "./ending";
import { watchOutput, watchSignals } from "./interruption";
import { guardOutput } from "./printable";
import { refuseUnknownFlag } from "./unknownFlag";

/**
 * The root command of an executable. A usage error is one line with a suggestion; the next line says where the help
 * is.
 */
export function makeShell({ description, seeHelp, after }: { description: string; seeHelp: string; after: string }) {
  return new Command("headroom")
    .description(description)
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({
      outputError: (text, write) =>
        write(
          `${text
            .trim()
            .replace(/^error: /, "headroom: ")
            .replaceAll("\n", " ")}\n`,
        ),
    })
    .showHelpAfterError(`See: ${seeHelp}`)
    .addHelpText("afterAll", `\n${after}`);
}

/** What an executable does before a command runs. */
export interface ShellHooks {
  /** How to get a command's help. */
  seeHelp: (name: string) => string;
  /** Throws where the command must not run with these arguments. */
  check?: (command: Command, args: string[]) => void;
  /** Passes unknown flags on to another program. */
  handsOn?: readonly string[];
}

/** Runs the command that this process was called with, to its exit code. */
export function runShell(commands: Command, { seeHelp, check, handsOn = [] }: ShellHooks): void {
  guardOutput();
  watchOutput();
  watchSignals();
  const [name = "", ...args] = process.argv.slice(2);
  const run = async (): Promise<void> => {
    const command = commands.commands.find((each) => each.name() === name);
    if (command) check?.(command, args);
    command?.showHelpAfterError(`See: ${seeHelp(name)}`);
    if (command && !handsOn.includes(name)) refuseUnknownFlag(command, args);
    await commands.parseAsync();
  };
  run().catch(endWith);
}
