import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const apiType = "aws:apigatewayv2/api:Api";
const web: Made = [apiType, "web", { id: "web1234567", name: "web", protocolType: "HTTP" }];
const socket: Made = [
  apiType,
  "socket",
  {
    id: "sock123456",
    name: "socket",
    protocolType: "WEBSOCKET",
    routeSelectionExpression: "$request.body.action",
  },
];
const functionArn = `arn:aws:lambda:eu-west-1:${account}:function:f`;
const invocation = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`;

/** Facts of what is part of an API of a kind: what both have, then what differs. */
const part =
  (type: string, both: Arguments) => (kind: "HTTP" | "WEBSOCKET", says: string, bad: Arguments, good: Arguments) => {
    const apiId = kind === "HTTP" ? "web1234567" : "sock123456";
    const common = { apiId, ...both };
    return beside(
      [web, socket],
      says,
      [type, "subject", { ...common, ...bad }],
      [type, "subject", { ...common, ...good }],
    );
  };

const integration = part("aws:apigatewayv2/integration:Integration", {});
const lambda = { integrationType: "AWS_PROXY", integrationUri: invocation, integrationMethod: "POST" };
const http = { integrationType: "HTTP_PROXY", integrationMethod: "GET", integrationUri: "https://a.example.com/" };
const privately = {
  integrationType: "HTTP_PROXY",
  integrationMethod: "GET",
  connectionType: "VPC_LINK",
  connectionId: "link12",
  integrationUri: `arn:aws:elasticloadbalancing:eu-west-1:${account}:listener/app/own/1234567890abcdef/1234567890abcdef`,
};
const sends = {
  integrationType: "AWS_PROXY",
  integrationSubtype: "SQS-SendMessage",
  credentialsArn: `arn:aws:iam::${account}:role/r`,
  payloadFormatVersion: "1.0",
  requestParameters: { QueueUrl: `https://sqs.eu-west-1.amazonaws.com/${account}/own`, MessageBody: "$request.body" },
};
const maps = (mappings: Record<string, string>, statusCode = "200") => ({
  ...http,
  responseParameters: [{ statusCode, mappings }],
});

const authorizer = part("aws:apigatewayv2/authorizer:Authorizer", { name: "own" });
const token = {
  authorizerType: "JWT",
  identitySources: ["$request.header.Authorization"],
  jwtConfiguration: { issuer: "https://id.example.com", audiences: ["own"] },
};
const request = {
  authorizerType: "REQUEST",
  authorizerUri: invocation,
  authorizerPayloadFormatVersion: "2.0",
  identitySources: ["$request.header.Authorization"],
};
const socketRequest = {
  authorizerType: "REQUEST",
  authorizerUri: invocation,
  identitySources: ["route.request.header.Authorization"],
};

const route = part("aws:apigatewayv2/route:Route", { target: "integrations/abc123" });
const open = { routeKey: "GET /orders", authorizationType: "AWS_IAM" };
const stage = part("aws:apigatewayv2/stage:Stage", { name: "live" });
const logs = { destinationArn: `arn:aws:logs:eu-west-1:${account}:log-group:own`, format: "$context.requestId" };
const logged = (more: Arguments) => ({ accessLogSettings: { ...logs, ...more } });

const domain = on("aws:apigatewayv2/domainName:DomainName");
const named = (domainName: string, more: Arguments = {}) => ({
  domainName,
  domainNameConfiguration: {
    certificateArn: `arn:aws:acm:eu-west-1:${account}:certificate/11111111-1111-1111-1111-111111111111`,
    endpointType: "REGIONAL",
    securityPolicy: "TLS_1_2",
    ...more,
  },
});
const api = on(apiType, { name: "own", protocolType: "HTTP" });
const socketApi = on(apiType, { name: "own", protocolType: "WEBSOCKET" });
const model = { name: "Order", contentType: "application/json", schema: '{"type":"object"}' };

