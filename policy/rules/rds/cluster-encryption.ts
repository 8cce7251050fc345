import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const rdsClusterEncryption = settingRule({
  id: "rds-cluster-encryption",
  title: "An RDS cluster is encrypted at rest",
  severity: "high",
  level: "mandatory",
  controls: [securityHub("RDS.27", "RDS DB clusters should be encrypted at rest"), wellArchitected("SEC08-BP02")],
  fix: "Set storageEncrypted to true; it cannot be changed later.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
  type: types.dbCluster,
  property: ["storageEncrypted"],
  takes: [true],
  unset: false,
  because: "its data, logs, snapshots and replicas lie in plain text",
});
