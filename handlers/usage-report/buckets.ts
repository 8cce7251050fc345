/** How much a bucket holds, by listing it. */
export interface ListedObject {
  bytes: number;
  modified: Date | undefined;
}

export interface BucketUsage {
  bucket: string;
  /** Undefined when the bucket could not be read: see `problem`. */
  objects: number | undefined;
  bytes: number | undefined;
  newest: Date | undefined;
  /** False when the listing stopped for lack of time: the bucket holds more than this. */
  complete: boolean;
  problem?: string;
}

/** Adds up `pages` for as long as there is time. */
export async function measure(
  bucket: string,
  pages: AsyncIterable<ListedObject[]>,
  hasTime: () => boolean,
): Promise<BucketUsage> {
  let objects = 0;
  let bytes = 0;
  let newest: Date | undefined;
  const usage = (complete: boolean): BucketUsage => ({ bucket, objects, bytes, newest, complete });
  for await (const page of pages) {
    for (const object of page) {
      objects++;
      bytes += object.bytes;
      if (object.modified && (!newest || object.modified > newest)) newest = object.modified;
    }
    if (!hasTime()) return usage(false);
  }
  return usage(true);
}

/** A bucket that is missing or not accessible is in the report as such, which covers the others. */
export const unreadable = (bucket: string, problem: string): BucketUsage => ({
  bucket,
  objects: undefined,
  bytes: undefined,
  newest: undefined,
  complete: false,
  problem,
});
