import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const daxTls = settingRule({
  id: "dax-tls",
  title: "A DAX cluster is reached over TLS",
  severity: "medium",
  level: "mandatory",
  controls: [
    securityHub("DynamoDB.7", "DynamoDB Accelerator clusters should be encrypted in transit"),
    wellArchitected("SEC09-BP02"),
  ],
  fix: "Set clusterEndpointEncryptionType to TLS; it cannot be changed later.",
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html",
  type: types.daxCluster,
  property: ["clusterEndpointEncryptionType"],
  takes: ["TLS"],
  unset: "NONE",
  because: "items cross the network in plain text",
});
