import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { checkLimit } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Context, notEvaluated, type StackRule, type Verdict } from "../../frame/rule";
import { findOperations, type Operation } from "./operations";

const streamed = { ...limits.apigateway.integrationTimeout, max: 900_000 };

function check({ api, name, operation }: Operation, context: Context): Verdict {
  const integration = operation.at("x-amazon-apigateway-integration");
  const mode = integration.at("responseTransferMode").text();
  const isStream = mode.state === "known" && mode.value.toUpperCase() === "STREAM";
  const rest = isStream ? streamed : context.limit(limits.apigateway.integrationTimeout);
  const limit = api.type === types.restApi ? rest : limits.apigateway.httpIntegrationTimeout;
  return checkLimit(api, `timeoutInMillis of ${name}`, integration.at("timeoutInMillis").number(), limit);
}

export const apigatewayBodyTimeout: StackRule = {
  scope: "stack",
  id: "apigateway-body-timeout",
  title: "An integration in an API's OpenAPI document times out within what AWS takes",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Set timeoutInMillis to 50 to 29,000 ms (30,000 ms for HTTP APIs), or answer 202 and finish asynchronously.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html",
  limit: limits.apigateway.integrationTimeout,
  check(stack, context) {
    const { operations, unread } = findOperations(stack);
    return [
      ...operations.flatMap((operation) => check(operation, context)),
      ...unread.flatMap((api) => notEvaluated(api, "body")),
    ];
  },
};
