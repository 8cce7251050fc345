import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const elasticacheTransitEncryption = settingRule({
  id: "elasticache-transit-encryption",
  title: "A cache is reached over TLS",
  severity: "medium",
  level: "mandatory",
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
});
