import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { settingRule } from "../../frame/setting";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
    id: "elasticache-encryption",
    title: "A cache is encrypted at rest",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("ElastiCache.4", "ElastiCache replication groups should be encrypted at rest"),
      wellArchitected("SEC08-BP02"),
    ],
    fix: "Set atRestEncryptionEnabled to true; it cannot be changed later.",
    page: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html",
    type: types.replicationGroup,
    property: ["atRestEncryptionEnabled"],
    takes: [true],
    unset: false,
    because: "its snapshots and swapped memory are stored unencrypted",
  }),
  settingRule({
    id: "elasticache-passwords",
    title: "A user of a cache authenticates",
    severity: "high",
    level: "advisory",
    controls: [wellArchitected("SEC02-BP03")],
    fix: "Use authenticationMode iam, or a password from Secrets Manager.",
    page: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
    type: types.cacheUser,
    property: ["noPasswordRequired"],
    takes: [false],
    unset: false,
    because: "every client that reaches the cache can act as this user",
  }),
  settingRule({
    id: "elasticache-transit-encryption",
    title: "A cache is reached over TLS",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("ElastiCache.5", "ElastiCache replication groups should be encrypted in transit"),
      wellArchitected("SEC09-BP02"),
    ],
    fix: "Set transitEncryptionEnabled to true.",
    page: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
    type: types.replicationGroup,
    property: ["transitEncryptionEnabled"],
    takes: [true],
    unset: false,
    because: "keys, values and passwords cross the network in plain text",
  }),
];
