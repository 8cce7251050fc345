import { type TypeRows } from "../../schema";
import { apart, at, bars, narrows, needs, says, takes } from "../given";
import { api, page } from "../pages";

const node = { source: page("redshift/latest/mgmt/working-with-clusters") };

/** Of an endpoint in another VPC, with clusters and without servers. */
export const endpointName = at(
  "endpointName",
  "an endpoint has 1 to 30 small letters, digits and hyphens, begins with a letter, and has no hyphen at its end and no two in a row",
  { pattern: "^(?=.{1,30}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
  "orders",
  "orders-",
);

/** Redshift with clusters. */
export const redshift: readonly TypeRows[] = [
  {
    type: "aws:redshift/cluster:Cluster",
    source: api("redshift", "CreateCluster"),
    rows: [
      narrows("a single node is one", { clusterType: "single-node" }, "numberOfNodes", { maximum: 1 }, [1, 2], node),
      narrows(
        "several nodes are two to 100",
        { clusterType: "multi-node" },
        "numberOfNodes",
        { minimum: 2, maximum: 100 },
        [2, 1],
        node,
      ),
      needs("several nodes have a number", { clusterType: "multi-node" }, { numberOfNodes: 2 }),
      narrows(
        "two zones take several nodes",
        { multiAz: true },
        "clusterType",
        { const: "multi-node" },
        ["multi-node", "single-node"],
        { source: page("redshift/latest/mgmt/managing-cluster-multi-az") },
      ),
      narrows(
        "two zones take nodes of RA3 or RG",
        { multiAz: true },
        "nodeType",
        { pattern: "^(ra3|rg)\\." },
        ["ra3.large", "dc2.large"],
        { source: page("redshift/latest/mgmt/managing-cluster-multi-az") },
      ),
      bars(
        "a cluster of two zones does not move to another one",
        { multiAz: true },
        { availabilityZoneRelocationEnabled: true },
        { source: page("redshift/latest/mgmt/managing-cluster-multi-az") },
      ),
      narrows(
        "a cluster moves between zones on RA3 or RG",
        { availabilityZoneRelocationEnabled: true },
        "nodeType",
        { pattern: "^(ra3|rg)\\." },
        ["ra3.large", "dc2.large"],
        { source: page("redshift/latest/mgmt/managing-cluster-recovery") },
      ),
      bars("a managed password is nobody's own", { manageMasterPassword: true }, { masterPassword: "Secret12345" }),
      takes(
        "the key of a password is of one that is managed",
        { masterPasswordSecretKmsKeyId: "k" },
        { manageMasterPassword: true },
      ),
      narrows(
        "a key is of a cluster that is encrypted",
        { encrypted: ["false", false] },
        "kmsKeyId",
        { maxLength: 0 },
        ["", "arn:aws:kms:eu-west-1:111122223333:key/1"],
        {},
      ),
      at(
        "masterPassword",
        "a password has 8 to 64 characters, a capital, a small letter and a digit, and none of ' \" \\ / @ and space",
        { pattern: "^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[!#-&(-.0-?A-\\[\\]-~]{8,64}$" },
        "Secret12345",
        "secret12345",
      ),
      at(
        "masterUsername",
        "a user has 1 to 128 letters, digits and _ + . @ -, the first a letter",
        { pattern: "^[A-Za-z][A-Za-z0-9_+.@-]{0,127}$" },
        "admin",
        "1admin",
      ),
      at(
        "masterUsername",
        "a user is not called PUBLIC",
        { not: { pattern: "^[Pp][Uu][Bb][Ll][Ii][Cc]$" } },
        "admin",
        "public",
      ),
      at(
        "databaseName",
        "a database has 1 to 64 small letters, digits and _ $, the first a letter or _",
        { pattern: "^[a-z_][a-z0-9_$]{0,63}$" },
        "orders",
        "Orders",
      ),
      at(
        "clusterIdentifier",
        "an identifier has 1 to 63 small letters, digits and hyphens, begins with a letter, and has no hyphen at its end and no two in a row",
        { pattern: "^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
        "orders-1",
        "orders--1",
      ),
      at(
        "automatedSnapshotRetentionPeriod",
        "snapshots are kept for up to 35 days",
        { minimum: 0, maximum: 35 },
        35,
        36,
      ),
      says(
        "snapshots that are kept by hand have -1 or 1 to 3,653 days",
        { properties: { manualSnapshotRetentionPeriod: { minimum: -1, maximum: 3_653, not: { const: 0 } } } },
        { manualSnapshotRetentionPeriod: -1 },
        { manualSnapshotRetentionPeriod: 0 },
      ),
      at(
        "iamRoles",
        "a cluster has up to 50 roles",
        { maxItems: 50 },
        ["arn:aws:iam::111122223333:role/r"],
        Array.from({ length: 51 }, (_, n) => `arn:aws:iam::111122223333:role/r${n}`),
      ),
      says(
        "the default role is one of the roles",
        { memberOf: [["defaultIamRoleArn", "iamRoles[]"]] },
        { defaultIamRoleArn: "arn:aws:iam::111122223333:role/r", iamRoles: ["arn:aws:iam::111122223333:role/r"] },
        { defaultIamRoleArn: "arn:aws:iam::111122223333:role/r", iamRoles: ["arn:aws:iam::111122223333:role/s"] },
      ),
      says(
        "an Elastic IP is of a cluster that is public",
        {
          dependentRequired: { elasticIp: ["publiclyAccessible"] },
          if: { required: ["elasticIp"] },
          then: { properties: { publiclyAccessible: { const: true } } },
        },
        { elasticIp: "192.0.2.1", publiclyAccessible: true },
        { elasticIp: "192.0.2.1", publiclyAccessible: false },
      ),
      apart(
        "a cluster is restored from one snapshot",
        { snapshotIdentifier: "s" },
        { snapshotArn: "arn:aws:redshift:eu-west-1:111122223333:snapshot:c/s" },
        { source: api("redshift", "RestoreFromClusterSnapshot") },
      ),
    ],
  },
  {
    type: "aws:redshift/endpointAccess:EndpointAccess",
    source: api("redshift", "CreateEndpointAccess"),
    rows: [endpointName],
  },
  {
    type: "aws:redshift/eventSubscription:EventSubscription",
    source: api("redshift", "CreateEventSubscription"),
    rows: [
      takes("sources have a type", { sourceIds: ["c"] }, { sourceType: "cluster" }),
      at("severity", "a severity is INFO or ERROR", { enum: ["INFO", "ERROR"] }, "INFO", "WARN"),
    ],
  },
  {
    type: "aws:redshift/scheduledAction:ScheduledAction",
    source: api("redshift", "CreateScheduledAction"),
    rows: [
      at(
        "targetAction",
        "an action resizes, pauses or resumes",
        {
          requiredXor: ["pauseCluster", "resizeCluster", "resumeCluster"],
          source: api("redshift", "ScheduledActionType"),
        },
        { pauseCluster: { clusterIdentifier: "c" } },
        { pauseCluster: { clusterIdentifier: "c" }, resumeCluster: { clusterIdentifier: "c" } },
      ),
      at(
        "schedule",
        "a schedule is at(…) or cron(…) of six fields",
        { pattern: "^(at\\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?Z?\\)|cron\\(\\S+( \\S+){5}\\))$" },
        "cron(0 10 ? * MON *)",
        "rate(1 day)",
      ),
      says(
        "an action begins before it ends",
        { ordered: [["startTime", "<", "endTime"]] },
        { startTime: "2027-01-01T00:00:00Z", endTime: "2027-02-01T00:00:00Z" },
        { startTime: "2027-02-01T00:00:00Z", endTime: "2027-01-01T00:00:00Z" },
      ),
    ],
  },
];
