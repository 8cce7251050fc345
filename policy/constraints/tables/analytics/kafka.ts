import { type TypeRows } from "../../schema";
import { at, bars, narrows, needs, says } from "../given";
import { page } from "../pages";

const guide = (name: string) => page(`msk/latest/developerguide/${name}`);
const api = (name: string) => page(`msk/1.0/apireference/${name}`);
const storage = "brokerNodeGroupInfo.storageInfo";
const throughput = `${storage}.ebsStorageInfo.provisionedThroughput`;
const plain = { "encryptionInfo.encryptionInTransit.clientBroker": "PLAINTEXT" };
const encrypted = { source: guide("msk-authentication") };
const authority = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/a";
const replicated = "replicationInfoList";

/** Managed Streaming for Apache Kafka. */
export const kafka: readonly TypeRows[] = [
  {
    type: "aws:msk/cluster:Cluster",
    source: api("clusters"),
    rows: [
      at(
        "clusterName",
        "a cluster's name has 1 to 64 letters, digits and hyphens, the first no hyphen",
        { pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,63}$" },
        "orders-1",
        "orders_1",
      ),
      says(
        "brokers are a multiple of the subnets",
        { join: "brokersOfSubnets" },
        { numberOfBrokerNodes: 4, "brokerNodeGroupInfo.clientSubnets": ["subnet-1", "subnet-2"] },
        { numberOfBrokerNodes: 3, "brokerNodeGroupInfo.clientSubnets": ["subnet-1", "subnet-2"] },
      ),
      at(
        "brokerNodeGroupInfo.clientSubnets",
        "brokers are in two or more subnets",
        { minItems: 2 },
        ["subnet-1", "subnet-2"],
        ["subnet-1"],
      ),
      at(
        "brokerNodeGroupInfo.clientSubnets",
        "subnets are different",
        { uniqueItems: true },
        ["subnet-1", "subnet-2"],
        ["subnet-1", "subnet-1"],
      ),
      needs(
        "a throughput that is enabled has a volumeThroughput",
        { [`${throughput}.enabled`]: true },
        { [`${throughput}.volumeThroughput`]: 250 },
        { source: guide("msk-provision-throughput-management") },
      ),
      bars(
        "a throughput that is not enabled has no volumeThroughput",
        { [`${throughput}.enabled`]: false },
        { [`${throughput}.volumeThroughput`]: 250 },
        { source: guide("msk-provision-throughput-management") },
      ),
      at(
        `${throughput}.volumeThroughput`,
        "a throughput is 250 MiB/s or more",
        { minimum: 250, source: guide("msk-provision-throughput-management") },
        250,
        249,
      ),
      says(
        "a throughput is for volumes of 10 GiB or more",
        {
          if: { required: [`${throughput}.volumeThroughput`] },
          then: { properties: { [`${storage}.ebsStorageInfo.volumeSize`]: { minimum: 10 } } },
          source: guide("msk-provision-throughput-management"),
        },
        { [`${throughput}.volumeThroughput`]: 250, [`${storage}.ebsStorageInfo.volumeSize`]: 10 },
        { [`${throughput}.volumeThroughput`]: 250, [`${storage}.ebsStorageInfo.volumeSize`]: 9 },
      ),
      says(
        "a throughput is for kafka.m5.4xlarge, kafka.m7g.2xlarge and larger",
        {
          when: { [`${throughput}.enabled`]: true },
          properties: {
            "brokerNodeGroupInfo.instanceType": {
              not: { pattern: "^kafka\\.(t3\\.|m5\\.(large|xlarge|2xlarge)$|m7g\\.(large|xlarge)$)" },
            },
          },
          source: guide("msk-provision-throughput-management"),
        },
        { [`${throughput}.enabled`]: true, "brokerNodeGroupInfo.instanceType": "kafka.m5.4xlarge" },
        { [`${throughput}.enabled`]: true, "brokerNodeGroupInfo.instanceType": "kafka.m5.2xlarge" },
      ),
      narrows(
        "tiered storage is not for kafka.t3.small",
        { storageMode: "TIERED" },
        "brokerNodeGroupInfo.instanceType",
        { not: { const: "kafka.t3.small" } },
        ["kafka.m5.large", "kafka.t3.small"],
        { source: guide("msk-tiered-storage") },
      ),
      narrows(
        "tiered storage is not for Express brokers",
        { storageMode: "TIERED" },
        "brokerNodeGroupInfo.instanceType",
        { not: { pattern: "^express\\." } },
        ["kafka.m5.large", "express.m7g.large"],
        { source: guide("msk-broker-types-express") },
      ),
      says(
        "Express brokers have no storage to set",
        {
          if: {
            required: ["brokerNodeGroupInfo.instanceType"],
            properties: { "brokerNodeGroupInfo.instanceType": { pattern: "^express\\." } },
          },
          then: { excluded: [storage] },
          source: guide("msk-broker-types-express"),
        },
        { "brokerNodeGroupInfo.instanceType": "express.m7g.large" },
        { "brokerNodeGroupInfo.instanceType": "express.m7g.large", [`${storage}.ebsStorageInfo.volumeSize`]: 100 },
      ),
      bars("plain text has no authentication by IAM", plain, { "clientAuthentication.sasl.iam": true }, encrypted),
      bars("plain text has no authentication by SCRAM", plain, { "clientAuthentication.sasl.scram": true }, encrypted),
      bars(
        "plain text has no authentication by TLS",
        plain,
        { "clientAuthentication.tls.certificateAuthorityArns[]": authority },
        encrypted,
      ),
      at(
        "enhancedMonitoring",
        "monitoring is of one of four levels",
        { enum: ["DEFAULT", "PER_BROKER", "PER_TOPIC_PER_BROKER", "PER_TOPIC_PER_PARTITION"] },
        "PER_BROKER",
        "PER_TOPIC",
      ),
    ],
  },
  {
    type: "aws:msk/serverlessCluster:ServerlessCluster",
    source: api("v2-clusters"),
    rows: [
      at(
        "clusterName",
        "a cluster's name has 1 to 64 letters, digits and hyphens, the first no hyphen",
        { pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,63}$" },
        "orders-1",
        "orders_1",
      ),
      at(
        "clientAuthentication.sasl.iam.enabled",
        "clients of a serverless cluster sign in with IAM",
        { const: true, source: guide("serverless") },
        true,
        false,
      ),
      at(
        "vpcConfigs",
        "a cluster is in one to five VPCs",
        { minItems: 1, maxItems: 5, source: guide("serverless") },
        [{ subnetIds: ["subnet-1", "subnet-2"] }],
        [],
      ),
      at(
        "vpcConfigs[].subnetIds",
        "a serverless cluster has two or more subnets of a VPC",
        { minItems: 2, source: guide("serverless") },
        ["subnet-1", "subnet-2"],
        ["subnet-1"],
      ),
    ],
  },
  {
    type: "aws:msk/scramSecretAssociation:ScramSecretAssociation",
    source: guide("msk-password"),
    rows: [
      at(
        "secretArnLists[]",
        "the name of a secret begins with AmazonMSK_",
        { pattern: ":secret:AmazonMSK_" },
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:AmazonMSK_a-AbCdEf",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-AbCdEf",
      ),
    ],
  },
  {
    type: "aws:msk/replicator:Replicator",
    source: api("v1-replicators"),
    rows: [
      at(
        "kafkaClusters",
        "a replicator has a source and a target",
        { minItems: 2, maxItems: 2 },
        ["a", "b"].map((mskClusterArn) => ({ amazonMskCluster: { mskClusterArn } })),
        [{ amazonMskCluster: { mskClusterArn: "a" } }],
      ),
      says(
        "the source of a replicator is not its target",
        { different: [[`${replicated}.sourceKafkaClusterArn`, `${replicated}.targetKafkaClusterArn`]] },
        { [`${replicated}.sourceKafkaClusterArn`]: "a", [`${replicated}.targetKafkaClusterArn`]: "b" },
        { [`${replicated}.sourceKafkaClusterArn`]: "a", [`${replicated}.targetKafkaClusterArn`]: "a" },
      ),
      at(
        `${replicated}.targetCompressionType`,
        "records are compressed with one of five",
        { enum: ["NONE", "GZIP", "SNAPPY", "LZ4", "ZSTD"] },
        "NONE",
        "BROTLI",
      ),
    ],
  },
];
