import { type TypeRows } from "../../schema";
import { at, bars, says, takes } from "../given";
import { api, page } from "../pages";
import { encrypted, named, windows } from "./clusterRows";

const docdbCluster = api("docdb", "CreateDBCluster");
const docdbInstance = api("docdb", "CreateDBInstance");
const capacity = "serverlessV2ScalingConfiguration";

/** DocumentDB. */
export const docdb: readonly TypeRows[] = [
  {
    type: "aws:docdb/cluster:Cluster",
    source: docdbCluster,
    rows: [
      named("a cluster", "clusterIdentifier", docdbCluster),
      at(
        "masterUsername",
        "a user has 1 to 63 letters, digits and underscores, the first a letter",
        { pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$" },
        "root1",
        "1root",
      ),
      at(
        "masterPassword",
        'a password has 8 to 100 characters, none of / " @',
        { pattern: '^[^/"@]{8,100}$' },
        "secret-secret",
        "secret@secret",
      ),
      bars(
        "a managed password is nobody's own",
        { manageMasterUserPassword: true },
        { masterPassword: "secret-secret" },
      ),
      encrypted("kmsKeyId", docdbCluster),
      at(
        "availabilityZones",
        "a cluster is in up to three zones",
        { maxItems: 3, source: page("documentdb/latest/developerguide/replication") },
        ["eu-west-1a"],
        ["eu-west-1a", "eu-west-1b", "eu-west-1c", "eu-west-1d"],
      ),
      at("storageType", "storage is standard or iopt1", { enum: ["standard", "iopt1"] }, "iopt1", "gp3"),
      at(
        "enabledCloudwatchLogsExports[]",
        "logs are of audits and of the profiler",
        { enum: ["audit", "profiler"] },
        "audit",
        "general",
      ),
      says(
        "minCapacity is not above maxCapacity",
        {
          ordered: [[`${capacity}.minCapacity`, "<=", `${capacity}.maxCapacity`]],
          source: page("documentdb/latest/developerguide/docdb-serverless-scaling-config"),
        },
        { [capacity]: { minCapacity: 1, maxCapacity: 1 } },
        { [capacity]: { minCapacity: 2, maxCapacity: 1 } },
      ),
      ...[`${capacity}.minCapacity`, `${capacity}.maxCapacity`].map((path) =>
        at(
          path,
          "capacity is in steps of a half",
          { multipleOf: 0.5, source: page("documentdb/latest/developerguide/docdb-serverless-scaling-config") },
          1.5,
          1.3,
        ),
      ),
      at(
        "restoreToPointInTime",
        "a cluster is restored to a time or to the latest one",
        {
          atMostOne: ["restoreToTime", "useLatestRestorableTime"],
          source: api("docdb", "RestoreDBClusterToPointInTime"),
        },
        { sourceClusterIdentifier: "c", useLatestRestorableTime: true },
        { sourceClusterIdentifier: "c", useLatestRestorableTime: true, restoreToTime: "2026-01-01T00:00:00Z" },
      ),
      at(
        "restoreToPointInTime",
        "a clone that copies on write is of the latest time",
        {
          when: { restoreType: "copy-on-write" },
          excluded: ["restoreToTime"],
          source: api("docdb", "RestoreDBClusterToPointInTime"),
        },
        { sourceClusterIdentifier: "c", restoreType: "copy-on-write", useLatestRestorableTime: true },
        { sourceClusterIdentifier: "c", restoreType: "copy-on-write", restoreToTime: "2026-01-01T00:00:00Z" },
      ),
      says(
        "storage is iopt1 from version 5.0",
        {
          when: { storageType: "iopt1" },
          properties: { engineVersion: { not: { pattern: "^[1-4]\\." } } },
          source: page("documentdb/latest/developerguide/db-cluster-storage-configs"),
        },
        { storageType: "iopt1", engineVersion: "5.0.0" },
        { storageType: "iopt1", engineVersion: "4.0.0" },
      ),
      ...windows(docdbCluster),
    ],
  },
  {
    type: "aws:docdb/clusterInstance:ClusterInstance",
    source: docdbInstance,
    rows: [
      named("an instance", "identifier", docdbInstance),
      at("promotionTier", "a tier is 0 to 15", { minimum: 0, maximum: 15 }, 15, 16),
      bars(
        "a key of insights is of insights that are on",
        { enablePerformanceInsights: false },
        { performanceInsightsKmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" },
      ),
    ],
  },
  {
    type: "aws:docdb/globalCluster:GlobalCluster",
    source: api("docdb", "CreateGlobalCluster"),
    rows: [
      named("a global cluster", "globalClusterIdentifier", api("docdb", "CreateGlobalCluster")),
      at("engine", "an engine is docdb", { enum: ["docdb"] }, "docdb", "aurora"),
    ],
  },
  {
    type: "aws:docdb/subnetGroup:SubnetGroup",
    source: api("docdb", "CreateDBSubnetGroup"),
    rows: [
      at(
        "name",
        "a group has up to 255 letters, digits, and . _ space -, and is not called default",
        { pattern: "^(?![Dd]efault$)[A-Za-z0-9._ -]{1,255}$" },
        "orders",
        "default",
      ),
      at(
        "subnetIds",
        "a group has subnets of two zones or more",
        { minItems: 2 },
        ["subnet-1", "subnet-2"],
        ["subnet-1"],
      ),
    ],
  },
  {
    type: "aws:docdb/elasticCluster:ElasticCluster",
    source: page("documentdb/latest/developerguide/API_elastic_CreateCluster"),
    rows: [
      at(
        "adminUserName",
        "a user has 1 to 63 letters, digits and underscores, the first a letter",
        { pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$" },
        "root1",
        "1root",
      ),
      at(
        "adminUserPassword",
        'a password has 8 to 100 characters, none of / " @',
        { pattern: '^[^/"@]{8,100}$' },
        "secret-secret",
        "secret",
      ),
      at("shardCapacity", "a shard has 2, 4, 8, 16, 32 or 64 processors", { enum: [2, 4, 8, 16, 32, 64] }, 2, 3),
      at("shardCount", "a cluster has 1 to 32 shards", { minimum: 1, maximum: 32 }, 32, 33),
      at("shardInstanceCount", "a shard has 1 to 16 instances", { minimum: 1, maximum: 16 }, 16, 17),
      at("backupRetentionPeriod", "snapshots are kept for 1 to 35 days", { minimum: 1, maximum: 35 }, 35, 36),
    ],
  },
  {
    type: "aws:docdb/eventSubscription:EventSubscription",
    source: api("docdb", "CreateEventSubscription"),
    rows: [
      takes("sources of events have a type", { "sourceIds[]": "c" }, { sourceType: "db-cluster" }),
      at("name", "a subscription has a name of up to 255 characters", { maxLength: 255 }, "a", "a".repeat(256)),
    ],
  },
];
