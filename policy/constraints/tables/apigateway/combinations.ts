import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { only, sameRegion, together } from "../together";

const guide = (name: string) => page(`apigateway/latest/developerguide/${name}`);
const certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/c";
const method = { restApi: "r", resourceId: "p", httpMethod: "POST" };
const logGroup = "arn:aws:logs:eu-west-1:111122223333:log-group:g";

const domainName: TypeRows = {
  type: "aws:apigateway/domainName:DomainName",
  source: api("apigateway", "CreateDomainName"),
  rows: [
    sameRegion("regionalCertificateArn", "the certificate of a regional domain is in its own Region", certificate),
    {
      at: "",
      fact: "the certificate of an edge-optimized domain is in us-east-1",
      if: {
        not: {
          required: ["endpointConfiguration.types"],
          properties: { "endpointConfiguration.types": { const: "PRIVATE" } },
        },
      },
      then: { properties: { certificateArn: { not: { pattern: "^arn:[^:]*:acm:(?!us-east-1:)" } } } },
      good: { domainName: "a.example.com", certificateArn: certificate, endpointConfiguration: { types: "PRIVATE" } },
      bad: { domainName: "a.example.com", certificateArn: certificate },
    },
    only("an edge-optimized domain has a certificateArn", { "endpointConfiguration.types": "EDGE" }, [
      "regionalCertificateArn",
    ])(
      { domainName: "a.example.com", regionalCertificateArn: certificate },
      { endpointConfiguration: { types: "REGIONAL" } },
      { endpointConfiguration: { types: "EDGE" } },
    ),
    only("a regional domain has a regionalCertificateArn", { "endpointConfiguration.types": "REGIONAL" }, [
      "certificateArn",
    ])(
      { domainName: "a.example.com", certificateArn: certificate.replace("eu-west-1", "us-east-1") },
      { endpointConfiguration: { types: "EDGE" } },
      { endpointConfiguration: { types: "REGIONAL" } },
    ),
    together(
      "mutual TLS needs the securityPolicy TLS_1_2 or newer",
      {
        when: { mutualTlsAuthentication: {} },
        required: ["securityPolicy"],
        properties: { securityPolicy: { not: { const: "TLS_1_0" } } },
        source: guide("rest-api-mutual-tls"),
      },
      { domainName: "a.example.com", mutualTlsAuthentication: { truststoreUri: "s3://b/k.pem" } },
      { securityPolicy: "TLS_1_2" },
      { securityPolicy: "TLS_1_0" },
    ),
  ],
};

/** What the location of a documentation part has, by its type. */
const locations: readonly (readonly [string, readonly string[]])[] = [
  ["API", ["path", "method", "statusCode", "name"]],
  ["AUTHORIZER", ["path", "method", "statusCode"]],
  ["MODEL", ["path", "method", "statusCode"]],
  ["RESOURCE", ["method", "statusCode", "name"]],
  ["METHOD", ["statusCode", "name"]],
  ["REQUEST_BODY", ["statusCode", "name"]],
  ["RESPONSE", ["name"]],
];

const documentationPart: TypeRows = {
  type: "aws:apigateway/documentationPart:DocumentationPart",
  source: api("apigateway", "DocumentationPartLocation"),
  rows: locations.map(([type, excluded]) => ({
    at: "location",
    fact: `the location of a part of ${type} has no ${excluded.join(", ")}`,
    when: { type },
    excluded,
    good: { type },
    bad: { type, [excluded[0] ?? ""]: "/orders" },
  })),
};

const stage: TypeRows = {
  type: "aws:apigateway/stage:Stage",
  source: api("apigateway", "CreateStage"),
  rows: [
    {
      at: "accessLogSettings.format",
      fact: "a line of the access log has $context.requestId or $context.extendedRequestId",
      pattern: "\\$context\\.(requestId|extendedRequestId)",
      source: guide("set-up-logging"),
      good: "$context.requestId $context.status",
      bad: "$context.status",
    },
    {
      at: "accessLogSettings.destinationArn",
      fact: "the access log goes to a log group or a Firehose stream",
      arnOf: ["logs", "firehose", "kinesis"],
      source: guide("set-up-logging"),
      good: logGroup,
      bad: "arn:aws:s3:::logs",
    },
    {
      at: "accessLogSettings.destinationArn",
      fact: "the name of a Firehose stream for access logs begins with amazon-apigateway-",
      not: { pattern: ":deliverystream/(?!amazon-apigateway-)" },
      source: guide("apigateway-logging-to-kinesis"),
      good: "arn:aws:firehose:eu-west-1:111122223333:deliverystream/amazon-apigateway-logs",
      bad: "arn:aws:firehose:eu-west-1:111122223333:deliverystream/logs",
    },
  ],
};

