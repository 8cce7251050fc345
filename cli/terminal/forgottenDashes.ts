import { type Command, type Option } from "commander";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../local/project";

/**
 * The intended command line if npm consumed flags because `--` was missing: `npm run preview --stack dev` leaves
 * `npm_config_stack`, and `dev` alone. Undefined if nothing was consumed.
 * @param args The arguments that npm passed on, without the command's name.
 */
export function meantCommandLine(command: Command, args: string[], env = process.env): string | undefined {
  if (!env.npm_lifecycle_event) return undefined;
  const kept = command.options.flatMap((option) => keptValues(option, env).map((value) => ({ option, value })));
  if (kept.length === 0) return undefined;
  const { flags, words } = split(command, args);
  for (const { option, value } of kept) {
    const name = option.long ?? option.flags;
    if (option.isBoolean()) flags.push(name);
    else flags.push(name, value === "true" ? (take(words, option) ?? placeholder(option)) : value);
  }
  const isStart = env.npm_lifecycle_event === "start";
  const shown = isStart ? flags.filter((flag, index) => flag !== "--stack" && flags[index - 1] !== "--stack") : flags;
  return [isStart ? "npm start" : `npm run ${command.name()}`, "--", ...words, ...shown].join(" ");
}

/** What npm has of a flag: several times, with empty lines between; "true" where the value was left to stand alone. */
function keptValues(option: Option, env: NodeJS.ProcessEnv): string[] {
  const name = option.name();
  const value = env[`npm_config_${name.replaceAll("-", "_")}`];
  return value === undefined || isNpmSetting(name, env) ? [] : value.split("\n\n");
}

/** npm has a setting of the name itself (json), which its file may set for good. */
function isNpmSetting(name: string, { npm_config_userconfig: file }: NodeJS.ProcessEnv): boolean {
  return (
    file !== undefined && existsSync(file) && new RegExp(`^\\s*${name}\\s*=`, "m").test(readFileSync(file, "utf8"))
  );
}

/** What came as a flag after all, with its value, and what stands alone. */
function split(command: Command, args: string[]): { flags: string[]; words: string[] } {
  const flags: string[] = [];
  const words: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (!arg.startsWith("--")) {
      words.push(arg);
      continue;
    }
    flags.push(arg);
    const option = command.options.find(({ long }) => long === arg);
    const value = args[index + 1];
    if (option && !option.isBoolean() && value !== undefined) {
      flags.push(value);
      index++;
    }
  }
  return { flags, words };
}

/** The word that was the flag's value, as far as its form shows; it is removed from the words. */
function take(words: string[], option: Option): string | undefined {
  const fits = (word: string): boolean => {
    if (option.name() === "stack") return existsSync(path.join(projectRoot, `Pulumi.${word}.yaml`));
    return /<[\w-]+=[\w-]+>/.test(option.flags) === word.includes("=");
  };
  const index = words.findIndex(fits);
  return index < 0 ? undefined : words.splice(index, 1)[0];
}

const placeholder = ({ flags }: Option): string => flags.slice(flags.indexOf("<"));
