import { type FactsByName } from "./facts";
import { beside, on } from "./on";
import { serverless, subnets } from "./clusterParts";

const owner = { masterUsername: "keeper", masterPassword: "correct-horse" };
const named = { clusterIdentifier: "own", engine: "docdb", skipFinalSnapshot: true };
const cluster = on("aws:docdb/cluster:Cluster", { ...named, ...owner });
const restored = on("aws:docdb/cluster:Cluster", named);
const restore = (more: Record<string, unknown>) => ({
  restoreToPointInTime: { sourceClusterIdentifier: "first", ...more },
});

export const docdb: FactsByName = {
  "docdb-backup-maintenance-overlap": cluster(
    "backups are made outside of maintenance",
    { preferredBackupWindow: "05:30-06:30", preferredMaintenanceWindow: "sun:05:00-sun:06:00" },
    { preferredBackupWindow: "06:00-07:00", preferredMaintenanceWindow: "sun:05:00-sun:06:00" },
  ),
  "docdb-backup-window-duration": cluster(
    "a backup takes 30 minutes",
    { preferredBackupWindow: "05:00-05:29" },
    { preferredBackupWindow: "05:00-05:30" },
  ),
  "docdb-backup-window-format": cluster(
    "a backup begins at a time of the day",
    { preferredBackupWindow: "5:00-6:00" },
    { preferredBackupWindow: "05:00-06:00" },
  ),
  "docdb-eventsub-sourceids-need-sourcetype": on("aws:docdb/eventSubscription:EventSubscription", {
    name: "own",
    snsTopicArn: "arn:aws:sns:eu-west-1:111122223333:own",
    sourceIds: ["own"],
  })("sources are of a type", {}, { sourceType: "db-cluster" }),
  "docdb-maintenance-window-duration": cluster(
    "maintenance takes 30 minutes",
    { preferredMaintenanceWindow: "sun:05:00-sun:05:29" },
    { preferredMaintenanceWindow: "sun:05:00-sun:05:30" },
  ),
  "docdb-maintenance-window-format": cluster(
    "maintenance begins on a day of the week",
    { preferredMaintenanceWindow: "sunday:05:00-sunday:06:00" },
    { preferredMaintenanceWindow: "sun:05:00-sun:06:00" },
  ),
  "docdb-manage-master-password-exclusive": cluster(
    "a password is given or managed",
    { manageMasterUserPassword: true },
    {},
  ),
  "docdb-master-password-length": on("aws:docdb/cluster:Cluster", { ...named, masterUsername: "keeper" })(
    "a password has 8 characters",
    { masterPassword: "correct" },
    { masterPassword: "correct1" },
  ),
  "docdb-restore-copy-on-write-time": restored(
    "a clone is of the present",
    restore({ restoreType: "copy-on-write", restoreToTime: "2026-01-01T00:00:00Z" }),
    restore({ restoreType: "full-copy", restoreToTime: "2026-01-01T00:00:00Z" }),
  ),
  "docdb-restore-time-exclusive": restored(
    "what is restored is of a time or the latest",
    restore({ restoreToTime: "2026-01-01T00:00:00Z", useLatestRestorableTime: true }),
    restore({ restoreToTime: "2026-01-01T00:00:00Z" }),
  ),
  "docdb-serverless-half-step": cluster("capacity is in halves", serverless(0.7, 4), serverless(0.5, 4)),
  "docdb-serverless-min-le-max": cluster("the least is not above the most", serverless(8, 4), serverless(4, 8)),
  "docdb-storage-type-engine-version": cluster(
    "the first versions have the standard storage",
    { storageType: "iopt1", engineVersion: "4.0.0" },
    { storageType: "iopt1", engineVersion: "5.0.0" },
  ),
  "docdb-subnet-group-name-not-default": on("aws:docdb/subnetGroup:SubnetGroup", {
    subnetIds: ["subnet-1", "subnet-2"],
  })("a group of subnets has a name of its own", { name: "default" }, { name: "own" }),
  "docdb-username-first-char-letter": on("aws:docdb/cluster:Cluster", { ...named, masterPassword: "correct-horse" })(
    "a user begins with a letter",
    { masterUsername: "1keeper" },
    { masterUsername: "keeper1" },
  ),
  "docdb-instance-az-region": on("aws:docdb/clusterInstance:ClusterInstance", {
    clusterIdentifier: "own",
    instanceClass: "db.r6g.large",
  })("a zone is of the Region", { availabilityZone: "us-east-1a" }, { availabilityZone: "eu-west-1a" }),
  "docdb-subnet-group-two-az": beside(
    subnets,
    "subnets are of two zones",
    ["aws:docdb/subnetGroup:SubnetGroup", "subject", { name: "own", subnetIds: ["subnet-1", "subnet-02"] }],
    ["aws:docdb/subnetGroup:SubnetGroup", "subject", { name: "own", subnetIds: ["subnet-1", "subnet-003"] }],
  ),
};
