import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { needs, sameRegion, together } from "../together";

const key = "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111";
const group = { replicationGroupId: "g", description: "d", engine: "valkey" };

const port: Row = {
  at: "port",
  fact: "a port is 1150 to 65535 and not 8005",
  anyOf: [
    { minimum: 8006, maximum: 65535 },
    { minimum: 1150, maximum: 8004 },
  ],
  source: measured,
  good: 6379,
  bad: 8005,
};

const zones = (list: string, count: string, other: Readonly<Record<string, unknown>>): Row =>
  together(
    `${list} has one zone for each of ${count}`,
    { join: list },
    { ...other, [count]: 2 },
    { [list]: ["eu-west-1a", "eu-west-1b"] },
    { [list]: ["eu-west-1a"] },
  );

/** ElastiCache: settings that go together, or do not. */
export const elasticacheCombinations: readonly TypeRows[] = [
  {
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    source: api("elasticache", "CreateReplicationGroup"),
    rows: [
      port,
      sameRegion("kmsKeyId", "the key is in the group's own Region", key),
      needs("a kmsKeyId needs encryption at rest", { kmsKeyId: {} }, ["atRestEncryptionEnabled"], {
        properties: { atRestEncryptionEnabled: { const: true } },
      })({ ...group, kmsKeyId: key }, { atRestEncryptionEnabled: true }, {}),
      together(
        "several node groups need a parameter group with cluster mode",
        {
          when: { numNodeGroups: { minimum: 2 } },
          properties: { parameterGroupName: { not: { pattern: "^default\\.[a-z]+\\d+(\\.x|\\.\\d+)?$" } } },
        },
        { ...group, numNodeGroups: 2 },
        { parameterGroupName: "default.valkey8.cluster.on" },
        { parameterGroupName: "default.valkey8" },
      ),
      zones("preferredCacheClusterAzs", "numCacheClusters", group),
    ],
  },
  {
    type: "aws:elasticache/cluster:Cluster",
    source: api("elasticache", "CreateCacheCluster"),
    rows: [
      port,
      needs("valkey runs in replication groups", { engine: "valkey" }, ["replicationGroupId"], { source: measured })(
        { clusterId: "c" },
        { engine: "redis", nodeType: "cache.t4g.micro", numCacheNodes: 1 },
        { engine: "valkey", nodeType: "cache.t4g.micro", numCacheNodes: 1 },
      ),
      zones("preferredAvailabilityZones", "numCacheNodes", {
        clusterId: "c",
        engine: "memcached",
        azMode: "cross-az",
        nodeType: "cache.t4g.micro",
      }),
    ],
  },
  {
    type: "aws:elasticache/user:User",
    source: page("AmazonElastiCache/latest/dg/Clusters.RBAC"),
    rows: [
      {
        at: "accessString",
        fact: "an access string has rules on commands, keys and channels, and none on passwords",
        not: { pattern: "(^|\\s)(nopass|resetpass|reset|sanitize-payload|skip-sanitize-payload|[><#!]\\S+)(\\s|$)" },
        good: "on ~orders:* +@read",
        bad: "on ~* +@all nopass",
      },
      {
        at: "accessString",
        fact: "a rule is on, off, ~keys, %R~keys, &channels, +command, -command, +@category or one of the words for all",
        pattern:
          "^\\s*((on|off|allkeys|resetkeys|allchannels|resetchannels|allcommands|nocommands|clearselectors|\\([^)]*\\)|[~&]\\S*|%R?W?~\\S*|[+-]@?[A-Za-z|_-]+)(\\s+|$))+$",
        good: "on ~* &* +@all",
        bad: "on keys:* +@all",
      },
      {
        at: "accessString",
        fact: "a category is one of Valkey's and Redis's",
        not: {
          pattern:
            "[+-]@(?!(keyspace|read|write|set|sortedset|list|hash|string|bitmap|hyperloglog|geo|stream|pubsub|admin|fast|slow|blocking|dangerous|connection|transaction|scripting|json|search|bloom|all)(\\s|$))",
        },
        good: "on ~* +@read",
        bad: "on ~* +@reading",
      },
    ],
  },
  {
    type: "aws:elasticache/userGroup:UserGroup",
    source: api("elasticache", "CreateUserGroup"),
    rows: [
      together(
        "a group for redis has a user whose name is default",
        {
          join: "defaultUser",
          beside: {
            own: {
              type: "aws:elasticache/user:User",
              properties: { userId: "orders", userName: "orders", engine: "redis", accessString: "on ~* +@all" },
            },
            first: {
              type: "aws:elasticache/user:User",
              properties: { userId: "first", userName: "default", engine: "redis", accessString: "off" },
            },
          },
        },
        { userGroupId: "g", engine: "redis" },
        { userIds: ["first", "orders"] },
        { userIds: ["orders"] },
      ),
    ],
  },
  {
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    source: page("AmazonElastiCache/latest/dg/data-tiering"),
    rows: [
      together(
        "data tiering is for r6gd nodes",
        { when: { dataTieringEnabled: true }, properties: { nodeType: { pattern: "^cache\\.r6gd\\." } } },
        { ...group, dataTieringEnabled: true },
        { nodeType: "cache.r6gd.xlarge" },
        { nodeType: "cache.r6g.xlarge" },
      ),
    ],
  },
];
