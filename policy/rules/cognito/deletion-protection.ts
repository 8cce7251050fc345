import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const cognitoDeletionProtection = settingRule({
  id: "cognito-deletion-protection",
  title: "A user pool cannot be deleted by mistake",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("Cognito.6", "Cognito user pools should have deletion protection enabled"),
    wellArchitected("SEC08-BP04"),
  ],
  fix: "Set deletionProtection to ACTIVE.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html",
  type: types.userPool,
  property: ["deletionProtection"],
  takes: ["ACTIVE"],
  unset: "INACTIVE",
  because: "passwords cannot be restored: every user would have to sign up again",
});
