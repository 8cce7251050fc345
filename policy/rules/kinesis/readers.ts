import { limits } from "../../limits";
import { types } from "../../resource";
import { childrenRule } from "../children";

export const kinesisReaders = childrenRule({
  id: "kinesis-readers",
  type: types.stream,
  children: [
    [types.eventSourceMapping, "eventSourceArn"],
    [types.pipe, "source"],
  ],
  limit: limits.kinesis.readers,
  level: "advisory",
  fix: "Give some of them enhanced fan-out (a StreamConsumer each), or fan out from one reader.",
});
