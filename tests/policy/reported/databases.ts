import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

const account = "111122223333";
const login = { username: "orders", password: "a-long-password-1", skipFinalSnapshot: true, storageEncrypted: true };
const instance = on("aws:rds/instance:Instance", { ...login, instanceClass: "db.r6g.large", identifier: "orders" });
const postgres = { engine: "postgres", engineVersion: "16.3" };
const cluster = on("aws:rds/cluster:Cluster", {
  ...{ clusterIdentifier: "orders", masterUsername: "orders", masterPassword: "a-long-password-1" },
  ...{ skipFinalSnapshot: true, storageEncrypted: true },
});

export const rds: FactsByName = {
  "iops-to-maximum": instance(
    "operations keep pace with the storage that may grow",
    { ...postgres, allocatedStorage: 100, maxAllocatedStorage: 10000, storageType: "io1", iops: 3000 },
    { ...postgres, allocatedStorage: 100, maxAllocatedStorage: 1000, storageType: "io1", iops: 3000 },
  ),
  "aurora-instance-iops": instance(
    "an instance of Aurora has no operations of its own",
    { engine: "aurora-mysql", iops: 1000, allocatedStorage: 100 },
    { engine: "mysql", engineVersion: "8.0.39", iops: 1000, allocatedStorage: 100, storageType: "io1" },
  ),
  "gp2-iops": instance(
    "gp2 has no operations to choose",
    { ...postgres, allocatedStorage: 1100, storageType: "gp2", iops: 4000 },
    { ...postgres, allocatedStorage: 1100, storageType: "gp2" },
  ),
  "engine-mode-serverless": cluster(
    "Aurora Serverless is of the second version",
    { engine: "aurora-postgresql", engineMode: "serverless" },
    {
      ...{ engine: "aurora-postgresql", engineMode: "provisioned" },
      serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 },
    },
  ),
  "aurora-instance-class": cluster(
    "a cluster of Aurora has the class of no instance",
    { engine: "aurora-mysql", dbClusterInstanceClass: "db.t3.medium" },
    { engine: "aurora-mysql" },
  ),
  "proxy-one-subnet": on("aws:rds/proxy:Proxy", {
    ...{ name: "orders", engineFamily: "POSTGRESQL", roleArn: `arn:aws:iam::${account}:role/r`, requireTls: true },
    auths: [{ iamAuth: "REQUIRED", secretArn: `arn:aws:secretsmanager:eu-west-1:${account}:secret:orders-abcdef` }],
  })("a proxy has two subnets", { vpcSubnetIds: ["subnet-1"] }, { vpcSubnetIds: ["subnet-1", "subnet-2"] }),
};

const groupType = "aws:elasticache/replicationGroup:ReplicationGroup";
const encrypted = { atRestEncryptionEnabled: true, transitEncryptionEnabled: true };
const group = { replicationGroupId: "orders", description: "orders", nodeType: "cache.t4g.small", ...encrypted };

/** A group of Redis 7 with a parameter group of some family. */
const ofFamily = (family: string): readonly Made[] => [
  ["aws:elasticache/parameterGroup:ParameterGroup", "own", { name: "own", id: "own", family }],
  [
    groupType,
    "subject",
    { ...group, engine: "redis", engineVersion: "7.1", numCacheClusters: 1, parameterGroupName: "own" },
    { parameterGroupName: "aws:elasticache/parameterGroup:ParameterGroup own" },
  ],
];

export const elasticache: FactsByName = {
  "parameter-family": facts("a parameter group is of the engine's version", ofFamily("redis2.8"), ofFamily("redis7")),
  "failover-of-one": on(groupType, group)(
    "who takes over is a second node",
    { automaticFailoverEnabled: true, numCacheClusters: 1 },
    { automaticFailoverEnabled: true, numCacheClusters: 2 },
  ),
  "replica-settings": on("aws:elasticache/cluster:Cluster", { clusterId: "replica", replicationGroupId: "orders" })(
    "a replica takes its settings from its group",
    { numCacheNodes: 1, nodeType: "cache.t4g.small", engine: "redis" },
    {},
  ),
};
