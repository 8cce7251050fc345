/** Which exports are due: full ones, and periods of changes without a gap between them. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Bounds of the period of one incremental export: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html */
export const SHORTEST = 15 * MINUTE;
export const LONGEST = DAY;
/** Point-in-time recovery, which exports are made from, is about five minutes behind. */
export const LAG = 10 * MINUTE;

/** One export to start. Times are whole seconds, as DynamoDB takes them; a full export has everything before `to`, and may have more. */
export type Due = { type: "full"; to: Date } | { type: "incremental"; from: Date; to: Date };

export interface Rhythm {
  mode: "full" | "incremental";
  fullEveryDays: number;
  recoveryDays: number;
}

/** What has been exported, or is being exported. */
export interface Progress {
  /** Time of the last full export. */
  lastFull?: Date;
  /** Changes before this are in a full or an incremental export. */
  until?: Date;
}

/**
 * A full export where there is none yet, where one is due, and where changes are older than the table's point-in-time
 * recovery remembers; else the changes since, in periods of at most a day. What is shorter than a quarter of an hour
 * waits for the next run.
 */
export function dueExports(progress: Progress, rhythm: Rhythm, now: Date): { due: Due[]; progress: Progress } {
  const { lastFull, until } = progress;
  const to = new Date(Math.floor((now.getTime() - LAG) / 1_000) * 1_000);
  const full: Due = { type: "full", to };
  const isForgotten = !until || until.getTime() < to.getTime() - rhythm.recoveryDays * DAY;
  if (rhythm.mode === "full" || !lastFull || isForgotten) return { due: [full], progress: { lastFull: to, until: to } };
  const changes = periods(until.getTime(), to.getTime());
  const isDue = to.getTime() - lastFull.getTime() >= rhythm.fullEveryDays * DAY;
  return {
    // The changes are exported next to a full export too, so that they have no gap.
    due: isDue ? [...changes, full] : changes,
    progress: { lastFull: isDue ? to : lastFull, until: changes.at(-1)?.to ?? until },
  };
}

function periods(from: number, to: number): Due[] {
  const found: Due[] = [];
  for (let start = from; to - start >= SHORTEST;) {
    // The rest after a whole day may not be too short for a period of its own.
    const rest = to - start - LONGEST;
    const end = rest <= 0 ? to : rest < SHORTEST ? to - SHORTEST : start + LONGEST;
    found.push({ type: "incremental", from: new Date(start), to: new Date(end) });
    start = end;
  }
  return found;
}

/** `<prefix><table>/<yyyy>/<mm>/<dd>/<type>`, by the time that the export reaches to. */
export function exportPrefix(due: Due, tableArn: string, prefix: string): string {
  const day = due.to.toISOString().slice(0, 10).replaceAll("-", "/");
  return `${prefix}${tableArn.split("/")[1]}/${day}/${due.type}`;
}
