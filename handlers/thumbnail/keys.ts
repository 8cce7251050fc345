/** Keys of what is made from a photo. */
import { createHash } from "node:crypto";

import { thumbnailExtensions, thumbnailPrefixes } from "../../limits/bounds";
import { type Rendition } from "./settings";

/** Longest key in S3, in bytes of UTF-8. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const MAX_KEY_BYTES = 1024;
const leaf = new RegExp(`^\\d+\\.(${Object.values(thumbnailExtensions).join("|")})$`);

/** Where all thumbnails of one photo are. */
export const thumbnailFolder = (photo: string): string => `${thumbnailPrefixes.thumbnails}${photo}/`;

export const thumbnailKey = (photo: string, { width, format }: Rendition): string =>
  `${thumbnailFolder(photo)}${width}.${thumbnailExtensions[format]}`;

/** True for a key directly in the photo's folder that is named as a thumbnail, of whatever renditions were once configured. */
export const isThumbnailKey = (photo: string, key: string): boolean =>
  key.startsWith(thumbnailFolder(photo)) && leaf.test(key.slice(thumbnailFolder(photo).length));

/** True when S3 can hold this key. */
export const fits = (key: string): boolean => Buffer.byteLength(key) <= MAX_KEY_BYTES;

/** Where an operator finds why a photo was refused. A key too long for that is named by its SHA-256. */
export function rejectionKey(photo: string): string {
  const key = `${thumbnailPrefixes.rejected}${photo}.json`;
  return fits(key)
    ? key
    : `${thumbnailPrefixes.rejected}sha256-${createHash("sha256").update(photo).digest("hex")}.json`;
}
