import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const wafMetrics = settingRule({
  id: "waf-metrics",
  title: "A web ACL counts its requests in CloudWatch",
  severity: "low",
  level: "advisory",
  controls: [
    securityHub("WAF.12", "AWS WAF rules should have CloudWatch metrics enabled"),
    wellArchitected("REL06-BP01"),
  ],
  fix: "Set visibilityConfig.cloudwatchMetricsEnabled to true.",
  page: "https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html",
  type: types.webAcl,
  property: ["visibilityConfig", "cloudwatchMetricsEnabled"],
  takes: [true],
  because: "no alarm can tell of an attack, nor of good requests that are blocked",
});
