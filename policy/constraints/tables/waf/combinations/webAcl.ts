import { measured, type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { only, together } from "../../together";
import { groupReference, rules } from "./rules";
import { global, guide, regex, regional } from "./shared";

const visibility = (metricName: string) => ({
  cloudwatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: true,
});
const acl = { name: "a", scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig: visibility("a") };

const suffix = "^(co\\.(uk|jp|nz|kr|in|za)|com\\.(au|br|cn|mx|tr|tw|sg)|org\\.uk|ac\\.uk|gov\\.uk|ne\\.jp|or\\.jp)$";

/** Web ACLs, rule groups, associations and logs. */
export const webAclRows: readonly TypeRows[] = [
  { type: "aws:wafv2/webAcl:WebAcl", source: api("waf", "CreateWebACL"), rows: rules(acl, [groupReference]) },
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
        fact: "the web ACL is in the same Region",
        ownRegion: true,
        good: regional("webacl"),
        bad: regional("webacl", "us-east-1"),
      },
      {
        at: "resourceArn",
        fact: "a web ACL is associated with an application load balancer, a stage of a REST API, an AppSync API, a user pool, App Runner, Verified Access or Amplify",
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
