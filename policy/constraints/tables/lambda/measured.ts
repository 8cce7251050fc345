import { page } from "../pages";
import { measured, type TypeRows } from "../../schema";

const arn = "arn:aws:kms:eu-west-1:111122223333:key/k";
const subnet = (zone: string) => ({
  type: "aws:ec2/subnet:Subnet",
  properties: { id: `subnet-${zone}`, availabilityZone: `eu-west-1${zone}`, vpcId: "vpc-1" },
});
const point = "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-2";
const mounts = (subnetId: string) => ({
  vpcConfig: { subnetIds: [subnetId], securityGroupIds: ["sg-1"] },
  fileSystemConfig: { arn: point, localMountPath: "/mnt/a" },
});

/** Lambda: what others of the program have to be like. */
export const lambdaMeasured: readonly TypeRows[] = [
  {
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    source: page("lambda/latest/dg/invocation-eventfiltering"),
    rows: [
      {
        at: "kmsKeyArn",
        fact: "the policy of the key that encrypts filters lets lambda.amazonaws.com decrypt",
        refersTo: {
          type: "aws:kms/key:Key",
          fits: { properties: { policy: { pattern: 'lambda\\.amazonaws\\.com|"(Principal|Service)"\\s*:\\s*"\\*"' } } },
        },
        source: measured,
        good: "arn:aws:kms:eu-west-1:111122223333:key/other",
        bad: arn,
        beside: { key: { type: "aws:kms/key:Key", properties: { arn, policy: '{"Statement":[]}' } } },
      },
    ],
  },
  {
    type: "aws:lambda/function:Function",
    source: page("lambda/latest/dg/configuration-filesystem"),
    rows: [
      {
        at: "",
        fact: "a file system has a mount target in the Availability Zone of each subnet of the function",
        join: "mountZones",
        good: mounts("subnet-a"),
        bad: mounts("subnet-b"),
        beside: {
          a: subnet("a"),
          b: subnet("b"),
          point: { type: "aws:efs/accessPoint:AccessPoint", properties: { arn: point, fileSystemId: "fs-2" } },
          system: { type: "aws:efs/fileSystem:FileSystem", properties: { id: "fs-2" } },
          target: {
            type: "aws:efs/mountTarget:MountTarget",
            properties: { id: "fsmt-2", fileSystemId: "fs-2", subnetId: "subnet-a" },
          },
        },
      },
    ],
  },
];
