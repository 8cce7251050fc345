import { type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { reserved } from "./data";
import { guide } from "./shared";

const queue = (region: string) => `arn:aws:sqs:${region}:111122223333:q`;

const notification: TypeRows = {
  type: "aws:s3/bucketNotification:BucketNotification",
  source: api("s3", "PutBucketNotificationConfiguration"),
  rows: (
    [
      ["queues", "queueArn", queue("eu-west-1")],
      ["topics", "topicArn", "arn:aws:sns:eu-west-1:111122223333:t"],
      ["lambdaFunctions", "lambdaFunctionArn", "arn:aws:lambda:eu-west-1:111122223333:function:f"],
    ] as const
  ).map(([list, property, good]) => ({
    at: `${list}[].${property}`,
    fact: "who is notified is in the bucket's own Region",
    ownRegion: true,
    good,
    bad: good.replace("eu-west-1", "us-east-1"),
  })),
};

/** Notifications, access points, policies and web sites. */
export const accessRows: readonly TypeRows[] = [
  notification,
  {
    type: "aws:s3/accessPoint:AccessPoint",
    source: guide("access-points-restrictions-limitations-naming-rules"),
    rows: [
      reserved("name", "(-s3alias|-ext-s3alias)$", "a name does not end with -s3alias", "orders", "orders-s3alias"),
    ],
  },
  {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    source: guide("bucket-policies"),
    rows: [
      {
        at: "policy",
        fact: "a policy of a bucket names a Principal and resources of S3 that its actions are about",
        format: "bucketPolicy",
        good: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}',
        bad: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b"}]}',
      },
    ],
  },
  {
    type: "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
    source: api("s3", "PutBucketWebsite"),
    rows: [
      {
        at: "routingRules[]",
        fact: "a condition has a prefix of keys or a code of errors",
        if: { required: ["condition"] },
        then: { requiredOr: ["condition.keyPrefixEquals", "condition.httpErrorCodeReturnedEquals"] },
        good: { condition: { keyPrefixEquals: "a/" }, redirect: { hostName: "a.example.com" } },
        bad: { condition: {}, redirect: { hostName: "a.example.com" } },
      },
      {
        at: "routingRules[].redirect",
        fact: "a redirect says where to",
        minProperties: 1,
        good: { hostName: "a.example.com" },
        bad: {},
      },
    ],
  },
];
