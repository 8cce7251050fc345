import { limits } from "../../../limits";
import { bytes, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "cloudfront-function-size",
    type: types.edgeFunction,
    property: ["code"],
    limit: limits.cloudfront.functionBytes,
    measure: bytes,
    fix: "Keep the code below 10 KB: leave out what is not needed, or use Lambda@Edge.",
    headroom: true,
  }),
];
