import { type Row, type TypeRows } from "../schema";
import { api, page } from "./pages";

const action = { allow: {} };

const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "m", sampledRequestsEnabled: true };

const acl = (statement: object) => ({
  scope: "REGIONAL",
  defaultAction: action,
  visibilityConfig,
  rules: [{ name: "r", priority: 0, action: { block: {} }, statement, visibilityConfig }],
});

const transformations =
  "NONE COMPRESS_WHITE_SPACE HTML_ENTITY_DECODE LOWERCASE CMD_LINE URL_DECODE BASE64_DECODE HEX_DECODE MD5 REPLACE_COMMENTS ESCAPE_SEQ_DECODE SQL_HEX_DECODE CSS_DECODE JS_DECODE NORMALIZE_PATH NORMALIZE_PATH_WIN REMOVE_NULLS REPLACE_NULLS BASE64_DECODE_EXT URL_DECODE_UNI UTF8_TO_UNICODE".split(
    " ",
  );

const ip = { name: "a", scope: "REGIONAL", ipAddressVersion: "IPV4" };

const match = { fieldToMatch: { queryString: {} }, textTransformations: [{ priority: 0, type: "NONE" }] };

const statements: readonly Row[] = [
  {
    at: "rules[].statement.**.rateBasedStatement",
    fact: "aggregateKeyType FORWARDED_IP needs a forwardedIpConfig",
    when: { aggregateKeyType: "FORWARDED_IP" },
    required: ["forwardedIpConfig"],
    source: api("waf", "RateBasedStatement"),
    good: {
      limit: 1000,
      aggregateKeyType: "FORWARDED_IP",
      forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior: "MATCH" },
    },
    bad: { limit: 1000, aggregateKeyType: "FORWARDED_IP" },
  },
  {
    at: "rules[].statement.**.rateBasedStatement",
    fact: "aggregateKeyType CUSTOM_KEYS needs customKeys",
    when: { aggregateKeyType: "CUSTOM_KEYS" },
    required: ["customKeys[]"],
    source: api("waf", "RateBasedStatement"),
    good: { limit: 1000, aggregateKeyType: "CUSTOM_KEYS", customKeys: [{ httpMethod: {} }, { ip: {} }] },
    bad: { limit: 1000, aggregateKeyType: "CUSTOM_KEYS" },
  },
  {
    at: "rules[].statement.**.rateBasedStatement",
    fact: "aggregateKeyType CONSTANT needs a scopeDownStatement",
    when: { aggregateKeyType: "CONSTANT" },
    required: ["scopeDownStatement"],
    source: api("waf", "RateBasedStatement"),
    good: {
      limit: 1000,
      aggregateKeyType: "CONSTANT",
      scopeDownStatement: { geoMatchStatement: { countryCodes: ["DE"] } },
    },
    bad: { limit: 1000, aggregateKeyType: "CONSTANT" },
  },
  {
    at: "rules[].statement.**.rateBasedStatement.aggregateKeyType",
    enum: ["IP", "FORWARDED_IP", "CUSTOM_KEYS", "CONSTANT"],
    source: api("waf", "RateBasedStatement"),
    good: "IP",
    bad: "HEADER",
  },
  {
    at: "rules[].statement.**.rateBasedStatement.limit",
    minimum: 10,
    maximum: 2000000000,
    source: api("waf", "RateBasedStatement"),
    good: 10,
    bad: 9,
  },
  {
    at: "rules[].statement.**.rateBasedStatement.evaluationWindowSec",
    enum: [60, 120, 300, 600],
    source: api("waf", "RateBasedStatement"),
    good: 300,
    bad: 180,
  },
  {
    at: "rules[].statement.**.textTransformations",
    fact: "the transformations of a statement have different priorities",
    uniqueKeys: ["priority"],
    source: api("waf", "TextTransformation"),
    good: [
      { priority: 0, type: "URL_DECODE" },
      { priority: 1, type: "LOWERCASE" },
    ],
    bad: [
      { priority: 0, type: "URL_DECODE" },
      { priority: 0, type: "LOWERCASE" },
    ],
  },
  {
    at: "rules[].statement.**.textTransformations[].type",
    enum: transformations,
    source: api("waf", "TextTransformation"),
    good: "LOWERCASE",
    bad: "UPPERCASE",
  },
  {
    at: "rules[].statement.**.forwardedIpConfig.fallbackBehavior",
    enum: ["MATCH", "NO_MATCH"],
    source: api("waf", "ForwardedIPConfig"),
    good: "MATCH",
    bad: "BLOCK",
  },
  {
    at: "rules[].statement.**.geoMatchStatement.countryCodes[]",
    fact: "a country is two capital letters of ISO 3166",
    pattern: "^[A-Z]{2}$",
    source: api("waf", "GeoMatchStatement"),
    good: "DE",
    bad: "Germany",
  },
  {
    at: "rules[].statement.**.byteMatchStatement.positionalConstraint",
    enum: ["EXACTLY", "STARTS_WITH", "ENDS_WITH", "CONTAINS", "CONTAINS_WORD"],
    source: api("waf", "ByteMatchStatement"),
    good: "CONTAINS",
    bad: "REGEX",
  },
  {
    at: "rules[].statement.**.sizeConstraintStatement.comparisonOperator",
    enum: ["EQ", "NE", "LE", "LT", "GE", "GT"],
    source: api("waf", "SizeConstraintStatement"),
    good: "GT",
    bad: "GREATER",
  },
  {
    at: "rules[].statement.**.labelMatchStatement.scope",
    enum: ["LABEL", "NAMESPACE"],
    source: api("waf", "LabelMatchStatement"),
    good: "LABEL",
    bad: "PREFIX",
  },
  {
    at: "rules[].statement.**.regexMatchStatement.regexString",
    minLength: 1,
    maxLength: 512,
    source: api("waf", "RegexMatchStatement"),
    good: "^a",
    bad: "a".repeat(513),
  },
  {
    at: "rules[].statement.**.andStatement.statements",
    minItems: 2,
    source: page("waf/latest/developerguide/waf-rule-statement-type-and"),
    fact: "and has two statements or more",
    good: [{ geoMatchStatement: { countryCodes: ["DE"] } }, { geoMatchStatement: { countryCodes: ["FR"] } }],
    bad: [{ geoMatchStatement: { countryCodes: ["DE"] } }],
  },
  {
    at: "rules[].statement.**.orStatement.statements",
    minItems: 2,
    source: page("waf/latest/developerguide/waf-rule-statement-type-or"),
    fact: "or has two statements or more",
    good: [{ geoMatchStatement: { countryCodes: ["DE"] } }, { geoMatchStatement: { countryCodes: ["FR"] } }],
    bad: [{ geoMatchStatement: { countryCodes: ["DE"] } }],
  },
  {
    at: "rules",
    fact: "rules have different priorities",
    uniqueKeys: ["priority"],
    source: api("waf", "Rule"),
    good: acl({ sqliMatchStatement: match }).rules,
    bad: ["a", "b"].map((name) => ({ ...acl({ sqliMatchStatement: match }).rules[0], name })),
  },
  {
    at: "rules",
    fact: "rules have different names",
    uniqueKeys: ["name"],
    source: "measured",
    good: acl({ sqliMatchStatement: match }).rules,
    bad: [0, 1].map((priority) => ({ ...acl({ sqliMatchStatement: match }).rules[0], priority })),
  },
  {
    at: "rules[]",
    fact: "a rule has an action, or an overrideAction for rule groups, not both",
    atMostOne: ["action", "overrideAction"],
    source: api("waf", "Rule"),
    good: { name: "r", priority: 0, action: { block: {} }, statement: { sqliMatchStatement: match }, visibilityConfig },
    bad: {
      name: "r",
      priority: 0,
      action: { block: {} },
      overrideAction: { none: {} },
      statement: { sqliMatchStatement: match },
      visibilityConfig,
    },
  },
  {
    at: "rules[].visibilityConfig.metricName",
    fact: "a metric has letters, digits, hyphens, underscores and : . /, 128 at most",
    pattern: "^[\\w#:./-]{1,128}$",
    source: api("waf", "VisibilityConfig"),
    good: "blocked",
    bad: "blocked requests",
  },
  {
    at: "rules[].action.block.customResponse.responseCode",
    minimum: 200,
    maximum: 599,
    source: api("waf", "CustomResponse"),
    good: 429,
    bad: 199,
  },
];

