import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { characters, checkLimit } from "../../frame/range";
import { types } from "../../frame/resource";
import { notEvaluated, type ResourceRule } from "../../frame/rule";

const { stageVariableKey, stageVariableValue } = limits.apigateway;

export const apigatewayStageVariableLength: ResourceRule = {
  scope: "resource",
  type: [types.apiStage, types.apiDeployment, types.httpStage],
  id: "apigateway-stage-variable-length",
  title: "A stage variable has at most 512 characters, and its name at most 64",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Keep long values in SSM Parameter Store and pass their names.",
  page: stageVariableValue.page,
  limit: stageVariableValue,
  check(stage) {
    const property = stage.get(stage.type === types.httpStage ? "stageVariables" : "variables");
    const variables = property.entries();
    if (variables.state === "unknown") return notEvaluated(stage, property.name);
    return (variables.state === "known" ? variables.value : []).flatMap(([key, value]) => [
      ...checkLimit(
        stage,
        `length of the name ${key} in ${property.name}`,
        { state: "known", value: key.length },
        stageVariableKey,
      ),
      ...checkLimit(stage, `length of ${value.name}`, characters.of(value), stageVariableValue),
    ]);
  },
};
