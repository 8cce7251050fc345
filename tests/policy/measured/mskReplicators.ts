import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const arn = (name: string, region = "eu-west-1", account = "111122223333") =>
  `arn:aws:kafka:${region}:${account}:cluster/${name}/1`;
const vpcConfig = { subnetIds: ["subnet-1", "subnet-2"], securityGroupsIds: ["sg-1"] };
const of = (mskClusterArn: string) => ({ amazonMskCluster: { mskClusterArn }, vpcConfig });
const apache = {
  apacheKafkaCluster: { apacheKafkaClusterId: "k", bootstrapBrokerString: "a.example.com:9092" },
  clientAuthentication: {
    saslScram: { mechanism: "SHA512", secretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a" },
  },
};
const [source, target] = [arn("a", "eu-central-1"), arn("b")];
const replication = (more: Arguments = {}, groups: Arguments = {}, topics: Arguments = {}) => ({
  replicationInfoList: {
    sourceKafkaClusterArn: source,
    targetKafkaClusterArn: target,
    targetCompressionType: "NONE",
    consumerGroupReplications: [{ consumerGroupsToReplicates: [".*"], ...groups }],
    topicReplications: [{ topicsToReplicates: [".*"], ...topics }],
    ...more,
  },
});
const clusters = (...kafkaClusters: readonly Arguments[]) => ({ kafkaClusters });
const replicator = ofType("aws:msk/replicator:Replicator", {
  replicatorName: "orders",
  serviceExecutionRoleArn: "arn:aws:iam::111122223333:role/r",
  ...clusters(of(source), of(target)),
  ...replication(),
});
const outside = replication({ sourceKafkaClusterArn: undefined, sourceKafkaClusterId: "k" });
const named = (type: string) => ({ topicNameConfiguration: { type } });

/** Facts of replicators. */
export const mskReplicators: FactsByName = {
  "msk-replicator-apache-kafka-cluster-requires-auth": replicator(
    "who reads signs in",
    { ...clusters({ ...apache, clientAuthentication: undefined }, of(target)), ...outside },
    { ...clusters(apache, of(target)), ...outside },
  ),
  "msk-replicator-arns-match-kafka-clusters": replicator(
    "clusters are listed",
    replication({ sourceKafkaClusterArn: arn("c", "eu-central-1") }),
    {},
  ),
  "msk-replicator-clusters-same-account": replicator(
    "clusters are of one account",
    {
      ...clusters(of(arn("a", "eu-central-1", "444455556666")), of(target)),
      ...replication({ sourceKafkaClusterArn: arn("a", "eu-central-1", "444455556666") }),
    },
    {},
  ),
  "msk-replicator-enhanced-sync-requires-identical": replicator(
    "offsets are of the same names",
    replication({}, { consumerGroupOffsetSyncMode: "ENHANCED" }, named("PREFIXED_WITH_SOURCE_CLUSTER_ALIAS")),
    replication({}, { consumerGroupOffsetSyncMode: "ENHANCED" }, named("IDENTICAL")),
  ),
  "msk-replicator-kafka-cluster-exactly-one-kind": replicator(
    "a cluster is of one kind",
    clusters({ ...of(source), ...apache }, of(target)),
    {},
  ),
  "msk-replicator-service-role-account": replicator(
    "a role is of the account",
    { serviceExecutionRoleArn: "arn:aws:iam::444455556666:role/r" },
    {},
  ),
  "msk-replicator-source-arn-xor-id": replicator(
    "a source has one name",
    replication({ sourceKafkaClusterId: "k" }),
    {},
  ),
  "msk-replicator-source-target-differ": replicator(
    "two clusters",
    { ...clusters(of(target), of(target)), ...replication({ sourceKafkaClusterArn: target }) },
    {},
  ),
  "msk-replicator-target-cluster-region": replicator(
    "a replicator is where it writes",
    {
      ...clusters(of(source), of(arn("b", "us-east-1"))),
      ...replication({ targetKafkaClusterArn: arn("b", "us-east-1") }),
    },
    {},
  ),
  "msk-replicator-vpc-config-only-for-msk-cluster": replicator(
    "a network is of MSK",
    { ...clusters({ ...apache, vpcConfig }, of(target)), ...outside },
    { ...clusters(apache, of(target)), ...outside },
  ),
};
