import { limits } from "../../../limits";
import { type Measure, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";

/** A rate may have a fraction, which the limit has not. */
const roundedUp: Measure = {
  what: "",
  of(property) {
    const rate = property.number();
    return rate.state === "known" ? { state: "known", value: Math.ceil(rate.value) } : rate;
  },
};

/** Above the account's own limit a method's means nothing. */
export const apigatewayRateLimit = rangeRule({
  id: "apigateway-rate-limit",
  level: "advisory",
  type: types.apiMethodSettings,
  property: ["settings", "throttlingRateLimit"],
  limit: { ...limits.apigateway.rateLimit, min: 0 },
  fix: 'Set at most the account\'s requests a second, or have the quota raised and set limits["apigateway.rateLimit"].',
  severity: "medium",
  unset: [-1],
  measure: roundedUp,
});
