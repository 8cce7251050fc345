import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const apigatewayTls = settingRule({
  id: "apigateway-tls",
  title: "A custom domain takes TLS 1.2 or later",
  severity: "medium",
  level: "mandatory",
  controls: [wellArchitected("SEC09-BP02")],
  fix: "Set securityPolicy to TLS_1_2, or to one of the SecurityPolicy_TLS13 policies.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
  type: types.apiDomain,
  property: ["securityPolicy"],
  refuses: ["TLS_1_0"],
  because: "connections may use TLS 1.0, which is broken",
});
