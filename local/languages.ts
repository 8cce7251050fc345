import which from "which";
import table from "./emulator/runtimes/languages.json";

interface Language {
  program: string;
  install: string;
  onlyLinux?: string;
  noMethods?: string;
}

const languages: { [name: string]: Language } = table;

/** Why functions of a Lambda runtime do not run on this machine's emulator, which says the same when they are called; undefined if they do. */
export function whyNotRun(runtime: string, handler = ""): string | undefined {
  if (/^(nodejs|python|provided)/.test(runtime)) return undefined;
  const [, language] = Object.entries(languages).find(([name]) => runtime.startsWith(name)) ?? [];
  if (!language) return `the emulator has no ${runtime}`;
  const { program, install, onlyLinux, noMethods } = language;
  if (!which.sync(program, { nothrow: true })) return `there is no ${program} on PATH: ${install}`;
  if (onlyLinux && process.platform !== "linux") return onlyLinux;
  return handler.includes("::") ? noMethods : undefined;
}
