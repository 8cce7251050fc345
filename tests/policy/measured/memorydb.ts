import { type FactsByName } from "./facts";
import { on } from "./on";

const cluster = on("aws:memorydb/cluster:Cluster", { name: "own", aclName: "own", nodeType: "db.r6g.large" });
const key = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";
const user = (passwords: readonly string[]) => ({ authenticationMode: { type: "password", passwords } });

export const memorydb: FactsByName = {
  "memorydb-data-tiering-node-type": on("aws:memorydb/cluster:Cluster", {
    name: "own",
    aclName: "own",
    dataTiering: true,
  })("data are tiered on r6gd nodes", { nodeType: "db.r6g.xlarge" }, { nodeType: "db.r6gd.xlarge" }),
  "memorydb-engine": cluster("an engine is redis or valkey", { engine: "memcached" }, { engine: "valkey" }),
  "memorydb-kms-key-region": cluster(
    "a key is in the Region of its cluster",
    { kmsKeyArn: key.replace("eu-west-1", "us-east-1") },
    { kmsKeyArn: key },
  ),
  "memorydb-maintenance-window": cluster(
    "maintenance takes an hour",
    { maintenanceWindow: "sun:05:00-sun:05:30" },
    { maintenanceWindow: "sun:05:00-sun:06:00" },
  ),
  "memorydb-port": cluster("a port is 1150 or above, and not 8005", { port: 8005 }, { port: 8004 }),
  "memorydb-replicas-per-shard": cluster(
    "a shard has five replicas",
    { numReplicasPerShard: 6 },
    { numReplicasPerShard: 5 },
  ),
  "memorydb-snapshot-retention": cluster(
    "snapshots are kept for 35 days",
    { snapshotRetentionLimit: 36 },
    { snapshotRetentionLimit: 35 },
  ),
  "memorydb-snapshot-window": cluster(
    "snapshots are made outside of maintenance",
    { maintenanceWindow: "sun:05:00-sun:06:00", snapshotWindow: "05:30-06:30" },
    { maintenanceWindow: "sun:05:00-sun:06:00", snapshotWindow: "06:00-07:00" },
  ),
  "memorydb-user-password": on("aws:memorydb/user:User", { userName: "own", accessString: "on ~* &* +@all" })(
    "a password has 16 characters",
    user(["a-short-password".slice(1)]),
    user(["a-short-password"]),
  ),
};
