import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const apigatewayHttpIntegrationTimeout = rangeRule({
  id: "apigateway-http-integration-timeout",
  type: types.httpIntegration,
  property: ["timeoutMilliseconds"],
  limit: limits.apigateway.httpIntegrationTimeout,
  fix: "Set 50 to 30,000 ms, or answer 202 and work on asynchronously.",
});
