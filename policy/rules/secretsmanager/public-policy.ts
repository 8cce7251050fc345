import { wellArchitected } from "../../controls";
import { publicPolicyRule } from "../../public";
import { types } from "../../resource";

export const secretsmanagerPublicPolicy = publicPolicyRule({
  id: "secretsmanager-public-policy",
  subject: "secret",
  types: [types.secret, types.secretPolicy],
  controls: [wellArchitected("SEC03-BP07")],
  page: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
});
