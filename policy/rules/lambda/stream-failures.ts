import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, violated } from "../../frame/rule";
import { findSource } from "./sources";

export const lambdaStreamFailures: StackRule = {
  scope: "stack",
  id: "lambda-stream-failures",
  title: "The event source mapping of a stream has an on-failure destination",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP03")],
  fix: "Set destinationConfig.onFailure.destinationArn to a queue, a topic or a bucket.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html",
  check: each(types.eventSourceMapping, (stack, mapping) => {
    if (mapping.get("destinationConfig", "onFailure", "destinationArn").any().state !== "absent") return holds;
    const source = findSource(stack, mapping);
    if (source.state === "unknown") return notEvaluated(mapping, "eventSourceArn");
    return source.state === "known" && source.value.kind === "stream"
      ? violated(mapping, "it has no on-failure destination: records are lost after the last retry")
      : holds;
  }),
};
