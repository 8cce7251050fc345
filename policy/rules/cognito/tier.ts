import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const cognitoTier: ResourceRule = {
  scope: "resource",
  type: types.userPool,
  id: "cognito-tier",
  title: "A user pool with threat protection has the tier PLUS",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Set userPoolTier to PLUS, or userPoolAddOns.advancedSecurityMode to OFF.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html",
  check(pool) {
    const mode = pool.get("userPoolAddOns", "advancedSecurityMode").text();
    const tier = pool.get("userPoolTier").text();
    if (mode.state === "absent" || (mode.state === "known" && mode.value === "OFF")) return holds;
    if (tier.state === "known" && tier.value === "PLUS") return holds;
    if (mode.state !== "known" || tier.state === "unknown") return notEvaluated(pool, "userPoolTier");
    const chosen = tier.state === "known" ? tier.value : "ESSENTIALS";
    return violated(pool, `advancedSecurityMode is ${mode.value}, which the tier ${chosen} does not have`);
  },
};
