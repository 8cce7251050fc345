import type { BucketLogging as LoggingResource, BucketLoggingArgs } from "@pulumi/aws/s3/bucketLogging";
import { fromAws, toAws } from "../../frame/shapes";
import { expectedBucketOwner, setting } from "./setting";

const granteeNames = { id: "ID", uri: "URI" };

export const BucketLogging = setting<BucketLoggingArgs, LoggingResource>({
  token: "aws:s3/bucketLogging:BucketLogging",
  properties: {
    expectedBucketOwner,
    targetBucket: { required: true, idle: "no access log is written" },
    targetPrefix: { required: true },
    targetGrants: { unordered: true },
    targetObjectKeyFormat: {},
  },
  absent: "NoSuchBucket",
  put: (Bucket, props, { s3 }) =>
    s3.putBucketLogging({
      Bucket,
      BucketLoggingStatus: {
        LoggingEnabled: {
          TargetBucket: props.targetBucket,
          TargetPrefix: props.targetPrefix,
          TargetGrants: toAws(props.targetGrants, granteeNames),
          TargetObjectKeyFormat: toAws(props.targetObjectKeyFormat),
        },
      },
    }),
  get: async (Bucket, { s3 }) => {
    const { LoggingEnabled: logging } = await s3.getBucketLogging({ Bucket });
    return logging && fromAws(logging, granteeNames);
  },
  delete: (Bucket, { s3 }) => s3.putBucketLogging({ Bucket, BucketLoggingStatus: {} }),
});
