import { limits } from "../../limits";
import { characters, rangeRule } from "../../range";
import { types } from "../../resource";

export const apigatewayPolicySize = rangeRule({
  id: "apigateway-policy-size",
  type: types.restApiPolicy,
  property: ["policy"],
  measure: characters,
  limit: limits.apigateway.policyCharacters,
  fix: 'Name ranges of addresses instead of single ones, or have the quota raised and set limits["apigateway.policyCharacters"].',
  headroom: true,
});
