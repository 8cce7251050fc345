import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const elasticachePasswords = settingRule({
  id: "elasticache-passwords",
  title: "A user of a cache signs in",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("SEC02-BP03")],
  fix: "Use authenticationMode iam, or a password from Secrets Manager.",
  page: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
  type: types.cacheUser,
  property: ["noPasswordRequired"],
  takes: [false],
  unset: false,
  because: "whoever reaches the cache is this user",
});
