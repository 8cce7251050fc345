import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const rdsClusterIamAuthentication = settingRule({
  id: "rds-cluster-iam-authentication",
  title: "An RDS cluster lets users in by IAM",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("RDS.12", "IAM authentication should be configured for RDS clusters"),
    wellArchitected("SEC02-BP03"),
  ],
  fix: "Set iamDatabaseAuthenticationEnabled to true.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
  type: types.dbCluster,
  property: ["iamDatabaseAuthenticationEnabled"],
  takes: [true],
  unset: false,
  because: "its users have passwords, which leak and do not change by themselves",
});
