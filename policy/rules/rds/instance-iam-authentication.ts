import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const rdsInstanceIamAuthentication = settingRule({
  id: "rds-instance-iam-authentication",
  title: "An RDS instance lets users in by IAM",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("RDS.10", "IAM authentication should be configured for RDS instances"),
    wellArchitected("SEC02-BP03"),
  ],
  fix: "Set iamDatabaseAuthenticationEnabled to true.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
  type: types.dbInstance,
  property: ["iamDatabaseAuthenticationEnabled"],
  takes: [true],
  unset: false,
  because: "its users have passwords, which leak and do not change by themselves",
});
