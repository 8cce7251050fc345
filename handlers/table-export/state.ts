/** What the export remembers from one run to the next: one JSON object in the bucket. */
import { z } from "zod";

const time = z.iso.datetime().transform((text) => new Date(text));

/** An export that DynamoDB is making, or that failed and is to be started again. */
const work = z.object({
  type: z.enum(["full", "incremental"]),
  from: time.optional(),
  to: time,
  prefix: z.string(),
  /** Absent until it is started. */
  exportArn: z.string().optional(),
  /** Times that it was started. */
  attempts: z.int().min(0),
});

const stateSchema = z.object({
  lastFull: time.optional(),
  until: time.optional(),
  work: z.array(work),
});

export type Work = z.output<typeof work>;
export type State = z.output<typeof stateSchema>;

export const readState = (text: string | undefined): State =>
  text === undefined ? { work: [] } : stateSchema.parse(JSON.parse(text));
