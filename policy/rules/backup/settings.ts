import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { publicPolicyRule } from "../../readings/public";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  publicPolicyRule({
    id: "backup-public-policy",
    subject: "backup vault",
    types: [types.backupVaultPolicy],
    controls: [wellArchitected("SEC03-BP07")],
    page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html",
  }),
];
