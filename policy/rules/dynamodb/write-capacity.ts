import { limits } from "../../limits";
import { capacityRule } from "./capacity";

export const dynamodbWriteCapacity = capacityRule(
  "dynamodb-write-capacity",
  "writeCapacity",
  limits.dynamodb.writeCapacity,
);
