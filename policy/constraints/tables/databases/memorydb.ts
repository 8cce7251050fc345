import { measured, type TypeRows } from "../../schema";
import { apart, at, says } from "../given";
import { api, page } from "../pages";

const memory = api("memorydb", "CreateCluster");
const mode = "authenticationMode";

/** MemoryDB. */
export const memorydb: readonly TypeRows[] = [
  {
    type: "aws:memorydb/cluster:Cluster",
    source: memory,
    rows: [
      ...["ipv4", "ipv6"].map((kind) =>
        says(
          `addresses of a network of ${kind} are of it`,
          { when: { networkType: kind }, properties: { ipDiscovery: { const: kind } } },
          { networkType: kind, ipDiscovery: kind },
          { networkType: kind, ipDiscovery: kind === "ipv4" ? "ipv6" : "ipv4" },
        ),
      ),
      at(
        "name",
        "a cluster has 1 to 40 small letters, digits and hyphens, begins with a letter, and has no hyphen at its end and no two in a row",
        {
          pattern: "^(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$",
          source: page("memorydb/latest/devguide/clusters.create"),
        },
        "orders-1",
        "orders--1",
      ),
      at("numReplicasPerShard", "a shard has up to five replicas", { minimum: 0, maximum: 5 }, 5, 6),
      at(
        "numShards",
        "a cluster has up to 500 shards",
        { minimum: 1, maximum: 500, source: page("memorydb/latest/devguide/quota-limits") },
        500,
        501,
      ),
      at("snapshotRetentionLimit", "snapshots are kept for up to 35 days", { minimum: 0, maximum: 35 }, 35, 36),
      at(
        "snapshotArns[]",
        "the name of an object has no comma",
        { not: { pattern: "," } },
        "arn:aws:s3:::b/a.rdb",
        "arn:aws:s3:::b/a,b.rdb",
      ),
      apart(
        "a cluster is restored from a snapshot or from files",
        { snapshotName: "s" },
        { snapshotArns: ["arn:aws:s3:::b/a.rdb"] },
      ),
      says(
        "data are tiered on r6gd nodes",
        {
          when: { dataTiering: true },
          properties: { nodeType: { pattern: "^db\\.r[0-9]gd\\." } },
          source: page("memorydb/latest/devguide/data-tiering"),
        },
        { dataTiering: true, nodeType: "db.r6gd.xlarge" },
        { dataTiering: true, nodeType: "db.r6g.large" },
      ),
      says(
        "r6gd nodes have data that are tiered",
        {
          if: { properties: { nodeType: { pattern: "^db\\.r6gd\\." } }, required: ["nodeType"] },
          then: { required: ["dataTiering"], properties: { dataTiering: { const: true } } },
          source: page("memorydb/latest/devguide/data-tiering"),
        },
        { dataTiering: true, nodeType: "db.r6gd.xlarge" },
        { nodeType: "db.r6gd.xlarge" },
      ),
      says(
        "without TLS everybody has access",
        {
          when: { tlsEnabled: false },
          properties: { aclName: { const: "open-access" } },
          source: page("memorydb/latest/devguide/in-transit-encryption"),
        },
        { tlsEnabled: false, aclName: "open-access" },
        { tlsEnabled: false, aclName: "orders" },
      ),
      says(
        "snapshots and maintenance are at different times",
        { join: "cacheWindows" },
        { snapshotWindow: "03:00-04:00", maintenanceWindow: "sun:05:00-sun:06:00" },
        { snapshotWindow: "03:00-04:00", maintenanceWindow: "sun:03:30-sun:04:30" },
      ),
      at(
        "port",
        "a port is 1150 to 65535, and not 8005",
        { minimum: 1150, maximum: 65535, not: { const: 8005 }, source: measured },
        8004,
        8005,
      ),
      at(
        "maintenanceWindow",
        "maintenance has an hour or more of a week, ddd:hh:mm-ddd:hh:mm",
        { format: "cacheWindow" },
        "sun:05:00-sun:06:00",
        "sun:05:00-sun:05:30",
      ),
      at(
        "snapshotWindow",
        "snapshots have a time of the day, hh:mm-hh:mm",
        { pattern: "^([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d$" },
        "05:00-06:00",
        "5:00-6:00",
      ),
      at(
        "kmsKeyArn",
        "a key is of the Region of its cluster",
        { ownRegion: true, source: measured },
        "arn:aws:kms:eu-west-1:111122223333:key/1",
        "arn:aws:kms:us-east-1:111122223333:key/1",
      ),
      at("engine", "an engine is redis or valkey", { enum: ["redis", "valkey"], anyCase: true }, "valkey", "memcached"),
    ],
  },
  {
    type: "aws:memorydb/user:User",
    source: api("memorydb", "CreateUser"),
    rows: [
      at(
        mode,
        "a user with passwords has one or two",
        {
          when: { type: "password" },
          required: ["passwords"],
          properties: { passwords: { minItems: 1, maxItems: 2 } },
          source: api("memorydb", "AuthenticationMode"),
        },
        { type: "password", passwords: ["a-long-password-1"] },
        { type: "password" },
      ),
      at(
        mode,
        "a user of IAM has no passwords",
        { when: { type: "iam" }, excluded: ["passwords"], source: api("memorydb", "AuthenticationMode") },
        { type: "iam" },
        { type: "iam", passwords: ["a-long-password-1"] },
      ),
      at(
        `${mode}.passwords[]`,
        "a password has 16 to 128 characters",
        { minLength: 16, maxLength: 128, source: page("memorydb/latest/devguide/clusters.acls") },
        "a-long-password-1",
        "short",
      ),
      at(
        "userName",
        "a user begins with a letter, and has letters, digits and hyphens",
        { pattern: "^[A-Za-z][A-Za-z0-9-]*$" },
        "orders",
        "1orders",
      ),
    ],
  },
  {
    type: "aws:memorydb/acl:Acl",
    source: api("memorydb", "CreateACL"),
    rows: [
      at("userNames", "users are different", { uniqueItems: true }, ["a"], ["a", "a"]),
      at(
        "name",
        "a list begins with a letter, and has letters, digits and hyphens, none at its end and no two in a row",
        { pattern: "^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$" },
        "orders",
        "orders-",
      ),
    ],
  },
];
