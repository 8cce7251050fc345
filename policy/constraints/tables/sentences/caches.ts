import { type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api } from "../pages";
import { like } from "../together";

/** What sentences of the API models say of caches. */
export const cacheSentences: readonly TypeRows[] = [
  {
    type: "aws:elasticache/parameterGroup:ParameterGroup",
    source: api("elasticache", "CreateCacheParameterGroup"),
    rows: [
      like(
        "family",
        "a family is of memcached, redis or valkey",
        "^(memcached1\\.[456]|redis(2\\.[68]|3\\.2|4\\.0|5\\.0|6\\.x|7)|valkey\\d+)$",
        "redis7",
        "redis9",
      ),
    ],
  },
  {
    type: "aws:elasticache/subnetGroup:SubnetGroup",
    source: api("elasticache", "CreateCacheSubnetGroup"),
    rows: [
      like(
        "name",
        "a name has at most 255 letters, digits and hyphens",
        "^[A-Za-z0-9-]{1,255}$",
        "orders",
        "our orders",
      ),
    ],
  },
  {
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    source: api("elasticache", "CreateReplicationGroup"),
    rows: [
      says(
        "r6gd nodes have data tiering",
        {
          when: { nodeType: { pattern: "^cache\\.r6gd\\." } },
          required: ["dataTieringEnabled"],
          properties: { dataTieringEnabled: { const: true } },
        },
        { nodeType: "cache.r6gd.xlarge", dataTieringEnabled: true },
        { nodeType: "cache.r6gd.xlarge" },
      ),
      says(
        "a group in cluster mode fails over by itself",
        { when: { clusterMode: "enabled" }, properties: { automaticFailoverEnabled: { const: true } } },
        { clusterMode: "enabled", automaticFailoverEnabled: true },
        { clusterMode: "enabled", automaticFailoverEnabled: false },
      ),
      at(
        "snapshotArns[]",
        "the name of a snapshot's object has no comma",
        { pattern: "^[^,]*$" },
        "arn:aws:s3:::b/a.rdb",
        "arn:aws:s3:::b/a,b.rdb",
      ),
    ],
  },
  {
    type: "aws:elasticache/serverlessCache:ServerlessCache",
    source: api("elasticache", "CreateServerlessCache"),
    rows: [
      { at: "description", maxLength: 255, good: "orders", bad: "a".repeat(256) },
      ...["dataStorage", "ecpuPerSeconds[]"].map((path) =>
        at(
          `cacheUsageLimits.${path}`,
          "the least is not above the most",
          { ordered: [["minimum", "<=", "maximum"]] },
          { minimum: 1000, maximum: 2000 },
          { minimum: 2000, maximum: 1000 },
        ),
      ),
    ],
  },
  {
    type: "aws:dax/cluster:Cluster",
    source: api("dax", "CreateCluster"),
    rows: [
      says(
        "a cluster lists a zone for each of its nodes",
        { join: "daxZones" },
        { replicationFactor: 1, availabilityZones: ["eu-west-1a"] },
        { replicationFactor: 3, availabilityZones: ["eu-west-1a"] },
      ),
    ],
  },
  {
    type: "aws:dax/parameterGroup:ParameterGroup",
    source: api("dax", "UpdateParameterGroup"),
    rows: [
      {
        at: "parameters[].name",
        enum: ["record-ttl-millis", "query-ttl-millis"],
        good: "query-ttl-millis",
        bad: "ttl",
      },
      like("parameters[].value", "a time to live is a number of milliseconds", "^\\d+$", "1000", "1s"),
    ],
  },
];
