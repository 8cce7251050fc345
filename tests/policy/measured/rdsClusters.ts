import { type FactsByName } from "./facts";
import { on } from "./on";

const plain = {
  clusterIdentifier: "own",
  engine: "aurora-postgresql",
  engineVersion: "17.4",
  masterUsername: "keeper",
  manageMasterUserPassword: true,
  storageEncrypted: true,
  backupRetentionPeriod: 7,
  deletionProtection: true,
  finalSnapshotIdentifier: "own-last",
};
const cluster = on("aws:rds/cluster:Cluster", plain);
const mysql = { engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.08.0" };

const serverless = (minCapacity: number, maxCapacity: number, more = {}) => ({
  serverlessv2ScalingConfiguration: { minCapacity, maxCapacity, ...more },
});
const insights = { databaseInsightsMode: "advanced", performanceInsightsEnabled: true };

export const rdsClusters: FactsByName = {
  "rds-backtrack": cluster(
    "only Aurora for MySQL goes back",
    { backtrackWindow: 3600 },
    { ...mysql, backtrackWindow: 3600 },
  ),
  "rds-cluster-allocated-storage-aurora": cluster("Aurora's storage is its own", { allocatedStorage: 100 }, {}),
  "rds-cluster-az-count": cluster(
    "a cluster is in three zones",
    { availabilityZones: ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"], region: "us-east-1" },
    { availabilityZones: ["us-east-1a", "us-east-1b", "us-east-1c"], region: "us-east-1" },
  ),
  "rds-cluster-instance-class-aurora": cluster(
    "Aurora's instances have their own class",
    { dbClusterInstanceClass: "db.m6gd.large" },
    {},
  ),
  "rds-cluster-logs-exports-engine": cluster(
    "a log is one of the engine's",
    { enabledCloudwatchLogsExports: ["general"] },
    { enabledCloudwatchLogsExports: ["postgresql"] },
  ),
  "rds-cluster-port-range": cluster("a port is 1150 or above", { port: 1149 }, { port: 1150 }),
  "rds-cluster-storage-type": cluster(
    "Aurora has two storages",
    { storageType: "gp3" },
    { storageType: "aurora-iopt1" },
  ),
  "rds-database-insights-advanced": cluster(
    "advanced insights are kept for 15 months",
    { ...insights, performanceInsightsRetentionPeriod: 7 },
    { ...insights, performanceInsightsRetentionPeriod: 465 },
  ),
  "rds-engine-mode-serverless-retired": cluster("the first serverless is gone", { engineMode: "serverless" }, {}),
  "rds-global-write-forwarding-requires-global": cluster(
    "writes are forwarded within a global cluster",
    { enableGlobalWriteForwarding: true },
    { enableGlobalWriteForwarding: true, globalClusterIdentifier: "world" },
  ),
  "rds-limitless-delete-automated-backups": cluster(
    "a cluster without limits deletes its backups",
    {
      ...insights,
      performanceInsightsRetentionPeriod: 465,
      clusterScalabilityType: "limitless",
      engineVersion: "16.4-limitless",
      storageType: "aurora-iopt1",
      deleteAutomatedBackups: false,
    },
    {
      ...insights,
      performanceInsightsRetentionPeriod: 465,
      clusterScalabilityType: "limitless",
      engineVersion: "16.4-limitless",
      storageType: "aurora-iopt1",
    },
  ),
  "rds-scaling-configuration-serverless-v1-only": cluster(
    "only the first serverless has a scalingConfiguration",
    { scalingConfiguration: { minCapacity: 2, maxCapacity: 4 } },
    serverless(2, 4),
  ),
  "rds-serverless-v2-auto-pause": cluster(
    "only what has no least pauses",
    serverless(0.5, 4, { secondsUntilAutoPause: 300 }),
    serverless(0, 4, { secondsUntilAutoPause: 300 }),
  ),
  "rds-serverless-v2-capacity": cluster("the least is not above the most", serverless(8, 4), serverless(4, 8)),
  "rds-serverless-v2-capacity-step": cluster("capacity is in halves", serverless(0.7, 4), serverless(0.5, 4)),
  "rds-shard-group-acu": on("aws:rds/shardGroup:ShardGroup", {
    dbClusterIdentifier: "own",
    dbShardGroupIdentifier: "own-shards",
  })("the least is not above the most", { minAcu: 100, maxAcu: 50 }, { minAcu: 50, maxAcu: 100 }),
};
