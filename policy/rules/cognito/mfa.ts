import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const cognitoMfa = settingRule({
  id: "cognito-mfa",
  title: "A user pool offers a second factor",
  severity: "medium",
  level: "advisory",
  controls: [securityHub("Cognito.5", "MFA should be enabled for Cognito user pools"), wellArchitected("SEC02-BP01")],
  fix: "Set mfaConfiguration to ON or OPTIONAL, and softwareTokenMfaConfiguration.enabled to true.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html",
  type: types.userPool,
  property: ["mfaConfiguration"],
  takes: ["ON", "OPTIONAL"],
  unset: "OFF",
  because: "a stolen password is all that an attacker needs",
});
