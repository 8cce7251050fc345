import { limits } from "../../limits";
import { bytes, rangeRule } from "../../range";
import { types } from "../../resource";

export const cloudfrontFunctionSize = rangeRule({
  id: "cloudfront-function-size",
  type: types.edgeFunction,
  property: ["code"],
  limit: limits.cloudfront.functionBytes,
  measure: bytes,
  fix: "Keep the code below 10 KB: leave out what is not needed, or use Lambda@Edge.",
  headroom: true,
});
