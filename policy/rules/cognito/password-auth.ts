import { wellArchitected } from "../../frame/controls";
import { strings } from "../../readings/iam";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

const plain = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"];

export const cognitoPasswordAuth: ResourceRule = {
  scope: "resource",
  type: types.userPoolClient,
  id: "cognito-password-auth",
  title: "An app client signs in with SRP, without sending the password",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("SEC02-BP01")],
  fix: "Set explicitAuthFlows to ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html",
  check(client) {
    const flows = strings(client.get("explicitAuthFlows"));
    const sent = flows?.known.filter((flow) => plain.includes(flow)) ?? [];
    if (sent.length > 0)
      return violated(client, `explicitAuthFlows has ${sent.join(", ")}: passwords cross the network`);
    return flows?.unknown ? notEvaluated(client, "explicitAuthFlows") : holds;
  },
};
