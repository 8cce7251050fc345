import { CloudWatchLogsClient, paginateFilterLogEvents } from "@aws-sdk/client-cloudwatch-logs";
import { setTimeout as sleep } from "node:timers/promises";
import { paint } from "../terminal/display";
import { type Level, type LogLine, readLogLine, reaches } from "../functions/logLine";
import { isOutputClosed } from "../terminal/interruption";
import { printable } from "../terminal/printable";
import { allFunctions, type Connection, connection, findFunction, type RunningFunction } from "../functions/running";

const followMs = 1000;
/** An event may be stored a little later than its timestamp. */
const overlapMs = 5000;

/** Options of `npm run logs`. */
export interface LogsOptions {
  /** Keep printing new lines. */
  follow: boolean;
  /** Only lines of this level and above, and lines without a level. */
  level?: Level;
  /** Only lines with this text, in upper or lower case. */
  filter?: string;
  /** A JSON document for each line, with the line as it was written. */
  json: boolean;
}

/** Prints the CloudWatch Logs of all functions of the running stack, or of one; with `follow` until interrupted. */
export async function logs(given: string | undefined, options: LogsOptions): Promise<void> {
  const to = await connection();
  const functions = given === undefined ? await allFunctions(to) : [await findFunction(given, to)];
  const reader = new LogReader(to);
  await reader.print(functions, options);
  while (options.follow && !isOutputClosed()) {
    await sleep(followMs);
    await reader.print(functions, options);
  }
  if (!reader.hasRead) console.error("nothing has been logged yet");
  reader.close();
}

/** Reads the logs of functions again and again, and prints what is new. */
export class LogReader {
  readonly #client: CloudWatchLogsClient;
  readonly #printed = new Set<string>();

  /** @param since Lines before this time are not printed, in milliseconds. */
  constructor(
    to: Connection,
    private since = 0,
  ) {
    this.#client = new CloudWatchLogsClient(to);
  }

  get hasRead(): boolean {
    return this.#printed.size > 0;
  }

  async print(functions: readonly RunningFunction[], { json, ...wanted }: Omit<LogsOptions, "follow">): Promise<void> {
    const begun = Date.now();
    const events = (await Promise.all(functions.map((each) => readEvents(this.#client, each, this.since)))).flat();
    const fresh = events.filter(({ key }) => !this.#printed.has(key)).sort((a, b) => a.time - b.time);
    for (const { key, time, source, message } of fresh) {
      this.#printed.add(key);
      const at = new Date(time).toISOString();
      const read = readLogLine(message);
      if (!isWanted(message, read, wanted)) continue;
      if (json) console.log(JSON.stringify({ time: at, function: source, message }));
      else if (read) console.log(formatLine(at, source, read));
    }
    this.since = Math.max(this.since, begun - overlapMs);
  }

  close(): void {
    this.#client.destroy();
  }
}

/** Whether the line matches the user's filters. */
const isWanted = (
  message: string,
  read: LogLine | undefined,
  { level, filter }: Pick<LogsOptions, "level" | "filter">,
) =>
  (read ? reaches(read, level) : level === undefined) &&
  (filter === undefined || message.toLowerCase().includes(filter.toLowerCase()));

const styles = { trace: "dim", debug: "dim", info: "green", warn: "yellow", error: "red", fatal: "red" } as const;

/** `12:30:01.250 INFO  thumbnailer-1a2b3c4 1 of 1 photos made  made=2`. */
export function formatLine(at: string, source: string, { level, message, details }: LogLine): string {
  const name = (level ?? "").toUpperCase().padEnd(5);
  const more = details.length > 0 ? `  ${paint("dim", printable(details.join(" ")))}` : "";
  const coloured = level ? paint(styles[level], name) : name;
  return `${paint("dim", at.slice(11, 23))} ${coloured} ${paint("cyan", source)} ${printable(message)}${more}`;
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
    // A function that has not run may have no log group, and a followed one may disappear.
    if ((error as Error).name !== "ResourceNotFoundException") throw error;
  }
  return lines;
}
