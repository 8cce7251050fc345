import { type FactsByName } from "./facts";
import { on } from "./on";

const cluster = on("aws:neptune/cluster:Cluster", {
  clusterIdentifier: "own",
  engine: "neptune",
  skipFinalSnapshot: true,
});
const key = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";
const serverless = (minCapacity: number, maxCapacity: number) => ({
  serverlessV2ScalingConfiguration: { minCapacity, maxCapacity },
});

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
};
