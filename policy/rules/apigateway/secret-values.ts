import { wellArchitected } from "../../frame/controls";
import { findCredential } from "../../readings/credentials";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

async function check(stage: Resource, property: string): Promise<Verdict> {
  const variables = stage.get(property).entries();
  if (variables.state === "unknown") {
    return stage.leavesToAws(stage.get(property)) ? holds : notEvaluated(stage, property);
  }
  const one = async ([, variable]: readonly [string, Property]): Promise<Verdict> => {
    const value = variable.text();
    if (value.state === "unknown") return notEvaluated(stage, variable.name);
    const found = value.state === "known" ? await findCredential(value.value) : undefined;
    return found ? violated(stage, `${variable.name} holds ${found.what}`) : holds;
  };
  return (await Promise.all((variables.state === "known" ? variables.value : []).map(one))).flat();
}

export const apigatewaySecretValues: StackRule = {
  scope: "stack",
  id: "apigateway-secret-values",
  title: "No stage variable holds a credential",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC02-BP03")],
  fix: "Keep it in Secrets Manager, and let the function read it; replace the credential.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html",
  async check(stack) {
    const verdicts = await Promise.all([
      ...stack.ofType(types.apiStage).map((stage) => check(stage, "variables")),
      ...stack.ofType(types.apiDeployment).map((deployment) => check(deployment, "variables")),
      ...stack.ofType(types.httpStage).map((stage) => check(stage, "stageVariables")),
    ]);
    return verdicts.flat();
  },
};
