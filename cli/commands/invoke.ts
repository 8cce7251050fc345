import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { existsSync } from "node:fs";
import { readText } from "../project/textFile";
import { FailureError, UsageError } from "../terminal/errors";
import { printable } from "../terminal/printable";
import { withoutWarnings } from "../functions/logLine";
import { connection, findFunction } from "../functions/running";

/**
 * Calls a function of the running stack and prints its result; its log goes to standard error.
 * @param payload JSON, or `@file` with JSON; default `{}`
 */
export async function invoke(given: string, payload = "{}"): Promise<void> {
  const body = readPayload(payload);
  const to = await connection();
  const { name: FunctionName } = await findFunction(given, to);
  // One attempt only, since a second one would run the function twice.
  const client = new LambdaClient({ ...to, maxAttempts: 1 });
  const answer = await client.send(new InvokeCommand({ FunctionName, Payload: Buffer.from(body), LogType: "Tail" }));
  client.destroy();
  if (answer.LogResult)
    console.error(printable(withoutWarnings(Buffer.from(answer.LogResult, "base64").toString()).trimEnd()));
  console.log(printable(answer.Payload ? Buffer.from(answer.Payload).toString() : "null"));
  if (answer.FunctionError) throw new FailureError(`${FunctionName} failed (${answer.FunctionError}).`);
}

function readPayload(payload: string): string {
  const file = payload.startsWith("@") ? payload.slice(1) : undefined;
  if (file !== undefined && !existsSync(file)) throw new UsageError(`payload ${payload}: there is no such file.`);
  const text = file === undefined ? payload : readText(file);
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    throw new UsageError(
      `the payload is not JSON: ${(error as Error).message}. Example: '{"dryRun": true}', or @event.json`,
    );
  }
}
