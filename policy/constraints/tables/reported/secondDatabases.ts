import { measured, type Row, type TypeRows } from "../../schema";
import { at } from "../given";
import { api, page } from "../pages";
import { needs, only, together } from "../together";

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
const domain = { domainName: "orders" };
const developer = "opensearch-service/latest/developerguide";
const large = { instanceType: "r6g.large.search" };

const zoned = (type: string): TypeRows => ({
  type,
  source: page(`${developer}/managedomains-multiaz`),
  rows: [
    together(
      "a domain in one zone is in one subnet",
      {
        if: {
          required: ["clusterConfig.zoneAwarenessEnabled"],
          properties: { "clusterConfig.zoneAwarenessEnabled": { const: true } },
        },
        else: { properties: { "vpcOptions.subnetIds": { maxItems: 1 } } },
      },
      { ...domain, vpcOptions: { subnetIds: ["subnet-1", "subnet-2"] } },
      { clusterConfig: { instanceCount: 2, zoneAwarenessEnabled: true } },
      { clusterConfig: { instanceCount: 2 } },
    ),
    at(
      "clusterConfig",
      "nodes in two zones are even in number",
      {
        when: { zoneAwarenessEnabled: true, "zoneAwarenessConfig.availabilityZoneCount": 2 },
        properties: { instanceCount: { multipleOf: 2 } },
        source: measured,
      },
      { instanceCount: 4, zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: 2 } },
      { instanceCount: 3, zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: 2 } },
    ),
    only(
      "an instance with disks of its own has no volume",
      { "clusterConfig.instanceType": { pattern: "^(i2|i3|i4g|i4i|im4gn|r6gd)\\." }, "ebsOptions.ebsEnabled": true },
      ["ebsOptions.ebsEnabled"],
      { source: page(`${developer}/supported-instance-types`) },
    )(
      { ...domain, clusterConfig: { instanceType: "i3.large.search" } },
      {},
      { ebsOptions: { ebsEnabled: true, volumeSize: 20 } },
    ),
  ],
});

/** Databases, caches and searches of the second sample, and their neighbours. */
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
  zoned("aws:opensearch/domain:Domain"),
  zoned("aws:elasticsearch/domain:Domain"),
  {
    type: "aws:opensearch/domain:Domain",
    source: page(`${developer}/managedomains-multiaz`),
    rows: [
      needs(
        "a domain with standby is in three zones",
        { "clusterConfig.multiAzWithStandbyEnabled": true },
        ["clusterConfig.zoneAwarenessEnabled"],
        {
          properties: {
            "clusterConfig.zoneAwarenessEnabled": { const: true },
            "clusterConfig.zoneAwarenessConfig.availabilityZoneCount": { const: 3 },
            "clusterConfig.instanceCount": { multipleOf: 3 },
          },
        },
      )(
        domain,
        {
          clusterConfig: {
            ...{ ...large, instanceCount: 3, multiAzWithStandbyEnabled: true, zoneAwarenessEnabled: true },
            ...{ zoneAwarenessConfig: { availabilityZoneCount: 3 } },
          },
        },
        { clusterConfig: { ...large, instanceCount: 3, multiAzWithStandbyEnabled: true } },
      ),
    ],
  },
];
