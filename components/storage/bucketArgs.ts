import type * as pulumi from "@pulumi/pulumi";
import { type ResourceStatement } from "../core/permissions";
import { type Tags } from "../core/tags";

/** Objects under a prefix that S3 deletes by itself. */
export interface Expiration {
  /** Keys that begin with this; "" is every key. */
  prefix: string;
  /** Days after creation, 1 or more. */
  days: number;
  /** Days after which objects move to S3 Standard-IA, which costs half as much to keep: 30 or more. Default: never. */
  infrequentAccessAfterDays?: number;
}

/** Arguments of a {@link Bucket}. */
export interface BucketArgs {
  /** Physical name: 3 to 63 lowercase letters, digits, dots and hyphens. Default: the component's name and a random suffix. */
  bucketName?: string;
  /** Keep old versions of objects; they expire after 30 days. Default: false. */
  versioning?: boolean;
  /** Customer-managed KMS key. Default: the key that S3 manages (SSE-S3). */
  kmsKeyArn?: pulumi.Input<string>;
  /** Objects that expire. Default: none. Unfinished multipart uploads always end after 7 days. */
  expirations?: Expiration[];
  /** Statements of the bucket's policy next to "TLS only"; each is about this bucket and its objects. */
  policyStatements?: Omit<ResourceStatement, "Resource">[];
  /** Delete what is in the bucket when the bucket is destroyed. Default: false, and a full bucket stops the destroy. */
  forceDestroy?: boolean;
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}
