import { limits } from "../../limits";
import { capacityRule } from "./capacity";

export const dynamodbReadCapacity = capacityRule(
  "dynamodb-read-capacity",
  "readCapacity",
  limits.dynamodb.readCapacity,
);
