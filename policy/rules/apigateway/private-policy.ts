import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { statements } from "../../readings/iam";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { endpointType } from "./endpoints";

/** Whether conditions name a VPC or a VPC endpoint. */
function namesNetwork(conditions: Property): boolean {
  const operators = conditions.entries();
  return (
    operators.state === "known" &&
    operators.value.some(([, tests]) => {
      const keys = tests.entries();
      return keys.state === "known" && keys.value.some(([key]) => /^aws:sourcevpce?$/i.test(key));
    })
  );
}

function check(stack: Graph, api: Resource): Verdict {
  const type = endpointType(api);
  if (type.state === "unknown") return notEvaluated(api, "endpointConfiguration.types");
  if (type.state !== "known" || type.value !== "PRIVATE") return holds;
  const { linked, unresolved } = stack.pointingAt(api, types.restApiPolicy, "restApiId");
  const own = api.leavesToAws(api.get("policy")) ? [] : [statements(api.get("policy"))];
  const documents = [...own, ...linked.map((policy) => statements(policy.get("policy")))];
  const read = documents.flatMap((document) => (document.state === "known" ? document.value : []));
  if (read.some(({ conditions }) => namesNetwork(conditions))) return holds;
  if (unresolved || documents.some(({ state }) => state === "unknown" || state === "malformed")) {
    return notEvaluated(api, "policy");
  }
  return read.length === 0
    ? violated(api, "it is private and has no policy: nobody can call it")
    : violated(api, "its policy names no VPC endpoint: any VPC of any account may reach it");
}

export const apigatewayPrivatePolicy: StackRule = {
  scope: "stack",
  id: "apigateway-private-policy",
  title: "A private API has a policy that names the VPC endpoints it may be called through",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC05-BP02"), wellArchitected("SEC03-BP07")],
  fix: "Allow execute-api:Invoke under StringEquals aws:SourceVpce, or deny it under StringNotEquals.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html",
  check: (stack) => stack.ofType(types.restApi).flatMap((api) => check(stack, api)),
};
