import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { component } from "../core/component";
import { Bucket } from "./bucket";
import { expirationProblems } from "./bucketCheck";
import { Check, type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type Tags } from "../core/tags";

/** Arguments of {@link AccessLogs}. */
export interface AccessLogsArgs {
  /** Buckets whose requests are logged, each under `logs/<its name>/`. */
  sources: Bucket[];
  /** Days that a log is kept before S3 deletes it, 1 or more. Default: 365. */
  expireAfterDays?: number;
  /** Delete the bucket's contents when it is destroyed. Default: false. */
  forceDestroy?: boolean;
  /** Tags of the bucket. */
  tags?: Tags;
}

/** Defaults of the arguments of logs. */
const accessLogsDefaults = { expireAfterDays: 365 };

/** Problems with the arguments for access logs. */
export function accessLogsProblems(args: AccessLogsArgs): Problem[] {
  const { sources, expireAfterDays } = withDefaults(accessLogsDefaults, args);
  const names = sources.map(({ name }) => name);
  return new Problems()
    .that(names.length > 0, "sources", names, "name one bucket or more")
    .once("sources", names)
    .all(expirationProblems(expireAfterDays), () => "expireAfterDays").list;
}

/**
 * Server access logs of buckets, in a separate bucket. Only S3 may write to it, and only for these buckets.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
@component
export class AccessLogs extends pulumi.ComponentResource {
  /** First part of the keys of every log. */
  static readonly prefix = "logs/";
  readonly bucket: Bucket;

  constructor(name: string, args: AccessLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:storage:AccessLogs", name, {}, opts);
    new Check("AccessLogs", name).args(args, accessLogsProblems).done();
    const { expireAfterDays } = withDefaults(accessLogsDefaults, args);
    this.bucket = new Bucket(
      name,
      {
        expirations: [{ prefix: AccessLogs.prefix, days: expireAfterDays }],
        policyStatements: [
          {
            Sid: "AccessLogs",
            Principal: { Service: "logging.s3.amazonaws.com" },
            Action: "s3:PutObject",
            Condition: { ArnEquals: { "aws:SourceArn": args.sources.map(({ arn }) => arn) } },
          },
        ],
        forceDestroy: args.forceDestroy,
        tags: args.tags,
      },
      { parent: this },
    );
    for (const source of args.sources) {
      const sourceName = pulumi.interpolate`${AccessLogs.prefix}${source.bucket}/`;
      new aws.s3.BucketLogging(
        `${name}-${source.name}`,
        { bucket: source.bucket, targetBucket: this.bucket.bucket, targetPrefix: sourceName },
        { parent: this, dependsOn: [this.bucket] }, // S3 checks the log bucket's policy at creation
      );
    }
    this.registerOutputs({ bucket: this.bucket.bucket });
  }
}
