import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const rdsPublicAccess = settingRule({
  id: "rds-public-access",
  title: "An RDS instance has no public address",
  severity: "critical",
  level: "mandatory",
  controls: [
    securityHub(
      "RDS.2",
      "RDS DB Instances should prohibit public access, as determined by the PubliclyAccessible configuration",
    ),
    wellArchitected("SEC05-BP02"),
  ],
  fix: "Leave publiclyAccessible out, and reach it from its network.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
  type: types.dbInstance,
  property: ["publiclyAccessible"],
  takes: [false],
  unset: false,
  because: "everybody on the internet can try to sign in",
});
