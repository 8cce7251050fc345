import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const rdsClusterDeletionProtection = settingRule({
  id: "rds-cluster-deletion-protection",
  title: "An RDS cluster is protected from deletion",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("RDS.7", "RDS clusters should have deletion protection enabled"),
    wellArchitected("REL09-BP01"),
  ],
  fix: "Set deletionProtection to true.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
  type: types.dbCluster,
  property: ["deletionProtection"],
  takes: [true],
  unset: false,
  because: "one call, or one mistake in the program, deletes it",
});