/** Facts of what only APIs of web sockets have. */
const socketOnly = (says: string, type: string, both: Arguments) =>
  beside(
    [web, socket],
    says,
    [type, "subject", { ...both, apiId: "web1234567" }],
    [type, "subject", { ...both, apiId: "sock123456" }],
  );

export const apigwv2: FactsByName = {
  "apigwv2-access-log-destination-log-group": stage(
    "HTTP",
    "logs go to a log group",
    logged({ destinationArn: `arn:aws:firehose:eu-west-1:${account}:deliverystream/amazon-apigateway-own` }),
    logged({}),
  ),
  "apigwv2-access-log-format-request-id": stage(
    "HTTP",
    "a line of the log has the request",
    logged({ format: "$context.identity.sourceIp" }),
    logged({ format: "$context.identity.sourceIp $context.requestId" }),
  ),
  "apigwv2-authorizer-ttl-identity-source": authorizer(
    "HTTP",
    "what is kept has a key",
    { ...request, authorizerResultTtlInSeconds: 300, identitySources: undefined },
    { ...request, authorizerResultTtlInSeconds: 300 },
  ),
  "apigwv2-authorizer-ttl-range": authorizer(
    "HTTP",
    "an answer is kept for an hour",
    { ...request, authorizerResultTtlInSeconds: 3601 },
    { ...request, authorizerResultTtlInSeconds: 3600 },
  ),
  "apigwv2-aws-proxy-payload-version": integration(
    "HTTP",
    "a version is 1.0 or 2.0",
    { ...lambda, payloadFormatVersion: "3.0" },
    { ...lambda, payloadFormatVersion: "2.0" },
  ),
  "apigwv2-cors-credentials-wildcard": api(
    "credentials are not for all origins",
    { corsConfiguration: { allowCredentials: true, allowOrigins: ["*"] } },
    { corsConfiguration: { allowCredentials: true, allowOrigins: ["https://a.example.com"] } },
  ),
  "apigwv2-domain-certificate-region": domain(
    "a certificate is of the domain's Region",
    named("a.example.com", {
      certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/11111111-1111-1111-1111-111111111111`,
    }),
    named("a.example.com"),
  ),
  "apigwv2-domain-endpoint-type-regional": domain(
    "a domain is of a Region",
    named("a.example.com", { endpointType: "EDGE" }),
    named("a.example.com"),
  ),
  "apigwv2-domain-name-charset": domain("a domain has small letters", named("A.example.com"), named("a.example.com")),
  "apigwv2-http-identity-source-expression": authorizer(
    "HTTP",
    "a source is an expression",
    { ...request, identitySources: ["route.request.header.Authorization"] },
    request,
  ),
  "apigwv2-http-proxy-integration-method": integration(
    "HTTP",
    "what is called has a method",
    { ...http, integrationMethod: undefined },
    http,
  ),
  "apigwv2-http-proxy-payload-version": integration(
    "HTTP",
    "a proxy of HTTP has version 1.0",
    { ...http, payloadFormatVersion: "2.0" },
    { ...http, payloadFormatVersion: "1.0" },
  ),
  "apigwv2-http-route-key": route(
    "HTTP",
    "a route is a method and a path",
    { ...open, routeKey: "TRACE /orders" },
    open,
  ),
  "apigwv2-http-route-no-api-key": route("HTTP", "an API of HTTP has no keys", { ...open, apiKeyRequired: true }, open),
  "apigwv2-http-route-selection": api(
    "an API of HTTP selects by method and path",
    { routeSelectionExpression: "$request.body.action" },
    { routeSelectionExpression: "$request.method $request.path" },
  ),
  "apigwv2-integration-response-websocket-only": socketOnly(
    "an API of HTTP has no responses of integrations",
    "aws:apigatewayv2/integrationResponse:IntegrationResponse",
    { integrationId: "abc123", integrationResponseKey: "/200/" },
  ),
  "apigwv2-integration-subtype-credentials": integration(
    "HTTP",
    "a service is called with a role",
    { ...sends, credentialsArn: undefined },
    sends,
  ),
  "apigwv2-integration-subtype-known": integration(
    "HTTP",
    "an operation is one of ten",
    { ...sends, integrationSubtype: "SNS-Publish" },
    sends,
  ),
  "apigwv2-integration-subtype-payload-version": integration(
    "HTTP",
    "a service is called with version 1.0",
    { ...sends, payloadFormatVersion: "2.0" },
    sends,
  ),
  "apigwv2-integration-subtype-required-parameters": integration(
    "HTTP",
    "a message has a body",
    { ...sends, requestParameters: { QueueUrl: `https://sqs.eu-west-1.amazonaws.com/${account}/own` } },
    sends,
  ),
  "apigwv2-integration-timeout-range": integration(
    "HTTP",
    "an answer comes in 30 seconds",
    { ...http, timeoutMilliseconds: 30_001 },
    { ...http, timeoutMilliseconds: 30_000 },
  ),
  "apigwv2-integration-vpc-link-connection-id": integration(
    "HTTP",
    "a link has an id",
    { ...privately, connectionId: undefined },
    privately,
  ),
  "apigwv2-jwt-audience-required": authorizer(
    "HTTP",
    "a token is for someone",
    { ...token, jwtConfiguration: { issuer: "https://id.example.com" } },
    token,
  ),
  "apigwv2-jwt-authorizer-config": authorizer(
    "HTTP",
    "a token comes from somewhere",
    { ...token, jwtConfiguration: undefined },
    token,
  ),
  "apigwv2-jwt-issuer-https": authorizer(
    "HTTP",
    "an issuer has HTTPS",
    { ...token, jwtConfiguration: { issuer: "http://id.example.com", audiences: ["own"] } },
    token,
  ),
  "apigwv2-model-name-alphanumeric": part("aws:apigatewayv2/model:Model", model)(
    "WEBSOCKET",
    "a model's name has no hyphens",
    { name: "my-order" },
    { name: "myOrder" },
  ),
  "apigwv2-model-websocket-only": socketOnly("an API of HTTP has no models", "aws:apigatewayv2/model:Model", model),
  "apigwv2-request-authorizer-payload-version": authorizer(
    "HTTP",
    "an authorizer has a version",
    { ...request, authorizerPayloadFormatVersion: undefined },
    request,
  ),
  "apigwv2-request-authorizer-uri-required": authorizer(
    "HTTP",
    "an authorizer is called somewhere",
    { ...request, authorizerUri: undefined },
    request,
  ),
  "apigwv2-request-parameter-action": integration(
    "HTTP",
    "a parameter is appended, overwritten or removed",
    { ...http, requestParameters: { "set:header.X-Own": "own" } },
    { ...http, requestParameters: { "overwrite:header.X-Own": "own" } },
  ),
  "apigwv2-response-parameter-action": integration(
    "HTTP",
    "a header of the answer is appended, overwritten or removed",
    maps({ "set:header.X-Own": "own" }),
    maps({ "overwrite:header.X-Own": "own" }),
  ),
  "apigwv2-response-parameter-status-code": integration(
    "HTTP",
    "an answer is a code from 200",
    maps({ "overwrite:header.X-Own": "own" }, "199"),
    maps({ "overwrite:header.X-Own": "own" }, "200"),
  ),
  "apigwv2-route-authorization-scopes-jwt": route(
    "HTTP",
    "scopes are of tokens",
    { ...open, authorizationScopes: ["orders"] },
    { routeKey: "GET /orders", authorizationType: "JWT", authorizerId: "auth12", authorizationScopes: ["orders"] },
  ),
  "apigwv2-route-jwt-authorizer-id": route(
    "HTTP",
    "tokens are proven by an authorizer",
    { ...open, authorizationType: "JWT" },
    { ...open, authorizationType: "JWT", authorizerId: "auth12" },
  ),
  "apigwv2-route-response-key-default": part("aws:apigatewayv2/routeResponse:RouteResponse", { routeId: "abc123" })(
    "WEBSOCKET",
    "the response of a route is $default",
    { routeResponseKey: "ok" },
    { routeResponseKey: "$default" },
  ),
  "apigwv2-route-response-websocket-only": socketOnly(
    "an API of HTTP has no responses of routes",
    "aws:apigatewayv2/routeResponse:RouteResponse",
    { routeId: "abc123", routeResponseKey: "$default" },
  ),
  "apigwv2-route-target-format": route(
    "HTTP",
    "a target is an integration",
    { ...open, target: "abc123" },
    { ...open, target: "integrations/abc123" },
  ),
  "apigwv2-simple-responses-payload-version": authorizer(
    "HTTP",
    "simple answers need version 2.0",
    { ...request, enableSimpleResponses: true, authorizerPayloadFormatVersion: "1.0" },
    { ...request, enableSimpleResponses: true },
  ),
  "apigwv2-stage-name-charset": stage(
    "HTTP",
    "a name has no dots",
    { ...logged({}), name: "my.stage" },
    { ...logged({}), name: "my_stage" },
  ),
  "apigwv2-stage-route-settings-key": beside(
    [web, ["aws:apigatewayv2/route:Route", "route", { ...open, apiId: "web1234567", target: "integrations/abc123" }]],
    "a setting is of a route",
    [
      "aws:apigatewayv2/stage:Stage",
      "subject",
      { apiId: "web1234567", name: "live", ...logged({}), routeSettings: [{ routeKey: "GET /other" }] },
    ],
    [
      "aws:apigatewayv2/stage:Stage",
      "subject",
      { apiId: "web1234567", name: "live", ...logged({}), routeSettings: [{ routeKey: "GET /orders" }] },
    ],
  ),
  "apigwv2-vpc-link-integration-uri": integration(
    "HTTP",
    "a link leads to a listener",
    {
      ...privately,
      integrationUri: `arn:aws:elasticloadbalancing:eu-west-1:${account}:loadbalancer/app/own/1234567890abcdef`,
    },
    privately,
  ),
  "apigwv2-vpc-link-subnets-required": on("aws:apigatewayv2/vpcLink:VpcLink", {
    name: "own",
    securityGroupIds: ["sg-0123456789abcdef0"],
  })("a link is in a subnet", { subnetIds: [] }, { subnetIds: ["subnet-0123456789abcdef0"] }),
  "apigwv2-websocket-authorization-connect-only": route(
    "WEBSOCKET",
    "who connects is proven once",
    { routeKey: "send", authorizationType: "AWS_IAM" },
    { routeKey: "$connect", authorizationType: "AWS_IAM" },
  ),
  "apigwv2-websocket-authorizer-type": authorizer(
    "WEBSOCKET",
    "an API of web sockets takes no tokens",
    { ...socketRequest, authorizerType: "JWT" },
    socketRequest,
  ),
  "apigwv2-websocket-identity-source-expression": authorizer(
    "WEBSOCKET",
    "a source of web sockets is an expression of its own",
    { ...socketRequest, identitySources: ["$request.header.Authorization"] },
    socketRequest,
  ),
  "apigwv2-websocket-integration-timeout-range": integration(
    "WEBSOCKET",
    "an answer comes in 29 seconds",
    { ...lambda, timeoutMilliseconds: 29_001 },
    { ...lambda, timeoutMilliseconds: 29_000 },
  ),
  "apigwv2-websocket-no-cors": socketApi(
    "an API of web sockets has no CORS",
    {
      routeSelectionExpression: "$request.body.action",
      corsConfiguration: { allowOrigins: ["https://a.example.com"] },
    },
    { routeSelectionExpression: "$request.body.action" },
  ),
  "apigwv2-websocket-payload-version": integration(
    "WEBSOCKET",
    "an integration of web sockets has version 1.0",
    { ...lambda, payloadFormatVersion: "2.0" },
    { ...lambda, payloadFormatVersion: "1.0" },
  ),
  "apigwv2-websocket-route-selection": socketApi(
    "an API of web sockets selects by an expression",
    {},
    { routeSelectionExpression: "$request.body.action" },
  ),
};
