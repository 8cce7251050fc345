import { limits } from "../../limits";
import { elements, rangeRule } from "../../range";
import { types } from "../../resource";

export const dynamodbLocalIndexes = rangeRule({
  id: "dynamodb-local-indexes",
  type: types.table,
  property: ["localSecondaryIndexes"],
  measure: elements,
  limit: limits.dynamodb.localIndexes,
  fix: "Make some of them global indexes, of which a table takes 20.",
  headroom: true,
});
