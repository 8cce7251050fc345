import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

const cluster = ofType("aws:docdb/elasticCluster:ElasticCluster", {
  name: "orders",
  adminUserName: "root1",
  adminUserPassword: "secret-secret",
  authType: "PLAIN_TEXT",
  shardCapacity: 2,
  shardCount: 1,
});

export const docdbelastic: FactsByName = {
  "docdbelastic-admin-password-charset": cluster("a password has no slash", { adminUserPassword: "secret/secret" }, {}),
  "docdbelastic-admin-password-length": cluster("a password is long", { adminUserPassword: "secret" }, {}),
  "docdbelastic-admin-username-first-char": cluster("a name begins with a letter", { adminUserName: "1root" }, {}),
  "docdbelastic-maintenance-window-duration": cluster(
    "half an hour",
    { preferredMaintenanceWindow: "sun:05:00-sun:05:15" },
    { preferredMaintenanceWindow: "sun:05:00-sun:05:30" },
  ),
  "docdbelastic-shard-capacity-enum": cluster("a power of two", { shardCapacity: 3 }, { shardCapacity: 4 }),
  "docdbelastic-shard-count-max": cluster("thirty-two shards", { shardCount: 33 }, { shardCount: 32 }),
  "docdbelastic-shard-instance-count-max": cluster(
    "sixteen instances",
    { shardInstanceCount: 17 },
    { shardInstanceCount: 16 },
  ),
};
