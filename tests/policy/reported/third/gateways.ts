import { account, arn, fact, facts } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

const httpApi = ["aws:apigatewayv2/api:Api", "api", { id: "abc123", name: "orders", protocolType: "HTTP" }] as const;
const integration = (more: object) =>
  [httpApi, ["aws:apigatewayv2/integration:Integration", "integration", { apiId: "abc123", ...more }]] as const;
const uri = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn("lambda", "function:f")}/invocations`;
const rest = on("aws:apigateway/integration:Integration", {
  restApi: "abc123",
  resourceId: "def456",
  httpMethod: "GET",
});
const filters = on("aws:cloudwatch/logMetricFilter:LogMetricFilter", { name: "orders", logGroupName: "/orders" });
const transformation = { name: "Errors", namespace: "Orders", value: "1" };
const alarms = on("aws:cloudwatch/metricAlarm:MetricAlarm", {
  ...{ comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 2, threshold: 80 },
});
const metric = { metricName: "CPUUtilization", namespace: "AWS/EC2", period: 120, stat: "Average" };

export const apigateway: FactsByName = {
  "integration-without-method": rest(
    "an integration of a service says its method",
    { type: "AWS", uri },
    { type: "AWS", uri, integrationHttpMethod: "POST" },
  ),
  "credentials-none": rest(
    "the credentials of an integration are a role",
    { type: "HTTP", integrationHttpMethod: "GET", uri: "https://orders.example.com/", credentials: "NONE" },
    { type: "HTTP", integrationHttpMethod: "GET", uri: "https://orders.example.com/" },
  ),
};

export const apigatewayv2: FactsByName = {
  "mock-of-http-api": facts(
    "an HTTP API has no mock",
    integration({ integrationType: "MOCK" }),
    integration({ integrationType: "HTTP_PROXY", integrationMethod: "ANY", integrationUri: "https://example.com" }),
  ),
  "long-kept-answer": fact(
    "an authorizer's answer is kept for an hour at most",
    "aws:apigatewayv2/authorizer:Authorizer",
    { ...requested(), authorizerResultTtlInSeconds: 99_999 },
    { ...requested(), authorizerResultTtlInSeconds: 300 },
  ),
};

function requested(): Record<string, unknown> {
  return {
    ...{ apiId: "abc123", name: "people", authorizerType: "REQUEST", authorizerUri: uri },
    ...{ authorizerPayloadFormatVersion: "2.0", identitySources: ["$request.header.Authorization"] },
  };
}

export const logs: FactsByName = {
  "single-quotes-in-pattern": filters(
    "a text in a pattern stands in double quotes",
    {
      pattern: "{$.userIdentity.type = 'Root' && $.eventType != 'AwsServiceEvent'}",
      metricTransformation: transformation,
    },
    {
      pattern: '{$.userIdentity.type = "Root" && $.eventType != "AwsServiceEvent"}',
      metricTransformation: transformation,
    },
  ),
};

export const cloudwatch: FactsByName = {
  "nothing-returned": alarms(
    "an alarm has one query that returns data",
    { metricQueries: [{ id: "m1", metric, returnData: false }] },
    { metricQueries: [{ id: "m1", metric, returnData: true }] },
  ),
};

export const ssm: FactsByName = {
  "sign-in-name": fact(
    "a parameter is called by letters, digits and . - _",
    "aws:ssm/parameter:Parameter",
    { name: "/orders/my secret!", type: "String", value: "open" },
    { name: "/orders/my-secret", type: "String", value: "open" },
  ),
};

export const wafv2: FactsByName = {
  "association-by-name": fact(
    "what is protected is named by its ARN",
    "aws:wafv2/webAclAssociation:WebAclAssociation",
    {
      resourceArn: "app/orders",
      webAclArn: `arn:aws:wafv2:eu-west-1:${account}:regional/webacl/orders/12345678-1234-1234-1234-123456789012`,
    },
    {
      resourceArn: arn("elasticloadbalancing", "loadbalancer/app/orders/0123456789abcdef"),
      webAclArn: `arn:aws:wafv2:eu-west-1:${account}:regional/webacl/orders/12345678-1234-1234-1234-123456789012`,
    },
  ),
};
