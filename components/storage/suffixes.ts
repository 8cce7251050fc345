/** A bucket takes 100 notifications, and each suffix needs two. */
const MOST = 50;

/** S3 compares suffixes letter by letter, and cameras write IMG_0001.JPG. */
export const bothCases = (suffixes: string[]): string[] => [
  ...new Set(suffixes.flatMap((suffix) => [suffix.toLowerCase(), suffix.toUpperCase()])),
];

/** Why S3 would refuse notifications for these suffixes, each in lower and upper case; undefined if they are valid. */
export function suffixesProblem(suffixes: string[]): string | undefined {
  if (suffixes.length > MOST)
    return `give ${MOST} or fewer: a bucket takes 100 notifications, and each suffix needs two`;
  const filters = bothCases(suffixes);
  if (suffixes.some((suffix) => suffix.includes("*")))
    return "a suffix is what keys end with, not a pattern: leave out *";
  const alike = filters.some((one) => one === "" || filters.some((other) => other !== one && one.endsWith(other)));
  return alike ? "S3 refuses suffixes that end alike: leave out the longer one, and give no empty one" : undefined;
}
