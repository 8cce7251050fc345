import { type Row } from "../../../schema";
import { api } from "../../pages";
import { global, guide, regex, regional } from "./shared";

const references: readonly (readonly [statement: string, kind: string])[] = [
  ["ipSetReferenceStatement", "ipset"],
  ["regexPatternSetReferenceStatement", "regexpatternset"],
];

/** Rule groups are for web ACLs alone. */
export const groupReference = ["ruleGroupReferenceStatement", "rulegroup"] as const;

const reserved = ["aws", "awswaf", "waf", "managed", "rulegroup", "webacl", "regexpatternset", "ipset"].join("|");

/** What rules of ACLs and of groups have in common. */
export const rules = (
  own: Readonly<Record<string, unknown>>,
  more: readonly (readonly [statement: string, kind: string])[] = [],
): readonly Row[] => [
  ...[...references, ...more].map(([statement, kind]): Row => ({
    at: "",
    fact: `the ${kind} of a rule is of the same scope`,
    when: { scope: "REGIONAL" },
    properties: {
      [`rules[].statement.**.${statement}.arn`]: { not: { pattern: "^arn:[^:]*:wafv2:[^:]*:[^:]*:global/" } },
    },
    source: api("waf", "IPSetReferenceStatement"),
    good: { ...own, rules: [{ name: "r", priority: 1, statement: { [statement]: { arn: regional(kind) } } }] },
    bad: { ...own, rules: [{ name: "r", priority: 1, statement: { [statement]: { arn: global(kind) } } }] },
  })),
  ...[...references, ...more].map(([statement, kind]): Row => ({
    at: "",
    fact: `the ${kind} of a rule of CloudFront is a global one`,
    when: { scope: "CLOUDFRONT" },
    properties: {
      [`rules[].statement.**.${statement}.arn`]: { not: { pattern: "^arn:[^:]*:wafv2:[^:]*:[^:]*:regional/" } },
    },
    source: api("waf", "IPSetReferenceStatement"),
    good: {
      ...own,
      scope: "CLOUDFRONT",
      region: "us-east-1",
      rules: [{ name: "r", priority: 1, statement: { [statement]: { arn: global(kind) } } }],
    },
    bad: {
      ...own,
      scope: "CLOUDFRONT",
      region: "us-east-1",
      rules: [{ name: "r", priority: 1, statement: { [statement]: { arn: regional(kind, "us-east-1") } } }],
    },
  })),
  regex("rules[].statement.**.regexMatchStatement.regexString"),
  {
    at: "rules[].statement.**.byteMatchStatement.searchString",
    fact: "a search is 1 to 200 bytes",
    maxBytes: 200,
    source: api("waf", "ByteMatchStatement"),
    good: "/admin",
    bad: "a".repeat(201),
  },
  {
    at: "rules[].statement.**.byteMatchStatement",
    fact: "CONTAINS_WORD searches for letters, digits and underscores",
    when: { positionalConstraint: "CONTAINS_WORD" },
    properties: { searchString: { pattern: "^\\w+$" } },
    source: api("waf", "ByteMatchStatement"),
    good: { positionalConstraint: "CONTAINS_WORD", searchString: "admin" },
    bad: { positionalConstraint: "CONTAINS_WORD", searchString: "/admin" },
  },
  {
    at: "rules[].statement.**.textTransformations",
    maxItems: 10,
    source: api("waf", "TextTransformation"),
    good: [{ priority: 0, type: "NONE" }],
    bad: Array.from({ length: 11 }, (_, priority) => ({ priority, type: "NONE" })),
  },
  {
    at: "rules[].statement.**.geoMatchStatement.countryCodes",
    maxItems: 50,
    source: api("waf", "GeoMatchStatement"),
    good: ["DE"],
    bad: Array.from({ length: 51 }, (_, index) => `A${String.fromCharCode(65 + (index % 26))}`),
  },
  {
    at: "rules[].ruleLabels[].name",
    fact: "a label has up to eight parts of letters, digits, _ and -, separated by colons, and no reserved word",
    pattern: `^(?!(.*:)?(${reserved})(:|$))[A-Za-z0-9_-]{1,128}(:[A-Za-z0-9_-]{1,128}){0,7}$`,
    source: guide("waf-rule-label-requirements"),
    good: "orders:suspicious",
    bad: "awswaf:orders",
  },
  {
    at: "rules[].action.block.customResponse.responseHeaders",
    fact: "headers differ, ten at most",
    maxItems: 10,
    uniqueKeys: ["name"],
    source: api("waf", "CustomResponse"),
    good: [{ name: "x-reason", value: "waf" }],
    bad: [
      { name: "x-reason", value: "waf" },
      { name: "x-reason", value: "rate" },
    ],
  },
  {
    at: "rules[].action.block.customResponse.responseHeaders[].name",
    fact: "the content type is that of the body",
    not: { pattern: "^[Cc]ontent-[Tt]ype$" },
    source: api("waf", "CustomResponse"),
    good: "x-reason",
    bad: "Content-Type",
  },
  ...(["allow", "count", "captcha", "challenge"] as const).map((action): Row => ({
    at: `rules[].action.${action}.customRequestHandling.insertHeaders`,
    fact: "headers differ, ten at most",
    maxItems: 10,
    uniqueKeys: ["name"],
    source: api("waf", "CustomRequestHandling"),
    good: [{ name: "seen", value: "1" }],
    bad: [
      { name: "seen", value: "1" },
      { name: "seen", value: "2" },
    ],
  })),
  {
    at: "rules[]",
    fact: "an action is exactly one of allow, block, count, captcha and challenge",
    if: { required: ["action"] },
    then: { properties: { action: { maxProperties: 1 } } },
    source: api("waf", "RuleAction"),
    good: { name: "r", priority: 1, action: { block: {} } },
    bad: { name: "r", priority: 1, action: { block: {}, count: {} } },
  },
  {
    at: "",
    fact: "the body of a custom response is one of customResponseBodies",
    if: { required: ["customResponseBodies[]"] },
    then: { memberOf: [["rules[].action.block.customResponse.customResponseBodyKey", "customResponseBodies[].key"]] },
    source: api("waf", "CustomResponse"),
    good: {
      ...own,
      customResponseBodies: [{ key: "no", content: "no", contentType: "TEXT_PLAIN" }],
      rules: [
        {
          name: "r",
          priority: 1,
          action: { block: { customResponse: { responseCode: 403, customResponseBodyKey: "no" } } },
        },
      ],
    },
    bad: {
      ...own,
      customResponseBodies: [{ key: "no", content: "no", contentType: "TEXT_PLAIN" }],
      rules: [
        {
          name: "r",
          priority: 1,
          action: { block: { customResponse: { responseCode: 403, customResponseBodyKey: "never" } } },
        },
      ],
    },
  },
  ...(["visibilityConfig.metricName", "rules[].visibilityConfig.metricName"] as const).map((at) => ({
    at,
    fact: "Default_Action is AWS's own metric",
    not: { enum: ["Default_Action", "All"] },
    source: api("waf", "VisibilityConfig"),
    good: "orders",
    bad: "Default_Action",
  })),
];
