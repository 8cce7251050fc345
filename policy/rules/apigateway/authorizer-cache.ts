import { limits } from "../../../limits";
import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { strings } from "../../readings/iam";

function check(stack: Graph, authorizer: Resource): Verdict {
  const type = authorizer.get("authorizerType").text();
  const simple = authorizer.get("enableSimpleResponses").flag();
  const ttl = authorizer.get("authorizerResultTtlInSeconds").number();
  if (type.state === "known" && type.value !== "REQUEST") return holds;
  if (simple.state === "absent" || (simple.state === "known" && !simple.value)) return holds;
  const seconds = ttl.state === "absent" || authorizer.leavesToAws(authorizer.get("authorizerResultTtlInSeconds"));
  if (!seconds && ttl.state === "known" && ttl.value === 0) return holds;
  const sources = strings(authorizer.get("identitySources"));
  if (!sources || (sources.known.length === 0 && !sources.unknown)) return holds; // nothing to keep an answer by
  if (sources.known.some((source) => /^\$context\.(routeKey|path|httpMethod)$/.test(source))) return holds;
  const { linked, unresolved } = stack.pointingAt(authorizer, types.httpRoute, "authorizerId");
  if (linked.length < 2) return unresolved ? notEvaluated(authorizer, "its routes") : holds;
  if ([type, simple, ttl].some(({ state }) => state === "unknown") || sources.unknown) {
    return notEvaluated(authorizer, "identitySources");
  }
  const kept = ttl.state === "known" ? ttl.value : limits.apigateway.authorizerTtl.default;
  return violated(
    authorizer,
    `an answer for one route holds for all ${linked.length} for ${kept} s: identitySources has ${sources.known.join(", ")} alone`,
  );
}

export const apigatewayAuthorizerCache: StackRule = {
  scope: "stack",
  id: "apigateway-authorizer-cache",
  title: "A cached result of an authorizer is valid for one route",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Add $context.routeKey to identitySources, or set authorizerResultTtlInSeconds to 0.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html",
  check: each(types.httpAuthorizer, check),
};
