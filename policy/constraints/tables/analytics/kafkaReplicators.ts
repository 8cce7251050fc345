import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
import { page } from "../pages";

const api = page("msk/1.0/apireference/v1-replicators");
const list = "replicationInfoList";
const arn = (name: string, region = "eu-west-1", account = "111122223333") =>
  `arn:aws:kafka:${region}:${account}:cluster/${name}/1`;
const [source, target] = [arn("a", "eu-central-1"), arn("b")];
const vpcConfig = { subnetIds: ["subnet-1", "subnet-2"] };
const of = (mskClusterArn: string) => ({ amazonMskCluster: { mskClusterArn }, vpcConfig });
const apache = { apacheKafkaCluster: { apacheKafkaClusterId: "k", bootstrapBrokerString: "a.example.com:9092" } };
const clientAuthentication = { saslScram: { mechanism: "SHA512", secretArn: "arn:s" } };
const role = "arn:aws:iam::111122223333:role/r";

const rows: readonly Row[] = [
  at(
    "kafkaClusters[]",
    "a cluster is of MSK or of Apache Kafka",
    { requiredXor: ["amazonMskCluster", "apacheKafkaCluster"] },
    of(source),
    { ...of(source), ...apache },
  ),
  at(
    "kafkaClusters[]",
    "a cluster of Apache Kafka is signed in to",
    { dependentRequired: { apacheKafkaCluster: ["clientAuthentication"] } },
    { ...apache, clientAuthentication },
    apache,
  ),
  at(
    "kafkaClusters[]",
    "a cluster of Apache Kafka has no network of its own",
    { dependentExcluded: { apacheKafkaCluster: ["vpcConfig"] } },
    { ...apache, clientAuthentication },
    { ...apache, clientAuthentication, vpcConfig },
  ),
  at(
    "kafkaClusters[]",
    "a cluster of MSK has a network",
    { dependentRequired: { amazonMskCluster: ["vpcConfig"] } },
    of(source),
    { amazonMskCluster: { mskClusterArn: source } },
  ),
  says(
    "the source is one of the clusters",
    { memberOf: [[`${list}.sourceKafkaClusterArn`, "kafkaClusters[].amazonMskCluster.mskClusterArn"]] },
    { kafkaClusters: [of(source)], [`${list}.sourceKafkaClusterArn`]: source },
    { kafkaClusters: [of(source)], [`${list}.sourceKafkaClusterArn`]: arn("c") },
  ),
  says(
    "the target is one of the clusters",
    { memberOf: [[`${list}.targetKafkaClusterArn`, "kafkaClusters[].amazonMskCluster.mskClusterArn"]] },
    { kafkaClusters: [of(target)], [`${list}.targetKafkaClusterArn`]: target },
    { kafkaClusters: [of(target)], [`${list}.targetKafkaClusterArn`]: arn("c") },
  ),
  says(
    "clusters and role are of one account",
    { join: "replicatorAccount" },
    { serviceExecutionRoleArn: role, kafkaClusters: [of(source), of(target)] },
    { serviceExecutionRoleArn: role, kafkaClusters: [of(arn("a", "eu-central-1", "444455556666")), of(target)] },
  ),
  at(
    list,
    "a source is named by its ARN or by its id",
    { requiredXor: ["sourceKafkaClusterArn", "sourceKafkaClusterId"] },
    { sourceKafkaClusterArn: source, targetKafkaClusterArn: target },
    { sourceKafkaClusterArn: source, sourceKafkaClusterId: "k", targetKafkaClusterArn: target },
  ),
  at(
    list,
    "a target is named by its ARN or by its id",
    { requiredXor: ["targetKafkaClusterArn", "targetKafkaClusterId"] },
    { sourceKafkaClusterArn: source, targetKafkaClusterArn: target },
    { sourceKafkaClusterArn: source, targetKafkaClusterId: "k", targetKafkaClusterArn: target },
  ),
  at(
    `${list}.targetKafkaClusterArn`,
    "a replicator is in the Region of its target",
    { ownRegion: true },
    target,
    arn("b", "us-east-1"),
  ),
  at(
    list,
    "offsets are kept in step, ENHANCED, of topics with IDENTICAL names",
    {
      if: {
        properties: {
          consumerGroupReplications: {
            contains: {
              required: ["consumerGroupOffsetSyncMode"],
              properties: { consumerGroupOffsetSyncMode: { const: "ENHANCED" } },
            },
          },
        },
        required: ["consumerGroupReplications"],
      },
      then: { properties: { "topicReplications[].topicNameConfiguration.type": { const: "IDENTICAL" } } },
    },
    {
      sourceKafkaClusterArn: source,
      targetKafkaClusterArn: target,
      consumerGroupReplications: [{ consumerGroupOffsetSyncMode: "ENHANCED" }],
      topicReplications: [{ topicNameConfiguration: { type: "IDENTICAL" } }],
    },
    {
      sourceKafkaClusterArn: source,
      targetKafkaClusterArn: target,
      consumerGroupReplications: [{ consumerGroupOffsetSyncMode: "ENHANCED" }],
      topicReplications: [{ topicNameConfiguration: { type: "PREFIXED_WITH_SOURCE_CLUSTER_ALIAS" } }],
    },
  ),
];

const connect = (what: string) => page(`MSKC/latest/mskc/API_${what}`);
const scaling = { minWorkerCount: 1, maxWorkerCount: 2, mcuCount: 1 };

const connector: readonly Row[] = [
  at(
    "capacity",
    "a connector scales, or has a number of workers",
    { requiredXor: ["autoscaling", "provisionedCapacity"], source: connect("Capacity") },
    { provisionedCapacity: { workerCount: 1 } },
    { provisionedCapacity: { workerCount: 1 }, autoscaling: scaling },
  ),
  at(
    "capacity.autoscaling",
    "the fewest workers are not more than the most",
    { ordered: [["minWorkerCount", "<=", "maxWorkerCount"]], source: connect("AutoScaling") },
    scaling,
    { ...scaling, minWorkerCount: 3 },
  ),
  at(
    "capacity.autoscaling",
    "workers go at a lower use of the processor than others come at",
    {
      ordered: [["scaleInPolicy.cpuUtilizationPercentage", "<", "scaleOutPolicy.cpuUtilizationPercentage"]],
      source: connect("AutoScaling"),
    },
    { scaleInPolicy: { cpuUtilizationPercentage: 20 }, scaleOutPolicy: { cpuUtilizationPercentage: 80 } },
    { scaleInPolicy: { cpuUtilizationPercentage: 80 }, scaleOutPolicy: { cpuUtilizationPercentage: 20 } },
  ),
  ...["autoscaling", "provisionedCapacity"].map((capacity) =>
    at(
      `capacity.${capacity}.mcuCount`,
      "a worker has 1, 2, 4 or 8 units",
      { enum: [1, 2, 4, 8], source: connect("ProvisionedCapacity") },
      1,
      3,
    ),
  ),
];

/** What MSK refuses of replicators and connectors. */
export const kafkaReplicators: readonly TypeRows[] = [
  { type: "aws:msk/replicator:Replicator", source: api, rows },
  { type: "aws:mskconnect/connector:Connector", source: connect("CreateConnector"), rows: connector },
];
