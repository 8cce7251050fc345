import { type Row, type TypeRows } from "../../schema";
import { page } from "../pages";
import { sameRegion, together } from "../together";
import { beside, onlyFor, reference } from "./shared";

const guide = (name: string) => page(`apigateway/latest/developerguide/${name}`);

/** The parameters that an integration with an action of a service cannot do without. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  "EventBridge-PutEvents": ["Detail", "DetailType", "Source"],
  "SQS-SendMessage": ["QueueUrl", "MessageBody"],
  "SQS-ReceiveMessage": ["QueueUrl"],
  "SQS-DeleteMessage": ["QueueUrl", "ReceiptHandle"],
  "SQS-PurgeQueue": ["QueueUrl"],
  "AppConfig-GetConfiguration": ["Application", "Environment", "Configuration", "ClientId"],
  "Kinesis-PutRecord": ["StreamName", "Data", "PartitionKey"],
  "StepFunctions-StartExecution": ["StateMachineArn"],
  "StepFunctions-StartSyncExecution": ["StateMachineArn"],
  "StepFunctions-StopExecution": ["ExecutionArn"],
};

const subtype = {
  apiId: "a",
  integrationType: "AWS_PROXY",
  payloadFormatVersion: "1.0",
  credentialsArn: "arn:aws:iam::111122223333:role/r",
};

const withParameters = Object.entries(parameters).map(([integrationSubtype, names]): Row => {
  const all = Object.fromEntries(names.map((name) => [name, "$request.body.x"]));
  const [first = ""] = names;
  const less = Object.fromEntries(Object.entries(all).filter(([name]) => name !== first));
  return together(
    `${integrationSubtype} has the requestParameters ${names.join(", ")}`,
    {
      when: { integrationSubtype },
      required: names.map((name) => `requestParameters.${name}`),
      source: guide("http-api-develop-integrations-aws-services-reference"),
    },
    { ...subtype, integrationSubtype },
    { requestParameters: all },
    { requestParameters: { ...less, Other: "x" } },
  );
});

const integration: TypeRows = {
  type: "aws:apigatewayv2/integration:Integration",
  source: reference("apis-apiid-integrations"),
  rows: [
    ...withParameters,
    together(
      "an HTTP_PROXY integration has payloadFormatVersion 1.0",
      { when: { integrationType: "HTTP_PROXY" }, properties: { payloadFormatVersion: { const: "1.0" } } },
      { apiId: "a", integrationType: "HTTP_PROXY", integrationMethod: "GET", integrationUri: "https://a.example.com" },
      { payloadFormatVersion: "1.0" },
      { payloadFormatVersion: "2.0" },
    ),
    together(
      "the integrations of a WebSocket API have payloadFormatVersion 1.0",
      {
        when: { payloadFormatVersion: "2.0" },
        properties: { apiId: onlyFor("HTTP") },
        beside,
      },
      {
        integrationType: "AWS_PROXY",
        integrationUri: "arn:aws:lambda:eu-west-1:111122223333:function:f",
        payloadFormatVersion: "2.0",
      },
      { apiId: "a1" },
      { apiId: "w1" },
    ),
    together(
      "a key of requestParameters is append, overwrite or remove, a colon, header, querystring or path, and a name",
      {
        if: { required: ["integrationSubtype"] },
        else: {
          properties: {
            requestParameters: {
              propertyNames: {
                pattern: "^(append|overwrite|remove):(header|querystring|path)(\\.|$)|^integration\\.request\\.",
              },
            },
          },
        },
        source: guide("http-api-parameter-mapping"),
      },
      { apiId: "a", integrationType: "HTTP_PROXY", integrationMethod: "GET", integrationUri: "https://a.example.com" },
      { requestParameters: { "append:header.team": "orders" } },
      { requestParameters: { "add:header.team": "orders" } },
    ),
    {
      at: "responseParameters[].mappings",
      fact: "a key is append, overwrite or remove, a colon, header and a name, or overwrite:statuscode",
      propertyNames: { pattern: "^(append|overwrite|remove):header\\.|^overwrite:statuscode$" },
      source: guide("http-api-parameter-mapping"),
      good: { "overwrite:statuscode": "403" },
      bad: { "set:statuscode": "403" },
    },
    together(
      "an integration over a VPC link names a listener, or a Cloud Map service",
      {
        when: { connectionType: "VPC_LINK" },
        properties: {
          integrationUri: { not: { pattern: "^arn:[^:]*:elasticloadbalancing:[^:]*:[^:]*:loadbalancer/" } },
        },
        source: guide("http-api-develop-integrations-private"),
      },
      {
        apiId: "a",
        integrationType: "HTTP_PROXY",
        integrationMethod: "ANY",
        connectionType: "VPC_LINK",
        connectionId: "l",
      },
      {
        integrationUri:
          "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a/0123456789abcdef/0123456789abcdef",
      },
      { integrationUri: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/0123456789abcdef" },
    ),
  ],
};

const others: readonly TypeRows[] = [
  {
    type: "aws:apigatewayv2/domainName:DomainName",
    source: reference("domainnames"),
    rows: [
      sameRegion(
        "domainNameConfiguration.certificateArn",
        "the certificate of a domain is in its own Region",
        "arn:aws:acm:eu-west-1:111122223333:certificate/c",
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/authorizer:Authorizer",
    source: reference("apis-apiid-authorizers"),
    rows: [
      {
        at: "jwtConfiguration",
        fact: "a JWT authorizer has one or more audiences and an issuer",
        required: ["audiences[]", "issuer"],
        good: { issuer: "https://a.example.com", audiences: ["orders"] },
        bad: { issuer: "https://a.example.com", audiences: [] },
      },
      together(
        "an identity source of an HTTP API begins with $request, $context or $stageVariables",
        {
          if: {
            required: ["identitySources[]"],
            properties: { "identitySources[]": { pattern: "^(route\\.|context\\.|stageVariables\\.)" } },
          },
          then: { properties: { apiId: onlyFor("WEBSOCKET") } },
          beside,
        },
        { authorizerType: "REQUEST", authorizerUri: "u", identitySources: ["route.request.header.Authorization"] },
        { apiId: "w1" },
        { apiId: "a1", authorizerPayloadFormatVersion: "2.0" },
      ),
      together(
        "an identity source of a WebSocket API begins with route.request, context or stageVariables",
        {
          if: { required: ["identitySources[]"], properties: { "identitySources[]": { pattern: "^\\$" } } },
          then: { properties: { apiId: onlyFor("HTTP") } },
          beside,
        },
        { authorizerType: "REQUEST", authorizerUri: "u", identitySources: ["$request.header.Authorization"] },
        { apiId: "a1", authorizerPayloadFormatVersion: "2.0" },
        { apiId: "w1" },
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/route:Route",
    source: reference("apis-apiid-routes"),
    rows: [
      together(
        "a WebSocket API authorizes callers at its route $connect only",
        {
          if: {
            required: ["authorizationType", "routeKey"],
            properties: {
              authorizationType: { enum: ["AWS_IAM", "CUSTOM", "JWT"] },
              routeKey: { not: { const: "$connect" } },
            },
          },
          then: { properties: { apiId: onlyFor("HTTP") } },
          beside,
          source: guide("apigateway-websocket-api-control-access"),
        },
        { apiId: "w1", authorizationType: "AWS_IAM" },
        { routeKey: "$connect" },
        { routeKey: "send" },
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/routeResponse:RouteResponse",
    source: reference("apis-apiid-routes-routeid-routeresponses"),
    rows: [{ at: "routeResponseKey", const: "$default", good: "$default", bad: "other" }],
  },
  {
    type: "aws:apigatewayv2/stage:Stage",
    source: reference("apis-apiid-stages"),
    rows: [
      together(
        "the routeKey of a setting is the key of a route of the API",
        {
          properties: {
            "routeSettings[].routeKey": {
              nameOf: {
                type: "aws:apigatewayv2/route:Route",
                key: "routeKey",
                owner: { type: "aws:apigatewayv2/api:Api", at: "apiId", there: "apiId" },
              },
            },
          },
          beside: {
            ...beside,
            route: { type: "aws:apigatewayv2/route:Route", properties: { apiId: "a1", routeKey: "GET /orders" } },
          },
        },
        { apiId: "a1", name: "prod" },
        { routeSettings: [{ routeKey: "GET /orders" }] },
        { routeSettings: [{ routeKey: "GET /order" }] },
      ),
    ],
  },
];

/** API Gateway, HTTP and WebSocket: settings that go together, or do not. */
export const apigatewayv2Combinations: readonly TypeRows[] = [
  integration,
  ...others,
  {
    type: "aws:apigatewayv2/stage:Stage",
    source: guide("http-api-logging"),
    rows: [
      {
        at: "accessLogSettings.format",
        fact: "a line of the access log has $context.requestId or $context.extendedRequestId",
        pattern: "\\$context\\.(requestId|extendedRequestId)",
        good: "$context.requestId $context.status",
        bad: "$context.status",
      },
    ],
  },
];