const integration: TypeRows = {
  type: "aws:apigateway/integration:Integration",
  source: api("apigateway", "PutIntegration"),
  rows: [
    together(
      "the uri of an AWS or AWS_PROXY integration is arn:aws:apigateway:<Region>:<service>:path/… or :action/…",
      { when: { type: ["AWS", "AWS_PROXY"] }, properties: { uri: { pattern: "^arn:[^:]*:apigateway:" } } },
      { ...method, type: "AWS_PROXY", integrationHttpMethod: "POST" },
      {
        uri: "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations",
      },
      { uri: "arn:aws:lambda:eu-west-1:111122223333:function:f" },
    ),
    together(
      "the uri of an HTTP or HTTP_PROXY integration is an http or https address",
      { when: { type: ["HTTP", "HTTP_PROXY"] }, properties: { uri: { pattern: "^https?://|^\\$\\{stageVariables" } } },
      { ...method, type: "HTTP_PROXY", integrationHttpMethod: "GET" },
      { uri: "https://a.example.com/orders" },
      { uri: "a.example.com/orders" },
    ),
    together(
      "a cacheKeyParameter is among the requestParameters of the method",
      {
        join: "cacheKeys",
        beside: {
          method: {
            type: "aws:apigateway/method:Method",
            properties: { ...method, authorization: "AWS_IAM", requestParameters: { "method.request.path.id": true } },
          },
        },
      },
      { ...method, type: "MOCK" },
      { cacheKeyParameters: ["method.request.path.id"] },
      { cacheKeyParameters: ["method.request.querystring.page"] },
    ),
  ],
};

const authorizer: TypeRows = {
  type: "aws:apigateway/authorizer:Authorizer",
  source: api("apigateway", "CreateAuthorizer"),
  rows: [
    {
      at: "authorizerUri",
      fact: "the uri of an authorizer is arn:aws:apigateway:<Region>:lambda:path/2015-03-31/functions/<ARN>/invocations",
      pattern: "^arn:[^:]*:apigateway:",
      good: "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations",
      bad: "arn:aws:lambda:eu-west-1:111122223333:function:f",
    },
  ],
};

const others: readonly TypeRows[] = [
  {
    type: "aws:apigateway/integrationResponse:IntegrationResponse",
    source: api("apigateway", "PutIntegrationResponse"),
    rows: [
      {
        at: "selectionPattern",
        fact: "it is a regular expression",
        format: "javaPattern",
        good: ".*(timeout|error).*",
        bad: ".*(timeout|error.*",
      },
    ],
  },
  {
    type: "aws:apigateway/model:Model",
    source: api("apigateway", "CreateModel"),
    rows: [
      {
        at: "contentType",
        fact: "it is a media type",
        pattern: "^[\\w!#$&^.+-]+/[\\w!#$&^.+*-]+",
        good: "application/json",
        bad: "json",
      },
    ],
  },
  {
    type: "aws:apigateway/restApi:RestApi",
    source: api("apigateway", "CreateRestApi"),
    rows: [
      {
        at: "policy",
        fact: "the policy of an API is an IAM policy document",
        format: "resourcePolicy",
        good: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}',
        bad: '{"Version":"2012-10-17","Statement":[{"Effect":"Permit","Principal":{"AWS":"111122223333"},"Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}',
      },
    ],
  },
  {
    type: "aws:apigateway/usagePlan:UsagePlan",
    source: api("apigateway", "CreateUsagePlan"),
    rows: [
      {
        at: "quotaSettings",
        fact: "a quota has a period",
        required: ["period"],
        good: { limit: 10, period: "DAY" },
        bad: { limit: 10 },
      },
      { at: "quotaSettings.limit", minimum: 1, source: measured, good: 1, bad: 0 },
      together(
        "a plan names stages of its APIs",
        {
          join: "planStages",
          beside: {
            api: { type: "aws:apigateway/restApi:RestApi", properties: { id: "r", name: "a" } },
            stage: {
              type: "aws:apigateway/stage:Stage",
              properties: { restApi: "r", stageName: "prod", deployment: "d" },
            },
          },
        },
        { name: "p" },
        { apiStages: [{ apiId: "r", stage: "prod" }] },
        { apiStages: [{ apiId: "r", stage: "test" }] },
      ),
    ],
  },
  {
    type: "aws:apigateway/deployment:Deployment",
    source: api("apigateway", "CreateDeployment"),
    rows: [
      {
        at: "restApi",
        fact: "an API that is deployed has one or more methods",
        join: "deployedMethods",
        good: "other",
        bad: "r",
        beside: { api: { type: "aws:apigateway/restApi:RestApi", properties: { id: "r", name: "a" } } },
        links: { restApi: "api" },
      },
    ],
  },
];

/** API Gateway, REST: settings that go together, or do not. */
export const apigatewayCombinations: readonly TypeRows[] = [
  domainName,
  documentationPart,
  stage,
  integration,
  authorizer,
  ...others,
  {
    type: "aws:apigateway/usagePlan:UsagePlan",
    source: api("apigateway", "ApiStage"),
    rows: [
      {
        at: "apiStages[].throttles[].path",
        fact: "a path is that of a resource, a slash and a method: /orders/GET",
        pattern: "^/.*/?[A-Z*]+$",
        good: "/orders/GET",
        bad: "orders",
      },
    ],
  },
];
