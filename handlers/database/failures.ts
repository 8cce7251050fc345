/** What went wrong with a statement, and what to do about it. https://www.postgresql.org/docs/current/errcodes-appendix.html */

/**
 * `conflict`: the transaction conflicts with another; `lost`: the connection is lost, as in a failover; `other`: a
 * retry cannot help.
 */
export type Failure = "conflict" | "lost" | "other";

const CONFLICTS = new Set([
  "40001", // serialization_failure
  "40P01", // deadlock_detected
]);
const LOST = new Set([
  "25006", // read_only_sql_transaction: after a failover, still connected to what was the writer
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
]);
const CONNECTION_CLASS = /^08/;
/** The driver has no codes for these. */
const WORDS = /connection terminated|timeout|not queryable|ssl connection/i;

export function classifyFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return "other";
  if (error instanceof AggregateError && error.errors.some((each) => classifyFailure(each) === "lost")) return "lost";
  const { code = "" } = error as { code?: string };
  if (CONFLICTS.has(code)) return "conflict";
  if (LOST.has(code) || CONNECTION_CLASS.test(code)) return "lost";
  return code === "" && WORDS.test(error.message) ? "lost" : "other";
}
