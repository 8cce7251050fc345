import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { settingRule } from "../../frame/setting";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
    id: "dax-encryption",
    title: "A DAX cluster is encrypted at rest",
    severity: "medium",
    level: "advisory",
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
    because: "items and queries are stored on its nodes unencrypted",
  }),
  settingRule({
    id: "dax-tls",
    title: "A DAX cluster is reached over TLS",
    severity: "medium",
    level: "advisory",
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
  }),
];
