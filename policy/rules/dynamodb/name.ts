import { limits } from "../../limits";
import { characters, rangeRule } from "../../range";
import { types } from "../../resource";

export const dynamodbName = rangeRule({
  id: "dynamodb-name",
  type: types.table,
  property: ["name"],
  measure: characters,
  limit: limits.dynamodb.nameLength,
  fix: "Give the table a name of 3 to 255 letters, digits, underscores, hyphens and dots.",
});
