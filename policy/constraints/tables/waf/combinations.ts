import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { only, together } from "../together";

const guide = (name: string) => page(`waf/latest/developerguide/${name}`);
const visibility = (metricName: string) => ({
  cloudwatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: true,
});
const acl = { name: "a", scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig: visibility("a") };
const arn = (place: string, kind: string) => `arn:aws:wafv2:${place}/${kind}/x/11111111-1111-1111-1111-111111111111`;
const regional = (kind: string, region = "eu-west-1") => arn(`${region}:111122223333:regional`, kind);
const global = (kind: string) => arn("us-east-1:111122223333:global", kind);

const references: readonly (readonly [statement: string, kind: string])[] = [
  ["ipSetReferenceStatement", "ipset"],
  ["regexPatternSetReferenceStatement", "regexpatternset"],
  ["ruleGroupReferenceStatement", "rulegroup"],
];

const unsupported = "\\(\\?(=|!|<=|<!|>|\\(|P?<[A-Za-z]|R|&|\\d|\\||#|C)|[*+?}]\\+|\\\\[1-9KRGXk]|\\(\\*";

const regex = (at: string): Row => ({
  at,
  fact: "an expression has no lookaround, no backreference, no atomic group, no possessive quantifier and no recursion",
  not: { pattern: unsupported },
  source: guide("waf-regex-pattern-support"),
  good: "^/orders/(?:[0-9]+)$",
  bad: "^(?=.*admin)",
});

const reserved = ["aws", "awswaf", "waf", "managed", "rulegroup", "webacl", "regexpatternset", "ipset"].join("|");

