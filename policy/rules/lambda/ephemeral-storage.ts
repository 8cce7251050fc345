import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaEphemeralStorage = rangeRule({
  id: "lambda-ephemeral-storage",
  type: types.function,
  property: ["ephemeralStorage", "size"],
  limit: limits.lambda.ephemeralStorage,
  fix: "Set the storage to a whole number of MB from 512 to 10,240, or mount an EFS file system.",
  headroom: true,
});
