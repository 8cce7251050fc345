import { measured, type Row, type TypeRows } from "../../schema";
import { at } from "../given";
import { api, page } from "../pages";
import { together } from "../together";

const subnets = "a group has subnets of two zones or more";
const cluster = { clusterIdentifier: "orders", engine: "aurora-postgresql" };
const aurora = { ...cluster, masterPassword: "secret-password" };
const restored = [
  ...["globalClusterIdentifier", "replicationSourceIdentifier", "restoreToPointInTime", "s3Import"],
  "snapshotIdentifier",
];
const restoredInstance = ["replicateSourceDb", "restoreToPointInTime", "s3Import", "snapshotIdentifier"];
const clusterName = (engine: string, pattern: string, fact: string): Row =>
  together(
    fact,
    { when: { engine }, properties: { databaseName: { pattern } } },
    { ...cluster, engine },
    { databaseName: "orders" },
    { databaseName: "my-orders" },
  );
const user = (engines: readonly string[], names: readonly string[]): Row =>
  together(
    `${engines[0] === "aurora-postgresql" ? "PostgreSQL" : "MySQL"} does not have the user ${names.join(" and ")}`,
    { when: { engine: engines }, properties: { masterUsername: { not: { enum: names } } }, source: measured },
    { ...aurora, engine: engines[0] },
    { masterUsername: "app" },
    { masterUsername: names[0] },
  );

const group = { replicationGroupId: "orders", description: "orders" };
/** Databases and caches of the second sample, and their neighbours. */
export const secondDatabasesReported: readonly TypeRows[] = [
  {
    type: "aws:rds/clusterInstance:ClusterInstance",
    source: api("rds", "CreateDBInstance"),
    rows: [
      at(
        "engine",
        "RDS makes the instances of a Multi-AZ cluster itself",
        { not: { enum: ["mysql", "postgres"] }, source: measured },
        "aurora-mysql",
        "mysql",
      ),
      together(
        "instances are monitored as often as their cluster",
        {
          join: "clusterMonitoring",
          source: measured,
          beside: {
            own: { type: "aws:rds/cluster:Cluster", properties: { clusterIdentifier: "own", monitoringInterval: 30 } },
          },
        },
        { clusterIdentifier: "own", engine: "aurora-postgresql", instanceClass: "db.r6g.large" },
        { monitoringInterval: 30 },
        { monitoringInterval: 60 },
      ),
    ],
  },
  {
    type: "aws:rds/cluster:Cluster",
    source: api("rds", "CreateDBCluster"),
    rows: [
      clusterName(
        "aurora-postgresql",
        "^[A-Za-z_][A-Za-z0-9_]{0,62}$",
        "the name of a database of PostgreSQL begins with a letter or underscore and has letters, digits and underscores",
      ),
      clusterName(
        "aurora-mysql",
        "^[A-Za-z][A-Za-z0-9_]{0,63}$",
        "the name of a database of MySQL begins with a letter and has letters, digits and underscores",
      ),
      user(["aurora-postgresql", "postgres"], ["rdsadmin", "admin"]),
      user(["aurora-mysql", "mysql"], ["rdsadmin"]),
      together(
        "a new cluster has a master user",
        {
          if: {
            not: { requiredOr: restored },
            required: ["engine"],
            properties: { engine: { enum: ["aurora-mysql", "aurora-postgresql", "mysql", "postgres"] } },
          },
          then: { required: ["masterUsername"] },
        },
        aurora,
        { masterUsername: "app" },
        {},
      ),
    ],
  },
  {
    type: "aws:rds/instance:Instance",
    source: api("rds", "CreateDBInstance"),
    rows: [
      together(
        "a new instance has a master user",
        {
          if: { required: ["engine"], not: { requiredOr: restoredInstance } },
          then: { required: ["username"] },
        },
        { identifier: "orders", engine: "postgres", instanceClass: "db.t4g.micro", allocatedStorage: 20 },
        { username: "app" },
        {},
      ),
    ],
  },
  ...["rds/subnetGroup:SubnetGroup", "dms/replicationSubnetGroup:ReplicationSubnetGroup"].map((type): TypeRows => ({
    type: `aws:${type}`,
    source: type.startsWith("rds")
      ? api("rds", "CreateDBSubnetGroup")
      : page("dms/latest/APIReference/API_CreateReplicationSubnetGroup"),
    rows: [at("subnetIds", subnets, { minItems: 2 }, ["subnet-1", "subnet-2"], ["subnet-1"])],
  })),
  {
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    source: api("elasticache", "CreateReplicationGroup"),
    rows: [
      together(
        "a second member of a global group has no parameterGroupName of its own",
        { dependentExcluded: { globalReplicationGroupId: ["parameterGroupName"] }, source: measured },
        { ...group, globalReplicationGroupId: "g-1" },
        {},
        { parameterGroupName: "default.redis7" },
      ),
      together(
        "T1 nodes do not fail over",
        {
          when: { nodeType: { pattern: "^cache\\.t1\\." } },
          properties: { automaticFailoverEnabled: { const: false } },
        },
        { ...group, nodeType: "cache.t1.micro" },
        { automaticFailoverEnabled: false },
        { automaticFailoverEnabled: true },
      ),
    ],
  },
  {
    type: "aws:elasticache/cluster:Cluster",
    source: api("elasticache", "CreateCacheCluster"),
    rows: [
      at(
        "parameterGroupName",
        "a cluster of one node is not in cluster mode",
        { not: { pattern: "^default\\..*\\.cluster\\.on$" }, source: measured },
        "default.redis7",
        "default.redis7.cluster.on",
      ),
    ],
  },
];
