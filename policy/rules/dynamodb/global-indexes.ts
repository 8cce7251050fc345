import { limits } from "../../limits";
import { elements, rangeRule } from "../../range";
import { types } from "../../resource";

export const dynamodbGlobalIndexes = rangeRule({
  id: "dynamodb-global-indexes",
  type: types.table,
  property: ["globalSecondaryIndexes"],
  measure: elements,
  limit: limits.dynamodb.globalIndexes,
  fix: 'Leave out indexes, let one serve several queries, or have the quota raised and set limits["dynamodb.globalIndexes"].',
  headroom: true,
});
