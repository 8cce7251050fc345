import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { publicPolicyRule } from "../../readings/public";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  publicPolicyRule({
    id: "kms-public-policy",
    subject: "key",
    types: [types.key, types.keyPolicy],
    controls: [securityHub("KMS.5", "KMS keys should not be publicly accessible"), wellArchitected("SEC03-BP07")],
    page: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  }),
];
