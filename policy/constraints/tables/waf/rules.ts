import { type Row } from "../../schema";
import { api, page } from "../pages";

/** What every rule and web ACL has. */
export const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "m", sampledRequestsEnabled: true };

const transformations =
  "NONE COMPRESS_WHITE_SPACE HTML_ENTITY_DECODE LOWERCASE CMD_LINE URL_DECODE BASE64_DECODE HEX_DECODE MD5 REPLACE_COMMENTS ESCAPE_SEQ_DECODE SQL_HEX_DECODE CSS_DECODE JS_DECODE NORMALIZE_PATH NORMALIZE_PATH_WIN REMOVE_NULLS REPLACE_NULLS BASE64_DECODE_EXT URL_DECODE_UNI UTF8_TO_UNICODE".split(
    " ",
  );

const rule = {
  name: "r",
  priority: 0,
  action: { block: {} },
  statement: {
    sqliMatchStatement: { fieldToMatch: { queryString: {} }, textTransformations: [{ priority: 0, type: "NONE" }] },
  },
  visibilityConfig,
};

/** Of a web ACL alone, since no rule group has another in it. */
export const overrides = "a rule has an action, or an overrideAction for rule groups, not both";

/** The rules of a web ACL or a rule group, and their statements. */
export const ruleRows: readonly Row[] = [
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
    fact: "a country is two uppercase letters of ISO 3166",
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
    good: [rule],
    bad: ["a", "b"].map((name) => ({ ...rule, name })),
  },
  {
    at: "rules",
    fact: "rules have different names",
    uniqueKeys: ["name"],
    source: "measured",
    good: [rule],
    bad: [0, 1].map((priority) => ({ ...rule, priority })),
  },
  {
    at: "rules[]",
    fact: overrides,
    atMostOne: ["action", "overrideAction"],
    source: api("waf", "Rule"),
    good: rule,
    bad: { ...rule, overrideAction: { none: {} } },
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
