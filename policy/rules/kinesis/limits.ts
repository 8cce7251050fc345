import { limits } from "../../../limits";
import { rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { childrenRule } from "../shared/children";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  childrenRule({
    id: "kinesis-readers",
    type: types.stream,
    children: [
      [types.eventSourceMapping, "eventSourceArn"],
      [types.pipe, "source"],
    ],
    limit: limits.kinesis.readers,
    level: "advisory",
    fix: "Give some of them enhanced fan-out (a StreamConsumer each), or fan out from one reader.",
  }),
  rangeRule({
    id: "kinesis-record-size",
    type: types.stream,
    property: ["maxRecordSizeInKib"],
    limit: limits.kinesis.recordKib,
    fix: "Set 1,024 to 10,240 KiB, or put the data in S3 and its key in the record.",
  }),
  rangeRule({
    id: "kinesis-retention",
    type: types.stream,
    property: ["retentionPeriod"],
    limit: limits.kinesis.retentionHours,
    fix: "Set 24 to 8,760 hours; for longer, deliver the records to S3.",
  }),
];
