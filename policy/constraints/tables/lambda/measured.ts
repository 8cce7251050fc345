import { bars } from "../given";
import { api, page } from "../pages";
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
      bars(
        "self-managed Kafka has neither shards nor a most of functions",
        { selfManagedEventSource: {} },
        { parallelizationFactor: 2, scalingConfig: { maximumConcurrency: 5 }, tumblingWindowInSeconds: 60 },
        { source: api("lambda", "CreateEventSourceMapping") },
      ),
    ],
  },
  {
    type: "aws:lambda/function:Function",
    source: page("lambda/latest/dg/configuration-filesystem"),
    rows: [
      {
        at: "vpcConfig",
        fact: "a function with security groups has subnets",
        when: { securityGroupIds: { minItems: 1 } },
        properties: { subnetIds: { minItems: 1 } },
        source: api("lambda", "VpcConfig"),
        good: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] },
        bad: { subnetIds: [], securityGroupIds: ["sg-1"] },
      },
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
