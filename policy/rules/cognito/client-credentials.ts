import { wellArchitected } from "../../frame/controls";
import { strings } from "../../readings/iam";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

const flow = "client_credentials";

export const cognitoClientCredentials: ResourceRule = {
  scope: "resource",
  type: types.userPoolClient,
  id: "cognito-client-credentials",
  title: "A client with the client_credentials flow has a secret and no other flow",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC02-BP01"), wellArchitected("REL01-BP03")],
  fix: 'Set generateSecret to true and allowedOauthFlows to ["client_credentials"]; make another client for users.',
  page: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
  check(client) {
    const flows = strings(client.get("allowedOauthFlows"));
    if (!flows?.known.includes(flow)) return flows?.unknown ? notEvaluated(client, "allowedOauthFlows") : holds;
    const others = flows.known.filter((each) => each !== flow);
    if (others.length > 0) return violated(client, `allowedOauthFlows has ${flow} next to ${others.join(", ")}`);
    const secret = client.get("generateSecret").flag();
    if (secret.state === "unknown" || flows.unknown) return notEvaluated(client, "generateSecret");
    return secret.state === "known" && secret.value ? holds : violated(client, `it has the flow ${flow} and no secret`);
  },
};
