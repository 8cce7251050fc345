import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const kinesisRecordSize = rangeRule({
  id: "kinesis-record-size",
  type: types.stream,
  property: ["maxRecordSizeInKib"],
  limit: limits.kinesis.recordKib,
  fix: "Set 1,024 to 10,240 KiB, or put the data in S3 and its key in the record.",
});
