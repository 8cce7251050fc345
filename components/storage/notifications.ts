import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check, type Problem, Problems } from "../core/check";
import { type Function } from "../function/function";
import { accountOf } from "../core/permissions";
import { bothCases, suffixesProblem } from "./suffixes";

/** What happens to an object. */
export enum ObjectEvent {
  /** Put, copied, or completed in parts. */
  Created = "s3:ObjectCreated:*",
  Removed = "s3:ObjectRemoved:*",
  Restored = "s3:ObjectRestore:*",
  /** Deleted by the bucket's lifecycle. */
  Expired = "s3:LifecycleExpiration:*",
}

/** Which objects a function is called for. */
export interface ObjectReaderArgs {
  /** What is called with each event. What it may do with the objects is a link of its own. */
  function: Function;
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

/**
 * The functions that a bucket calls when something happens to its objects: all of them in one place, since a bucket has one
 * notification configuration, and a second one would replace the first.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html
 */
export class BucketNotifications extends pulumi.ComponentResource {
  readonly notification: aws.s3.BucketNotification;

  constructor(name: string, { bucket, readers }: BucketNotificationsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:storage:BucketNotifications", name, {}, opts);
    new Check("BucketNotifications", name).all(bucketNotificationsProblems({ bucket, readers })).done();
    bucket.notifications.push(name);
    const functions = new Map(readers.map((reader) => [reader.function.name, reader.function]));
    const permissions = [...functions.values()].map(
      (target) =>
        new aws.lambda.Permission(
          `${name}-${target.name}`,
          {
            action: "lambda:InvokeFunction",
            function: target.functionName,
            qualifier: target.alias?.name,
            principal: "s3.amazonaws.com",
            sourceArn: bucket.arn,
            // A bucket's ARN names no account: without this, whoever takes over a deleted bucket's name could call.
            sourceAccount: accountOf(target.role.arn),
          },
          { parent: this },
        ),
    );
    this.notification = new aws.s3.BucketNotification(
      name,
      {
        bucket: bucket.bucket,
        lambdaFunctions: readers.flatMap(({ function: target, events, prefix, suffixes = [] }) =>
          (suffixes.length > 0 ? bothCases(suffixes) : [undefined]).map((filterSuffix) => ({
            lambdaFunctionArn: target.invokeTargetArn,
            events: events ?? [ObjectEvent.Created],
            filterPrefix: prefix || undefined,
            filterSuffix,
          })),
        ),
      },
      { parent: this, dependsOn: permissions },
    );
    this.registerOutputs({});
  }
}

/** What cannot work of the arguments for a bucket's notifications. */
export function bucketNotificationsProblems({ bucket, readers }: BucketNotificationsArgs): Problem[] {
  const problems = new Problems()
    .that(readers.length > 0, "readers", readers.length, "name one or more")
    .that(
      bucket.notifications.length === 0,
      "bucket",
      bucket.name,
      `${bucket.notifications[0]} is there already, and S3 would replace it: name all readers in one`,
    );
  readers.forEach(({ events, suffixes }, index) => {
    const problem = suffixes && suffixesProblem(suffixes);
    problems
      .that(problem === undefined, `readers[${index}].suffixes`, suffixes, problem ?? "")
      .that(events?.length !== 0, `readers[${index}].events`, events, "name one or more, or leave it out");
    const other = readers.findIndex((reader, at) => at < index && overlap(reader, readers[index]!));
    problems.that(
      other < 0,
      `readers[${index}]`,
      { prefix: readers[index]?.prefix ?? "", suffixes: suffixes ?? [] },
      `readers[${other}] is called for some of the same keys, which S3 refuses: ` +
        "give them prefixes or suffixes that no key can both have, or fan out through a topic",
    );
  });
  return problems.list;
}

/** Whether a key can exist that both are called for, for the same event. */
function overlap(a: ObjectReaderArgs, b: ObjectReaderArgs): boolean {
  const meet = (one: string, other: string, ends: (text: string, part: string) => boolean): boolean =>
    ends(one, other) || ends(other, one);
  const readSuffixes = ({ suffixes }: ObjectReaderArgs): string[] => (suffixes?.length ? bothCases(suffixes) : [""]);
  const readEvents = ({ events }: ObjectReaderArgs): ObjectEvent[] => events ?? [ObjectEvent.Created];
  return (
    readEvents(a).some((event) => readEvents(b).includes(event)) &&
    meet(a.prefix ?? "", b.prefix ?? "", (text, part) => text.startsWith(part)) &&
    readSuffixes(a).some((one) =>
      readSuffixes(b).some((other) => meet(one, other, (text, part) => text.endsWith(part))),
    )
  );
}
