import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const type = "aws:dynamodb/table:Table";
const keys = { name: "orders", hashKey: "id", attributes: [{ name: "id", type: "S" }] };
const onDemand = { ...keys, billingMode: "PAY_PER_REQUEST" };
const streamed = { ...onDemand, streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" };
const indexed = (more: Arguments, table: Arguments = {}) => ({
  ...{ name: "orders", hashKey: "id", billingMode: "PAY_PER_REQUEST" },
  attributes: [
    { name: "id", type: "S" },
    { name: "user", type: "S" },
  ],
  ...table,
  globalSecondaryIndexes: [{ name: "byUser", hashKey: "user", projectionType: "ALL", ...more }],
});
const provisioned = { billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 5 };

const writes: Made = [
  "aws:appautoscaling/target:Target",
  "writes",
  {
    ...{ serviceNamespace: "dynamodb", scalableDimension: "dynamodb:table:WriteCapacityUnits" },
    ...{ resourceId: "table/orders", minCapacity: 5, maxCapacity: 50 },
  },
];
const replicated: Made = [
  type,
  "subject",
  {
    ...{ ...keys, ...provisioned, streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" },
    replicas: [{ regionName: "us-west-2" }],
  },
];

export const dynamodb: FactsByName = {
  "index-attribute-undefined": on(type)(
    "what an index has as its key is an attribute of the table",
    indexed({ hashKey: "owner" }),
    indexed({}),
  ),
  "replica-own-region": on(type, streamed)(
    "a table has no replica in its own Region",
    { replicas: [{ regionName: "eu-west-1" }] },
    { replicas: [{ regionName: "us-east-1" }] },
  ),
  "replica-of-fixed-capacity": facts(
    "a table with replicas is on demand, or scales its writes",
    [replicated],
    [replicated, writes],
  ),
  "index-without-capacity": on(type)(
    "an index of a table with capacity has capacity",
    indexed({}, provisioned),
    indexed({ readCapacity: 5, writeCapacity: 5 }, provisioned),
  ),
  "index-capacity-on-demand": on(type)(
    "an index of a table on demand has no capacity",
    indexed({ readCapacity: 5, writeCapacity: 5 }),
    indexed({}),
  ),
  "replica-without-stream": on(type, { ...onDemand, replicas: [{ regionName: "us-east-1" }] })(
    "a table with replicas has a stream",
    { streamEnabled: false },
    { streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" },
  ),
};
