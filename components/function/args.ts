import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type Architecture } from "../core/architecture";
import { type Link } from "../core/permissions";
import { type Tags } from "../core/tags";

/** What Lambda does if a function triggers itself in a loop. */
export const RecursiveLoop = {
  /** Lambda stops the loop after about 16 rounds. */
  Terminate: "Terminate",
  Allow: "Allow",
} as const;
export type RecursiveLoop = (typeof RecursiveLoop)[keyof typeof RecursiveLoop];

/** A stable name for a version, so that a new one can take over gradually. */
export interface AliasArgs {
  /** Default: "live". */
  name?: string;
  /** Version that the alias points at. Default: the version that this deployment publishes. Needed with canary. */
  version?: pulumi.Input<string>;
  /** A second version that gets a share of the calls. */
  canary?: {
    /** Default: the version that this deployment publishes. */
    version?: pulumi.Input<string>;
    /** Share of the calls, above 0 and below 1. */
    weight: number;
  };
}

/** Arguments of every function, whatever its language. */
export interface FunctionBaseArgs {
  /** Purpose of the function; at most 256 characters. */
  description?: string;
  /** Default: arm64. */
  architecture?: Architecture;
  /** Seconds, 1 to 900. Default: 29, as long as a REST API waits (Lambda's default is 3, too short for a cold start that calls other services). */
  timeoutSeconds?: pulumi.Input<number>;
  /** Megabytes, 128 to 10,240; processor time grows with it. Default: 512 (Lambda's default 128 is slow, and often more expensive). */
  memoryMb?: pulumi.Input<number>;
  /** Megabytes of /tmp, 512 to 10,240. Default: 512, as in Lambda. */
  ephemeralStorageMb?: pulumi.Input<number>;
  /** Environment variables, 4 KB in all. Never put a secret here: use a link to Secrets Manager. */
  environment?: Record<string, pulumi.Input<string>>;
  /** What the function may use: each link adds exactly its rights and environment variables. */
  links?: Link[];
  /** Customer-managed KMS key for environment variables. Default: the key that Lambda manages. */
  kmsKeyArn?: pulumi.Input<string>;
  /** ARNs of layer versions, 5 at most. */
  layers?: pulumi.Input<string>[];
  /** X-Ray tracing. Default: true (Lambda's default is off). */
  tracing?: boolean;
  /** Days that logs are kept, one of CloudWatch's values. Default: 30 (Lambda's own: they never expire). */
  logRetentionDays?: pulumi.Input<number>;
  /** Least severe application log written: TRACE, DEBUG, INFO, WARN, ERROR or FATAL. Default: INFO. Logs are JSON. */
  logLevel?: string;
  /** Retries of an asynchronous event, 0 to 2. Default: 2, as in Lambda. */
  maximumRetryAttempts?: pulumi.Input<number>;
  /**
   * Seconds after which an asynchronous event is discarded, 60 to 21,600. Default: 3,600 (Lambda's default is six
   * hours).
   */
  maximumEventAgeSeconds?: pulumi.Input<number>;
  /**
   * SQS queue, SNS topic, function, event bus or bucket (ARN) for discarded events; if it has a customer-managed key,
   * add a link for the right to it. Default: a new dead letter queue.
   */
  failureDestinationArn?: pulumi.Input<string>;
  /** Concurrent executions reserved for this function, which are also its maximum. Default: none. */
  reservedConcurrency?: pulumi.Input<number>;
  /** Environments kept warm on the alias, 1 or more. Default: none. */
  provisionedConcurrency?: pulumi.Input<number>;
  /** Publish a version on every change and point an alias at it. Implied by provisionedConcurrency and snapStart. */
  alias?: AliasArgs;
  /** Start from a snapshot of the initialised function: Java 11+, Python 3.12+ and .NET 8+ only. Default: false. */
  snapStart?: boolean;
  /**
   * Private network of the function. Without NAT or endpoints it reaches nothing outside the network. Default: none.
   */
  vpc?: {
    /** 1 to 16, in more than one zone. */
    subnetIds: pulumi.Input<pulumi.Input<string>[]>;
    /** 1 to 5. */
    securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
  };
  /** EFS access point, mounted under /mnt/. Needs vpc. */
  fileSystem?: { accessPointArn: pulumi.Input<string>; mountPath: string };
  /** Permissions boundary of the role. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Default: Terminate, as in Lambda. */
  recursiveLoop?: RecursiveLoop;
  /** Alarms for errors, throttles, duration near the timeout and dead letters. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of every resource in the component that can have tags. */
  tags?: Tags;
}

/** Arguments of a {@link Function}: either `runtime`, `handler` and `code`, or `imageUri`. */
export interface FunctionArgs extends FunctionBaseArgs {
  /** Identifier of the managed runtime, for example python3.14 or provided.al2023. */
  runtime?: pulumi.Input<string>;
  /** Entry point in the form of the runtime, for example index.handler. */
  handler?: pulumi.Input<string>;
  /** Package: at most 50 MB zipped and 250 MB unzipped. */
  code?: pulumi.Input<pulumi.asset.Archive>;
  /** Container image in ECR, instead of runtime, handler and code. */
  imageUri?: pulumi.Input<string>;
}