/** What rules of ACLs and of groups have in common. */
const rules = (own: Readonly<Record<string, unknown>>): readonly Row[] => [
  ...references.map(([statement, kind]): Row => ({
    at: "",
    fact: `the ${kind} of a rule is of the own scope`,
    when: { scope: "REGIONAL" },
    properties: {
      [`rules[].statement.**.${statement}.arn`]: { not: { pattern: "^arn:[^:]*:wafv2:[^:]*:[^:]*:global/" } },
    },
    source: api("waf", "IPSetReferenceStatement"),
    good: { ...own, rules: [{ name: "r", priority: 1, statement: { [statement]: { arn: regional(kind) } } }] },
    bad: { ...own, rules: [{ name: "r", priority: 1, statement: { [statement]: { arn: global(kind) } } }] },
  })),
  ...references.map(([statement, kind]): Row => ({
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
    fact: "a label has up to eight parts of letters, digits, _ and -, apart by colons, and no reserved word",
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
    fact: "the body of an answer is one of customResponseBodies",
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

const suffix = "^(co\\.(uk|jp|nz|kr|in|za)|com\\.(au|br|cn|mx|tr|tw|sg)|org\\.uk|ac\\.uk|gov\\.uk|ne\\.jp|or\\.jp)$";

/** WAF: settings that go together, or do not. */
export const wafCombinations: readonly TypeRows[] = [
  { type: "aws:wafv2/webAcl:WebAcl", source: api("waf", "CreateWebACL"), rows: rules(acl) },
  {
    type: "aws:wafv2/ruleGroup:RuleGroup",
    source: api("waf", "CreateRuleGroup"),
    rows: rules({ name: "g", scope: "REGIONAL", capacity: 100, visibilityConfig: visibility("g") }),
  },
  {
    type: "aws:wafv2/webAcl:WebAcl",
    source: api("waf", "AssociationConfig"),
    rows: [
      only("the association of a REGIONAL ACL is none of CloudFront", { scope: "REGIONAL" }, [
        "associationConfig.requestBodies[].cloudfront",
      ])(
        acl,
        { associationConfig: { requestBodies: [{ apiGateway: { defaultSizeInspectionLimit: "KB_32" } }] } },
        { associationConfig: { requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: "KB_32" } }] } },
      ),
      only(
        "the association of an ACL of CloudFront is of CloudFront alone",
        { scope: "CLOUDFRONT" },
        ["apiGateway", "appRunnerService", "cognitoUserPool", "verifiedAccessInstance"].map(
          (name) => `associationConfig.requestBodies[].${name}`,
        ),
      )(
        { ...acl, scope: "CLOUDFRONT", region: "us-east-1" },
        { associationConfig: { requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: "KB_32" } }] } },
        { associationConfig: { requestBodies: [{ apiGateway: { defaultSizeInspectionLimit: "KB_32" } }] } },
      ),
      {
        at: "tokenDomains[]",
        fact: "a domain is one that can be registered, not a suffix",
        pattern: "\\.",
        not: { pattern: suffix },
        source: guide("waf-tokens-domains"),
        good: "example.com",
        bad: "co.uk",
      },
      {
        at: "tokenDomains",
        maxItems: 10,
        source: measured,
        good: ["example.com"],
        bad: Array.from({ length: 11 }, (_, index) => `a${index}.example.com`),
      },
      {
        at: "dataProtectionConfig.dataProtections[].field",
        fact: "one header, cookie or argument names its keys",
        when: { fieldType: ["SINGLE_HEADER", "SINGLE_COOKIE", "SINGLE_QUERY_ARGUMENT"] },
        required: ["fieldKeys[]"],
        source: api("waf", "FieldToProtect"),
        good: { fieldType: "SINGLE_HEADER", fieldKeys: ["authorization"] },
        bad: { fieldType: "SINGLE_HEADER" },
      },
      {
        at: "dataProtectionConfig.dataProtections[].field",
        fact: "the query string and the body have no keys",
        when: { fieldType: ["QUERY_STRING", "BODY"] },
        excluded: ["fieldKeys[]"],
        source: api("waf", "FieldToProtect"),
        good: { fieldType: "BODY" },
        bad: { fieldType: "BODY", fieldKeys: ["a"] },
      },
    ],
  },
  {
    type: "aws:wafv2/regexPatternSet:RegexPatternSet",
    source: api("waf", "CreateRegexPatternSet"),
    rows: [regex("regularExpressions[].regexString")],
  },
  {
    type: "aws:wafv2/webAclAssociation:WebAclAssociation",
    source: api("waf", "AssociateWebACL"),
    rows: [
      {
        at: "webAclArn",
        fact: "an association is of a REGIONAL web ACL",
        pattern: "^arn:[^:]*:wafv2:[^:]*:[^:]*:regional/webacl/",
        good: regional("webacl"),
        bad: global("webacl"),
      },
      {
        at: "webAclArn",
        fact: "the web ACL is in the own Region",
        ownRegion: true,
        good: regional("webacl"),
        bad: regional("webacl", "us-east-1"),
      },
      {
        at: "resourceArn",
        fact: "a web ACL is associated with an application load balancer, a stage of a REST API, an API of AppSync, a user pool, App Runner, Verified Access or Amplify",
        pattern:
          "^arn:[^:]*:(elasticloadbalancing:[^:]*:[^:]*:loadbalancer/app/|apigateway:[^:]*::/restapis/[^/]+/stages/|appsync:|cognito-idp:|apprunner:|ec2:[^:]*:[^:]*:verified-access-instance/|amplify:)",
        good: "arn:aws:apigateway:eu-west-1::/restapis/a/stages/prod",
        bad: "arn:aws:apigateway:eu-west-1::/apis/a/stages/prod",
      },
      together(
        "a resource has one web ACL",
        {
          onlyOne: ["resourceArn"],
          beside: {
            first: {
              type: "aws:wafv2/webAclAssociation:WebAclAssociation",
              properties: {
                resourceArn: "arn:aws:appsync:eu-west-1:111122223333:apis/a",
                webAclArn: regional("webacl"),
                region: "eu-west-1",
              },
            },
          },
        },
        { webAclArn: regional("webacl") },
        { resourceArn: "arn:aws:appsync:eu-west-1:111122223333:apis/b" },
        { resourceArn: "arn:aws:appsync:eu-west-1:111122223333:apis/a" },
      ),
    ],
  },
  {
    type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    source: api("waf", "LoggingConfiguration"),
    rows: [
      {
        at: "logDestinationConfigs",
        fact: "a web ACL logs to one place",
        maxItems: 1,
        good: ["arn:aws:s3:::aws-waf-logs-a"],
        bad: ["arn:aws:s3:::aws-waf-logs-a", "arn:aws:s3:::aws-waf-logs-b"],
      },
      {
        at: "loggingFilter.filters[].conditions[]",
        fact: "a condition is on an action or on a label",
        requiredXor: ["actionCondition", "labelNameCondition"],
        source: api("waf", "Condition"),
        good: { actionCondition: { action: "BLOCK" } },
        bad: {
          actionCondition: { action: "BLOCK" },
          labelNameCondition: { labelName: "awswaf:111122223333:webacl:a:x" },
        },
      },
      together(
        "a web ACL has one configuration of logs",
        {
          onlyOne: ["resourceArn"],
          beside: {
            first: {
              type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
              properties: {
                resourceArn: regional("webacl"),
                logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-a"],
                region: "eu-west-1",
              },
            },
          },
        },
        { logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-a"] },
        { resourceArn: `${regional("webacl")}2` },
        { resourceArn: regional("webacl") },
      ),
    ],
  },
];
