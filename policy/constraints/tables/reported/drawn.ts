import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const dead = "arn:aws:sqs:eu-west-1:111122223333:dead";
const file = (resource: string) => `arn:aws:elasticfilesystem:eu-west-1:111122223333:${resource}`;
const record = { zoneId: "Z1", name: "a.example.com", type: "A", ttl: 60, records: ["192.0.2.1"] };

/** What the reports gave that were tried once, after the rows for the others. */
export const drawnReported: readonly TypeRows[] = [
  {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    source: api("s3", "LifecycleRuleFilter"),
    rows: ["filter", "filter.and"].flatMap((place) =>
      ["objectSizeGreaterThan", "objectSizeLessThan"].map((size) => {
        const own = place === "filter" ? { filter: { [size]: 9 } } : { filter: { and: { prefix: "a", [size]: 9 } } };
        return {
          at: "rules[]",
          fact: "uploads are not given up by the size of objects",
          if: { required: [`${place}.${size}`] },
          then: { excluded: ["abortIncompleteMultipartUpload"] },
          source: measured,
          good: { id: "a", status: "Enabled", ...own, expiration: { days: 1 } },
          bad: { id: "a", status: "Enabled", ...own, abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } },
        };
      }),
    ),
  },
  {
    type: "aws:lambda/function:Function",
    source: api("lambda", "FileSystemConfig"),
    rows: [
      {
        at: "fileSystemConfig.arn",
        fact: "a function mounts an access point of a file system",
        not: { pattern: ":elasticfilesystem:[^:]*:[^:]*:file-system/" },
        good: file("access-point/fsap-0123456789abcdef0"),
        bad: file("file-system/fs-0123456789abcdef0"),
      },
    ],
  },
  {
    type: "aws:sns/topicSubscription:TopicSubscription",
    source: page("sns/latest/dg/sns-configure-dead-letter-queue"),
    rows: [
      {
        at: "redrivePolicy",
        fact: "the redrive policy of a subscription has no maxReceiveCount",
        not: { pattern: '"maxReceiveCount"' },
        source: measured,
        good: JSON.stringify({ deadLetterTargetArn: dead }),
        bad: JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 5 }),
      },
    ],
  },
  {
    type: "aws:ec2/natGateway:NatGateway",
    source: api("ec2", "CreateNatGateway"),
    rows: [
      {
        at: "subnetId",
        fact: "a subnet is named by its id",
        pattern: "^subnet-",
        good: "subnet-1",
        bad: "10.0.2.0/24",
      },
    ],
  },
  {
    type: "aws:route53/record:Record",
    source: api("route53", "ChangeResourceRecordSets"),
    rows: [
      together(
        "a name has one set of records of a type",
        {
          if: { required: ["allowOverwrite"], properties: { allowOverwrite: { const: true } } },
          else: { onlyOne: ["name", "type", "zoneId", "setIdentifier"] },
          beside: { first: { type: "aws:route53/record:Record", properties: { ...record, region: "eu-west-1" } } },
        },
        record,
        { name: "b.example.com" },
        {},
      ),
    ],
  },
];
