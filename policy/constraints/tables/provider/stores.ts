import { type TypeRows } from "../../schema";
import { at, narrows, needs } from "../given";
import { providerFile } from "../pages";
import { together } from "../together";

const key = "arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012";
const role = "arn:aws:iam::111122223333:role/r";
const redisVersion = "^[1-5](\\.\\d+){2}$|^6\\.x$|^[6-9]\\.\\d+$";
const group = { replicationGroupId: "orders", description: "Orders", atRestEncryptionEnabled: true };
const token = { transitEncryptionEnabled: true, authToken: "abcdefghijklmnop1234" };
const memcached = { clusterId: "orders", engine: "memcached", nodeType: "cache.m5.large", numCacheNodes: 2 };
const index = { name: "byCustomer", projectionType: "ALL" };
const hash = { attributeName: "customer", keyType: "HASH" };
const range = { attributeName: "at", keyType: "RANGE" };
const endpoint = { endpointId: "orders", endpointType: "target" };
const settings: Readonly<Record<string, readonly [argument: string, value: object]>> = {
  elasticsearch: [
    "elasticsearchSettings",
    { endpointUri: "https://a.eu-west-1.es.amazonaws.com", serviceAccessRoleArn: role },
  ],
  opensearch: [
    "elasticsearchSettings",
    { endpointUri: "https://a.eu-west-1.es.amazonaws.com", serviceAccessRoleArn: role },
  ],
  kafka: ["kafkaSettings", { broker: "a.example.com:9092" }],
  kinesis: [
    "kinesisSettings",
    { streamArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders", serviceAccessRoleArn: role },
  ],
  mongodb: ["mongodbSettings", { nestingLevel: "one" }],
  redis: ["redisSettings", { authType: "none", serverName: "a.example.com", port: 6379 }],
};

/** Conditions on caches, tables and endpoints of databases that the AWS provider's own code has. */
export const providerStores: readonly TypeRows[] = [
  {
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    source: providerFile("elasticache/replication_group"),
    rows: [
      together(
        "a strategy of changing the token has a token",
        { when: { authTokenUpdateStrategy: ["SET", "ROTATE"] }, required: ["authToken"] },
        group,
        { ...token, authTokenUpdateStrategy: "ROTATE" },
        { authTokenUpdateStrategy: "ROTATE" },
      ),
      together(
        "a token is removed by leaving it out",
        { when: { authTokenUpdateStrategy: "DELETE" }, excluded: ["authToken"] },
        { ...group, ...token },
        { authTokenUpdateStrategy: "ROTATE" },
        { authTokenUpdateStrategy: "DELETE" },
      ),
      together(
        "a group has a nodeType, or belongs to a global one",
        { requiredOr: ["nodeType", "globalReplicationGroupId"], level: "advisory" },
        group,
        { nodeType: "cache.m5.large" },
        {},
      ),
      together(
        "a version of Redis OSS is major.minor from 6 on",
        {
          if: { properties: { engine: { const: "redis" } } },
          then: { properties: { engineVersion: { pattern: redisVersion } } },
        },
        { ...group, nodeType: "cache.m5.large" },
        { engineVersion: "7.0" },
        { engineVersion: "7.0.5" },
      ),
      narrows(
        "a version of Valkey is major.minor",
        { engine: "valkey" },
        "engineVersion",
        { pattern: "^[7-9]\\.\\d+$" },
        ["7.2", "7.2.6"],
      ),
    ],
  },
  {
    type: "aws:elasticache/cluster:Cluster",
    source: providerFile("elasticache/cluster"),
    rows: [
      together(
        "a cluster of Memcached has no final snapshot",
        { when: { engine: "memcached" }, excluded: ["finalSnapshotIdentifier"] },
        memcached,
        {},
        { finalSnapshotIdentifier: "orders-last" },
      ),
      together(
        "a version of Memcached is major.minor.patch",
        { when: { engine: "memcached" }, properties: { engineVersion: { pattern: "^\\d+(\\.\\d+){2}$" } } },
        memcached,
        { engineVersion: "1.6.22" },
        { engineVersion: "1.6" },
      ),
      together(
        "a version of Redis OSS is major.minor from 6 on",
        { when: { engine: "redis" }, properties: { engineVersion: { pattern: redisVersion } } },
        { ...memcached, engine: "redis", numCacheNodes: 1 },
        { engineVersion: "7.0" },
        { engineVersion: "7.0.5" },
      ),
    ],
  },
  {
    type: "aws:dynamodb/table:Table",
    source: providerFile("dynamodb/table"),
    rows: [
      at(
        "replicas",
        "all replicas are consistent in the same way where one is STRONG",
        {
          if: { contains: { properties: { consistencyMode: { const: "STRONG" } }, required: ["consistencyMode"] } },
          then: { items: { required: ["consistencyMode"], properties: { consistencyMode: { const: "STRONG" } } } },
        },
        ["eu-west-2", "eu-west-3"].map((regionName) => ({ regionName, consistencyMode: "STRONG" })),
        [{ regionName: "eu-west-2", consistencyMode: "STRONG" }, { regionName: "eu-west-3" }],
      ),
      at(
        "globalSecondaryIndexes[]",
        "an index has either keySchemas or a hashKey",
        { requiredXor: ["keySchemas", "hashKey"] },
        { ...index, hashKey: "customer" },
        { ...index, hashKey: "customer", keySchemas: [hash] },
      ),
      at(
        "globalSecondaryIndexes[]",
        "the range key of an index with keySchemas is among them",
        { dependentExcluded: { keySchemas: ["rangeKey"] } },
        { ...index, keySchemas: [hash, range] },
        { ...index, keySchemas: [hash], rangeKey: "at" },
      ),
      at(
        "",
        "the hash keys of an index come before its range keys",
        { join: "keyOrder" },
        { globalSecondaryIndexes: [{ ...index, keySchemas: [hash, range] }] },
        { globalSecondaryIndexes: [{ ...index, keySchemas: [range, hash] }] },
      ),
    ],
  },
  {
    type: "aws:dynamodb/globalSecondaryIndex:GlobalSecondaryIndex",
    source: providerFile("dynamodb/global_secondary_index_key_schema_list_validator"),
    rows: [
      at(
        "",
        "the hash keys of an index come before its range keys",
        { join: "keyOrder" },
        { tableName: "orders", indexName: "byCustomer", keySchemas: [hash, range] },
        { tableName: "orders", indexName: "byCustomer", keySchemas: [range, hash] },
      ),
    ],
  },
  {
    type: "aws:dms/endpoint:Endpoint",
    source: providerFile("dms/endpoint"),
    rows: [
      ...Object.entries(settings).map(([engineName, [argument, value]]) =>
        needs(
          `an endpoint of ${engineName} has ${argument}`,
          { ...endpoint, engineName },
          { [argument]: value },
          {
            when: { engineName },
          },
        ),
      ),
      at(
        "redshiftSettings",
        "a key is for SSE_KMS",
        { when: { encryptionMode: "SSE_S3" }, excluded: ["serverSideEncryptionKmsKeyId"] },
        { encryptionMode: "SSE_S3" },
        { encryptionMode: "SSE_S3", serverSideEncryptionKmsKeyId: key },
      ),
      at(
        "redshiftSettings",
        "SSE_KMS has a key",
        { when: { encryptionMode: "SSE_KMS" }, required: ["serverSideEncryptionKmsKeyId"] },
        { encryptionMode: "SSE_KMS", serverSideEncryptionKmsKeyId: key },
        { encryptionMode: "SSE_KMS" },
      ),
    ],
  },
];
