import { type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { sameRegion, together } from "../../together";
import { key } from "./shared";

const policy = (statement: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });

/** Data streams, their consumers and policies. */
export const streamRows: readonly TypeRows[] = [
  {
    type: "aws:kinesis/stream:Stream",
    source: api("kinesis", "CreateStream"),
    rows: [
      sameRegion("kmsKeyId", "the key is in the stream's own Region", key),
      {
        at: "shardLevelMetrics",
        fact: "ALL stands alone",
        if: { contains: { const: "ALL" } },
        then: { maxItems: 1 },
        good: ["ALL"],
        bad: ["ALL", "IncomingBytes"],
      },
      together(
        "warmThroughputMibPs is for streams ON_DEMAND",
        { dependentExcluded: { warmThroughputMibPs: ["shardCount"] } },
        { name: "s", warmThroughputMibPs: 100 },
        { streamModeDetails: { streamMode: "ON_DEMAND" } },
        { shardCount: 1 },
      ),
    ],
  },
  {
    type: "aws:kinesis/streamConsumer:StreamConsumer",
    source: api("kinesis", "RegisterStreamConsumer"),
    rows: [
      sameRegion(
        "streamArn",
        "a consumer is in the Region of its stream",
        "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      ),
      together(
        "two consumers of a stream have different names",
        {
          onlyOne: ["name", "streamArn"],
          beside: {
            first: {
              type: "aws:kinesis/streamConsumer:StreamConsumer",
              properties: {
                name: "c",
                streamArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
                region: "eu-west-1",
              },
            },
          },
        },
        { streamArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders" },
        { name: "d" },
        { name: "c" },
      ),
    ],
  },
  {
    type: "aws:kinesis/resourcePolicy:ResourcePolicy",
    source: api("kinesis", "PutResourcePolicy"),
    rows: [
      sameRegion(
        "resourceArn",
        "a policy is in the Region of its stream",
        "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      ),
      {
        at: "policy",
        fact: "a policy of a stream is a document of IAM whose statements name a Principal",
        format: "streamPolicy",
        source: page("streams/latest/dev/resource-based-policy-examples"),
        good: policy({
          Principal: { AWS: "111122223333" },
          Action: "kinesis:GetRecords",
          Resource: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
        }),
        bad: policy({
          Principal: { AWS: "111122223333" },
          Action: "*",
          Resource: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
        }),
      },
    ],
  },
  {
    type: "aws:kinesis/resourcePolicy:ResourcePolicy",
    source: api("kinesis", "PutResourcePolicy"),
    rows: [
      together(
        "each statement of a policy is about the resource that it is for",
        { join: "ownResource" },
        { resourceArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders" },
        {
          policy: policy({
            Principal: { AWS: "111122223333" },
            Action: "kinesis:GetRecords",
            Resource: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
          }),
        },
        { policy: policy({ Principal: { AWS: "111122223333" }, Action: "kinesis:GetRecords", Resource: "*" }) },
      ),
    ],
  },
];
