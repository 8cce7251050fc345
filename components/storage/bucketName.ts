import { isNamed, naming } from "../../limits/naming";

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

const reserved = new RegExp(`${naming.bucketReservedPrefix}|${naming.bucketReservedSuffix}`);

/** Why S3 would refuse the name for a bucket, and what it accepts; undefined if it is valid. */
export function bucketNameProblem(name: string): string | undefined {
  if (!isNamed(naming.bucket, name)) {
    return `S3 allows 3 to 63 lowercase letters, digits, hyphens and single dots, with a letter or digit at each end, and no IP address (${PAGE})`;
  }
  const [word] = reserved.exec(name) ?? [];
  return word && `S3 reserves names with ${word} (${PAGE})`;
}
