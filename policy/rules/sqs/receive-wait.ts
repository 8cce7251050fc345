import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const sqsReceiveWait = rangeRule({
  id: "sqs-receive-wait",
  type: types.queue,
  property: ["receiveWaitTimeSeconds"],
  limit: limits.sqs.receiveWait,
  fix: "Set a wait of at most 20 s.",
});
