import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";
import { like, together } from "../together";

const kafka = "arn:aws:kafka:eu-west-1:111122223333:cluster/orders/11111111-2222-3333-4444-555555555555-1";
const group = { consumerGroupId: "orders" };
const mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";

const named = (at: string): Row =>
  like(at, "a function's name by itself has at most 64 characters", "^[^:]{1,64}$|:", "orders", "a".repeat(65));
const types: Readonly<Record<string, readonly [operation: string, property: string]>> = {
  "aws:lambda/permission:Permission": ["AddPermission", "function"],
  "aws:lambda/alias:Alias": ["CreateAlias", "functionName"],
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": ["PutFunctionEventInvokeConfig", "functionName"],
  "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig": [
    "PutProvisionedConcurrencyConfig",
    "functionName",
  ],
  "aws:lambda/functionRecursionConfig:FunctionRecursionConfig": ["PutFunctionRecursionConfig", "functionName"],
  "aws:lambda/runtimeManagementConfig:RuntimeManagementConfig": ["PutRuntimeManagementConfig", "functionName"],
};
const table = { billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] };
const replica = (regionName: string) => ({ regionName, consistencyMode: "STRONG" });

/** What sentences of the API models say of functions and tables. */
export const functionSentences: readonly TypeRows[] = [
  ...Object.entries(types).map(([type, [operation, property]]) => ({
    type,
    source: api("lambda", operation),
    rows: [named(property)],
  })),
  {
    type: mapping,
    source: api("lambda", "CreateEventSourceMapping"),
    rows: [
      together(
        "a cluster of Kafka has at most 2,000 pollers",
        {
          if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["kafka"] } } },
          then: { properties: { "provisionedPollerConfig.maximumPollers": { maximum: 2000 } } },
          source: api("lambda", "ProvisionedPollerConfig"),
        },
        { functionName: "f", eventSourceArn: kafka },
        { provisionedPollerConfig: { maximumPollers: 2000 } },
        { provisionedPollerConfig: { maximumPollers: 2001 } },
      ),
      together(
        "a consumer group of Kafka is that of one mapping",
        {
          if: { required: ["amazonManagedKafkaEventSourceConfig.consumerGroupId"] },
          then: { onlyOne: ["amazonManagedKafkaEventSourceConfig.consumerGroupId"] },
          source: api("lambda", "AmazonManagedKafkaEventSourceConfig"),
          beside: {
            first: { type: mapping, properties: { region: "eu-west-1", amazonManagedKafkaEventSourceConfig: group } },
          },
        },
        { functionName: "f", eventSourceArn: kafka },
        { amazonManagedKafkaEventSourceConfig: { consumerGroupId: "returns" } },
        { amazonManagedKafkaEventSourceConfig: group },
      ),
    ],
  },
  {
    type: "aws:dynamodb/table:Table",
    source: api("dynamodb", "CreateTable"),
    rows: [
      {
        at: "globalSecondaryIndexes[].onDemandThroughput",
        fact: "a most of requests is of reads or of writes",
        requiredOr: ["maxReadRequestUnits", "maxWriteRequestUnits"],
        good: { maxReadRequestUnits: 10 },
        bad: {},
      },
      ...["warmThroughput", "globalSecondaryIndexes[].warmThroughput"].map((at) => ({
        at,
        requiredOr: ["readUnitsPerSecond", "writeUnitsPerSecond"],
        good: { readUnitsPerSecond: 12_000 },
        bad: {},
      })),
      together(
        "replicas and witness of strong consistency lie in one set of Regions, of the US, Europe or Asia Pacific",
        { join: "strongRegions", source: api("dynamodb", "CreateGlobalTableWitnessGroupMemberAction") },
        { ...table, streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" },
        { replicas: [replica("eu-central-1")], globalTableWitness: { regionName: "eu-west-2" } },
        { replicas: [replica("eu-central-1")], globalTableWitness: { regionName: "us-east-1" } },
      ),
    ],
  },
];
