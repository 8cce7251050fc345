/**
 * The object's key from an S3 event, where it is form-encoded: a space is `+`, everything else is percent-encoded UTF-8.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const decodeEventKey = (encoded: string): string => decodeURIComponent(encoded.replaceAll("+", " "));
