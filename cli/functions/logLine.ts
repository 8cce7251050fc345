/** Lines of functions' logs as people read them. */

/** From the least to the most severe. */
export const levels = ["trace", "debug", "info", "warn", "error", "fatal"] as const;
export type Level = (typeof levels)[number];

/** A parsed log line. */
export interface LogLine {
  /** Undefined for plain text, which has none. */
  level: Level | undefined;
  message: string;
  /** Further fields, as `name=value`. */
  details: string[];
}

/** Fields that loggers add to every line, which people rarely need; `--json` has them. */
const everywhere = new Set(
  (
    "timestamp level message requestId service cold_start function_arn function_memory_size function_name " +
    "function_request_id sampling_rate xray_trace_id correlation_id _aws"
  ).split(" "),
);

/** Lambda's lines at the start and end of a call. */
const callLine = /^(START RequestId: |END RequestId: |REPORT RequestId: |INIT_START |EXTENSION\t)/;

/** Node's warnings about dependencies. */
const dependencyWarning = /^(\(node:\d+\) \[DEP\d+\] DeprecationWarning: |\(Use `node --trace-deprecation )/;

/** The lines of a log without Node's warnings about dependencies. */
export const withoutWarnings = (log: string): string =>
  log
    .split("\n")
    .filter((line) => !dependencyWarning.test(line))
    .join("\n");

/** Parses a line; undefined for routine lines, and for metrics, which are for CloudWatch. */
export function readLogLine(text: string): LogLine | undefined {
  if (callLine.test(text) || dependencyWarning.test(text)) return undefined;
  const document = parseDocument(text);
  if (!document) {
    const [, level, words] = /^\S+Z\t\S+\t(\w+)\t([^]*)$/.exec(text) ?? []; // Lambda's form for Node.js
    return { level: asLevel(level), message: words ?? text, details: [] };
  }
  if ("_aws" in document && !("message" in document)) return undefined;
  const { message, error } = document;
  const details = Object.entries(document)
    .filter(([name, value]) => !everywhere.has(name) && name !== "error" && value !== undefined)
    .map(([name, value]) => `${name}=${asText(value)}`);
  return {
    level: asLevel(document.level),
    message: asText(message ?? ""),
    details: [...(error === undefined ? [] : [`error=${errorText(error)}`]), ...details],
  };
}

/** Whether a line is of a level or above; a line without one is of every level. */
export const reaches = ({ level }: LogLine, least: Level | undefined): boolean =>
  least === undefined || level === undefined || levels.indexOf(level) >= levels.indexOf(least);

function parseDocument(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function asLevel(level: unknown): Level | undefined {
  const word = typeof level === "string" ? level.toLowerCase() : "";
  const other = { warning: "warn", critical: "fatal" }[word] ?? word;
  return levels.find((each) => each === other);
}

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** An error's name and message; its stack is in the raw line. */
function errorText(error: unknown): string {
  const { name, message } = (typeof error === "object" ? (error ?? {}) : {}) as { name?: unknown; message?: unknown };
  return typeof message === "string" ? `${asText(name ?? "Error")}: ${message}` : asText(error);
}
