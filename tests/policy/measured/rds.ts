import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";
import { rdsClusters } from "./rdsClusters";

type Arguments = Record<string, unknown>;

const type = "aws:rds/instance:Instance";
const plain = {
  identifier: "own",
  engine: "postgres",
  engineVersion: "17.4",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  storageType: "gp3",
  storageEncrypted: true,
  username: "keeper",
  manageMasterUserPassword: true,
  backupRetentionPeriod: 7,
  deletionProtection: true,
  multiAz: true,
  finalSnapshotIdentifier: "own-last",
};
const instance = on(type, plain);
const engines = {
  mysql: { engine: "mysql", engineVersion: "8.4.3" },
  oracle: {
    engine: "oracle-se2",
    engineVersion: "19",
    licenseModel: "bring-your-own-license",
    instanceClass: "db.m5.large",
  },
  sqlserver: {
    engine: "sqlserver-ex",
    engineVersion: "16.00",
    licenseModel: "license-included",
    instanceClass: "db.m5.large",
    multiAz: false,
  },
};
const windows = (backupWindow: string, maintenanceWindow = "sun:05:00-sun:06:00") => ({
  backupWindow,
  maintenanceWindow,
});
const role = { monitoringRoleArn: "arn:aws:iam::111122223333:role/monitoring" };
const named = (engine: string): Made => [
  "aws:rds/optionGroup:OptionGroup",
  "options",
  { name: "options", engineName: engine, majorEngineVersion: engine === "mysql" ? "8.4" : "16" },
];
const tuned = (family: string): Made => [
  "aws:rds/parameterGroup:ParameterGroup",
  "parameters",
  { name: "parameters", family },
];
const secretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:own-abcdef";
const proxy = on("aws:rds/proxy:Proxy", {
  name: "own",
  engineFamily: "POSTGRESQL",
  requireTls: true,
  roleArn: "arn:aws:iam::111122223333:role/proxy",
  vpcSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
  auths: [{ authScheme: "SECRETS", iamAuth: "REQUIRED", secretArn }],
});
const auth = (more: Arguments) => ({ auths: [{ authScheme: "SECRETS", iamAuth: "REQUIRED", secretArn, ...more }] });
const pool = on("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup", { dbProxyName: "own" });
const subscription = on("aws:rds/eventSubscription:EventSubscription", {
  name: "own",
  snsTopic: "arn:aws:sns:eu-west-1:111122223333:own",
});
const subnets = on("aws:rds/subnetGroup:SubnetGroup", {
  name: "own",
  subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
});

