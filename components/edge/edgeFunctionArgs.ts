import type * as pulumi from "@pulumi/pulumi";
import { type EdgeSettings } from "./edgeBundle";
import { GLOBAL_REGION } from "./edgeEvents";
import { type Tags } from "../core/tags";

/** What a function at the edge has when its arguments do not say. */
export const edgeFunctionDefaults = {
  runtime: "nodejs24.x",
  timeoutSeconds: 5,
  memoryMb: 128,
  logRetentionDays: 30,
  logRegions: [GLOBAL_REGION],
};

/** Arguments of an {@link EdgeFunction}: `entry`, or `code` and `handler`. */
export interface EdgeFunctionArgs {
  /** TypeScript or JavaScript file, absolute or relative to the Pulumi project. It is bundled with all it imports. */
  entry?: string;
  /** Package made by yourself, for example in Python: at most 50 MB zipped. It gets no `settings`. */
  code?: pulumi.Input<pulumi.asset.Archive>;
  /** Exported function of `entry`, or entry point in `code` such as index.handler. Default: handler. */
  handler?: string;
  /** Node.js or Python. Default: nodejs24.x. */
  runtime?: string;
  /** What the code finds in its constant EDGE_SETTINGS, since there are no environment variables: part of the package, so no secrets. */
  settings?: pulumi.Input<EdgeSettings>;
  /** What the function is for; at most 256 characters. */
  description?: string;
  /** Seconds, 1 to 30. Default: 5. */
  timeoutSeconds?: number;
  /** Megabytes, 128 to 10,240. Default: 128. */
  memoryMb?: number;
  /** Days that logs are kept, one of CloudWatch's values. Default: 30. */
  logRetentionDays?: number;
  /**
   * Regions that get a log group with this retention. Logs are in the Region nearest to the visitor: Lambda makes the
   * groups of others by itself, without a retention. Default: us-east-1.
   */
  logRegions?: string[];
  /** Upper bound of what the role can ever be allowed. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Leave the function behind when it is removed: CloudFront's copies of it hold it for some hours. Default: false, and AWS is asked for an hour. */
  skipDestroy?: boolean;
  tags?: Tags;
}
