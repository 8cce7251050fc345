import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { mskReplicators } from "./mskReplicators";

type Arguments = Record<string, unknown>;

const subnets = ["subnet-1", "subnet-2", "subnet-3"];
const arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1";
const secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:AmazonMSK_a-AbCdEf";
const group = (more: Arguments = {}) => ({
  brokerNodeGroupInfo: { instanceType: "kafka.m5.large", clientSubnets: subnets, securityGroups: ["sg-1"], ...more },
});
const cluster = ofType("aws:msk/cluster:Cluster", {
  clusterName: "orders",
  kafkaVersion: "3.9.x",
  numberOfBrokerNodes: 3,
  ...group(),
});
const logs = (brokerLogs: Arguments) => ({ loggingInfo: { brokerLogs } });
const type = (instanceType: string, more: Arguments = {}) => group({ instanceType, ...more });
const volume = (
  volumeThroughput: number | undefined,
  instanceType = "kafka.m5.4xlarge",
  volumeSize = 100,
  enabled = true,
) =>
  group({
    instanceType,
    storageInfo: { ebsStorageInfo: { volumeSize, provisionedThroughput: { enabled, volumeThroughput } } },
  });
const express = "express.m7g.large";
const transit = (encryptionInTransit: Arguments) => ({ encryptionInfo: { encryptionInTransit } });
const iam = { clientAuthentication: { sasl: { iam: true } } };
const authorities = (authority: string) => ({
  clientAuthentication: { tls: { certificateAuthorityArns: [authority] } },
});

const policy = ofType("aws:msk/clusterPolicy:ClusterPolicy", { clusterArn: arn });
const grants = (Resource: string) => ({
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "kafka:CreateVpcConnection", Resource }],
  }),
});
const settings = ofType("aws:msk/configuration:Configuration", {
  name: "orders",
  serverProperties: "auto.create.topics.enable=false",
});
const serverless = ofType("aws:msk/serverlessCluster:ServerlessCluster", {
  clusterName: "orders",
  clientAuthentication: { sasl: { iam: { enabled: true } } },
  vpcConfigs: [{ subnetIds: subnets }],
});
const vpcs = (count: number, size = 2) => ({
  vpcConfigs: many(count, (index) => ({ subnetIds: many(size, (each) => `subnet-${index}${each}`) })),
});
const scram = ofType("aws:msk/scramSecretAssociation:ScramSecretAssociation", { clusterArn: arn });

