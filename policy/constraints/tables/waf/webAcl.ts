import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { overrides, ruleRows, visibilityConfig } from "./rules";

const managed = { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } };

const ip = { name: "a", scope: "REGIONAL", ipAddressVersion: "IPV4" };

/** WAF. */
export const waf: readonly TypeRows[] = [
  {
    type: "aws:wafv2/webAcl:WebAcl",
    source: api("waf", "CreateWebACL"),
    rows: [
      {
        at: "rules[].statement",
        fact: "a rate-based statement, or a rule group, is the whole statement of its rule: no other statement has it",
        properties: Object.fromEntries(
          ["andStatement.statements[]", "orStatement.statements[]", "notStatement.statements[]"].map((path) => [
            `${path}.**`,
            { excluded: ["rateBasedStatement", "managedRuleGroupStatement", "ruleGroupReferenceStatement"] },
          ]),
        ),
        source: api("waf", "AndStatement"),
        good: {
          andStatement: {
            statements: [
              { geoMatchStatement: { countryCodes: ["CH"] } },
              { labelMatchStatement: { scope: "LABEL", key: "a" } },
            ],
          },
        },
        bad: {
          andStatement: {
            statements: [{ geoMatchStatement: { countryCodes: ["CH"] } }, { rateBasedStatement: { limit: 100 } }],
          },
        },
      },
      ...ruleRows,
      {
        at: "rules[]",
        fact: "a rule that refers to a rule group has an overrideAction, no action",
        if: {
          anyOf: [
            { required: ["statement.managedRuleGroupStatement"] },
            { required: ["statement.ruleGroupReferenceStatement"] },
          ],
        },
        then: { excluded: ["action"], required: ["overrideAction"] },
        source: api("waf", "Rule"),
        good: { name: "r", priority: 0, overrideAction: { none: {} }, statement: managed, visibilityConfig },
        bad: { name: "r", priority: 0, action: { block: {} }, statement: managed, visibilityConfig },
      },
      {
        at: "defaultAction",
        fact: "the default action is allow or block",
        requiredXor: ["allow", "block"],
        source: api("waf", "DefaultAction"),
        good: { allow: {} },
        bad: { allow: {}, block: {} },
      },
      { at: "scope", enum: ["CLOUDFRONT", "REGIONAL"], good: "REGIONAL", bad: "GLOBAL" },
      {
        at: "name",
        fact: "a name has letters, digits, hyphens and underscores, 128 at most",
        pattern: "^[\\w\\-]{1,128}$",
        good: "shop",
        bad: "my shop",
      },
      {
        at: "captchaConfig.immunityTimeProperty.immunityTime",
        minimum: 60,
        maximum: 259200,
        source: api("waf", "ImmunityTimeProperty"),
        good: 60,
        bad: 59,
      },
      {
        at: "challengeConfig.immunityTimeProperty.immunityTime",
        minimum: 300,
        maximum: 259200,
        source: api("waf", "ImmunityTimeProperty"),
        good: 300,
        bad: 299,
      },
      {
        at: "tokenDomains[]",
        fact: "a domain has no scheme",
        pattern: "^[\\w.-]+$",
        good: "example.com",
        bad: "https://example.com",
      },
      {
        at: "visibilityConfig.metricName",
        fact: "a metric has letters, digits, hyphens, underscores and : . /, 128 at most",
        pattern: "^[\\w#:./-]{1,128}$",
        source: api("waf", "VisibilityConfig"),
        good: "shop",
        bad: "my shop",
      },
      {
        at: "customResponseBodies[].contentType",
        enum: ["TEXT_PLAIN", "TEXT_HTML", "APPLICATION_JSON"],
        source: api("waf", "CustomResponseBody"),
        good: "TEXT_HTML",
        bad: "text/html",
      },
      {
        at: "customResponseBodies",
        fact: "bodies have different keys",
        uniqueKeys: ["key"],
        good: [{ key: "a", content: "a", contentType: "TEXT_PLAIN" }],
        bad: [
          { key: "a", content: "a", contentType: "TEXT_PLAIN" },
          { key: "a", content: "b", contentType: "TEXT_PLAIN" },
        ],
      },
    ],
  },
  {
    type: "aws:wafv2/ruleGroup:RuleGroup",
    source: api("waf", "CreateRuleGroup"),
    rows: [
      ...ruleRows.filter(({ fact }) => fact !== overrides),
      {
        at: "capacity",
        minimum: 1,
        maximum: 5000,
        source: page("waf/latest/developerguide/limits"),
        good: 50,
        bad: 5001,
      },
      { at: "scope", enum: ["CLOUDFRONT", "REGIONAL"], good: "REGIONAL", bad: "GLOBAL" },
    ],
  },
  {
    type: "aws:wafv2/ipSet:IpSet",
    source: api("waf", "CreateIPSet"),
    rows: [
      { at: "ipAddressVersion", enum: ["IPV4", "IPV6"], good: "IPV4", bad: "IPv4" },
      { at: "scope", enum: ["CLOUDFRONT", "REGIONAL"], good: "REGIONAL", bad: "GLOBAL" },
      {
        at: "addresses[]",
        fact: "an address is written in CIDR notation, but not as /0",
        format: "cidr",
        not: { pattern: "/0$" },
        good: "192.0.2.44/32",
        bad: "192.0.2.44",
      },
      {
        at: "",
        fact: "an IP set of IPV4 has IPv4 addresses",
        when: { ipAddressVersion: "IPV4" },
        properties: { "addresses[]": { not: { pattern: ":" } } },
        good: { ...ip, addresses: ["192.0.2.44/32"] },
        bad: { ...ip, addresses: ["2001:db8::/56"] },
      },
      {
        at: "",
        fact: "an IP set of IPV6 has IPv6 addresses",
        when: { ipAddressVersion: "IPV6" },
        properties: { "addresses[]": { pattern: ":" } },
        good: { ...ip, ipAddressVersion: "IPV6", addresses: ["2001:db8::/56"] },
        bad: { ...ip, ipAddressVersion: "IPV6", addresses: ["192.0.2.44/32"] },
      },
      {
        at: "addresses",
        maxItems: 10000,
        source: page("waf/latest/developerguide/limits"),
        good: ["192.0.2.44/32"],
        bad: Array.from({ length: 10001 }, (_, i) => `10.${(i >> 8) & 255}.${i & 255}.1/32`),
      },
    ],
  },
  {
    type: "aws:wafv2/regexPatternSet:RegexPatternSet",
    source: api("waf", "CreateRegexPatternSet"),
    rows: [
      {
        at: "regularExpressions",
        maxItems: 10,
        source: page("waf/latest/developerguide/limits"),
        good: [{ regexString: "a" }],
        bad: Array.from({ length: 11 }, (_, i) => ({ regexString: `a${i}` })),
      },
      {
        at: "regularExpressions[].regexString",
        minLength: 1,
        maxLength: 200,
        source: page("waf/latest/developerguide/limits"),
        good: "^a",
        bad: "a".repeat(513),
      },
    ],
  },
];
