import { limits } from "../../limits";
import { accountCapacityRule } from "./accountCapacity";

export const dynamodbAccountWriteCapacity = accountCapacityRule(
  "dynamodb-account-write-capacity",
  "writeCapacity",
  limits.dynamodb.accountWriteCapacity,
);
