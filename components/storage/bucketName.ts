const PAGE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html";

/** Why a key of S3 cannot begin like this; undefined when it can. */
export const keyPrefixProblem = (prefix: string): string | undefined =>
  Buffer.byteLength(prefix) > 1_024
    ? "S3 allows keys of 1,024 bytes (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html)"
    : undefined;

/**
 * Why a prefix of keys cannot say both which events a function gets and which objects it may use; undefined when it can. To
 * S3's filters `*` and `?` are letters, to IAM they are patterns, and `${` is a variable.
 */
export const eventPrefixProblem = (prefix: string): string | undefined =>
  keyPrefixProblem(prefix) ??
  (/[*?]|\$\{/.test(prefix)
    ? "a prefix is what keys begin with, not a pattern: leave out *, ? and ${ (https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html)"
    : undefined);

/** A prefix or suffix as S3 wants it in the filter of a notification: like the keys in its events, percent-encoded. */
export const encodeFilter = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll("%2F", "/")
    .replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Beginnings and ends of names that S3 keeps for itself. */
const RESERVED = /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

/** Why S3 would refuse the name for a bucket, and what it takes instead; undefined when it is right. */
export function bucketNameProblem(name: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes("..")) {
    return `S3 allows 3 to 63 lowercase letters, digits, hyphens and single dots, with a letter or digit at each end (${PAGE})`;
  }
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return `S3 allows no name that is written like an IP address (${PAGE})`;
  const [reserved] = RESERVED.exec(name) ?? [];
  return reserved && `S3 keeps names with ${reserved} for itself (${PAGE})`;
}
