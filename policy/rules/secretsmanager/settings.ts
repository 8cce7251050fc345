import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { publicPolicyRule } from "../../readings/public";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  publicPolicyRule({
    id: "secretsmanager-public-policy",
    subject: "secret",
    types: [types.secret, types.secretPolicy],
    controls: [wellArchitected("SEC03-BP07")],
    page: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
  }),
];
