import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const groupType = "aws:elasticache/parameterGroup:ParameterGroup";

/** The family of parameter groups by engine and version. */
const families: readonly (readonly [engine: string, version: string, family: string])[] = [
  ["redis", "^5\\.", "redis5.0"],
  ["redis", "^6\\.", "redis6.x"],
  ["redis", "^7\\.", "redis7"],
  ["valkey", "^7\\.", "valkey7"],
  ["valkey", "^8\\.", "valkey8"],
];
const sample: Readonly<Record<string, string>> = { "^5\\.": "5.0.6", "^6\\.": "6.2", "^7\\.": "7.1", "^8\\.": "8.0" };
const ofFamily = ([engine, version, family]: (typeof families)[number]): Row =>
  together(
    `the parameters of ${engine} ${sample[version] ?? ""} are of the family ${family}`,
    {
      when: { engine, engineVersion: { pattern: version } },
      properties: {
        parameterGroupName: { refersTo: { type: groupType, fits: { properties: { family: { const: family } } } } },
      },
      beside: {
        old: { type: groupType, properties: { id: "old", name: "old", family: "redis2.8" } },
        own: { type: groupType, properties: { id: "own", name: "own", family } },
      },
    },
    { replicationGroupId: "g", description: "d", engine, engineVersion: sample[version] },
    { parameterGroupName: "own" },
    { parameterGroupName: "old" },
  );

const instance = { identifier: "i", username: "u", password: "a-long-password" };
const replica = { clusterId: "r", replicationGroupId: "g" };
const ofGroup: Readonly<Record<string, unknown>> = {
  engine: "redis",
  nodeType: "cache.t4g.small",
  numCacheNodes: 1,
  parameterGroupName: "default.redis7",
  port: 6379,
  subnetGroupName: "s",
  securityGroupIds: ["sg-1"],
};

/** Databases and caches. */
export const databasesReported: readonly TypeRows[] = [
  {
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    source: page("AmazonElastiCache/latest/dg/ParameterGroups.Engine"),
    rows: families.map(ofFamily),
  },
  {
    type: "aws:elasticache/cluster:Cluster",
    source: api("elasticache", "CreateCacheCluster"),
    rows: Object.entries(ofGroup).map(([property, value]) =>
      together(
        `a replica has the ${property} of its replication group`,
        { when: { replicationGroupId: {} }, excluded: [property], source: measured },
        replica,
        {},
        { [property]: value },
      ),
    ),
  },
  {
    type: "aws:rds/instance:Instance",
    source: api("rds", "CreateDBInstance"),
    rows: [
      together(
        "an instance of Aurora has no iops: its cluster has the storage",
        { when: { engine: ["aurora-mysql", "aurora-postgresql"] }, excluded: ["iops"], source: measured },
        { ...instance, engine: "aurora-mysql", instanceClass: "db.r6g.large" },
        {},
        { iops: 1000 },
      ),
      together(
        "provisioned operations keep pace with the storage that an instance may grow to",
        { join: "iopsOfMaximum", source: page("AmazonRDS/latest/UserGuide/CHAP_Storage") },
        {
          ...{ ...instance, engine: "postgres", instanceClass: "db.r6g.large" },
          ...{ storageType: "io1", allocatedStorage: 100, iops: 3000 },
        },
        { maxAllocatedStorage: 6000 },
        { maxAllocatedStorage: 10000 },
      ),
    ],
  },
];
