import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api } from "../pages";

const geo = { geoMatchStatement: { countryCodes: ["DE"] } };
const managed = { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } };
const visible = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });
const rule = (more: object) => ({ name: "r", priority: 0, visibilityConfig: visible("r"), ...more });
const groups = {
  anyOf: [
    { required: ["statement.managedRuleGroupStatement"] },
    { required: ["statement.ruleGroupReferenceStatement"] },
  ],
};
const match = {
  searchString: "a",
  positionalConstraint: "EXACTLY",
  textTransformations: [{ priority: 0, type: "NONE" }],
};
const looking = [
  "byteMatchStatement",
  "regexMatchStatement",
  "regexPatternSetReferenceStatement",
  "sizeConstraintStatement",
  "sqliMatchStatement",
  "xssMatchStatement",
];
const both: readonly Row[] = [
  ...looking.map((name) =>
    at(
      `rules[].statement.**.${name}`,
      "a statement says what part of a request it looks at",
      { required: ["fieldToMatch"], source: api("waf", "Statement") },
      { ...match, fieldToMatch: { uriPath: {} } },
      match,
    ),
  ),
  at(
    "rules[].statement.**.matchPatterns[]",
    "a pattern of cookies is exactly one",
    { minProperties: 1, maxProperties: 1, source: api("waf", "CookieMatchPattern") },
    { all: {} },
    { all: {}, includedCookies: ["a"] },
  ),
  at(
    "rules[].ruleLabels[].name",
    "a label has at most 5 namespaces before its name",
    { pattern: "^([^:]*:){0,5}[^:]*$", source: api("waf", "Rule") },
    "a:b:c:d:e:f",
    "a:b:c:d:e:f:g",
  ),
  says(
    "an answer of one's own has its body",
    {
      if: { required: ["rules[].action.block.customResponse.customResponseBodyKey"] },
      then: { required: ["customResponseBodies"] },
      source: api("waf", "CustomResponse"),
    },
    {
      rules: [
        rule({
          statement: geo,
          action: { block: { customResponse: { responseCode: 403, customResponseBodyKey: "k" } } },
        }),
      ],
      customResponseBodies: [{ key: "k", content: "no", contentType: "TEXT_PLAIN" }],
    },
    {
      rules: [
        rule({
          statement: geo,
          action: { block: { customResponse: { responseCode: 403, customResponseBodyKey: "k" } } },
        }),
      ],
    },
  ),
];
const inspection = "rules[].statement.**.responseInspection";
const apart = (kind: string, [good, bad]: readonly [string, string], one: object, same: object): Row =>
  at(
    inspection,
    `${kind} says what succeeded and what failed by different values`,
    { uniqueAcross: [`${kind}.${good}[]`, `${kind}.${bad}[]`], source: api("waf", "ResponseInspection") },
    { [kind]: one },
    { [kind]: same },
  );
const codes = { successCodes: [200], failureCodes: [403] };
const challenge =
  "rules[].statement.managedRuleGroupStatement.managedRuleGroupConfigs[].awsManagedRulesAntiDdosRuleSet.clientSideActionConfig.challenge";
/** What sentences of the API models say of firewalls. */
export const firewallSentences: readonly TypeRows[] = [
  { type: "aws:wafv2/ruleGroup:RuleGroup", source: api("waf", "CreateRuleGroup"), rows: both },
  {
    type: "aws:wafv2/webAcl:WebAcl",
    source: api("waf", "CreateWebACL"),
    rows: [
      ...both,
      at(
        "rules[]",
        "a rule that refers to no group has an action",
        { if: groups, then: {}, else: { required: ["action"] }, source: api("waf", "Rule") },
        rule({ statement: geo, action: { block: {} } }),
        rule({ statement: geo }),
      ),
      at(
        "rules[]",
        "an overrideAction is for a group of rules",
        { if: { required: ["overrideAction"] }, then: groups, source: api("waf", "Rule") },
        rule({ statement: managed, overrideAction: { none: {} } }),
        rule({ statement: geo, overrideAction: { none: {} } }),
      ),
      at(
        inspection,
        "one part of an answer is inspected",
        { maxProperties: 1, source: api("waf", "ResponseInspection") },
        { statusCode: codes },
        { statusCode: codes, header: { name: "a", successValues: ["b"], failureValues: ["c"] } },
      ),
      apart("statusCode", ["successCodes", "failureCodes"], codes, { successCodes: [200], failureCodes: [200] }),
      apart(
        "header",
        ["successValues", "failureValues"],
        { name: "a", successValues: ["b"], failureValues: ["c"] },
        { name: "a", successValues: ["b"], failureValues: ["b"] },
      ),
      apart(
        "bodyContains",
        ["successStrings", "failureStrings"],
        { successStrings: ["b"], failureStrings: ["c"] },
        { successStrings: ["b"], failureStrings: ["b"] },
      ),
      apart(
        "json",
        ["successValues", "failureValues"],
        { identifier: "/a", successValues: ["b"], failureValues: ["c"] },
        { identifier: "/a", successValues: ["b"], failureValues: ["b"] },
      ),
      at(
        challenge,
        "a challenge says for which paths it is not made",
        {
          when: { usageOfAction: "ENABLED" },
          required: ["exemptUriRegularExpressions"],
          source: api("waf", "ClientSideAction"),
        },
        { usageOfAction: "ENABLED", exemptUriRegularExpressions: [{ regexString: "^/api" }] },
        { usageOfAction: "ENABLED" },
      ),
      at(
        "associationConfig.requestBodies[].cloudfront.defaultSizeInspectionLimit",
        "a body is inspected up to 16, 32, 48 or 64 KB",
        { enum: ["KB_16", "KB_32", "KB_48", "KB_64"], source: api("waf", "RequestBodyAssociatedResourceTypeConfig") },
        "KB_16",
        "KB_128",
      ),
    ],
  },
  {
    type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    source: api("waf", "LoggingConfiguration"),
    rows: [
      at(
        "redactedFields[]",
        "a redacted field is exactly one",
        { maxProperties: 1 },
        { method: {} },
        { method: {}, uriPath: {} },
      ),
    ],
  },
];
