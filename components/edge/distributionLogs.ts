import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { Bucket } from "../storage/bucket";
import { GLOBAL_REGION } from "./edgeEvents";
import { findAccountId } from "../core/permissions";
import { type Tags } from "../core/tags";

/** First part of the keys of every log; account and service follow. */
const PREFIX = "AWSLogs/";

/**
 * Access logs of a distribution in a separate bucket: standard logging v2, without access control lists. Each line is a
 * JSON object. Only this distribution's delivery may write.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export function distributionLogs(
  name: string,
  args: {
    distributionArn: pulumi.Output<string>;
    expireAfterDays: number;
    forceDestroy?: boolean;
    tags?: Tags;
  },
  opts: pulumi.CustomResourceOptions,
): Bucket {
  const region = GLOBAL_REGION;
  const { distributionArn, expireAfterDays, forceDestroy, tags } = args;
  const source = new aws.cloudwatch.LogDeliverySource(
    name,
    { region, logType: "ACCESS_LOGS", resourceArn: distributionArn, tags },
    opts,
  );
  const bucket = new Bucket(
    name,
    {
      expirations: [{ prefix: PREFIX, days: expireAfterDays }],
      policyStatements: [
        {
          Sid: "AccessLogs",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: "s3:PutObject",
          Condition: {
            StringEquals: {
              "aws:SourceAccount": findAccountId(distributionArn),
              "s3:x-amz-acl": "bucket-owner-full-control", // CloudWatch checks for this right, and writes with it
            },
            ArnEquals: { "aws:SourceArn": source.arn },
          },
        },
      ],
      forceDestroy,
      tags,
    },
    opts,
  );
  const destination = new aws.cloudwatch.LogDeliveryDestination(
    name,
    {
      region,
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: bucket.arn },
      tags,
    },
    opts,
  );
  new aws.cloudwatch.LogDelivery(
    name,
    { region, deliverySourceName: source.name, deliveryDestinationArn: destination.arn, tags },
    { ...opts, dependsOn: [bucket] }, // CloudWatch checks the bucket's policy at creation
  );
  return bucket;
}
