import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const rdsProxyTls = settingRule({
  id: "rds-proxy-tls",
  title: "An RDS Proxy takes TLS connections only",
  severity: "medium",
  level: "mandatory",
  controls: [wellArchitected("SEC09-BP02")],
  fix: "Set requireTls to true.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-planning.html",
  type: types.dbProxy,
  property: ["requireTls"],
  takes: [true],
  unset: false,
  because: "passwords, tokens and rows cross the network in plain text",
});