/** WAF. */
export const waf: readonly TypeRows[] = [
  {
    type: "aws:wafv2/webAcl:WebAcl",
    source: api("waf", "CreateWebACL"),
    rows: [
      {
        at: "rules[].statement",
        fact: "rate-based statements, and groups of rules, stand alone in a rule: in no other statement",
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
      ...statements,
      {
        at: "rules[]",
        fact: "a rule of a managed or own rule group has an overrideAction, no action",
        if: {
          anyOf: [
            { required: ["statement.managedRuleGroupStatement"] },
            { required: ["statement.ruleGroupReferenceStatement"] },
          ],
        },
        then: { excluded: ["action"], required: ["overrideAction"] },
        source: api("waf", "Rule"),
        good: {
          name: "r",
          priority: 0,
          overrideAction: { none: {} },
          statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
          visibilityConfig,
        },
        bad: {
          name: "r",
          priority: 0,
          action: { block: {} },
          statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
          visibilityConfig,
        },
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
      ...statements,
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
        fact: "an address is written as CIDR, but not as /0",
        format: "cidr",
        not: { pattern: "/0$" },
        good: "192.0.2.44/32",
        bad: "192.0.2.44",
      },
      {
        at: "",
        fact: "a set of IPV4 has addresses of IPv4",
        when: { ipAddressVersion: "IPV4" },
        properties: { "addresses[]": { not: { pattern: ":" } } },
        good: { ...ip, addresses: ["192.0.2.44/32"] },
        bad: { ...ip, addresses: ["2001:db8::/56"] },
      },
      {
        at: "",
        fact: "a set of IPV6 has addresses of IPv6",
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
