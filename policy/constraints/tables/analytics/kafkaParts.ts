import { type Row, type Schema, type TypeRows } from "../../schema";
import { at, narrows, says } from "../given";
import { page } from "../pages";

const guide = (name: string) => ({ source: page(`msk/latest/developerguide/${name}`) });
const api = (name: string) => page(`msk/1.0/apireference/${name}`);
const type = "brokerNodeGroupInfo.instanceType";
const throughput = "brokerNodeGroupInfo.storageInfo.ebsStorageInfo.provisionedThroughput";
const transit = "encryptionInfo.encryptionInTransit";
const iam = { "clientAuthentication.sasl.iam": true };
const subnets = ["subnet-1", "subnet-2", "subnet-3"];

/** Where brokers, replicators and connectors write their logs. */
const destinations = (path: string): readonly Row[] => [
  at(
    path,
    "logs are written to one place or more",
    { requiredOr: ["cloudwatchLogs", "firehose", "s3"], ...guide("msk-logging") },
    { s3: { enabled: false } },
    {},
  ),
  ...(
    [
      ["cloudwatchLogs", "logGroup"],
      ["firehose", "deliveryStream"],
      ["s3", "bucket"],
    ] as const
  ).map(([place, name]) =>
    at(
      `${path}.${place}`,
      `logs that are written have a ${name}`,
      { when: { enabled: true }, required: [name], ...guide("msk-logging") },
      { enabled: true, [name]: "a" },
      { enabled: true },
    ),
  ),
];

/** Versions have three numbers up to 3.6, and end in .x from there on. */
const versions = [
  "1\\.1\\.1|2\\.1\\.0|2\\.2\\.1|2\\.3\\.1|2\\.4\\.1(\\.1)?|2\\.5\\.1|2\\.6\\.[0-3]|2\\.7\\.[0-2]|2\\.8\\.[01]|2\\.8\\.2\\.tiered",
  "3\\.1\\.1|3\\.2\\.0|3\\.3\\.[12]|3\\.4\\.0|3\\.5\\.1|3\\.6\\.0(\\.1)?|3\\.8\\.link|[3-9]\\.\\d+\\.x(\\.kraft)?",
].join("|");
const known = { pattern: `^(${versions})$`, ...guide("supported-kafka-versions") };
const old = /^(1\.|2\.|3\.[1-5]\.|3\.6\.0\.1|3\.8\.link)/.source;

/** How much a broker can be given, by MiB/s. */
const most: Readonly<Record<string, number>> = {
  "kafka.m5.4xlarge": 593,
  "kafka.m5.8xlarge": 850,
  "kafka.m7g.2xlarge": 312.5,
  "kafka.m7g.4xlarge": 625,
};

const encrypted = (fact: string, path: string, words: Schema, good: unknown, bad: unknown): readonly Row[] =>
  [{ "clientAuthentication.sasl.iam": true }, { "clientAuthentication.sasl.scram": true }].map((signIn) =>
    says(
      `${fact}: by ${Object.keys(signIn)[0]?.split(".").at(-1)}`,
      { when: signIn, properties: { [path]: words }, ...guide("msk-authentication") },
      { ...signIn, [path]: good, "clientAuthentication.unauthenticated": true },
      { ...signIn, [path]: bad },
    ),
  );

