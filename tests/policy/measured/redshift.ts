import { type FactsByName } from "./facts";
import { on } from "./on";

const type = "aws:redshift/cluster:Cluster";
const owner = { masterUsername: "keeper", masterPassword: "Correct1horse" };
const named = { clusterIdentifier: "own", skipFinalSnapshot: true };
const single = { clusterType: "single-node", nodeType: "ra3.large" };
const cluster = on(type, { ...named, ...owner, ...single });
const managed = on(type, { ...named, ...single, masterUsername: "keeper" });
const nodes = on(type, { ...named, ...owner, nodeType: "ra3.large" });
const password = (says: string, bad: string) =>
  managed(says, { masterPassword: bad }, { masterPassword: "Correct1horse" });
const sized = on(type, { ...named, ...owner });
const action = on("aws:redshift/scheduledAction:ScheduledAction", {
  name: "own",
  iamRole: "arn:aws:iam::111122223333:role/r",
  targetAction: { pauseCluster: { clusterIdentifier: "own" } },
});
const nightly = { schedule: "cron(0 0 * * ? *)" };

export const redshift: FactsByName = {
  "redshift-automated-snapshot-retention-range": cluster(
    "snapshots are kept for 35 days",
    { automatedSnapshotRetentionPeriod: 36 },
    { automatedSnapshotRetentionPeriod: 35 },
  ),
  "redshift-elastic-ip-publicly-accessible": cluster(
    "an Elastic IP is of a public cluster",
    { elasticIp: "198.51.100.7", publiclyAccessible: false },
    { elasticIp: "198.51.100.7", publiclyAccessible: true },
  ),
  "redshift-manage-master-password-exclusive": managed(
    "a password is given or managed",
    { manageMasterPassword: true, masterPassword: "Correct1horse" },
    { manageMasterPassword: true },
  ),
  "redshift-manual-snapshot-retention-range": cluster(
    "snapshots by hand are kept for ten years",
    { manualSnapshotRetentionPeriod: 3654 },
    { manualSnapshotRetentionPeriod: 3653 },
  ),
  "redshift-master-password-charset": password("a password has no slash", "Correct1/horse"),
  "redshift-master-password-composition": password("a password has a digit", "Correcthorse"),
  "redshift-master-password-length": password("a password has 8 characters", "Corr1ct"),
  "redshift-master-password-secret-kms-requires-manage": managed(
    "the key of a password is of one that is managed",
    { masterPassword: "Correct1horse", masterPasswordSecretKmsKeyId: "alias/own" },
    { manageMasterPassword: true, masterPasswordSecretKmsKeyId: "alias/own" },
  ),
  "redshift-master-username-reserved-public": on(type, { ...named, ...single, masterPassword: "Correct1horse" })(
    "a user is not the public",
    { masterUsername: "public" },
    { masterUsername: "keeper" },
  ),
  "redshift-multi-node-min-nodes": nodes(
    "several nodes are two",
    { clusterType: "multi-node", numberOfNodes: 1 },
    { clusterType: "multi-node", numberOfNodes: 2 },
  ),
  "redshift-single-node-node-count": nodes(
    "a single node is one",
    { clusterType: "single-node", numberOfNodes: 2 },
    { clusterType: "single-node", numberOfNodes: 1 },
  ),
  "redshift-automated-snapshot-retention-ra3": cluster(
    "nodes of ra3 have snapshots",
    { automatedSnapshotRetentionPeriod: 0 },
    { automatedSnapshotRetentionPeriod: 1 },
  ),
  "redshift-availability-zone-region": cluster(
    "a zone is of the Region",
    { availabilityZone: "us-east-1a" },
    { availabilityZone: "eu-west-1a" },
  ),
  "redshift-cluster-version-1-0": cluster("there is one version", { clusterVersion: "2.0" }, { clusterVersion: "1.0" }),
  "redshift-dbname-lowercase": cluster(
    "a database begins with a letter",
    { databaseName: "_orders" },
    { databaseName: "orders" },
  ),
  "redshift-eventsub-sourceids-need-sourcetype": on("aws:redshift/eventSubscription:EventSubscription", {
    name: "own",
    snsTopicArn: "arn:aws:sns:eu-west-1:111122223333:t",
    sourceIds: ["own"],
  })("sources have a type", {}, { sourceType: "cluster" }),
  "redshift-node-type-single-node-support": sized(
    "large nodes are two",
    { nodeType: "ra3.4xlarge", clusterType: "single-node" },
    { nodeType: "ra3.4xlarge", clusterType: "multi-node", numberOfNodes: 2 },
  ),
  "redshift-port-range-ra3": cluster("nodes of ra3 have few ports", { port: 5500 }, { port: 5455 }),
  "redshift-scheduled-action-schedule-format": action("an action is cron or at", { schedule: "rate(1 day)" }, nightly),
  "redshift-scheduled-action-start-before-end": action(
    "an action begins before it ends",
    { ...nightly, startTime: "2030-02-01T00:00:00Z", endTime: "2030-01-01T00:00:00Z" },
    { ...nightly, startTime: "2030-01-01T00:00:00Z", endTime: "2030-02-01T00:00:00Z" },
  ),
};
