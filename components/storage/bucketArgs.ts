import type * as pulumi from "@pulumi/pulumi";
import { type ResourceStatement } from "../core/permissions";
import { type Tags } from "../core/tags";

/** When S3 deletes the objects under a prefix. */
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
  /** Keep old versions of objects for 30 days. Default: false. */
  versioning?: boolean;
  /** Customer-managed KMS key. Default: the key that S3 manages (SSE-S3). */
  kmsKeyArn?: pulumi.Input<string>;
  /** Expiring objects. Default: none. Unfinished multipart uploads always expire after 7 days. */
  expirations?: Expiration[];
  /** Statements of the bucket's policy besides "TLS only"; each applies to this bucket and its objects. */
  policyStatements?: Omit<ResourceStatement, "Resource">[];
  /** Delete the bucket's contents when it is destroyed. Default: false, and a bucket with objects stops the destroy. */
  forceDestroy?: boolean;
  /** Tags of every resource in the component that can have tags. */
  tags?: Tags;
}