const cluster: readonly Row[] = [
  ...destinations("loggingInfo.brokerLogs"),
  at("brokerNodeGroupInfo.clientSubnets", "brokers are in two or three subnets", { maxItems: 3 }, subnets, [
    ...subnets,
    "subnet-4",
  ]),
  at("kafkaVersion", "a version is one that MSK has", known, "3.9.x", "3.99.1"),
  at(
    "kafkaVersion",
    "new clusters have a version that is not deprecated",
    { not: { pattern: old }, level: "advisory", ...guide("supported-kafka-versions") },
    "3.9.x",
    "3.5.1",
  ),
  says(
    "Express brokers have Kafka 3.6, or 3.8 and later",
    {
      when: { [type]: { pattern: "^express\\." } },
      properties: { kafkaVersion: { not: { pattern: "^(1|2|3\\.[0-57])\\." } } },
      ...guide("msk-broker-types-express"),
    },
    { [type]: "express.m7g.large", kafkaVersion: "3.8.x" },
    { [type]: "express.m7g.large", kafkaVersion: "3.7.x" },
  ),
  says(
    "Express brokers have no mode of storage",
    { when: { [type]: { pattern: "^express\\." } }, excluded: ["storageMode"], ...guide("msk-broker-types-express") },
    { [type]: "express.m7g.large" },
    { [type]: "express.m7g.large", storageMode: "LOCAL" },
  ),
  says(
    "Express brokers are in three subnets",
    {
      when: { [type]: { pattern: "^express\\." } },
      properties: { "brokerNodeGroupInfo.clientSubnets": { minItems: 3 } },
      ...guide("msk-broker-types-express"),
    },
    { [type]: "express.m7g.large", "brokerNodeGroupInfo.clientSubnets": subnets },
    { [type]: "express.m7g.large", "brokerNodeGroupInfo.clientSubnets": subnets.slice(1) },
  ),
  says(
    "KRaft has larger brokers than kafka.t3.small",
    { when: { [type]: "kafka.t3.small" }, properties: { kafkaVersion: { not: { pattern: "\\.kraft$|^4\\." } } } },
    { [type]: "kafka.t3.small", kafkaVersion: "3.9.x" },
    { [type]: "kafka.t3.small", kafkaVersion: "3.9.x.kraft" },
  ),
  at(
    "openMonitoring.prometheus",
    "open monitoring has an exporter",
    { requiredOr: ["jmxExporter", "nodeExporter"], ...guide("open-monitoring") },
    { jmxExporter: { enabledInBroker: true } },
    {},
  ),
  ...Object.entries(most).map(([instanceType, maximum]) =>
    narrows(
      `${instanceType} has a throughput of ${maximum} MiB/s at most`,
      { [type]: instanceType, [`${throughput}.enabled`]: true },
      `${throughput}.volumeThroughput`,
      { maximum },
      [250, 900],
      guide("msk-provision-throughput-management"),
    ),
  ),
  at(
    `${throughput}.volumeThroughput`,
    "a throughput is 1,000 MiB/s or less",
    { maximum: 1_000, ...guide("msk-provision-throughput-management") },
    1_000,
    1_001,
  ),
  ...encrypted(
    "what brokers say to each other is encrypted where clients sign in",
    `${transit}.inCluster`,
    { const: true },
    true,
    false,
  ),
  says(
    "where clients that sign in may use plain text, others do not have to sign in",
    {
      when: { [`${transit}.clientBroker`]: "TLS_PLAINTEXT" },
      if: { requiredOr: ["clientAuthentication.sasl", "clientAuthentication.tls"] },
      then: {
        required: ["clientAuthentication.unauthenticated"],
        properties: { "clientAuthentication.unauthenticated": { const: true } },
      },
      ...guide("msk-authentication"),
    },
    { [`${transit}.clientBroker`]: "TLS_PLAINTEXT", ...iam, "clientAuthentication.unauthenticated": true },
    { [`${transit}.clientBroker`]: "TLS_PLAINTEXT", ...iam },
  ),
  says(
    "clients sign in, or do not have to",
    {
      when: { "clientAuthentication.unauthenticated": false },
      requiredOr: ["clientAuthentication.sasl", "clientAuthentication.tls"],
      ...guide("msk-authentication"),
    },
    { "clientAuthentication.unauthenticated": false, ...iam },
    { "clientAuthentication.unauthenticated": false },
  ),
  at(
    "clientAuthentication.tls.certificateAuthorityArns[]",
    "certificates of clients are of a private authority",
    { arnOf: ["acm-pca"], ...guide("msk-authentication") },
    "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/a",
    "arn:aws:acm:eu-west-1:111122223333:certificate/a",
  ),
];

const own = "arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1";
const secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:AmazonMSK_a-AbCdEf";
const policy = (Resource: string) => ({
  clusterArn: own,
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "kafka:CreateVpcConnection", Resource }],
  }),
});
const readOnly =
  "broker\\.id|node\\.id|listeners|advertised\\.listeners|log\\.dirs?|zookeeper\\.connect|process\\.roles|authorizer\\.class\\.name|security\\.inter\\.broker\\.protocol|inter\\.broker\\.protocol\\.version|ssl\\.[a-z.]+|sasl\\.[a-z.]+|controller\\.[a-z.]+";

