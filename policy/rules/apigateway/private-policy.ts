import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { statements } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { findOpenings } from "../../readings/public";
import { endpointType } from "./endpoints";
import { readDocument } from "./operations";

function check(stack: Graph, api: Resource): Verdict {
  const type = endpointType(api);
  if (type.state === "unknown") return notEvaluated(api, "endpointConfiguration.types");
  if (type.state !== "known" || type.value !== "PRIVATE") return holds;
  const { linked, unresolved } = stack.pointingAt(api, types.restApiPolicy, "restApiId");
  const own = api.leavesToAws(api.get("policy")) ? [] : [statements(api.get("policy"))];
  const body = readDocument(api);
  const inBody = body.state === "known" ? [statements(body.value.at("x-amazon-apigateway-policy"))] : [];
  const documents = [...own, ...inBody, ...linked.map((policy) => statements(policy.get("policy")))];
  const read = documents.flatMap((document) => (document.state === "known" ? document.value : []));
  const openings = findOpenings(read);
  if (openings.some(({ answer }) => answer === "yes")) {
    return violated(api, "its policy names no VPC endpoint, VPC or account: any VPC of any account may reach it");
  }
  const open = openings.length > 0 || unresolved || documents.some(({ state }) => /unknown|malformed/.test(state));
  const unread = body.state === "unknown" && !api.leavesToAws(api.get("body"));
  if (open || unread || (read.length === 0 && body.state === "malformed")) return notEvaluated(api, "policy");
  return read.length === 0 ? violated(api, "it is private and has no policy: nobody can call it") : holds;
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
  check: each(types.restApi, check),
};