export const rds: FactsByName = {
  ...rdsClusters,
  "rds-backup-retention-range": instance(
    "a backup is kept for 35 days",
    { backupRetentionPeriod: 36 },
    { backupRetentionPeriod: 35 },
  ),
  "rds-backup-window-duration": instance("a window has half an hour", windows("03:00-03:29"), windows("03:00-03:30")),
  "rds-backup-window-format": instance("a window has two digits each", windows("3:00-4:00"), windows("03:00-04:00")),
  "rds-character-set-engine": instance(
    "only Oracle has a set of characters",
    { ...engines.mysql, characterSetName: "UTF8" },
    engines.mysql,
  ),
  "rds-dbname-format": instance("a name begins with a letter", { dbName: "1orders" }, { dbName: "orders1" }),
  "rds-description-printable": subnets("a description is ASCII", { description: "für uns" }, { description: "for us" }),
  "rds-event-subscription-categories": subscription(
    "a category is one of the source's",
    { sourceType: "db-cluster", eventCategories: ["restoration"] },
    { sourceType: "db-instance", eventCategories: ["restoration"] },
  ),
  "rds-event-subscription-source-ids-require-type": subscription(
    "a source has a type",
    { sourceIds: ["own"] },
    { sourceIds: ["own"], sourceType: "db-instance" },
  ),
  "rds-event-subscription-source-type-values": subscription(
    "a source is one of RDS",
    { sourceType: "db-table" },
    { sourceType: "db-cluster" },
  ),
  "rds-gp3-iops-storage-threshold": instance(
    "less than 400 GB have no throughput of their own",
    { allocatedStorage: 399, iops: 12_000, storageThroughput: 500 },
    { allocatedStorage: 400, iops: 12_000, storageThroughput: 500 },
  ),
  "rds-iam-auth-engine": instance(
    "IAM proves no one to Oracle",
    { ...engines.oracle, iamDatabaseAuthenticationEnabled: true },
    engines.oracle,
  ),
  "rds-io1-iops-ratio": instance(
    "a GB has 50 operations",
    { storageType: "io1", allocatedStorage: 100, iops: 5001 },
    { storageType: "io1", allocatedStorage: 100, iops: 5000 },
  ),
  "rds-iops-required": instance(
    "io2 says how many operations",
    { storageType: "io2", allocatedStorage: 100 },
    { storageType: "io2", allocatedStorage: 100, iops: 3000 },
  ),
  "rds-license-model-engine": instance(
    "a licence is one of the engine's",
    { licenseModel: "bring-your-own-license" },
    { licenseModel: "postgresql-license" },
  ),
  "rds-logs-exports-engine": instance(
    "a log is one of the engine's",
    { enabledCloudwatchLogsExports: ["audit"] },
    { enabledCloudwatchLogsExports: ["postgresql"] },
  ),
  "rds-magnetic-storage-deprecated": instance(
    "magnetic storage is gone",
    { storageType: "standard" },
    { storageType: "gp3" },
  ),
  "rds-manage-master-password-exclusive": instance(
    "a password is managed or given",
    { password: "correct-horse-battery" },
    {},
  ),
  "rds-master-username-length": instance(
    "a user of MySQL has 16 characters",
    { ...engines.mysql, username: "a".repeat(17) },
    { ...engines.mysql, username: "a".repeat(16) },
  ),
  "rds-master-username-reserved": instance("rdsadmin is AWS's own", { username: "rdsadmin" }, { username: "keeper" }),
  "rds-max-allocated-storage": instance(
    "storage grows",
    { allocatedStorage: 100, maxAllocatedStorage: 99 },
    { allocatedStorage: 100, maxAllocatedStorage: 200 },
  ),
  "rds-monitoring-interval-values": instance(
    "an interval is one of seven",
    { ...role, monitoringInterval: 20 },
    { ...role, monitoringInterval: 15 },
  ),
  "rds-monitoring-role-required": instance(
    "monitoring has a role",
    { monitoringInterval: 15 },
    { ...role, monitoringInterval: 15 },
  ),
  "rds-multiaz-availability-zone": instance(
    "what is in several zones has none of its own",
    { availabilityZone: "eu-west-1a" },
    {},
  ),
  "rds-option-group-engine": beside(
    [[type, "subject", { ...plain, ...engines.mysql, optionGroupName: "options" }]],
    "options are of the engine",
    named("postgres"),
    named("mysql"),
  ),
  "rds-parameter-group-family-engine": beside(
    [[type, "subject", { ...plain, ...engines.mysql, parameterGroupName: "parameters" }]],
    "parameters are of the engine",
    tuned("postgres17"),
    tuned("mysql8.4"),
  ),
  "rds-password-valid": instance(
    "a password has no slash",
    { manageMasterUserPassword: undefined, password: "correct/horse" },
    { manageMasterUserPassword: undefined, password: "correct-horse" },
  ),
  "rds-pi-retention-period": instance(
    "insights are kept for months",
    { performanceInsightsEnabled: true, performanceInsightsRetentionPeriod: 30 },
    { performanceInsightsEnabled: true, performanceInsightsRetentionPeriod: 31 },
  ),
  "rds-pi-retention-requires-enable": instance(
    "what is not gathered is not kept",
    { performanceInsightsEnabled: false, performanceInsightsRetentionPeriod: 31 },
    { performanceInsightsEnabled: true, performanceInsightsRetentionPeriod: 31 },
  ),
  "rds-port-range": instance("a port is 1150 or above", { port: 1149 }, { port: 1150 }),
  "rds-proxy-client-password-auth-engine": proxy(
    "a password is proven in the engine's way",
    auth({ clientPasswordAuthType: "MYSQL_NATIVE_PASSWORD" }),
    auth({ clientPasswordAuthType: "POSTGRES_SCRAM_SHA_256" }),
  ),
  "rds-proxy-iam-auth-enabled": proxy(
    "IAM is required or off",
    auth({ iamAuth: "ENABLED" }),
    auth({ iamAuth: "REQUIRED" }),
  ),
  "rds-proxy-iam-auth-requires-tls": proxy("IAM needs TLS", { requireTls: false }, {}),
  "rds-proxy-idle-client-timeout": proxy(
    "a client waits for eight hours",
    { idleClientTimeout: 28_801 },
    { idleClientTimeout: 28_800 },
  ),
  "rds-proxy-pool-percent": pool(
    "fewer connections are idle than there are",
    { connectionPoolConfig: { maxConnectionsPercent: 50, maxIdleConnectionsPercent: 51 } },
    { connectionPoolConfig: { maxConnectionsPercent: 50, maxIdleConnectionsPercent: 50 } },
  ),
  "rds-proxy-target-group-name": on("aws:rds/proxyTarget:ProxyTarget", {
    dbProxyName: "own",
    dbInstanceIdentifier: "own",
  })("a proxy has the group default", { targetGroupName: "own" }, { targetGroupName: "default" }),
  "rds-sqlserver-dbname-null": instance(
    "SQL Server makes no database",
    { ...engines.sqlserver, dbName: "orders" },
    engines.sqlserver,
  ),
  "rds-sqlserver-reserved-port": instance(
    "SQL Server has ports of its own",
    { ...engines.sqlserver, port: 3389 },
    { ...engines.sqlserver, port: 1433 },
  ),
  "rds-storage-throughput-gp3-only": instance(
    "throughput is of gp3",
    { storageType: "gp2", allocatedStorage: 400, storageThroughput: 500 },
    { storageType: "gp3", allocatedStorage: 400, storageThroughput: 500, iops: 12_000 },
  ),
  "rds-storage-throughput-max": instance(
    "throughput is 4,000 at most",
    { allocatedStorage: 20_000, iops: 64_000, storageThroughput: 4001 },
    { allocatedStorage: 20_000, iops: 64_000, storageThroughput: 4000 },
  ),
  "rds-subnet-group-name": subnets("a name has no slash", { name: "own/group" }, { name: "own-group" }),
  "rds-subnet-group-name-reserved": subnets("default is AWS's own", { name: "default" }, { name: "own-default" }),
  "rds-timezone-engine": instance(
    "PostgreSQL has no time zone",
    { timezone: "Central European Standard Time" },
    { ...engines.sqlserver, timezone: "Central European Standard Time" },
  ),
  "rds-window-overlap": instance("windows do not overlap", windows("05:30-06:30"), windows("06:30-07:30")),
};
