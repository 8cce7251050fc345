import { wellArchitected } from "../../frame/controls";
import { type StackRule } from "../../frame/rule";
import { streamHas } from "./sources";

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
  check: streamHas(["startingPosition"], "startingPosition is not set: AWS refuses the mapping of a stream without it"),
};
