import { type Command } from "commander";
import { nearest } from "../../components/core/nearest";

/** Before commander reports a missing flag, which may be the one that is misspelt. */
export function refuseUnknownFlag(command: Command, args: string[]): void {
  const known = [...command.options.map(({ long }) => long ?? ""), "--help"];
  const given = args.filter((arg) => arg.startsWith("--")).map((arg) => arg.split("=")[0] ?? "");
  const unknown = given.find((flag) => !known.includes(flag));
  if (unknown === undefined) return;
  const meant = nearest(unknown, known);
  command.error(`error: unknown option '${unknown}'${meant ? ` (Did you mean ${meant}?)` : ""}`, { exitCode: 2 });
}
