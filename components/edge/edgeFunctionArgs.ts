import type * as pulumi from "@pulumi/pulumi";
import { type EdgeSettings } from "./edgeBundle";
import { GLOBAL_REGION } from "./edgeEvents";
import { type Tags } from "../core/tags";

/** Defaults of the arguments of a function at the edge. */
export const edgeFunctionDefaults = {
  runtime: "nodejs24.x",
  timeoutSeconds: 5,
  memoryMb: 128,
  logRetentionDays: 30,
  logRegions: [GLOBAL_REGION],
};

/** Arguments of an {@link EdgeFunction}: `entry`, or `code` and `handler`. */
export interface EdgeFunctionArgs {
  /** TypeScript or JavaScript file, absolute or relative to the Pulumi project. It is bundled with its imports. */
  entry?: string;
  /** Your own package, for example in Python: at most 50 MB zipped. It gets no `settings`. */
  code?: pulumi.Input<pulumi.asset.Archive>;
  /** Exported function of `entry`, or entry point in `code` such as index.handler. Default: handler. */
  handler?: string;
  /** Node.js or Python. Default: nodejs24.x. */
  runtime?: string;
  /**
   * Value of the code's constant EDGE_SETTINGS, in place of environment variables. It is part of the package: no
   * secrets.
   */
  settings?: pulumi.Input<EdgeSettings>;
  /** Purpose of the function; at most 256 characters. */
  description?: string;
  /** Seconds, 1 to 30. Default: 5. */
  timeoutSeconds?: number;
  /** Megabytes, 128 to 10,240. Default: 128. */
  memoryMb?: number;
  /** Days that logs are kept, one of CloudWatch's values. Default: 30. */
  logRetentionDays?: number;
  /**
   * Regions that get a log group with this retention. Copies log in the Region nearest to the visitor, and Lambda
   * creates missing groups without a retention. Default: us-east-1.
   */
  logRegions?: string[];
  /** Permissions boundary of the role. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /**
   * Leave the function behind when it is removed, since CloudFront's copies block its deletion for hours. Default:
   * false, and the deletion is retried for an hour.
   */
  skipDestroy?: boolean;
  tags?: Tags;
}
