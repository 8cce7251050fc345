import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const visibilityConfig = { cloudwatchMetricsEnabled: false, metricName: "m", sampledRequestsEnabled: false };
const rule = { name: "r", priority: 1, visibilityConfig };
const rated = { rateBasedStatement: { limit: 100, aggregateKeyType: "IP" } };

const rate: Row = {
  at: "rules[]",
  fact: "a rule of a rate does not allow",
  if: { required: ["statement.rateBasedStatement"] },
  then: { excluded: ["action.allow"] },
  source: page("waf/latest/developerguide/waf-rule-statement-type-rate-based"),
  good: { ...rule, statement: rated, action: { block: {} } },
  bad: { ...rule, statement: rated, action: { allow: {} } },
};

const atp = (more: object) => ({
  rules: [
    {
      ...rule,
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: "AWS",
          name: "AWSManagedRulesATPRuleSet",
          managedRuleGroupConfigs: [{ awsManagedRulesAtpRuleSet: { loginPath: "/login", ...more } }],
        },
      },
    },
  ],
});
const configs = "rules[].statement.managedRuleGroupStatement.managedRuleGroupConfigs[]";

/** WAF: what rules of a rate do, and what is looked into at CloudFront alone. */
export const wafv2Refusals: readonly TypeRows[] = [
  {
    type: "aws:wafv2/webAcl:WebAcl",
    source: api("waf", "CreateWebACL"),
    rows: [
      rate,
      together(
        "answers are looked into at CloudFront",
        {
          when: { scope: "REGIONAL" },
          excluded: ["awsManagedRulesAtpRuleSet", "awsManagedRulesAcfpRuleSet"].map(
            (set) => `${configs}.${set}.responseInspection`,
          ),
          source: api("waf", "ResponseInspection"),
        },
        { name: "a", scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig },
        atp({}),
        atp({ responseInspection: { statusCode: { successCodes: [200], failureCodes: [401] } } }),
      ),
    ],
  },
  { type: "aws:wafv2/ruleGroup:RuleGroup", source: api("waf", "CreateRuleGroup"), rows: [rate] },
];
