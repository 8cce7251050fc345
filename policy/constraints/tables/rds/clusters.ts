import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { identifier, insights, monitoring, retention } from "./shared";

/** RDS. */
export const rdsClusters: readonly TypeRows[] = [
  {
    type: "aws:rds/cluster:Cluster",
    source: api("rds", "CreateDBCluster"),
    rows: [
      ...insights,
      {
        at: "",
        fact: "preferredBackupWindow and preferredMaintenanceWindow do not overlap",
        join: "clusterWindows",
        good: {
          engine: "aurora-postgresql",
          preferredBackupWindow: "03:00-04:00",
          preferredMaintenanceWindow: "sun:04:30-sun:05:30",
        },
        bad: {
          engine: "aurora-postgresql",
          preferredBackupWindow: "03:00-04:00",
          preferredMaintenanceWindow: "sun:03:30-sun:04:30",
        },
      },
      {
        at: "preferredBackupWindow",
        format: "backupWindow",
        fact: "a backup window is hh24:mi-hh24:mi of at least 30 minutes",
        good: "03:00-04:00",
        bad: "03:00-03:20",
      },
      {
        at: "preferredMaintenanceWindow",
        format: "maintenanceWindow",
        fact: "a maintenance window is ddd:hh24:mi-ddd:hh24:mi of at least 30 minutes",
        good: "sun:04:30-sun:05:30",
        bad: "sunday 04:30",
      },
      {
        at: "engine",
        enum: ["aurora", "aurora-mysql", "aurora-postgresql", "mysql", "postgres", "neptune"],
        good: "aurora-mysql",
        bad: "mariadb",
      },
      {
        at: "engineMode",
        fact: "Aurora Serverless v1 has ended: engineMode is provisioned, and serverlessv2ScalingConfiguration makes v2",
        not: { const: "serverless" },
        source: page("AmazonRDS/latest/AuroraUserGuide/aurora-serverless"),
        good: "provisioned",
        bad: "serverless",
      },
      { at: "port", minimum: 1150, maximum: 65535, good: 5432, bad: 80 },
      { at: "backtrackWindow", minimum: 0, maximum: 259200, good: 0, bad: 259201 },
      {
        at: "",
        fact: "backtracking is for Aurora MySQL",
        when: { backtrackWindow: { minimum: 1 } },
        properties: { engine: { enum: ["aurora-mysql", "aurora"] } },
        good: { engine: "aurora-mysql", backtrackWindow: 3600 },
        bad: { engine: "aurora-postgresql", backtrackWindow: 3600 },
      },
      {
        at: "",
        fact: "a masterPassword and manageMasterUserPassword exclude each other",
        dependentExcluded: { manageMasterUserPassword: ["masterPassword", "masterPasswordWo"] },
        good: { engine: "aurora-mysql", manageMasterUserPassword: true, masterUsername: "shop" },
        bad: {
          engine: "aurora-mysql",
          manageMasterUserPassword: true,
          masterUsername: "shop",
          masterPassword: "secret123",
        },
      },
      {
        at: "masterPassword",
        fact: 'a password has 8 characters at least, and none of / " @ and space',
        pattern: "^[\\x21\\x23-\\x2E\\x30-\\x3F\\x41-\\x7E]{8,}$",
        good: "secret-123",
        bad: "secret/123",
      },
      {
        at: "performanceInsightsRetentionPeriod",
        fact: "it is 7, 731 or a multiple of 31 days up to 713",
        enum: retention,
        good: 7,
        bad: 30,
      },
      { at: "monitoringInterval", enum: monitoring.enum, good: 60, bad: 45 },
      { at: "networkType", enum: ["IPV4", "DUAL"], good: "DUAL", bad: "IPV6" },
      { at: "clusterScalabilityType", enum: ["standard", "limitless"], good: "standard", bad: "serverless" },
      identifier("clusterIdentifier", "a cluster"),
    ],
  },
  {
    type: "aws:rds/proxy:Proxy",
    source: api("rds", "CreateDBProxy"),
    rows: [
      { at: "engineFamily", enum: ["MYSQL", "POSTGRESQL", "SQLSERVER"], good: "MYSQL", bad: "MARIADB" },
      { at: "auths[].authScheme", const: "SECRETS", source: api("rds", "UserAuthConfig"), good: "SECRETS", bad: "IAM" },
      {
        at: "auths[].iamAuth",
        enum: ["DISABLED", "REQUIRED", "ENABLED"],
        source: api("rds", "UserAuthConfig"),
        good: "REQUIRED",
        bad: "OPTIONAL",
      },
      {
        at: "auths[].clientPasswordAuthType",
        enum: [
          "MYSQL_NATIVE_PASSWORD",
          "MYSQL_CACHING_SHA2_PASSWORD",
          "POSTGRES_SCRAM_SHA_256",
          "POSTGRES_MD5",
          "SQL_SERVER_AUTHENTICATION",
        ],
        source: api("rds", "UserAuthConfig"),
        good: "POSTGRES_MD5",
        bad: "MD5",
      },
      {
        at: "",
        fact: "a proxy has a secret in auths, or the defaultAuthScheme IAM_AUTH",
        if: { not: { required: ["auths[]"] } },
        then: { required: ["defaultAuthScheme"], properties: { defaultAuthScheme: { const: "IAM_AUTH" } } },
        good: {
          engineFamily: "MYSQL",
          auths: [{ authScheme: "SECRETS", secretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a" }],
        },
        bad: { engineFamily: "MYSQL", auths: [] },
      },
      identifier("name", "a proxy"),
    ],
  },
  {
    type: "aws:rds/subnetGroup:SubnetGroup",
    source: api("rds", "CreateDBSubnetGroup"),
    rows: [
      {
        at: "name",
        fact: "a name has letters, digits, spaces, periods, underscores and hyphens, and is not default",
        pattern: "^(?!default$)[a-zA-Z0-9 ._-]{1,255}$",
        good: "private",
        bad: "default",
      },
    ],
  },
  {
    type: "aws:rds/eventSubscription:EventSubscription",
    source: api("rds", "CreateEventSubscription"),
    rows: [
      {
        at: "sourceType",
        enum: [
          "db-instance",
          "db-cluster",
          "db-parameter-group",
          "db-security-group",
          "db-snapshot",
          "db-cluster-snapshot",
          "db-proxy",
          "zero-etl",
          "custom-engine-version",
          "blue-green-deployment",
          "db-shard-group",
        ],
        good: "db-instance",
        bad: "instance",
      },
      {
        at: "",
        fact: "sourceIds go with a sourceType",
        dependentRequired: { sourceIds: ["sourceType"] },
        good: { sourceType: "db-instance", sourceIds: ["a"] },
        bad: { sourceIds: ["a"] },
      },
    ],
  },
];
