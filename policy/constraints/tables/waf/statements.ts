import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";

const managed = (name: string, more: object = {}) => ({
  managedRuleGroupStatement: { vendorName: "AWS", name, ...more },
});
const withConfig = (name: string, key: string, good: object): Row => ({
  at: "rules[].statement.managedRuleGroupStatement",
  fact: `${name} has its own configuration, ${key}`,
  when: { name },
  required: [`managedRuleGroupConfigs[].${key}`],
  source: page("waf/latest/developerguide/aws-managed-rule-groups"),
  good: { vendorName: "AWS", name, managedRuleGroupConfigs: [{ [key]: good }] },
  bad: { vendorName: "AWS", name },
});
const rate = (more: object) => ({ limit: 100, ...more });

/** Exactly one of several: what is compared, and with what. */
const oneOf = (at: string, what: string, good: object, bad: object): Row => ({
  at,
  fact: `${what} is exactly one`,
  minProperties: 1,
  maxProperties: 1,
  source: api("waf", "Statement"),
  good,
  bad,
});

const inspection = { payloadType: "JSON", usernameField: { identifier: "/u" }, passwordField: { identifier: "/p" } };

/** The statements of the rules of a web ACL or a rule group. */
const statementRows: readonly Row[] = [
  oneOf(
    "rules[].statement",
    "the statement of a rule",
    { geoMatchStatement: { countryCodes: ["DE"] } },
    { geoMatchStatement: { countryCodes: ["DE"] }, labelMatchStatement: { scope: "LABEL", key: "a" } },
  ),
  oneOf(
    "rules[].statement.**.fieldToMatch",
    "the part of a request that a statement looks at",
    { uriPath: {} },
    { uriPath: {}, method: {} },
  ),
  oneOf("rules[].statement.**.matchPattern", "a matchPattern", { all: {} }, { all: {}, includedHeaders: ["accept"] }),
  oneOf("rules[].statement.**.customKeys[]", "a custom key", { ip: {} }, { ip: {}, httpMethod: {} }),
  {
    at: "rules[].statement.**.rateBasedStatement",
    fact: "addresses alone are no custom keys",
    when: { aggregateKeyType: "CUSTOM_KEYS" },
    properties: { customKeys: { contains: { not: { required: ["ip"] } } } },
    source: api("waf", "RateBasedStatementCustomKey"),
    good: rate({ aggregateKeyType: "CUSTOM_KEYS", customKeys: [{ ip: {} }, { httpMethod: {} }] }),
    bad: rate({ aggregateKeyType: "CUSTOM_KEYS", customKeys: [{ ip: {} }] }),
  },
  {
    at: "rules[].statement.**.rateBasedStatement",
    fact: "customKeys go with the aggregateKeyType CUSTOM_KEYS",
    when: { "customKeys[]": {} },
    properties: { aggregateKeyType: { const: "CUSTOM_KEYS" } },
    source: api("waf", "RateBasedStatement"),
    good: rate({ aggregateKeyType: "CUSTOM_KEYS", customKeys: [{ httpMethod: {} }] }),
    bad: rate({ aggregateKeyType: "IP", customKeys: [{ httpMethod: {} }] }),
  },
  {
    at: "rules[].statement.**.singleQueryArgument.name",
    maxLength: 30,
    source: api("waf", "SingleQueryArgument"),
    good: "a".repeat(30),
    bad: "a".repeat(31),
  },
  {
    at: "rules[].statement.**.labelMatchStatement",
    fact: "the key of a LABEL does not end with a colon",
    when: { scope: "LABEL" },
    properties: { key: { not: { pattern: ":$" } } },
    source: page("waf/latest/developerguide/waf-rule-statement-type-label-match"),
    good: { scope: "LABEL", key: "shop:orders" },
    bad: { scope: "LABEL", key: "shop:" },
  },
  {
    at: "rules[].statement.**.labelMatchStatement",
    fact: "the key of a NAMESPACE ends with a colon",
    when: { scope: "NAMESPACE" },
    properties: { key: { pattern: ":$" } },
    source: page("waf/latest/developerguide/waf-rule-statement-type-label-match"),
    good: { scope: "NAMESPACE", key: "shop:" },
    bad: { scope: "NAMESPACE", key: "shop:orders" },
  },
  {
    at: "rules[].statement.**.labelMatchStatement.key",
    fact: "a key has no empty part",
    not: { pattern: "::|^:" },
    source: page("waf/latest/developerguide/waf-rule-label-requirements"),
    good: "awswaf:managed:aws:core-rule-set:NoUserAgent_Header",
    bad: "shop::orders",
  },
  {
    at: "rules[]",
    fact: "a rule of a rule group gives no labels of its own",
    if: {
      anyOf: [
        { required: ["statement.managedRuleGroupStatement"] },
        { required: ["statement.ruleGroupReferenceStatement"] },
      ],
    },
    then: { excluded: ["ruleLabels[]"] },
    source: measured,
    good: { overrideAction: { none: {} }, statement: managed("AWSManagedRulesCommonRuleSet") },
    bad: {
      overrideAction: { none: {} },
      statement: managed("AWSManagedRulesCommonRuleSet"),
      ruleLabels: [{ name: "shop" }],
    },
  },
  {
    at: "rules[].captchaConfig.immunityTimeProperty.immunityTime",
    minimum: 60,
    maximum: 259200,
    source: api("waf", "ImmunityTimeProperty"),
    good: 60,
    bad: 59,
  },
];

