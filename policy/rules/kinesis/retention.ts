import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const kinesisRetention = rangeRule({
  id: "kinesis-retention",
  type: types.stream,
  property: ["retentionPeriod"],
  limit: limits.kinesis.retentionHours,
  fix: "Set 24 to 8,760 hours; for longer, deliver the records to S3.",
});
