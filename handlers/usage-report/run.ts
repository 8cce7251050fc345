/** Which scheduled run this is, so that a retry of it is recognised, and where its files go. */
import { z } from "zod";

/** EventBridge Scheduler's context attributes; outside AWS they may arrive as they were written, `<aws.scheduler.…>`. */
const payload = z.object({ scheduledTime: z.iso.datetime({ offset: true }) });
const execution = z.object({ executionId: z.string().regex(/^[\w-]{1,128}$/) });

export interface Run {
  /** The same for every attempt of one scheduled run. */
  id: string;
  time: Date;
}

/** To the second, with no character that a key, a file or an address would have to escape. */
const stamp = (time: Date): string => time.toISOString().slice(0, 19).replaceAll(":", "-") + "Z";

/**
 * The time of the schedule where the payload has one: each attempt of Scheduler's has an execution id of its own. Without a
 * time, that id, which everything that comes again by Lambda has, too; or else Lambda's request id, which its own retries keep.
 */
export function parseRun(event: unknown, requestId: string, now: Date): Run {
  const { data } = payload.safeParse(event);
  if (!data) return { id: execution.safeParse(event).data?.executionId ?? requestId, time: now };
  const time = new Date(data.scheduledTime);
  return { id: stamp(time), time };
}

/** Keys of the report's files, and of the record that it was announced. */
export function reportKeys({ id, time }: Run, prefix: string) {
  const day = time.toISOString().slice(0, 10).replaceAll("-", "/");
  const file = `${prefix}${day}/usage-${stamp(time)}`;
  return { csv: `${file}.csv`, html: `${file}.html`, announcement: `${prefix}announced/${id}.json` };
}
