import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const apigatewayAuthorizerTtl = rangeRule({
  id: "apigateway-authorizer-ttl",
  type: types.apiAuthorizer,
  property: ["authorizerResultTtlInSeconds"],
  limit: limits.apigateway.authorizerTtl,
  fix: "Set 0 (no cache) to 3,600 s.",
});
