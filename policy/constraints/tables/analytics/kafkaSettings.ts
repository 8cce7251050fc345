import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
import { page } from "../pages";

const guide = (name: string) => ({ source: page(`msk/latest/developerguide/${name}`) });
const api = (name: string) => page(`msk/1.0/apireference/${name}`);
const subnets = ["subnet-1", "subnet-2", "subnet-3"];

/** Versions have three numbers up to 3.6, and end in .x from there on. */
const versions = [
  "1\\.1\\.1|2\\.1\\.0|2\\.2\\.1|2\\.3\\.1|2\\.4\\.1(\\.1)?|2\\.5\\.1|2\\.6\\.[0-3]|2\\.7\\.[0-2]|2\\.8\\.[01]|2\\.8\\.2\\.tiered",
  "3\\.1\\.1|3\\.2\\.0|3\\.3\\.[12]|3\\.4\\.0|3\\.5\\.1|3\\.6\\.0(\\.1)?|3\\.8\\.link|[3-9]\\.\\d+\\.x(\\.kraft)?",
].join("|");
export const known = { pattern: `^(${versions})$`, ...guide("supported-kafka-versions") };

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

/** What MSK refuses of clusters' policies, secrets and configurations. */
export const kafkaSettings: readonly TypeRows[] = [
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
