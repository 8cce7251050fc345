import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const elasticacheEncryption = settingRule({
  id: "elasticache-encryption",
  title: "A cache is encrypted at rest",
  severity: "medium",
  level: "mandatory",
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
  because: "its snapshots and swapped memory lie in plain text",
});
