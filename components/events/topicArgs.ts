import type * as pulumi from "@pulumi/pulumi";
import { type Tags } from "../core/tags";

/** Arguments of a {@link Topic}. */
export interface TopicArgs {
  /** Addresses that get each message, once they have confirmed. */
  emails?: string[];
  /**
   * Let CloudWatch alarms publish. Alarms cannot use the key that SNS manages, so such a topic is encrypted only with a
   * `kmsKeyArn` whose policy admits cloudwatch.amazonaws.com. Default: false.
   */
  alarms?: boolean;
  /** AWS services that may publish for this account, for example events.rds.amazonaws.com. Default: none. */
  publishers?: string[];
  /** Customer-managed KMS key. Default: the key that SNS manages. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Region, for alarms on metrics of another Region. Default: the stack's. */
  region?: string;
  tags?: Tags;
}
