import { type Row, type Scalar, type Schema, type TypeRows } from "../../schema";
import { at, narrows, says } from "../given";
import { page } from "../pages";
import { known } from "./kafkaSettings";

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

const old = /^(1\.|2\.|3\.[1-5]\.|3\.6\.0\.1|3\.8\.link)/.source;

/** How much a broker can be given, by MiB/s. */
const most: Readonly<Record<string, number>> = {
  "kafka.m5.4xlarge": 593,
  "kafka.m5.8xlarge": 850,
  "kafka.m7g.2xlarge": 312.5,
  "kafka.m7g.4xlarge": 625,
};

const signIns: readonly Readonly<Record<string, Scalar>>[] = [
  { "clientAuthentication.sasl.iam": true },
  { "clientAuthentication.sasl.scram": true },
];

const encrypted = (fact: string, path: string, words: Schema, good: unknown, bad: unknown): readonly Row[] =>
  signIns.map((signIn) =>
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

/** What MSK refuses of clusters' parts. */
export const kafkaParts: readonly TypeRows[] = [
  { type: "aws:msk/cluster:Cluster", source: api("clusters"), rows: cluster },
];