export const msk: FactsByName = {
  ...mskReplicators,
  "msk-broker-count-multiple-of-az": cluster(
    "brokers are even over subnets",
    { numberOfBrokerNodes: 4 },
    { numberOfBrokerNodes: 6 },
  ),
  "msk-broker-logs-any-required": cluster("logs go somewhere", logs({}), logs({ s3: { enabled: false } })),
  "msk-broker-logs-cloudwatch-loggroup-required": cluster(
    "logs have a group",
    logs({ cloudwatchLogs: { enabled: true } }),
    logs({ cloudwatchLogs: { enabled: true, logGroup: "g" } }),
  ),
  "msk-broker-logs-firehose-stream-required": cluster(
    "logs have a stream",
    logs({ firehose: { enabled: true } }),
    logs({ firehose: { enabled: true, deliveryStream: "s" } }),
  ),
  "msk-broker-logs-s3-bucket-required": cluster(
    "logs have a bucket",
    logs({ s3: { enabled: true } }),
    logs({ s3: { enabled: true, bucket: "b" } }),
  ),
  "msk-client-subnets-count": cluster(
    "two or three subnets",
    { ...group({ clientSubnets: ["subnet-1", "subnet-2", "subnet-3", "subnet-4"] }), numberOfBrokerNodes: 4 },
    {},
  ),
  "msk-client-subnets-distinct": cluster(
    "subnets differ",
    group({ clientSubnets: ["subnet-1", "subnet-1", "subnet-2"] }),
    {},
  ),
  "msk-cluster-name-pattern": cluster("a name has no underscore", { clusterName: "my_orders" }, {}),
  "msk-clusterpolicy-resource-matches-cluster": policy(
    "a policy is of its cluster",
    grants(arn.replace("orders", "other")),
    grants(arn),
  ),
  "msk-config-custom-advertised-listeners-format": settings(
    "a listener has brokers",
    { serverProperties: "custom.advertised.listeners=EXTERNAL://a.example.com" },
    { serverProperties: "custom.advertised.listeners=EXTERNAL://a.example.com:9000+{broker_id}" },
  ),
  "msk-config-kafka-versions-unknown": settings(
    "versions are known",
    { kafkaVersions: ["3.99.1"] },
    { kafkaVersions: ["3.9.x"] },
  ),
  "msk-config-name-pattern": settings("a configuration has no underscore", { name: "my_orders" }, {}),
  "msk-config-server-properties-allowed-keys": settings(
    "brokers keep their own",
    { serverProperties: "broker.id=1" },
    {},
  ),
  "msk-express-kafka-version": cluster(
    "Express has its versions",
    { ...type(express), kafkaVersion: "3.7.x" },
    { ...type(express), kafkaVersion: "3.8.x" },
  ),
  "msk-express-no-ebs-storage": cluster(
    "Express has no volume",
    { ...type(express, { storageInfo: { ebsStorageInfo: { volumeSize: 100 } } }), kafkaVersion: "3.8.x" },
    { ...type(express), kafkaVersion: "3.8.x" },
  ),
  "msk-express-no-storage-mode": cluster(
    "Express has no mode",
    { ...type(express), kafkaVersion: "3.8.x", storageMode: "LOCAL" },
    { ...type(express), kafkaVersion: "3.8.x" },
  ),
  "msk-express-requires-three-subnets": cluster(
    "Express is in three",
    { ...type(express, { clientSubnets: ["subnet-1", "subnet-2"] }), kafkaVersion: "3.8.x", numberOfBrokerNodes: 6 },
    { ...type(express), kafkaVersion: "3.8.x", numberOfBrokerNodes: 6 },
  ),
  "msk-open-monitoring-requires-exporter": cluster(
    "Prometheus has an exporter",
    { openMonitoring: { prometheus: {} } },
    { openMonitoring: { prometheus: { jmxExporter: { enabledInBroker: true } } } },
  ),
  "msk-provisioned-throughput-instance-type": cluster(
    "throughput is of large brokers",
    volume(250, "kafka.m7g.xlarge"),
    volume(250, "kafka.m7g.2xlarge"),
  ),
  "msk-provisioned-throughput-max-per-instance": cluster("throughput ends", volume(600), volume(593)),
  "msk-provisioned-throughput-min": cluster("throughput begins", volume(249), volume(250)),
  "msk-provisioned-throughput-volume-size": cluster(
    "throughput has a volume",
    volume(250, "kafka.m5.4xlarge", 9),
    volume(250, "kafka.m5.4xlarge", 10),
  ),
  "msk-provisioned-throughput-without-enabled": cluster(
    "throughput is enabled",
    volume(250, "kafka.m5.4xlarge", 100, false),
    volume(250),
  ),
  "msk-sasl-requires-in-cluster-encryption": cluster(
    "who signs in is encrypted within",
    { ...iam, ...transit({ inCluster: false }) },
    { ...iam, ...transit({ inCluster: true }) },
  ),
  "msk-sasl-requires-tls-client-broker": cluster(
    "who signs in is encrypted",
    { ...iam, ...transit({ clientBroker: "PLAINTEXT" }) },
    { ...iam, ...transit({ clientBroker: "TLS" }) },
  ),
  "msk-scram-secret-account": scram(
    "a secret is of the account",
    { secretArnLists: [secret.replace("111122223333", "444455556666")] },
    { secretArnLists: [secret] },
  ),
  "msk-scram-secret-list-unique": scram(
    "a secret is there once",
    { secretArnLists: [secret, secret] },
    { secretArnLists: [secret] },
  ),
  "msk-serverless-name-pattern": serverless("a serverless name", { clusterName: "-orders" }, {}),
  "msk-serverless-sasl-iam-enabled": serverless(
    "clients sign in",
    { clientAuthentication: { sasl: { iam: { enabled: false } } } },
    {},
  ),
  "msk-serverless-subnets-count": serverless("two to six subnets", vpcs(1, 7), vpcs(1, 6)),
  "msk-serverless-vpc-configs-max": serverless("five VPCs", vpcs(6), vpcs(5)),
  "msk-t3-small-not-kraft": cluster(
    "KRaft is not small",
    { ...type("kafka.t3.small"), kafkaVersion: "3.9.x.kraft" },
    { ...type("kafka.t3.small"), kafkaVersion: "3.9.x" },
  ),
  "msk-tiered-storage-instance-type": cluster(
    "tiers are not small",
    { ...type("kafka.t3.small"), storageMode: "TIERED" },
    { ...type("kafka.m5.large"), storageMode: "TIERED" },
  ),
  "msk-tls-cert-authority-arn-format": cluster(
    "an authority is private",
    authorities("arn:aws:acm:eu-west-1:111122223333:certificate/1"),
    authorities("arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1"),
  ),
  "msk-tls-plaintext-requires-unauthenticated": cluster(
    "plain text is of anybody",
    { ...iam, ...transit({ clientBroker: "TLS_PLAINTEXT" }) },
    {
      clientAuthentication: { ...iam.clientAuthentication, unauthenticated: true },
      ...transit({ clientBroker: "TLS_PLAINTEXT" }),
    },
  ),
  "msk-unauthenticated-only-requires-no-tls-only": cluster(
    "somebody comes in",
    { clientAuthentication: { unauthenticated: false } },
    { clientAuthentication: { unauthenticated: true } },
  ),
};
