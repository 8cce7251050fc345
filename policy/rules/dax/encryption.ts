import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const daxEncryption = settingRule({
  id: "dax-encryption",
  title: "A DAX cluster is encrypted at rest",
  severity: "medium",
  level: "mandatory",
  controls: [
    securityHub("DynamoDB.3", "DynamoDB Accelerator (DAX) clusters should be encrypted at rest"),
    wellArchitected("SEC08-BP02"),
  ],
  fix: "Set serverSideEncryption.enabled to true; it cannot be changed later.",
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html",
  type: types.daxCluster,
  property: ["serverSideEncryption", "enabled"],
  takes: [true],
  unset: false,
  because: "items and queries lie on its nodes in plain text",
});
