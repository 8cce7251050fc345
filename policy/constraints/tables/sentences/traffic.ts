import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";
import { like, together } from "../together";

const forwarded: Row = {
  at: "rules[].statement.rateBasedStatement",
  fact: "a key of the forwarded IP needs a forwardedIpConfig",
  if: { required: ["customKeys[]"], properties: { customKeys: { contains: { required: ["forwardedIp"] } } } },
  then: { required: ["forwardedIpConfig"] },
  source: api("waf", "RateBasedStatementCustomKey"),
  good: {
    limit: 100,
    customKeys: [{ forwardedIp: {} }, { httpMethod: {} }],
    forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior: "MATCH" },
  },
  bad: { limit: 100, customKeys: [{ forwardedIp: {} }, { httpMethod: {} }] },
};
const anInterface = { subnetId: "subnet-1" };
const two = { privateIps: ["10.0.0.5", "10.0.0.6"] };
const listed = { privateIps: { minItems: 2 } };
const attachment = {
  targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/g/1",
  targetId: "arn:aws:lambda:eu-west-1:111122223333:function:orders",
};
const socket = (protocolType: string): Row["beside"] => ({
  api: { type: "aws:apigatewayv2/api:Api", properties: { id: "a1", name: "orders", protocolType } },
});
const names =
  "^(integration\\.request\\.(path|querystring|header)\\..+|(append|overwrite|remove):(header|querystring)\\..+|overwrite:path)$";

/** What sentences of the API models say of networks, gateways and load balancers. */
export const trafficSentences: readonly TypeRows[] = [
  { type: "aws:wafv2/ruleGroup:RuleGroup", source: api("waf", "CreateRuleGroup"), rows: [forwarded] },
  { type: "aws:wafv2/webAcl:WebAcl", source: api("waf", "CreateWebACL"), rows: [forwarded] },
  {
    type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    source: api("waf", "LabelNameCondition"),
    rows: [
      like(
        "loggingFilter.filters[].conditions[].labelNameCondition.labelName",
        "a label is named in full, of letters, digits, _ - and :",
        "^[0-9A-Za-z_:-]{1,1024}$",
        "awswaf:managed:aws:core-rule-set:NoUserAgent_Header",
        "a label",
      ),
    ],
  },
  {
    type: "aws:ec2/networkInterface:NetworkInterface",
    source: api("ec2", "CreateNetworkInterface"),
    rows: [
      together(
        "an interface has several addresses by a list or by privateIpsCount",
        { when: listed, excluded: ["privateIpsCount"] },
        anInterface,
        two,
        { ...two, privateIpsCount: 2 },
      ),
      together(
        "an interface has several addresses or prefixes of IPv4",
        { when: listed, excluded: ["ipv4PrefixCount", "ipv4Prefixes[]"] },
        anInterface,
        two,
        { ...two, ipv4PrefixCount: 1 },
      ),
    ],
  },
  {
    type: "aws:ec2/subnet:Subnet",
    source: api("ec2", "ModifySubnetAttribute"),
    rows: [
      together(
        "the instances of an IPv6-only subnet are named by resource-name",
        { when: { ipv6Native: true }, properties: { privateDnsHostnameTypeOnLaunch: { const: "resource-name" } } },
        { vpcId: "vpc-1", ipv6Native: true },
        { privateDnsHostnameTypeOnLaunch: "resource-name" },
        { privateDnsHostnameTypeOnLaunch: "ip-name" },
      ),
    ],
  },
  {
    type: "aws:lb/targetGroupAttachment:TargetGroupAttachment",
    source: api("elb", "TargetDescription"),
    rows: [
      together(
        "a function as a target takes the availabilityZone all alone",
        {
          when: { targetId: { pattern: "^arn:[^:]+:lambda:" } },
          properties: { availabilityZone: { const: "all" } },
        },
        attachment,
        { availabilityZone: "all" },
        { availabilityZone: "eu-west-1a" },
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/route:Route",
    source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html",
    rows: [
      {
        at: "",
        fact: "a route of a WebSocket API has no JWT authorizer",
        when: { authorizationType: "JWT" },
        properties: {
          apiId: {
            refersTo: {
              type: "aws:apigatewayv2/api:Api",
              fits: { properties: { protocolType: { not: { const: "WEBSOCKET" } } } },
            },
          },
        },
        beside: socket("WEBSOCKET"),
        good: { apiId: "a1", routeKey: "$connect", authorizationType: "AWS_IAM" },
        bad: { apiId: "a1", routeKey: "$connect", authorizationType: "JWT", authorizerId: "b1" },
      },
    ],
  },
  {
    type: "aws:apigatewayv2/integration:Integration",
    source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html",
    rows: [
      {
        at: "",
        fact: "a parameter of an integration is of its path, query string or headers",
        if: { not: { required: ["integrationSubtype"] } },
        then: { properties: { requestParameters: { propertyNames: { pattern: names } } } },
        good: { apiId: "a1", integrationType: "HTTP", requestParameters: { "integration.request.header.a": "'b'" } },
        bad: { apiId: "a1", integrationType: "HTTP", requestParameters: { "integration.request.cookie.a": "'b'" } },
      },
    ],
  },
];
