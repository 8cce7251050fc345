import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaStreamRecordAge = rangeRule({
  id: "lambda-stream-record-age",
  type: types.eventSourceMapping,
  property: ["maximumRecordAgeInSeconds"],
  limit: limits.eventSource.recordAge,
  unset: [-1],
  fix: "Set 60 to 604,800 s, or \u22121 until the stream drops the record.",
});
