import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, violated } from "../../frame/rule";
import { findSource } from "./sources";

export const lambdaStreamPosition: StackRule = {
  scope: "stack",
  id: "lambda-stream-position",
  title: "The event source mapping of a stream sets its starting position",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Set startingPosition to TRIM_HORIZON, or to LATEST where what came before does not matter.",
  page: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html",
  check: each(types.eventSourceMapping, (stack, mapping) => {
    if (mapping.get("startingPosition").any().state !== "absent") return holds;
    const source = findSource(stack, mapping);
    if (source.state === "unknown") return notEvaluated(mapping, "eventSourceArn");
    return source.state === "known" && source.value.kind === "stream"
      ? violated(mapping, "startingPosition is not set: AWS refuses the mapping of a stream without it")
      : holds;
  }),
};
