/** The report as CSV (RFC 4180): one row a bucket or function, plain numbers for machines. */
import { stringify } from "csv-stringify/sync";
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
  return stringify([HEADER, ...bucketRows, ...functionRows], {
    // Spreadsheets run text that begins like a formula: https://owasp.org/www-community/attacks/CSV_Injection
    escape_formulas: true,
    record_delimiter: "windows",
    quoted_match: /[\r\n]/, // a single one of the two is no delimiter here, but one to many readers
  });
}