/** WAF: what statements are made of. */
export const wafStatements: readonly TypeRows[] = [
  {
    type: "aws:wafv2/webAcl:WebAcl",
    source: api("waf", "CreateWebACL"),
    rows: [
      ...statementRows,
      withConfig("AWSManagedRulesATPRuleSet", "awsManagedRulesAtpRuleSet", {
        loginPath: "/login",
        requestInspection: inspection,
      }),
      withConfig("AWSManagedRulesACFPRuleSet", "awsManagedRulesAcfpRuleSet", {
        creationPath: "/sign-up",
        registrationPagePath: "/register",
        requestInspection: inspection,
      }),
      {
        at: "rules[].challengeConfig.immunityTimeProperty.immunityTime",
        minimum: 300,
        maximum: 259200,
        source: api("waf", "ChallengeConfig"),
        good: 300,
        bad: 60,
      },
      {
        at: "customResponseBodies[].content",
        fact: "a body of an own answer has at most 4 KB",
        maxBytes: 4096,
        source: page("waf/latest/developerguide/limits"),
        good: "a".repeat(4096),
        bad: "a".repeat(4097),
      },
      {
        at: "customResponseBodies",
        fact: "a web ACL has at most 50 own answers",
        maxItems: 50,
        source: page("waf/latest/developerguide/limits"),
        good: [{ key: "a", content: "a", contentType: "TEXT_PLAIN" }],
        bad: Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, content: "a", contentType: "TEXT_PLAIN" })),
      },
      {
        at: "dataProtectionConfig",
        fact: "a kind of field is protected once",
        uniqueAcross: ["dataProtections[].field.fieldType"],
        source: measured,
        good: { dataProtections: [{ action: "HASH", field: { fieldType: "BODY" } }] },
        bad: {
          dataProtections: ["HASH", "SUBSTITUTION"].map((action) => ({ action, field: { fieldType: "BODY" } })),
        },
      },
    ],
  },
  {
    type: "aws:wafv2/ruleGroup:RuleGroup",
    source: api("waf", "CreateRuleGroup"),
    rows: statementRows.filter(({ fact }) => fact !== "a rule of a rule group gives no labels of its own"),
  },
  {
    type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    source: api("waf", "PutLoggingConfiguration"),
    rows: [
      {
        at: "logDestinationConfigs[]",
        fact: "a web ACL logs in its own Region",
        ownRegion: true,
        source: measured,
        good: "arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-x",
        bad: "arn:aws:logs:us-east-1:111122223333:log-group:aws-waf-logs-x",
      },
    ],
  },
  {
    type: "aws:wafv2/webAclAssociation:WebAclAssociation",
    source: api("waf", "AssociateWebACL"),
    rows: [
      {
        at: "resourceArn",
        fact: "what a web ACL protects is in its own Region",
        ownRegion: true,
        good: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/0123456789abcdef",
        bad: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/a/0123456789abcdef",
      },
    ],
  },
];
