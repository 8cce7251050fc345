/** Reads a function's environment once, typed, and fails at once with a message that names each wrong variable. */
import { z } from "zod";

import { logger } from "./telemetry";

/** A whole number in decimal digits, within bounds that belong to it. */
export const wholeNumber = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .regex(/^\d+$/, "a whole number in decimal digits is needed")
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** The text "true" or "false", nothing else: a switch that guards deletions must not be guessed from "0" or "no". */
export const flag = () => z.enum(["true", "false"]).transform((text) => text === "true");

/** A value given as JSON text. */
export const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch (error) {
        context.addIssue({ code: "custom", message: `not JSON: ${(error as Error).message}` });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** A folder of a bucket: it ends with a slash, or is empty. */
export const folder = () => z.string().regex(/^$|\/$/, 'an empty prefix or one that ends with "/" is needed');

/** A prefix that decides what is changed or deleted. Everything (an empty prefix) must be asked for as `""`, quotes included. */
export const guardedPrefix = () =>
  z
    .string()
    .min(1, 'an empty prefix means everything; ask for that with the two characters "" as the value')
    .transform((prefix) => (prefix === '""' ? "" : prefix));

const describe = (issue: z.core.$ZodIssue, environment: NodeJS.ProcessEnv): string => {
  const [name = "", ...path] = issue.path.map(String);
  const value = environment[name];
  const where = [name, ...path].join(".");
  if (value === undefined) return `${where} is not set`;
  return `${where}: ${issue.message} (the variable holds ${JSON.stringify(value.slice(0, 200))})`;
};

/**
 * Checks `environment` against `schema`, one key a variable. Problems are logged as well: nobody sees the error of a
 * function that an event invoked, and the runtime does not log it as JSON.
 * @throws Error that lists every missing or wrong variable, its value and what is allowed
 */
export function readEnvironment<T extends z.ZodType>(
  schema: T,
  environment: NodeJS.ProcessEnv = process.env,
): z.output<T> {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => describe(issue, environment));
  logger.error("the environment is wrong: no event can be handled", { variables: faults });
  throw new Error(
    `The environment of function ${environment.AWS_LAMBDA_FUNCTION_NAME ?? "(unnamed)"} is wrong; ` +
      `correct it where the function is declared:\n  ${faults.join("\n  ")}`,
  );
}
