import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const cognitoThreatProtection = settingRule({
  id: "cognito-threat-protection",
  title: "A user pool stops sign-ins that look like an attack",
  severity: "low",
  level: "advisory",
  controls: [
    securityHub(
      "Cognito.1",
      "Cognito user pools should have threat protection activated with full function enforcement mode",
    ),
    wellArchitected("SEC02-BP01"),
  ],
  fix: "Set userPoolAddOns.advancedSecurityMode to ENFORCED, with userPoolTier PLUS; it costs about 0.02 USD a user and month.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html",
  type: types.userPool,
  property: ["userPoolAddOns", "advancedSecurityMode"],
  takes: ["ENFORCED"],
  unset: "OFF",
  because: "passwords that leaked elsewhere are taken",
});
