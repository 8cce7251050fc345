import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { notEvaluated, holds, type ResourceRule, violated } from "../../frame/rule";
import { strings } from "../../readings/iam";

export const cognitoImplicitFlow: ResourceRule = {
  scope: "resource",
  type: types.userPoolClient,
  id: "cognito-implicit-flow",
  title: "An app client uses the authorization code flow, not the implicit flow",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC02-BP01")],
  fix: 'Set allowedOauthFlows to ["code"], with PKCE in applications that keep no secret.',
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html",
  check(client) {
    const flows = strings(client.get("allowedOauthFlows"));
    if (flows?.known.includes("implicit")) {
      return violated(client, "allowedOauthFlows has implicit: tokens stay in histories, logs and referrers");
    }
    return flows?.unknown ? notEvaluated(client, "allowedOauthFlows") : holds;
  },
};
