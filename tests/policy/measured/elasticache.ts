import { type Fact, facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const groupType = "aws:elasticache/replicationGroup:ReplicationGroup";
const group = {
  replicationGroupId: "sessions",
  description: "sessions",
  engine: "valkey",
  nodeType: "cache.t4g.small",
  numCacheClusters: 2,
  atRestEncryptionEnabled: true,
  transitEncryptionEnabled: true,
  automaticFailoverEnabled: true,
};
const replicated = (says: string, bad: Arguments, good: Arguments): Fact => ofType(groupType, group)(says, bad, good);

const cluster = ofType("aws:elasticache/cluster:Cluster", { clusterId: "sessions", nodeType: "cache.t4g.small" });
const memcached = ofType("aws:elasticache/cluster:Cluster", {
  clusterId: "sessions",
  nodeType: "cache.t4g.small",
  engine: "memcached",
  numCacheNodes: 2,
});
const userType = "aws:elasticache/user:User";
const user = ofType(userType, { userId: "app", userName: "app", engine: "redis" });
const password = { passwords: ["abcdefghijklmnop"] };
const key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const members = (userName: string): readonly Made[] => [
  [userType, "user", { userId: "u", id: "u", userName, engine: "redis", accessString: "on ~* +@all", ...password }],
  [
    "aws:elasticache/userGroup:UserGroup",
    "users",
    { engine: "redis", userGroupId: "users", userIds: ["u"] },
    { userIds: `${userType} user` },
  ],
];

const parameterized = (value: string): readonly Made[] => {
  const parameters = "aws:elasticache/parameterGroup:ParameterGroup";
  return [
    [
      parameters,
      "parameters",
      { name: "parameters", id: "parameters", family: "valkey8", parameters: [{ name: "cluster-enabled", value }] },
    ],
    [
      groupType,
      "group",
      {
        ...group,
        numCacheClusters: undefined,
        numNodeGroups: 2,
        replicasPerNodeGroup: 1,
        parameterGroupName: "parameters",
      },
      { parameterGroupName: `${parameters} parameters` },
    ],
  ];
};

export const elasticache: FactsByName = {
  "elasticache-auth-token": replicated(
    "a token has 16 characters at least",
    { authToken: "abcdefghijklmno" },
    { authToken: "abcdefghijklmnop" },
  ),
  "elasticache-cache-cluster-nodes": cluster(
    "a cluster of Redis has one node",
    { engine: "redis", numCacheNodes: 2 },
    { engine: "redis", numCacheNodes: 1 },
  ),
  "elasticache-cluster-mode-parameter-group": facts(
    "shards have parameters for shards",
    parameterized("no"),
    parameterized("yes"),
  ),
  "elasticache-data-tiering-node-type": replicated(
    "data is tiered on r6gd",
    { dataTieringEnabled: true, nodeType: "cache.r7g.xlarge" },
    { dataTieringEnabled: true, nodeType: "cache.r6gd.xlarge" },
  ),
  "elasticache-engine": replicated("Memcached is not replicated", { engine: "memcached" }, { engine: "valkey" }),
  "elasticache-identifier": replicated(
    "a name has no two hyphens in a row",
    { replicationGroupId: "my--sessions" },
    { replicationGroupId: "my-sessions" },
  ),
  "elasticache-kms-key": replicated(
    "a key is in the group's Region",
    { kmsKeyId: key.replace("eu-west-1", "us-east-1") },
    { kmsKeyId: key },
  ),
  "elasticache-maintenance-window": replicated(
    "maintenance has an hour at least",
    { maintenanceWindow: "sun:05:00-sun:05:30" },
    { maintenanceWindow: "sun:05:00-sun:06:00" },
  ),
  "elasticache-port": replicated("a port is 1150 at least", { port: 1149 }, { port: 1150 }),
  "elasticache-preferred-availability-zones": replicated(
    "each node has its zone",
    { preferredCacheClusterAzs: ["eu-west-1a"] },
    { preferredCacheClusterAzs: ["eu-west-1a", "eu-west-1b"] },
  ),
  "elasticache-replication-group-clusters": replicated(
    "there is a node to fail over to",
    { numCacheClusters: 1 },
    { numCacheClusters: 2 },
  ),
  "elasticache-snapshot-retention": replicated(
    "snapshots are kept 35 days at most",
    { snapshotRetentionLimit: 36 },
    { snapshotRetentionLimit: 35 },
  ),
  "elasticache-snapshot-source-engine": memcached("Memcached is not restored", { snapshotName: "s" }, {}),
  "elasticache-snapshot-window": replicated(
    "snapshots are made outside maintenance",
    { snapshotRetentionLimit: 1, snapshotWindow: "05:00-06:00", maintenanceWindow: "sun:05:30-sun:06:30" },
    { snapshotRetentionLimit: 1, snapshotWindow: "03:00-04:00", maintenanceWindow: "sun:05:30-sun:06:30" },
  ),
  "elasticache-user-access-string": user(
    "a password is not in the rules",
    { ...password, accessString: "on nopass ~* +@all" },
    { ...password, accessString: "on ~* +@all" },
  ),
  "elasticache-user-authentication": user(
    "a user has a password or none",
    { accessString: "on ~* +@all", noPasswordRequired: true, ...password },
    { accessString: "on ~* +@all", ...password },
  ),
  "elasticache-user-group-default-user": facts("a group has a default user", members("app"), members("default")),
  "elasticache-user-group-transit-encryption": replicated(
    "users sign in over TLS",
    { userGroupIds: ["users"], transitEncryptionEnabled: false },
    { userGroupIds: ["users"] },
  ),
};
