import { wellArchitected } from "../../frame/controls";
import { type StackRule } from "../../frame/rule";
import { streamHas } from "./sources";

export const lambdaStreamFailures: StackRule = {
  scope: "stack",
  id: "lambda-stream-failures",
  title: "The event source mapping of a stream has an on-failure destination",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP03")],
  fix: "Set destinationConfig.onFailure.destinationArn to a queue, a topic or a bucket.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html",
  check: streamHas(
    ["destinationConfig", "onFailure", "destinationArn"],
    "it has no on-failure destination: records are lost after the last retry",
  ),
};
