/** The report as data, and the words that all its forms share. */
import { type BucketUsage } from "./buckets";
import { type FunctionUsage, type Period } from "./functions";

export interface Report {
  time: Date;
  period: Period;
  buckets: BucketUsage[];
  functions: FunctionUsage[];
}

/** Stands wherever there is no figure: zero would be an answer. */
export const NO_DATA = "no data";

/** What has to be said about a bucket's figures; empty when nothing has. */
export function noteOn({ problem, complete }: BucketUsage): string {
  if (problem !== undefined) return `cannot be read: ${problem}`;
  return complete ? "" : "more than this: time ran short while listing";
}

/** To the second. */
export const timeText = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;
