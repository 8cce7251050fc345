/** The report as CSV (RFC 4180): one row a bucket or function, plain numbers for machines. */
import { NO_DATA, noteOn, type Report, timeText } from "./report";

const HEADER = [
  "kind",
  "name",
  "objects",
  "bytes",
  "newest",
  "invocations",
  "errors",
  "throttles",
  "average_duration_ms",
  "maximum_duration_ms",
  "note",
];

/**
 * One field. Spreadsheets run text that begins like a formula: an apostrophe in front keeps it text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvField(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toCsv({ buckets, functions }: Report): string {
  const bucketRows = buckets.map((usage) => [
    "bucket",
    usage.bucket,
    usage.objects ?? NO_DATA,
    usage.bytes ?? NO_DATA,
    usage.newest ? timeText(usage.newest) : NO_DATA,
    ...Array<string>(5).fill(""),
    noteOn(usage),
  ]);
  const functionRows = functions.map((usage) => [
    "function",
    usage.function,
    ...Array<string>(3).fill(""),
    usage.invocations ?? NO_DATA,
    usage.errors ?? NO_DATA,
    usage.throttles ?? NO_DATA,
    usage.averageMillis ?? NO_DATA,
    usage.maximumMillis ?? NO_DATA,
    "",
  ]);
  return [HEADER, ...bucketRows, ...functionRows].map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
}
