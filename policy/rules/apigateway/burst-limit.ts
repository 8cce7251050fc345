import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

/** Above the account's own limit a method's means nothing. */
export const apigatewayBurstLimit = rangeRule({
  id: "apigateway-burst-limit",
  type: types.apiMethodSettings,
  property: ["settings", "throttlingBurstLimit"],
  limit: { ...limits.apigateway.burstLimit, min: 0 },
  fix: 'Set at most the account\'s requests at once, or have the quota raised and set limits["apigateway.burstLimit"].',
  severity: "medium",
  unset: [-1],
});
