import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { characters, checkLimit } from "../../frame/range";
import { types } from "../../frame/resource";
import { notEvaluated, type ResourceRule } from "../../frame/rule";

export const apigatewayStageVariableLength: ResourceRule = {
  scope: "resource",
  id: "apigateway-stage-variable-length",
  title: "A stage variable has at most 512 characters",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Keep long values in SSM Parameter Store and pass their names.",
  page: limits.apigateway.stageVariableValue.page,
  limit: limits.apigateway.stageVariableValue,
  type: types.apiStage,
  check(stage) {
    const variables = stage.get("variables").entries();
    if (variables.state === "unknown") return notEvaluated(stage, "variables");
    return (variables.state === "known" ? variables.value : []).flatMap(([, value]) =>
      checkLimit(stage, `length of ${value.name}`, characters.of(value), limits.apigateway.stageVariableValue),
    );
  },
};
