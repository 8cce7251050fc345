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
};
