import type * as pulumi from "@pulumi/pulumi";
import { type FunctionTarget } from "../function/target";

/** What happens to an object. */
export const ObjectEvent = {
  /** Put, copied, or completed in parts. */
  Created: "s3:ObjectCreated:*",
  Removed: "s3:ObjectRemoved:*",
  Restored: "s3:ObjectRestore:*",
  /** Deleted by the bucket's lifecycle. */
  Expired: "s3:LifecycleExpiration:*",
} as const;
export type ObjectEvent = (typeof ObjectEvent)[keyof typeof ObjectEvent];

/** Which objects a function is called for. */
export interface ObjectReaderArgs {
  /** What is called with each event. What it may do with the objects is a link of its own. */
  function: FunctionTarget;
  /** Default: Created. */
  events?: ObjectEvent[];
  /** Only keys that begin with this. Default: every key. */
  prefix?: string;
  /** Only keys that end with one of these, in lower or upper case; at most 50. Default: every key. */
  suffixes?: string[];
}

/** What a bucket shows to its notifications; a `Bucket` is one. */
export interface NotifyingBucket {
  readonly name: string;
  /** Physical name. */
  readonly bucket: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** Names of the components that receive its events: S3 allows one. */
  readonly notifications: string[];
}

/** Arguments of {@link BucketNotifications}. */
export interface BucketNotificationsArgs {
  bucket: NotifyingBucket;
  /** No two may be called for one and the same event: S3 refuses that. */
  readers: ObjectReaderArgs[];
}
