import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const rdsInstanceDeletionProtection = settingRule({
  id: "rds-instance-deletion-protection",
  title: "An RDS instance is protected from deletion",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("RDS.8", "RDS DB instances should have deletion protection enabled"),
    wellArchitected("REL09-BP01"),
  ],
  fix: "Set deletionProtection to true.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
  type: types.dbInstance,
  property: ["deletionProtection"],
  takes: [true],
  unset: false,
  because: "one call, or one mistake in the program, deletes it",
});
