import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const rdsInstanceEncryption = settingRule({
  id: "rds-instance-encryption",
  title: "An RDS instance is encrypted at rest",
  severity: "high",
  level: "mandatory",
  controls: [
    securityHub("RDS.3", "RDS DB instances should have encryption at-rest enabled"),
    wellArchitected("SEC08-BP02"),
  ],
  fix: "Set storageEncrypted to true; it cannot be changed later.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
  type: types.dbInstance,
  property: ["storageEncrypted"],
  takes: [true],
  unset: false,
  because: "its data, logs, snapshots and replicas lie in plain text",
});
