import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, type StackRule, type Verdict, violatedUnless } from "../../frame/rule";

/** The REST APIs that usage plans name, and whether some plan cannot be read. */
function planned(stack: Graph): { apis: ReadonlySet<Resource>; open: boolean } {
  const references = stack.ofType(types.apiUsagePlan).flatMap((plan) => {
    const stages = plan.get("apiStages").list();
    const list = stages.state === "known" ? stages.value : [plan.get("apiStages")];
    return list.map((stage) => stack.refer(plan, stage.at("apiId"), types.restApi));
  });
  return {
    apis: new Set(references.flatMap((each) => (each.state === "resolved" ? each.to : []))),
    open: references.some(({ state }) => state === "unresolved"),
  };
}

export const apigatewayUsagePlan: StackRule = {
  scope: "stack",
  id: "apigateway-usage-plan",
  title: "An API that requires API keys has a usage plan",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("REL05-BP02")],
  fix: "Make a UsagePlan with the API's stage in apiStages, and a UsagePlanKey for each key.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html",
  check(stack) {
    const { apis, open } = planned(stack);
    const keyed = stack.ofType(types.apiMethod).filter((method) => {
      const required = method.get("apiKeyRequired").flag();
      return required.state === "known" && required.value;
    });
    return keyed.flatMap((method): Verdict => {
      const api = stack.refer(method, method.get("restApi"), types.restApi);
      if (api.state !== "resolved" || api.to.some((each) => apis.has(each))) return holds;
      return violatedUnless(
        open,
        method,
        "usage plans",
        "it asks for an API key, and no usage plan of the API takes one: every call is answered with 403",
      );
    });
  },
};
