import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { findAccountId } from "../core/permissions";
import { encodeFilter } from "./bucketName";
import { bothCases } from "./suffixes";
import { ObjectEvent, type BucketNotificationsArgs } from "./notificationsArgs";
import { bucketNotificationsProblems } from "./notificationsCheck";
import { asCallee } from "../function/target";

/**
 * The functions that a bucket calls for events of its objects. All in one place, since a bucket has one notification
 * configuration, and a second would replace the first.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html
 */
@component
export class BucketNotifications extends pulumi.ComponentResource {
  readonly notification: aws.s3.BucketNotification;

  constructor(name: string, { bucket, readers }: BucketNotificationsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:storage:BucketNotifications", name, {}, opts);
    new Check("BucketNotifications", name).all(bucketNotificationsProblems({ bucket, readers })).done();
    bucket.notifications.push(name);
    const functions = new Map(
      readers.map((reader) => asCallee(reader.function)).map((callee) => [callee.name, callee]),
    );
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
            // A bucket's ARN has no account: without this, a new owner of a deleted bucket's name could call.
            sourceAccount: findAccountId(target.role.arn),
          },
          { parent: this },
        ),
    );
    this.notification = new aws.s3.BucketNotification(
      name,
      {
        bucket: bucket.bucket,
        lambdaFunctions: readers.flatMap(({ function: target, events, prefix, suffixes = [] }) =>
          (suffixes.length > 0 ? bothCases(suffixes) : [undefined]).map((suffix) => ({
            lambdaFunctionArn: asCallee(target).invokeTargetArn,
            events: events ?? [ObjectEvent.Created],
            filterPrefix: prefix ? encodeFilter(prefix) : undefined,
            filterSuffix: suffix && encodeFilter(suffix),
          })),
        ),
      },
      { parent: this, dependsOn: permissions },
    );
    this.registerOutputs({});
  }
}
