import { type Fact, facts } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "m", sampledRequestsEnabled: true };
const common = { name: "acl", scope: "REGIONAL", visibilityConfig };
const aclType = "aws:wafv2/webAcl:WebAcl";
const acl = ofType(aclType, { ...common, defaultAction: { allow: {} } });
const group = ofType("aws:wafv2/ruleGroup:RuleGroup", common);
const ipSetType = "aws:wafv2/ipSet:IpSet";
const ipSet = ofType(ipSetType, { name: "offices", scope: "REGIONAL", ipAddressVersion: "IPV4" });
const association = ofType("aws:wafv2/webAclAssociation:WebAclAssociation");
const loggingType = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
const logging = ofType(loggingType);

const aclArn = `arn:aws:wafv2:eu-west-1:${account}:regional/webacl/acl/1234abcd-12ab-34cd-56ef-1234567890ab`;
const stage = "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3/stages/live";
const stream = `arn:aws:firehose:eu-west-1:${account}:deliverystream/aws-waf-logs-shop`;

const geo = { geoMatchStatement: { countryCodes: ["DE"] } };
const noTransformation = [{ priority: 0, type: "NONE" }];
const uri = { fieldToMatch: { uriPath: {} }, textTransformations: noTransformation };

const ruled = (statement: Arguments, beside: Arguments = {}) => ({
  rules: [{ name: "r", priority: 0, action: { block: {} }, visibilityConfig, statement, ...beside }],
});
const two = (first: Arguments, second: Arguments) => ({
  rules: [first, second].map((beside, index) => ({
    name: `r${index}`,
    priority: index,
    action: { block: {} },
    visibilityConfig,
    statement: geo,
    ...beside,
  })),
});
const managed = (name: string, beside: Arguments = {}) => ({
  rules: [
    {
      name: "r",
      priority: 0,
      overrideAction: { none: {} },
      visibilityConfig,
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name, ...beside } },
    },
  ],
});

/** A fact of a statement in a web ACL. */
const stated = (says: string, bad: Arguments, good: Arguments): Fact => acl(says, ruled(bad), ruled(good));

const bytes = (searchString: string, beside: Arguments = {}) => ({
  byteMatchStatement: { searchString, positionalConstraint: "CONTAINS", ...uri, ...beside },
});
const rated = (rateBasedStatement: Arguments) => ({ rateBasedStatement: { limit: 100, ...rateBasedStatement } });
const matching = (regexString: string) => ({ regexMatchStatement: { regexString, ...uri } });
const body = (responseHeaders: readonly Arguments[]) => ({
  action: { block: { customResponse: { responseCode: 403, responseHeaders } } },
});
const inserted = (...names: readonly string[]) => ({
  action: { allow: { customRequestHandling: { insertHeaders: names.map((name) => ({ name, value: "v" })) } } },
});
const filtered = (...conditions: readonly Arguments[]) => ({
  resourceArn: aclArn,
  logDestinationConfigs: [stream],
  loggingFilter: { defaultBehavior: "DROP", filters: [{ behavior: "KEEP", requirement: "MEETS_ANY", conditions }] },
});
const action = { actionCondition: { action: "BLOCK" } };
const label = { labelNameCondition: { labelName: "awswaf:111122223333:webacl:acl:a" } };
const atp = { managedRuleGroupConfigs: [{ awsManagedRulesAtpRuleSet: { loginPath: "/login" } }] };
const set = (segment: string) => ({
  ipSetReferenceStatement: {
    arn: `arn:aws:wafv2:eu-west-1:${account}:${segment}/ipset/offices/1234abcd-12ab-34cd-56ef-1234567890ab`,
  },
});

const countries =
  "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK US CA MX BR AR CL PE CO AU NZ JP KR IN SG ID MY TH VN PH";
const country = (index: number): string => countries.split(" ")[index] ?? "";

