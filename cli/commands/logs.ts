import { CloudWatchLogsClient, paginateFilterLogEvents } from "@aws-sdk/client-cloudwatch-logs";
import { setTimeout as sleep } from "node:timers/promises";
import { paint } from "../terminal/display";
import { printable } from "../terminal/printable";
import { allFunctions, connection, findFunction, type RunningFunction } from "../functions/running";

const followMs = 1000;
/** An event may be filed a little after the time that it carries. */
const overlapMs = 5000;

/** Options of `npm run logs`. */
export interface LogsOptions {
  /** Go on as new lines come. */
  follow: boolean;
  /** A JSON document for each line. */
  json: boolean;
}

/** Prints what the functions of the stack `local`, or one of them, wrote to CloudWatch Logs; `follow` goes on until it is interrupted. */
export async function logs(given: string | undefined, { follow, json }: LogsOptions): Promise<void> {
  const to = await connection();
  const client = new CloudWatchLogsClient(to);
  const functions = given === undefined ? await allFunctions(to) : [await findFunction(given, to)];
  const printed = new Set<string>();
  for (let since = 0; ; await sleep(followMs)) {
    const begun = Date.now();
    const events = (await Promise.all(functions.map((source) => readEvents(client, source, since)))).flat();
    const fresh = events.filter(({ key }) => !printed.has(key)).sort((a, b) => a.time - b.time);
    for (const { key, time, source, message } of fresh) {
      printed.add(key);
      const at = new Date(time).toISOString();
      if (json) console.log(JSON.stringify({ time: at, function: source, message }));
      else console.log(`${paint("dim", at.slice(11, 23))} ${paint("cyan", source)} ${printable(message)}`);
    }
    if (!follow) {
      if (!fresh.length) console.error("nothing has been logged yet");
      client.destroy();
      return;
    }
    since = begun - overlapMs;
  }
}

interface Line {
  key: string;
  time: number;
  source: string;
  message: string;
}

async function readEvents(
  client: CloudWatchLogsClient,
  { name, logGroup: logGroupName }: RunningFunction,
  startTime: number,
): Promise<Line[]> {
  const lines: Line[] = [];
  try {
    for await (const { events = [] } of paginateFilterLogEvents({ client }, { logGroupName, startTime })) {
      for (const { eventId, logStreamName, timestamp: time = 0, message = "" } of events) {
        const key = eventId ?? `${name} ${logStreamName} ${time} ${message}`;
        lines.push({ key, time, source: name, message: message.trimEnd() });
      }
    }
  } catch (error) {
    // A function that has not run yet may have no group, and one that is followed may be removed.
    if ((error as Error).name !== "ResourceNotFoundException") throw error;
  }
  return lines;
}
