import { limits } from "../../limits";
import { accountCapacityRule } from "./accountCapacity";

export const dynamodbAccountReadCapacity = accountCapacityRule(
  "dynamodb-account-read-capacity",
  "readCapacity",
  limits.dynamodb.accountReadCapacity,
);