const configuration: readonly Row[] = [
  at(
    "name",
    "a configuration has letters, digits and hyphens, the first no hyphen",
    { pattern: "^[0-9A-Za-z][0-9A-Za-z-]*$" },
    "orders-1",
    "orders_1",
  ),
  at("kafkaVersions[]", "a version is one that MSK has", known, "3.9.x", "3.99.1"),
  at(
    "serverProperties",
    "MSK sets what is of a broker, and how it is reached",
    { not: { pattern: `(^|\\n)[ \\t]*(${readOnly})[ \\t]*[=:]` }, ...guide("msk-configuration-properties") },
    "auto.create.topics.enable=false",
    "broker.id=1",
  ),
  at(
    "serverProperties",
    "a line is a property and its value",
    {
      pattern: "^([ \\t]*([#!][^\\n]*|[A-Za-z0-9._-]+[ \\t]*[=:][^\\n]*)?\\r?(\\n|$))*$",
      ...guide("msk-configuration-properties"),
    },
    "auto.create.topics.enable=false\n",
    "auto.create.topics.enable",
  ),
  at(
    "serverProperties",
    "a listener of one's own is NAME://host:port+{broker_id}",
    {
      not: {
        pattern:
          "(^|\\n)[ \\t]*custom\\.advertised\\.listeners[ \\t]*[=:](?![ \\t]*[A-Z_0-9]+://[^:,\\s]+:\\d+\\+\\{broker_id\\})",
      },
      ...guide("msk-configuration-properties"),
    },
    "custom.advertised.listeners=EXTERNAL://a.example.com:9000+{broker_id}",
    "custom.advertised.listeners=EXTERNAL://a.example.com",
  ),
];

/** What MSK refuses of clusters' parts, of their policies, secrets and configurations. */
export const kafkaParts: readonly TypeRows[] = [
  { type: "aws:msk/cluster:Cluster", source: api("clusters"), rows: cluster },
  { type: "aws:msk/configuration:Configuration", source: api("configurations"), rows: configuration },
  {
    type: "aws:msk/clusterPolicy:ClusterPolicy",
    source: api("clusters-clusterarn-policy"),
    rows: [
      says(
        "a policy is about its own cluster",
        { join: "policyOfCluster" },
        policy(own),
        policy(own.replace("orders", "other")),
      ),
    ],
  },
  {
    type: "aws:msk/scramSecretAssociation:ScramSecretAssociation",
    source: guide("msk-password").source,
    rows: [
      at("secretArnLists", "a secret is there once", { uniqueItems: true }, [secret], [secret, secret]),
      says(
        "secrets are of the account of the cluster",
        { join: "secretsAccount" },
        { clusterArn: own, secretArnLists: [secret] },
        { clusterArn: own, secretArnLists: [secret.replace("1111", "4444")] },
      ),
    ],
  },
  {
    type: "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation",
    source: guide("msk-password").source,
    rows: [
      at(
        "secretArn",
        "the name of a secret begins with AmazonMSK_",
        { pattern: ":secret:AmazonMSK_" },
        secret,
        secret.replace("AmazonMSK_", ""),
      ),
    ],
  },
  {
    type: "aws:msk/serverlessCluster:ServerlessCluster",
    source: api("v2-clusters"),
    rows: [
      at(
        "vpcConfigs[].subnetIds",
        "a serverless cluster has up to six subnets of a VPC",
        { maxItems: 6, ...guide("serverless") },
        subnets,
        ["1", "2", "3", "4", "5", "6", "7"].map((each) => `subnet-${each}`),
      ),
    ],
  },
  {
    type: "aws:msk/vpcConnection:VpcConnection",
    source: api("v1-vpc-connection"),
    rows: [
      at(
        "authentication",
        "clients over a connection sign in by IAM, SCRAM or TLS",
        { enum: ["SASL_IAM", "SASL_SCRAM", "TLS"] },
        "SASL_IAM",
        "IAM",
      ),
      at(
        "targetClusterArn",
        "a connection is to a cluster of the own Region",
        { ownRegion: true },
        own,
        own.replace("eu-", "us-"),
      ),
    ],
  },
  {
    type: "aws:msk/topic:Topic",
    source: api("v1-clusters-clusterarn-topics"),
    rows: [
      at("partitionCount", "a topic has a partition or more", { minimum: 1 }, 1, 0),
      at("replicationFactor", "a topic is kept once or more", { minimum: 1 }, 1, 0),
    ],
  },
];
