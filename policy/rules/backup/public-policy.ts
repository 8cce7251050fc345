import { wellArchitected } from "../../controls";
import { publicPolicyRule } from "../../public";
import { types } from "../../resource";

export const backupPublicPolicy = publicPolicyRule({
  id: "backup-public-policy",
  subject: "backup vault",
  types: [types.backupVaultPolicy],
  controls: [wellArchitected("SEC03-BP07")],
  page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html",
});
