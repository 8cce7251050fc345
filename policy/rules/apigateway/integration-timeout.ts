import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const apigatewayIntegrationTimeout = rangeRule({
  id: "apigateway-integration-timeout",
  type: types.apiIntegration,
  property: ["timeoutMilliseconds"],
  limit: limits.apigateway.integrationTimeout,
  fix: "Set 50 to 29,000 ms, answer 202 and work on asynchronously, or have the quota raised (regional and private APIs).",
});
