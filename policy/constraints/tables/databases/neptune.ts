import { measured, type TypeRows } from "../../schema";
import { apart, at, says, takes } from "../given";
import { api, page } from "../pages";
import { encrypted, named, windows } from "./clusterRows";

const neptuneCluster = api("neptune", "CreateDBCluster");
const neptuneInstance = api("neptune", "CreateDBInstance");
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const capacity = "serverlessV2ScalingConfiguration";

/** Neptune. */
export const neptune: readonly TypeRows[] = [
  {
    type: "aws:neptune/cluster:Cluster",
    source: neptuneCluster,
    rows: [
      named("a cluster", "clusterIdentifier", neptuneCluster),
      encrypted("kmsKeyArn", neptuneCluster),
      at("storageType", "storage is standard or iopt1", { enum: ["standard", "iopt1"] }, "iopt1", "gp3"),
      at(
        "enableCloudwatchLogsExports[]",
        "logs are of audits and slow queries",
        { enum: ["audit", "slowquery"], source: page("neptune/latest/userguide/cloudwatch-logs") },
        "audit",
        "profiler",
      ),
      says(
        "minCapacity is not above maxCapacity",
        {
          ordered: [[`${capacity}.minCapacity`, "<=", `${capacity}.maxCapacity`]],
          source: page("neptune/latest/userguide/neptune-serverless-capacity-scaling"),
        },
        { [capacity]: { minCapacity: 2, maxCapacity: 2 } },
        { [capacity]: { minCapacity: 3, maxCapacity: 2 } },
      ),
      at(
        `${capacity}.minCapacity`,
        "capacity is 1 to 128 units",
        { minimum: 1, maximum: 128, source: page("neptune/latest/userguide/neptune-serverless-capacity-scaling") },
        1,
        0.5,
      ),
      at(
        `${capacity}.maxCapacity`,
        "capacity is up to 128 units, and two and a half or more",
        { minimum: 2.5, maximum: 128, source: page("neptune/latest/userguide/neptune-serverless-capacity-scaling") },
        2.5,
        2,
      ),
      ...[`${capacity}.minCapacity`, `${capacity}.maxCapacity`].map((path) =>
        at(path, "capacity is in steps of a half", { multipleOf: 0.5, source: measured }, 3.5, 3.2),
      ),
      says(
        "a key is of storageEncrypted",
        {
          if: { required: ["kmsKeyArn"], excluded: ["snapshotIdentifier", "replicationSourceIdentifier"] },
          then: { required: ["storageEncrypted"] },
          source: measured,
        },
        { kmsKeyArn: key, storageEncrypted: true },
        { kmsKeyArn: key },
      ),
      at("port", "a port is 1150 to 65535", { minimum: 1150, maximum: 65535 }, 1150, 1149),
      ...windows(neptuneCluster),
    ],
  },
  {
    type: "aws:neptune/globalCluster:GlobalCluster",
    source: api("neptune", "CreateGlobalCluster"),
    rows: [
      ...Object.entries({ engine: "neptune", engineVersion: "1.4.0.0", storageEncrypted: true }).map(([own, value]) =>
        apart(
          `what is made from a cluster has its ${own}`,
          { sourceDbClusterIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:c" },
          { [own]: value },
          { source: measured },
        ),
      ),
    ],
  },
  {
    type: "aws:neptune/clusterInstance:ClusterInstance",
    source: neptuneInstance,
    rows: [
      named("an instance", "identifier", neptuneInstance),
      at("promotionTier", "a tier is 0 to 15", { minimum: 0, maximum: 15 }, 15, 16),
      at("engine", "an engine is neptune", { enum: ["neptune"] }, "neptune", "aurora"),
    ],
  },
  {
    type: "aws:neptune/subnetGroup:SubnetGroup",
    source: api("neptune", "CreateDBSubnetGroup"),
    rows: [
      at(
        "subnetIds",
        "a group has subnets of two zones or more",
        { minItems: 2 },
        ["subnet-1", "subnet-2"],
        ["subnet-1"],
      ),
    ],
  },
  {
    type: "aws:neptune/eventSubscription:EventSubscription",
    source: api("neptune", "CreateEventSubscription"),
    rows: [
      takes("sources of events have a type", { "sourceIds[]": "c" }, { sourceType: "db-cluster" }),
      at("name", "a subscription has a name of up to 255 characters", { maxLength: 255 }, "a", "a".repeat(256)),
    ],
  },
];
