import { wellArchitected } from "../../frame/controls";
import { credentialIn } from "../../readings/credentials";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

export const apigatewaySecretValues: ResourceRule = {
  scope: "resource",
  id: "apigateway-secret-values",
  title: "No stage variable holds a credential",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC02-BP03")],
  fix: "Keep it in Secrets Manager, and let the function read it; replace the credential.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html",
  type: types.apiStage,
  check(stage): Verdict {
    const variables = stage.get("variables").entries();
    if (variables.state === "unknown") return notEvaluated(stage, "variables");
    return (variables.state === "known" ? variables.value : []).flatMap(([, variable]) => {
      const value = variable.text();
      if (value.state === "unknown") return notEvaluated(stage, variable.name);
      const kind = value.state === "known" ? credentialIn(value.value) : undefined;
      return kind ? violated(stage, `${variable.name} holds ${kind}`) : holds;
    });
  },
};
