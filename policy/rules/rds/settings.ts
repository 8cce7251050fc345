import { type Reading } from "../../frame/known";
import { securityHub, wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { settingRule } from "../../frame/setting";

/** What is made of a snapshot or of another database is encrypted as that is, whatever it says itself. */
function notRestored(database: Resource, sources: readonly string[]): Reading<boolean> {
  const made = sources.some((source) => database.get(source).any().state !== "absent");
  return made ? { state: "unknown" } : { state: "known", value: true };
}

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
    id: "rds-cluster-deletion-protection",
    title: "An RDS cluster is protected from deletion",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("RDS.7", "RDS clusters should have deletion protection enabled"),
      wellArchitected("REL09-BP01"),
    ],
    fix: "Set deletionProtection to true.",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
    type: types.dbCluster,
    property: ["deletionProtection"],
    takes: [true],
    unset: false,
    because: "one call, or one mistake in the program, deletes it",
  }),
  settingRule({
    id: "rds-cluster-encryption",
    title: "An RDS cluster is encrypted at rest",
    severity: "high",
    level: "advisory",
    controls: [securityHub("RDS.27", "RDS DB clusters should be encrypted at rest"), wellArchitected("SEC08-BP02")],
    fix: "Set storageEncrypted to true; it cannot be changed later.",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
    type: types.dbCluster,
    property: ["storageEncrypted"],
    only: (database) =>
      notRestored(database, [
        "snapshotIdentifier",
        "replicationSourceIdentifier",
        "globalClusterIdentifier",
        "restoreToPointInTime",
      ]),
    takes: [true],
    unset: false,
    because: "its data, logs, snapshots and replicas are stored unencrypted",
  }),
  settingRule({
    id: "rds-cluster-iam-authentication",
    title: "An RDS cluster supports IAM authentication",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("RDS.12", "IAM authentication should be configured for RDS clusters"),
      wellArchitected("SEC02-BP03"),
    ],
    fix: "Set iamDatabaseAuthenticationEnabled to true.",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
    type: types.dbCluster,
    property: ["iamDatabaseAuthenticationEnabled"],
    takes: [true],
    unset: false,
    because: "users can only sign in with passwords, which leak and are not rotated",
  }),
  settingRule({
    id: "rds-instance-deletion-protection",
    title: "An RDS instance is protected from deletion",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("RDS.8", "RDS DB instances should have deletion protection enabled"),
      wellArchitected("REL09-BP01"),
    ],
    fix: "Set deletionProtection to true.",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
    type: types.dbInstance,
    property: ["deletionProtection"],
    takes: [true],
    unset: false,
    because: "one call, or one mistake in the program, deletes it",
  }),
  settingRule({
    id: "rds-instance-encryption",
    title: "An RDS instance is encrypted at rest",
    severity: "high",
    level: "advisory",
    controls: [
      securityHub("RDS.3", "RDS DB instances should have encryption at-rest enabled"),
      wellArchitected("SEC08-BP02"),
    ],
    fix: "Set storageEncrypted to true; it cannot be changed later.",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
    type: types.dbInstance,
    property: ["storageEncrypted"],
    only: (database) => notRestored(database, ["snapshotIdentifier", "replicateSourceDb", "restoreToPointInTime"]),
    takes: [true],
    unset: false,
    because: "its data, logs, snapshots and replicas are stored unencrypted",
  }),
  settingRule({
    id: "rds-instance-iam-authentication",
    title: "An RDS instance supports IAM authentication",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("RDS.10", "IAM authentication should be configured for RDS instances"),
      wellArchitected("SEC02-BP03"),
    ],
    fix: "Set iamDatabaseAuthenticationEnabled to true.",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
    type: types.dbInstance,
    property: ["iamDatabaseAuthenticationEnabled"],
    takes: [true],
    unset: false,
    because: "users can only sign in with passwords, which leak and are not rotated",
  }),
  settingRule({
    id: "rds-proxy-tls",
    title: "An RDS Proxy requires TLS",
    severity: "medium",
    level: "advisory",
    controls: [wellArchitected("SEC09-BP02")],
    fix: "Set requireTls to true.",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-planning.html",
    type: types.dbProxy,
    property: ["requireTls"],
    takes: [true],
    unset: false,
    because: "passwords, tokens and rows cross the network in plain text",
  }),
];
