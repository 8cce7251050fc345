import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { settingRule } from "../../frame/setting";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
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
    because: "no alarm can report an attack or legitimate requests that are blocked",
  }),
];
