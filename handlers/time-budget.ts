/** How long a run may start new work. */
import { type Context } from "aws-lambda";

/** A run keeps this share of its time, at most this many milliseconds, to finish what it has begun and save its results. */
const SHARE = 0.25;
const MAX_RESERVE = 30_000;

/** Returns a function that says, at any moment of the run, whether there is time for more work. */
export function timeBudget(context: Pick<Context, "getRemainingTimeInMillis">): () => boolean {
  const reserve = Math.min(MAX_RESERVE, SHARE * context.getRemainingTimeInMillis());
  return () => context.getRemainingTimeInMillis() > reserve;
}
