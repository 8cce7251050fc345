/** Deletes old log objects and gives log groups a retention, as far as the time allows. */
export interface LogObject {
  key: string;
  bytes: number;
  modified: Date;
}

/** Something that could not be changed. */
export interface Failure {
  what: string;
  why: string;
}

/** Objects under the prefix, in the order of their keys. */
export interface LogObjects {
  /** The next ones after the key `after`, or the first ones. */
  list(after: string | undefined): Promise<{ objects: LogObject[]; more: boolean }>;
  /** Deletes up to 1,000 keys and says which it could not. */
  remove(keys: string[]): Promise<Failure[]>;
}

export interface LogGroups {
  /** Names of the groups under the prefix whose events never expire. */
  withoutRetention(): AsyncIterable<string>;
  setRetention(name: string): Promise<void>;
}

/** The last key that an unfinished run has dealt with, kept until the next run. */
export interface Cursor {
  load(): Promise<string | undefined>;
  save(after: string): Promise<void>;
  remove(): Promise<void>;
}

export interface Plan {
  dryRun: boolean;
  /** Objects modified before this moment are deleted. */
  before: Date;
  /** The one key that is never deleted: the cursor's own. */
  spare?: string | undefined;
  hasTime: () => boolean;
}

export interface Summary {
  dryRun: boolean;
  /** Objects deleted, or in a dry run those that would be. */
  deleted: number;
  bytes: number;
  kept: number;
  logGroupsChanged: number;
  /** False when time ran short, or a listing failed: the next run goes on from there. */
  complete: boolean;
  resumedAfter?: string | undefined;
  failures: Failure[];
}

const failure = (what: string, error: unknown): Failure => ({
  what,
  why: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
});

/** True when every group has been seen. */
async function setRetentions(groups: LogGroups, plan: Plan, summary: Summary): Promise<boolean> {
  try {
    for await (const name of groups.withoutRetention()) {
      if (!plan.hasTime()) return false;
      try {
        if (!plan.dryRun) await groups.setRetention(name);
        summary.logGroupsChanged++;
      } catch (error) {
        summary.failures.push(failure(`log group ${name}`, error));
      }
    }
    return true;
  } catch (error) {
    summary.failures.push(failure("list of log groups", error));
    return false;
  }
}

async function removeExpired(page: LogObject[], objects: LogObjects, plan: Plan, summary: Summary): Promise<void> {
  const expired = page.filter(({ key, modified }) => modified < plan.before && key !== plan.spare);
  const failures = expired.length === 0 || plan.dryRun ? [] : await objects.remove(expired.map(({ key }) => key));
  const failed = new Set(failures.map(({ what }) => what));
  const removed = expired.filter(({ key }) => !failed.has(key));
  summary.failures.push(...failures);
  summary.deleted += removed.length;
  summary.bytes += removed.reduce((sum, { bytes }) => sum + bytes, 0);
  summary.kept += page.length - removed.length;
}

/** Goes through the objects after `start`; gives back the last key dealt with, and whether that was the end. */
async function sweep(
  start: string | undefined,
  objects: LogObjects,
  plan: Plan,
  summary: Summary,
): Promise<{ after: string | undefined; done: boolean }> {
  let after = start;
  try {
    while (plan.hasTime()) {
      const page = await objects.list(after);
      await removeExpired(page.objects, objects, plan, summary);
      after = page.objects.at(-1)?.key ?? after;
      if (!page.more) return { after, done: true };
    }
  } catch (error) {
    summary.failures.push(failure(after === undefined ? "objects" : `objects after ${after}`, error));
  }
  return { after, done: false };
}

/**
 * One run. Log groups come first: they are few, and a group that has its retention is not seen again. Then the objects, from
 * where the last unfinished run stopped. What fails is in the summary and does not stop the rest.
 */
export async function clean(objects: LogObjects, groups: LogGroups, cursor: Cursor, plan: Plan): Promise<Summary> {
  const summary: Summary = {
    dryRun: plan.dryRun,
    deleted: 0,
    bytes: 0,
    kept: 0,
    logGroupsChanged: 0,
    complete: false,
    failures: [],
  };
  const start = plan.dryRun ? undefined : await cursor.load();
  if (start !== undefined) summary.resumedAfter = start;
  const groupsDone = await setRetentions(groups, plan, summary);
  const { after, done } = await sweep(start, objects, plan, summary);
  summary.complete = groupsDone && done;
  if (plan.dryRun) return summary;
  if (done) await cursor.remove();
  if (!done && after !== undefined) await cursor.save(after);
  return summary;
}