export const wafv2: FactsByName = {
  "wafv2-association-config-scope": acl(
    "bodies are looked into where the ACL stands",
    { associationConfig: { requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: "KB_32" } }] } },
    { associationConfig: { requestBodies: [{ apiGateway: { defaultSizeInspectionLimit: "KB_32" } }] } },
  ),
  "wafv2-association-resource-arn": association(
    "an ACL protects what it can",
    { webAclArn: aclArn, resourceArn: `arn:aws:lambda:eu-west-1:${account}:function:f` },
    { webAclArn: aclArn, resourceArn: stage },
  ),
  "wafv2-association-webacl-arn": association(
    "it is an ACL that protects",
    { webAclArn: aclArn.replace("/webacl/", "/rulegroup/"), resourceArn: stage },
    { webAclArn: aclArn, resourceArn: stage },
  ),
  "wafv2-byte-match": stated(
    "a word has letters",
    bytes("a b", { positionalConstraint: "CONTAINS_WORD" }),
    bytes("ab", { positionalConstraint: "CONTAINS_WORD" }),
  ),
  "wafv2-capacity": group("a group has 5,000 units at most", { capacity: 5001 }, { capacity: 5000 }),
  "wafv2-challenge-immunity-time": acl(
    "a challenge holds 300 seconds at least",
    { challengeConfig: { immunityTimeProperty: { immunityTime: 299 } } },
    { challengeConfig: { immunityTimeProperty: { immunityTime: 300 } } },
  ),
  "wafv2-cloudfront-only-features": acl(
    "answers are looked into at CloudFront",
    managed("AWSManagedRulesATPRuleSet", {
      managedRuleGroupConfigs: [
        {
          awsManagedRulesAtpRuleSet: {
            loginPath: "/login",
            responseInspection: { statusCode: { successCodes: [200], failureCodes: [401] } },
          },
        },
      ],
    }),
    managed("AWSManagedRulesATPRuleSet", atp),
  ),
  "wafv2-custom-request-handling": acl(
    "a header is inserted once",
    ruled(geo, inserted("a", "a")),
    ruled(geo, inserted("a", "b")),
  ),
  "wafv2-custom-response": acl(
    "an answer does not say what its body is",
    ruled(geo, body([{ name: "content-type", value: "text/html" }])),
    ruled(geo, body([{ name: "x-reason", value: "text/html" }])),
  ),
  "wafv2-data-protection": acl(
    "a header that is protected is named",
    { dataProtectionConfig: { dataProtections: [{ action: "HASH", field: { fieldType: "SINGLE_HEADER" } }] } },
    {
      dataProtectionConfig: {
        dataProtections: [{ action: "HASH", field: { fieldType: "SINGLE_HEADER", fieldKeys: ["cookie"] } }],
      },
    },
  ),
  "wafv2-ipset-addresses": ipSet(
    "a set has blocks from their first address",
    { addresses: ["10.0.0.1/24"] },
    { addresses: ["10.0.0.0/24"] },
  ),
  "wafv2-label-syntax": acl(
    "a word of AWS is in no label",
    ruled(geo, { ruleLabels: [{ name: "awswaf:shop" }] }),
    ruled(geo, { ruleLabels: [{ name: "orders:shop" }] }),
  ),
  "wafv2-logging-destination": logging(
    "a log is called aws-waf-logs-",
    { resourceArn: aclArn, logDestinationConfigs: [stream.replace("aws-waf-logs-", "waf-")] },
    { resourceArn: aclArn, logDestinationConfigs: [stream] },
  ),
  "wafv2-logging-filter-condition": logging(
    "a condition is an action or a label",
    filtered({ ...action, ...label }),
    filtered(action, label),
  ),
  "wafv2-logging-unique": facts(
    "an ACL is logged once",
    [
      [loggingType, "first", { resourceArn: aclArn, logDestinationConfigs: [stream] }],
      [loggingType, "second", { resourceArn: aclArn, logDestinationConfigs: [`${stream}2`] }],
    ],
    [[loggingType, "first", { resourceArn: aclArn, logDestinationConfigs: [stream] }]],
  ),
  "wafv2-managed-rule-group": acl(
    "logins that are protected are somewhere",
    managed("AWSManagedRulesATPRuleSet"),
    managed("AWSManagedRulesATPRuleSet", atp),
  ),
  "wafv2-metric-name-reserved": acl(
    "a metric's name is not AWS's",
    { visibilityConfig: { ...visibilityConfig, metricName: "Default_Action" } },
    { visibilityConfig: { ...visibilityConfig, metricName: "default" } },
  ),
  "wafv2-name-unique": facts(
    "a set has its own name",
    [
      [ipSetType, "first", { name: "offices", scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: [] }],
      [ipSetType, "second", { name: "offices", scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: [] }],
    ],
    [
      [ipSetType, "first", { name: "offices", scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: [] }],
      [ipSetType, "second", { name: "homes", scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: [] }],
    ],
  ),
  "wafv2-rate-based-statement": stated(
    "addresses of a header have the header",
    rated({ aggregateKeyType: "FORWARDED_IP" }),
    rated({
      aggregateKeyType: "FORWARDED_IP",
      forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior: "MATCH" },
    }),
  ),
  "wafv2-reference-arn": stated("a set is of the ACL's scope", set("global"), set("regional")),
  "wafv2-regex-syntax": stated("an expression does not look ahead", matching("a(?=b)"), matching("a(?:b)")),
  "wafv2-rule-action": acl(
    "a rule of a rate does not allow",
    ruled(rated({ aggregateKeyType: "IP" }), { action: { allow: {} } }),
    ruled(rated({ aggregateKeyType: "IP" })),
  ),
  "wafv2-rule-unique": acl(
    "a rule has its own place",
    two({ priority: 0 }, { priority: 0 }),
    two({ priority: 0 }, { priority: 1 }),
  ),
  "wafv2-scope-region": facts(
    "CloudFront is protected from us-east-1",
    [[ipSetType, "subject", { name: "s", scope: "CLOUDFRONT", ipAddressVersion: "IPV4", addresses: [] }]],
    [
      [
        ipSetType,
        "subject",
        { name: "s", scope: "CLOUDFRONT", ipAddressVersion: "IPV4", addresses: [], region: "us-east-1" },
      ],
    ],
  ),
  "wafv2-statement-exactly-one": stated("a statement is one", { ...geo, ...bytes("a") }, geo),
  "wafv2-statement-limits": stated(
    "50 countries are named at most",
    { geoMatchStatement: { countryCodes: many(51, country) } },
    { geoMatchStatement: { countryCodes: many(50, country) } },
  ),
  "wafv2-statement-nesting": stated(
    "alternatives are two at least",
    { orStatement: { statements: [geo] } },
    { orStatement: { statements: [geo, bytes("a")] } },
  ),
  "wafv2-text-transformations": stated(
    "a transformation has its own place",
    bytes("a", {
      textTransformations: [
        { priority: 0, type: "LOWERCASE" },
        { priority: 0, type: "URL_DECODE" },
      ],
    }),
    bytes("a", {
      textTransformations: [
        { priority: 0, type: "LOWERCASE" },
        { priority: 1, type: "URL_DECODE" },
      ],
    }),
  ),
  "wafv2-token-domains": acl(
    "a domain of tokens is a whole one",
    { tokenDomains: ["shop"] },
    { tokenDomains: ["shop.example.com"] },
  ),
};
