import { existsSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { localFolder } from "../../local/project";
import { UsageError } from "../terminal/errors";
import { readText } from "./textFile";

const schema = z.strictObject({
  /** Number of the account, of 12 digits. */
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  /** Configuration by full key, such as `shop:password`: for secrets that cannot be decrypted here, and what an environment sets. */
  config: z.record(z.string(), z.unknown()).default({}),
  /** Outputs by the name of the stack, such as `acme/network/prod`. */
  stacks: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  /** Results of data sources: the first entry with the same token and arguments is used. */
  dataSources: z
    .array(
      z.strictObject({
        token: z.string(),
        /** Default: any arguments. */
        args: z.record(z.string(), z.unknown()).optional(),
        result: z.record(z.string(), z.unknown()),
      }),
    )
    .default([]),
});

/** Values that only the user knows: with them a program needs no credentials. */
export type Answers = z.infer<typeof schema>;

/** The default file of answers. */
export const defaultAnswersFile = path.join(localFolder, "answers.yaml");

/**
 * Reads a file of answers.
 * @param given What the user named; left out, {@link defaultAnswersFile} if it is there.
 * @throws {@link UsageError} naming file and key.
 */
export function readAnswers(given: string | undefined): Answers {
  const file = given === undefined ? defaultAnswersFile : path.resolve(given);
  if (!existsSync(file)) {
    if (given !== undefined) throw new UsageError(`--answers ${given}: there is no such file.`);
    return schema.parse({});
  }
  let content: unknown;
  try {
    content = parse(readText(file)) ?? {};
  } catch (error) {
    throw new UsageError(`${path.relative(process.cwd(), file)} is not YAML: ${(error as Error).message}`);
  }
  const { data, error } = schema.safeParse(content);
  if (data) return data;
  const lines = error.issues.map(({ path: keys, message }) => `  ${keys.join(".") || "the file"}: ${message}`);
  throw new UsageError(`${path.relative(process.cwd(), file)} is wrong:\n${lines.join("\n")}`);
}

/** The answer to a data source; undefined if there is none. */
export function answerTo(
  answers: Answers,
  token: string,
  args: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const same = (wanted: Record<string, unknown>): boolean =>
    Object.entries(wanted).every(([name, value]) => JSON.stringify(args[name]) === JSON.stringify(value));
  return answers.dataSources.find((each) => each.token === token && same(each.args ?? {}))?.result;
}
