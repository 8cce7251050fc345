import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";
import { serverless, subnets } from "./clusterParts";

const cluster = on("aws:neptune/cluster:Cluster", {
  clusterIdentifier: "own",
  engine: "neptune",
  skipFinalSnapshot: true,
});
const key = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";
const instance = (instanceClass: string): Made => [
  "aws:neptune/clusterInstance:ClusterInstance",
  "subject",
  { clusterIdentifier: "own", instanceClass },
];
const parameters = (of: string): readonly Made[] => [
  ["aws:neptune/clusterParameterGroup:ClusterParameterGroup", "parameters", { name: "own", family: of }],
  [
    "aws:neptune/cluster:Cluster",
    "subject",
    {
      clusterIdentifier: "own",
      engine: "neptune",
      engineVersion: "1.3.2.0",
      skipFinalSnapshot: true,
      neptuneClusterParameterGroupName: "own",
    },
  ],
];

export const neptune: FactsByName = {
  "neptune-backup-maintenance-overlap": cluster(
    "backups are made outside of maintenance",
    { preferredBackupWindow: "05:30-06:30", preferredMaintenanceWindow: "sun:05:00-sun:06:00" },
    { preferredBackupWindow: "06:00-07:00", preferredMaintenanceWindow: "sun:05:00-sun:06:00" },
  ),
  "neptune-backup-retention-range": cluster(
    "backups are kept for 35 days",
    { backupRetentionPeriod: 36 },
    { backupRetentionPeriod: 35 },
  ),
  "neptune-backup-window-duration": cluster(
    "a backup takes 30 minutes",
    { preferredBackupWindow: "05:00-05:29" },
    { preferredBackupWindow: "05:00-05:30" },
  ),
  "neptune-backup-window-format": cluster(
    "a backup begins at a time of the day",
    { preferredBackupWindow: "0500-0600" },
    { preferredBackupWindow: "05:00-06:00" },
  ),
  "neptune-globalcluster-source-exclusive": on("aws:neptune/globalCluster:GlobalCluster", {
    globalClusterIdentifier: "world",
    sourceDbClusterIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:own",
  })("what is made from a cluster has its engine", { engine: "neptune" }, {}),
  "neptune-kms-requires-storage-encrypted": cluster(
    "a key is of what is encrypted",
    { kmsKeyArn: key },
    { kmsKeyArn: key, storageEncrypted: true },
  ),
  "neptune-maintenance-window-duration": cluster(
    "maintenance takes 30 minutes",
    { preferredMaintenanceWindow: "sun:05:00-sun:05:29" },
    { preferredMaintenanceWindow: "sun:05:00-sun:05:30" },
  ),
  "neptune-port-range": cluster("a port is 1150 or above", { port: 1149 }, { port: 1150 }),
  "neptune-serverless-half-step": cluster("capacity is in halves", serverless(1.2, 4), serverless(1.5, 4)),
  "neptune-serverless-min-le-max": cluster("the least is not above the most", serverless(8, 4), serverless(4, 8)),
  "neptune-cpg-family-engine-version": facts(
    "parameters are of the family of the version",
    parameters("neptune1.2"),
    parameters("neptune1.3"),
  ),
  "neptune-db-serverless-needs-scaling-config": beside(
    [["aws:neptune/cluster:Cluster", "cluster", { id: "own", clusterIdentifier: "own", skipFinalSnapshot: true }]],
    "a serverless instance is of a cluster that scales",
    instance("db.serverless"),
    instance("db.r6g.large"),
  ),
  "neptune-instance-az-region": on("aws:neptune/clusterInstance:ClusterInstance", {
    clusterIdentifier: "own",
    instanceClass: "db.r6g.large",
  })("a zone is of the Region", { availabilityZone: "us-east-1a" }, { availabilityZone: "eu-west-1a" }),
  "neptune-subnet-group-two-az": beside(
    subnets,
    "subnets are of two zones",
    ["aws:neptune/subnetGroup:SubnetGroup", "subject", { name: "own", subnetIds: ["subnet-1", "subnet-02"] }],
    ["aws:neptune/subnetGroup:SubnetGroup", "subject", { name: "own", subnetIds: ["subnet-1", "subnet-003"] }],
  ),
};
