import type * as pulumi from "@pulumi/pulumi";
import { type FunctionTarget } from "../function/target";

/** Events of an object. */
export const ObjectEvent = {
  /** Put, copied, or completed in parts. */
  Created: "s3:ObjectCreated:*",
  Removed: "s3:ObjectRemoved:*",
  Restored: "s3:ObjectRestore:*",
  /** Deleted by the bucket's lifecycle. */
  Expired: "s3:LifecycleExpiration:*",
} as const;
export type ObjectEvent = (typeof ObjectEvent)[keyof typeof ObjectEvent];

/** The objects for which to call a function. */
export interface ObjectReaderArgs {
  /** Function to call with each event. Add a link for its rights to the objects. */
  function: FunctionTarget;
  /** Default: Created. */
  events?: ObjectEvent[];
  /** Only keys that begin with this. Default: every key. */
  prefix?: string;
  /** Only keys that end with one of these, in lower or upper case; at most 50. Default: every key. */
  suffixes?: string[];
}

/** A bucket as its notifications see it, such as a `Bucket`. */
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
  /** No two may match the same event, which S3 refuses. */
  readers: ObjectReaderArgs[];
}
