import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";

type Arguments = Record<string, unknown>;

const system = "fs-0123456789abcdef0";
const arnOf = (region: string, id = system) => `arn:aws:elasticfilesystem:${region}:111122223333:file-system/${id}`;
const systemType = "aws:efs/fileSystem:FileSystem";
const files = ofType(systemType, { encrypted: true });
const keyed = ofType(systemType, { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" });
const life = (...lifecyclePolicies: readonly Arguments[]) => ({ lifecyclePolicies, throughputMode: "elastic" });

const subnet = (name: string, availabilityZone: string, more: Arguments = {}): Made => [
  "aws:ec2/subnet:Subnet",
  name,
  { id: `subnet-0000000${name}`, vpcId: "vpc-1", cidrBlock: `10.0.${name}.0/24`, availabilityZone, ...more },
];
const subnets = [subnet("1", "eu-west-1a"), subnet("2", "eu-west-1b"), subnet("3", "eu-west-1a")];
const mount = (subnetName: string, more: Arguments = {}, name = "subject"): Made => [
  "aws:efs/mountTarget:MountTarget",
  name,
  { fileSystemId: system, subnetId: `subnet-0000000${subnetName}`, ...more },
];
const target = ofType("aws:efs/mountTarget:MountTarget", { fileSystemId: system, subnetId: "subnet-00000001" });

const policy = ofType("aws:efs/fileSystemPolicy:FileSystemPolicy", { fileSystemId: system });
const states = (Statement: Arguments) => ({
  policy: JSON.stringify({ Version: "2012-10-17", Statement: [Statement] }),
});
const allows = (Resource: string) =>
  states({
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::111122223333:role/r" },
    Action: "elasticfilesystem:ClientMount",
    Resource,
  });
const replica = ofType("aws:efs/replicationConfiguration:ReplicationConfiguration", { sourceFileSystemId: system });
const into = (availabilityZoneName: string) => ({ destination: { region: "eu-central-1", availabilityZoneName } });

export const efs: FactsByName = {
  "efs-availability-zone-region": files(
    "one zone is of the Region",
    { availabilityZoneName: "us-east-1a" },
    { availabilityZoneName: "eu-west-1a" },
  ),
  "efs-file-system-policy": policy(
    "a policy is about its own files",
    allows(arnOf("eu-west-1", "fs-0fedcba9876543210")),
    allows(arnOf("eu-west-1")),
  ),
  "efs-file-system-reference-region": ofType("aws:efs/accessPoint:AccessPoint", {
    posixUser: { uid: 1000, gid: 1000 },
    rootDirectory: { path: "/app", creationInfo: { ownerUid: 1000, ownerGid: 1000, permissions: "750" } },
  })("files are reached where they are", { fileSystemId: arnOf("us-east-1") }, { fileSystemId: arnOf("eu-west-1") }),
  "efs-kms-key": keyed("a key is for what is encrypted", {}, { encrypted: true }),
  "efs-lifecycle-policy": files(
    "files are archived last",
    life({ transitionToIa: "AFTER_90_DAYS" }, { transitionToArchive: "AFTER_90_DAYS" }),
    life({ transitionToIa: "AFTER_30_DAYS" }, { transitionToArchive: "AFTER_90_DAYS" }),
  ),
  "efs-mount-target-availability-zone": beside(
    [...subnets, mount("1", {}, "first")],
    "files are mounted once in a zone",
    mount("3"),
    mount("2"),
  ),
  "efs-mount-target-ip-address": beside(
    subnets,
    "an address is of the subnet",
    mount("1", { ipAddress: "10.0.2.9" }),
    mount("1", { ipAddress: "10.0.1.9" }),
  ),
  "efs-mount-target-network": target(
    "five groups guard a mount",
    { securityGroups: many(6, (index) => `sg-0000000${index}`) },
    { securityGroups: many(5, (index) => `sg-0000000${index}`) },
  ),
  "efs-performance-mode": files(
    "throughput by demand is not for the most operations",
    { performanceMode: "maxIO", throughputMode: "elastic" },
    { performanceMode: "maxIO", throughputMode: "bursting" },
  ),
  "efs-replication-destination": replica(
    "a replica is in a zone of its Region",
    into("eu-west-1a"),
    into("eu-central-1a"),
  ),
  "efs-throughput-mode": files(
    "a throughput goes with its mode",
    { throughputMode: "provisioned" },
    { throughputMode: "provisioned", provisionedThroughputInMibps: 10 },
  ),
};
