import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const cognitoGuests = settingRule({
  id: "cognito-guests",
  title: "An identity pool gives credentials to users who signed in only",
  severity: "high",
  level: "mandatory",
  controls: [
    securityHub("Cognito.2", "Cognito identity pools should not allow unauthenticated identities"),
    wellArchitected("SEC03-BP07"),
  ],
  fix: "Set allowUnauthenticatedIdentities to false.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html",
  type: types.identityPool,
  property: ["allowUnauthenticatedIdentities"],
  takes: [false],
  unset: false,
  because: "anyone on the internet gets AWS credentials",
});
