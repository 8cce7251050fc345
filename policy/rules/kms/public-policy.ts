import { securityHub, wellArchitected } from "../../controls";
import { publicPolicyRule } from "../../public";
import { types } from "../../resource";

export const kmsPublicPolicy = publicPolicyRule({
  id: "kms-public-policy",
  subject: "key",
  types: [types.key, types.keyPolicy],
  controls: [securityHub("KMS.5", "KMS keys should not be publicly accessible"), wellArchitected("SEC03-BP07")],
  page: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
});
