import { api } from "../pages";
import { type TypeRows } from "../../schema";

const table = { name: "t", billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] };
const index = { name: "i", hashKey: "id", projectionType: "ALL" };
const none = { maximum: 0 };

/** DynamoDB: capacity by the billing mode. */
export const dynamodbMeasured: readonly TypeRows[] = [
  {
    type: "aws:dynamodb/table:Table",
    source: api("dynamodb", "GlobalSecondaryIndex"),
    rows: [
      {
        at: "",
        fact: "an index of a table that is paid by request has no capacity",
        when: { billingMode: "PAY_PER_REQUEST" },
        properties: {
          "globalSecondaryIndexes[].readCapacity": none,
          "globalSecondaryIndexes[].writeCapacity": none,
        },
        good: { ...table, globalSecondaryIndexes: [index] },
        bad: { ...table, globalSecondaryIndexes: [{ ...index, readCapacity: 5, writeCapacity: 5 }] },
      },
      {
        at: "",
        fact: "an index of a table with capacity has no most of requests",
        if: { required: ["billingMode"], properties: { billingMode: { const: "PAY_PER_REQUEST" } } },
        else: { excluded: ["globalSecondaryIndexes[].onDemandThroughput"] },
        good: { ...table, globalSecondaryIndexes: [{ ...index, onDemandThroughput: { maxReadRequestUnits: 5 } }] },
        bad: {
          ...table,
          billingMode: "PROVISIONED",
          readCapacity: 5,
          writeCapacity: 5,
          globalSecondaryIndexes: [
            { ...index, readCapacity: 5, writeCapacity: 5, onDemandThroughput: { maxReadRequestUnits: 5 } },
          ],
        },
      },
    ],
  },
];
