import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const sqsMessageSize = rangeRule({
  id: "sqs-message-size",
  type: types.queue,
  property: ["maxMessageSize"],
  limit: limits.sqs.messageBytes,
  fix: "Set a size from 1,024 to 1,048,576 bytes; put larger bodies in S3 and send their keys.",
});
