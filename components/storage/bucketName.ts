const PAGE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html";

/** Why keys in S3 cannot have this prefix; undefined if they can. */
export const keyPrefixProblem = (prefix: string): string | undefined =>
  Buffer.byteLength(prefix) > 1_024
    ? "S3 allows keys of 1,024 bytes (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html)"
    : undefined;

/**
 * Why a prefix cannot select both a function's events and the objects that it may use; undefined if it can. S3's
 * filters take `*` and `?` literally; in IAM they are wildcards, and `${` begins a variable.
 */
export const eventPrefixProblem = (prefix: string): string | undefined =>
  keyPrefixProblem(prefix) ??
  (/[*?]|\$\{/.test(prefix)
    ? "a prefix is what keys begin with, not a pattern: leave out *, ? and ${ (https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html)"
    : undefined);

/** A prefix or suffix in the form of notification filters: percent-encoded, like the keys in events. */
export const encodeFilter = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll("%2F", "/")
    .replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Prefixes and suffixes of names that S3 reserves. */
const RESERVED = /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

/** Why S3 would refuse the name for a bucket, and what it accepts; undefined if it is valid. */
export function bucketNameProblem(name: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes("..")) {
    return `S3 allows 3 to 63 lowercase letters, digits, hyphens and single dots, with a letter or digit at each end (${PAGE})`;
  }
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return `S3 allows no name in the form of an IP address (${PAGE})`;
  const [reserved] = RESERVED.exec(name) ?? [];
  return reserved && `S3 reserves names with ${reserved} (${PAGE})`;
}
