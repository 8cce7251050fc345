import { unknownText } from "../../local/provider/frame/unknownReference";
import { type Outcome } from "../run/operate";
import { type ConfigKind, configKinds } from "./configKeys";
import { type UserProgram } from "./userProgram";

const values: Record<ConfigKind, string> = { text: unknownText, number: "1", boolean: "true", object: "{}" };

/** What stands for a value of the configuration that nobody knows here, as the engine hands it to the program. */
export const placeholderFor = (kind: ConfigKind | undefined): string => values[kind ?? "text"];

/**
 * Gives the program placeholders for the keys that it missed, and for all that it is sure to miss next. True if there were
 * any: then it is worth another run.
 */
export function assumeMissing(program: UserProgram, { record }: Pick<Outcome, "record">): boolean {
  const missing = record.diagnostics.flatMap(
    ({ message }) => /Missing required configuration variable '([^']+)'/.exec(message)?.[1] ?? [],
  );
  const added = missing.filter((key) => !(key in program.config));
  const kinds = configKinds(program.folder);
  for (const full of added) {
    const kind = kinds.get(full.slice(full.indexOf(":") + 1));
    program.config[full] = placeholderFor(kind);
    program.remarks.push(
      `config ${full}: nobody gives it, ${kind && kind !== "text" ? program.config[full] : "unknown"}`,
    );
  }
  return added.length > 0;
}
