import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const apigatewayHttpAuthorizerTtl = rangeRule({
  id: "apigateway-http-authorizer-ttl",
  type: types.httpAuthorizer,
  property: ["authorizerResultTtlInSeconds"],
  limit: limits.apigateway.authorizerTtl,
  fix: "Set 0 (no cache) to 3,600 s.",
});
