/** The report in a few lines, for people subscribed to the topic. */
import { sizeText } from "./html";
import { NO_DATA, type Report, timeText } from "./report";

/** The sum of what is known; undefined when nothing is. */
function total(parts: (number | undefined)[]): number | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, part) => sum + part, 0);
}

export function formatAnnouncement({ time, period, buckets, functions }: Report, csv: string, html: string) {
  const listed = buckets.every(({ complete }) => complete);
  const text = (sum: number | undefined, format: (sum: number) => string = String) =>
    sum === undefined ? NO_DATA : format(sum);
  const held = (sum: number | undefined, format?: (sum: number) => string) =>
    listed || sum === undefined ? text(sum, format) : `more than ${text(sum, format)}`;
  const lines = [
    `Usage report of ${timeText(time)}`,
    "",
    `Buckets: ${buckets.length}`,
    `  objects: ${held(total(buckets.map(({ objects }) => objects)))}`,
    `  size: ${held(total(buckets.map(({ bytes }) => bytes)), sizeText)}`,
    `Functions: ${functions.length}, from ${timeText(period.from)} to ${timeText(period.to)}`,
    `  invocations: ${text(total(functions.map(({ invocations }) => invocations)))}`,
    `  errors: ${text(total(functions.map(({ errors }) => errors)))}`,
    `  throttles: ${text(total(functions.map(({ throttles }) => throttles)))}`,
    "",
    `CSV: ${csv}`,
    `HTML: ${html}`,
  ];
  return { Subject: `Usage report ${timeText(time)}`, Message: `${lines.join("\n")}\n` };
}
