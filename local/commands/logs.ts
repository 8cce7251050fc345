import {
  CloudWatchLogsClient,
  type FilteredLogEvent,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from "@aws-sdk/client-cloudwatch-logs";
import { setTimeout as sleep } from "node:timers/promises";
import { paint } from "./display";
import { connection, functionName } from "./running";

const prefix = "/aws/lambda/";
const followMs = 1000;
/** An event may be filed a little after the time that it carries. */
const overlapMs = 5000;

/** Prints what the functions of the stack `local`, or one of them, wrote to CloudWatch Logs; `follow` goes on for ever. */
export async function logs(given: string | undefined, { follow }: { follow: boolean }): Promise<void> {
  const to = await connection();
  const client = new CloudWatchLogsClient(to);
  const only = given === undefined ? undefined : prefix + (await functionName(given, to));
  const printed = new Set<string>();
  for (let since = 0; ; await sleep(followMs)) {
    const begun = Date.now();
    const groups = only === undefined ? await logGroups(client) : [only];
    const events = (await Promise.all(groups.map((group) => eventsOf(client, group, since)))).flat();
    const fresh = events.filter(({ key }) => !printed.has(key)).sort((a, b) => a.time - b.time);
    for (const { key, time, group, message } of fresh) {
      printed.add(key);
      const clock = new Date(time).toISOString().slice(11, 23);
      console.log(`${paint("dim", clock)} ${paint("cyan", group.slice(prefix.length))} ${message}`);
    }
    if (!follow) {
      if (!fresh.length) console.error("nothing has been logged yet");
      client.destroy();
      return;
    }
    since = begun - overlapMs;
  }
}

async function logGroups(client: CloudWatchLogsClient): Promise<string[]> {
  const names: string[] = [];
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, { logGroupNamePrefix: prefix })) {
    names.push(...logGroups.flatMap(({ logGroupName }) => logGroupName ?? []));
  }
  return names;
}

interface Line {
  key: string;
  time: number;
  group: string;
  message: string;
}

async function eventsOf(client: CloudWatchLogsClient, group: string, startTime: number): Promise<Line[]> {
  const lines: Line[] = [];
  try {
    for await (const { events = [] } of paginateFilterLogEvents({ client }, { logGroupName: group, startTime })) {
      lines.push(...events.map((event) => lineOf(group, event)));
    }
  } catch (error) {
    // A function that has not run yet may have no group, and one that is followed may be removed.
    if ((error as Error).name !== "ResourceNotFoundException") throw error;
  }
  return lines;
}

function lineOf(group: string, { eventId, logStreamName, timestamp = 0, message = "" }: FilteredLogEvent): Line {
  const key = eventId ?? `${group} ${logStreamName} ${timestamp} ${message}`;
  return { key, time: timestamp, group, message: message.trimEnd() };
}
