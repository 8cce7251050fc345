import { type Row, type TypeRows } from "../schema";
import { page } from "./pages";

const reference = (path: string): string => page(`apigatewayv2/latest/api-reference/${path}`);

const http = { type: "aws:apigatewayv2/api:Api", properties: { id: "a1", protocolType: "HTTP" } };
const webSocket = { type: "aws:apigatewayv2/api:Api", properties: { id: "w1", protocolType: "WEBSOCKET" } };
const beside = { http, webSocket };

/** The API that a resource belongs to is of one protocol. */
const onlyFor = (protocolType: "HTTP" | "WEBSOCKET") => ({
  refersTo: { type: "aws:apigatewayv2/api:Api", fits: { properties: { protocolType: { const: protocolType } } } },
});

/** A row on what only one kind of API has. */
function ofKind(protocolType: "HTTP" | "WEBSOCKET", property: string, good: unknown, fact: string): Row {
  const [own, other] = protocolType === "HTTP" ? ["a1", "w1"] : ["w1", "a1"];
  return {
    at: "",
    fact,
    if: { required: [property], ...(good === true && { properties: { [property]: { const: true } } }) },
    then: { properties: { apiId: onlyFor(protocolType) } },
    good: { apiId: own, [property]: good },
    bad: { apiId: other, [property]: good },
    beside,
  };
}

const routes = "apis-apiid-routes";

/** HTTP and WebSocket APIs. */
export const apigatewayv2: readonly TypeRows[] = [
  {
    type: "aws:apigatewayv2/route:Route",
    source: reference(routes),
    rows: [
      ofKind("WEBSOCKET", "apiKeyRequired", true, "a route of an HTTP API takes no apiKeyRequired"),
      ofKind("WEBSOCKET", "modelSelectionExpression", "action", "modelSelectionExpression is for WebSocket APIs"),
      ofKind(
        "WEBSOCKET",
        "routeResponseSelectionExpression",
        "$default",
        "routeResponseSelectionExpression is for WebSocket APIs",
      ),
      ofKind("WEBSOCKET", "requestModels", { $default: "m" }, "requestModels are for WebSocket APIs"),
      ofKind("WEBSOCKET", "operationName", "list", "operationName is for WebSocket APIs"),
      ofKind("HTTP", "authorizationScopes", ["read"], "authorizationScopes are for HTTP APIs with JWT authorizers"),
      { at: "authorizationType", enum: ["NONE", "AWS_IAM", "CUSTOM", "JWT"], good: "JWT", bad: "COGNITO_USER_POOLS" },
      {
        at: "",
        fact: "a route of JWT or CUSTOM has an authorizerId",
        when: { authorizationType: ["JWT", "CUSTOM"] },
        required: ["authorizerId"],
        good: { authorizationType: "JWT", authorizerId: "a1b2c3" },
        bad: { authorizationType: "JWT" },
      },
      {
        at: "",
        fact: "an authorizerId goes with authorizationType JWT or CUSTOM",
        when: { authorizationType: ["NONE", "AWS_IAM"] },
        excluded: ["authorizerId"],
        good: { authorizationType: "CUSTOM", authorizerId: "a1b2c3" },
        bad: { authorizationType: "AWS_IAM", authorizerId: "a1b2c3" },
      },
      {
        at: "target",
        fact: "a target is integrations/ and an integration's id",
        pattern: "^integrations/.+$",
        good: "integrations/a1b2c3",
        bad: "a1b2c3",
      },
      {
        at: "",
        fact: "the key of an HTTP API's route is $default or a method and a path that begins with a slash",
        if: { properties: { apiId: onlyFor("HTTP") }, required: ["apiId"] },
        then: {
          anyOf: [
            { properties: { apiId: { not: onlyFor("HTTP") } } },
            {
              properties: { routeKey: { pattern: "^(\\$default|(ANY|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /.*)$" } },
            },
          ],
        },
        good: { apiId: "a1", routeKey: "GET /orders" },
        bad: { apiId: "a1", routeKey: "GET orders" },
        beside,
      },
    ],
  },
  {
    type: "aws:apigatewayv2/routeResponse:RouteResponse",
    source: reference("apis-apiid-routes-routeid-routeresponses"),
    rows: [
      {
        at: "apiId",
        fact: "route responses are for WebSocket APIs only",
        ...onlyFor("WEBSOCKET"),
        good: "w1",
        bad: "a1",
        beside,
      },
    ],
  },
  {
    type: "aws:apigatewayv2/integrationResponse:IntegrationResponse",
    source: reference("apis-apiid-integrations-integrationid-integrationresponses"),
    rows: [
      {
        at: "apiId",
        fact: "integration responses are for WebSocket APIs only",
        ...onlyFor("WEBSOCKET"),
        good: "w1",
        bad: "a1",
        beside,
      },
      {
        at: "contentHandlingStrategy",
        enum: ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"],
        good: "CONVERT_TO_TEXT",
        bad: "TEXT",
      },
    ],
  },
  {
    type: "aws:apigatewayv2/model:Model",
    source: reference("apis-apiid-models"),
    rows: [
      {
        at: "apiId",
        fact: "models are for WebSocket APIs only",
        ...onlyFor("WEBSOCKET"),
        good: "w1",
        bad: "a1",
        beside,
      },
      {
        at: "name",
        fact: "the name of a model has letters and digits only",
        pattern: "^[a-zA-Z0-9]{1,128}$",
        good: "Order",
        bad: "order-model",
      },
      {
        at: "schema",
        format: "apiModel",
        fact: "a schema is JSON Schema draft 4",
        good: '{"type": "object"}',
        bad: '{"type": "dictionary"}',
      },
    ],
  },
  {
    type: "aws:apigatewayv2/vpcLink:VpcLink",
    source: reference("vpclinks"),
    rows: [
      { at: "subnetIds", fact: "a VPC link is in one or more subnets", minItems: 1, good: ["subnet-1"], bad: [] },
      { at: "name", minLength: 1, maxLength: 128, good: "private", bad: "a".repeat(129) },
    ],
  },
  {
    type: "aws:apigatewayv2/integration:Integration",
    source: reference("apis-apiid-integrations"),
    rows: [
      { at: "payloadFormatVersion", enum: ["1.0", "2.0"], good: "2.0", bad: "3.0" },
      {
        at: "integrationType",
        enum: ["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"],
        good: "AWS_PROXY",
        bad: "LAMBDA",
      },
      { at: "connectionType", enum: ["INTERNET", "VPC_LINK"], good: "INTERNET", bad: "VPC" },
      {
        at: "passthroughBehavior",
        enum: ["WHEN_NO_MATCH", "NEVER", "WHEN_NO_TEMPLATES"],
        good: "NEVER",
        bad: "ALWAYS",
      },
      {
        at: "",
        fact: "a VPC_LINK integration names the link in connectionId",
        when: { connectionType: "VPC_LINK" },
        required: ["connectionId"],
        good: {
          integrationType: "HTTP_PROXY",
          integrationMethod: "ANY",
          integrationUri: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a/1/2",
          connectionType: "VPC_LINK",
          connectionId: "v1",
        },
        bad: {
          integrationType: "HTTP_PROXY",
          integrationMethod: "ANY",
          integrationUri: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a/1/2",
          connectionType: "VPC_LINK",
        },
      },
      {
        at: "",
        fact: "an HTTP_PROXY integration has an integrationMethod",
        when: { integrationType: "HTTP_PROXY" },
        required: ["integrationMethod"],
        good: { integrationType: "HTTP_PROXY", integrationMethod: "GET", integrationUri: "https://a.example" },
        bad: { integrationType: "HTTP_PROXY", integrationUri: "https://a.example" },
      },
      {
        at: "",
        fact: "an HTTP or HTTP_PROXY integration has an integrationUri",
        when: { integrationType: ["HTTP", "HTTP_PROXY"] },
        required: ["integrationUri"],
        good: { integrationType: "HTTP_PROXY", integrationMethod: "GET", integrationUri: "https://a.example" },
        bad: { integrationType: "HTTP_PROXY", integrationMethod: "GET" },
      },
      {
        at: "",
        fact: "an integrationSubtype has payloadFormatVersion 1.0",
        when: { integrationSubtype: { minLength: 1 } },
        properties: { payloadFormatVersion: { const: "1.0" } },
        source: page("apigateway/latest/developerguide/http-api-develop-integrations-aws-services"),
        good: {
          integrationType: "AWS_PROXY",
          integrationSubtype: "SQS-SendMessage",
          credentialsArn: "arn:aws:iam::111122223333:role/a",
          payloadFormatVersion: "1.0",
        },
        bad: {
          integrationType: "AWS_PROXY",
          integrationSubtype: "SQS-SendMessage",
          credentialsArn: "arn:aws:iam::111122223333:role/a",
          payloadFormatVersion: "2.0",
        },
      },
      {
        at: "",
        fact: "an integrationSubtype needs credentialsArn, the role with which API Gateway calls the service",
        when: { integrationSubtype: { minLength: 1 } },
        required: ["credentialsArn"],
        source: page("apigateway/latest/developerguide/http-api-develop-integrations-aws-services"),
        good: {
          integrationType: "AWS_PROXY",
          integrationSubtype: "SQS-SendMessage",
          credentialsArn: "arn:aws:iam::111122223333:role/a",
        },
        bad: { integrationType: "AWS_PROXY", integrationSubtype: "SQS-SendMessage" },
      },
      {
        at: "",
        fact: "an integrationSubtype is for AWS_PROXY integrations",
        when: { integrationSubtype: { minLength: 1 } },
        properties: { integrationType: { const: "AWS_PROXY" } },
        good: {
          integrationType: "AWS_PROXY",
          integrationSubtype: "SQS-SendMessage",
          credentialsArn: "arn:aws:iam::111122223333:role/a",
        },
        bad: {
          integrationType: "HTTP_PROXY",
          integrationMethod: "GET",
          integrationUri: "https://a.example",
          credentialsArn: "arn:aws:iam::111122223333:role/a",
          integrationSubtype: "SQS-SendMessage",
        },
      },
      {
        at: "integrationSubtype",
        fact: "it is one of the actions that HTTP APIs integrate with",
        enum: "EventBridge-PutEvents SQS-SendMessage SQS-ReceiveMessage SQS-DeleteMessage SQS-PurgeQueue AppConfig-GetConfiguration Kinesis-PutRecord StepFunctions-StartExecution StepFunctions-StartSyncExecution StepFunctions-StopExecution".split(
          " ",
        ),
        source: page("apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference"),
        good: "SQS-SendMessage",
        bad: "SNS-Publish",
      },
      {
        at: "responseParameters[].statusCode",
        fact: "a status code is 200 to 599",
        pattern: "^[2-5]\\d\\d$",
        good: "404",
        bad: "100",
      },
      {
        at: "",
        fact: "the integrations of an HTTP API are AWS_PROXY or HTTP_PROXY",
        if: { properties: { integrationType: { enum: ["AWS", "HTTP", "MOCK"] } }, required: ["integrationType"] },
        then: { properties: { apiId: onlyFor("WEBSOCKET") } },
        good: { apiId: "w1", integrationType: "MOCK" },
        bad: { apiId: "a1", integrationType: "MOCK" },
        beside,
      },
      ofKind("WEBSOCKET", "passthroughBehavior", "NEVER", "passthroughBehavior is for WebSocket APIs"),
      ofKind("WEBSOCKET", "requestTemplates", { $default: "{}" }, "requestTemplates are for WebSocket APIs"),
      ofKind("WEBSOCKET", "templateSelectionExpression", "x", "templateSelectionExpression is for WebSocket APIs"),
      ofKind(
        "WEBSOCKET",
        "contentHandlingStrategy",
        "CONVERT_TO_TEXT",
        "contentHandlingStrategy is for WebSocket APIs",
      ),
      ofKind(
        "HTTP",
        "responseParameters",
        [{ statusCode: "404", mappings: { "overwrite:statuscode": "200" } }],
        "responseParameters are for HTTP APIs",
      ),
      ofKind("HTTP", "tlsConfig", { serverNameToVerify: "a.example" }, "tlsConfig is for HTTP APIs"),
    ],
  },
  {
    type: "aws:apigatewayv2/api:Api",
    source: reference("apis"),
    rows: [
      { at: "protocolType", enum: ["HTTP", "WEBSOCKET"], good: "HTTP", bad: "REST" },
      { at: "name", minLength: 1, maxLength: 128, good: "shop", bad: "a".repeat(129) },
      { at: "ipAddressType", enum: ["ipv4", "dualstack"], good: "ipv4", bad: "ipv6" },
      {
        at: "",
        fact: "a WebSocket API has a routeSelectionExpression",
        when: { protocolType: "WEBSOCKET" },
        required: ["routeSelectionExpression"],
        good: { protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" },
        bad: { protocolType: "WEBSOCKET" },
      },
      {
        at: "",
        fact: "the routeSelectionExpression of an HTTP API is ${request.method} ${request.path}",
        when: { protocolType: "HTTP" },
        properties: {
          routeSelectionExpression: { pattern: "^\\$\\{?request\\.method\\}? \\$\\{?request\\.path\\}?$" },
        },
        good: { protocolType: "HTTP", routeSelectionExpression: "${request.method} ${request.path}" },
        bad: { protocolType: "HTTP", routeSelectionExpression: "$request.body.action" },
      },
      {
        at: "",
        fact: "corsConfiguration is for HTTP APIs",
        when: { protocolType: "WEBSOCKET" },
        excluded: ["corsConfiguration"],
        good: { protocolType: "HTTP", corsConfiguration: { allowOrigins: ["https://a.example"] } },
        bad: {
          protocolType: "WEBSOCKET",
          routeSelectionExpression: "$request.body.action",
          corsConfiguration: { allowOrigins: ["https://a.example"] },
        },
      },
      {
        at: "",
        fact: "the quick create arguments target, routeKey and credentialsArn are for HTTP APIs",
        when: { protocolType: "WEBSOCKET" },
        excluded: ["target", "routeKey", "credentialsArn"],
        good: { protocolType: "HTTP", target: "https://a.example" },
        bad: {
          protocolType: "WEBSOCKET",
          routeSelectionExpression: "$request.body.action",
          target: "https://a.example",
        },
      },
      {
        at: "",
        fact: "apiKeySelectionExpression is for WebSocket APIs; an HTTP API has no API keys",
        when: { protocolType: "HTTP" },
        properties: { apiKeySelectionExpression: { enum: ["$request.header.x-api-key"] } },
        good: {
          protocolType: "WEBSOCKET",
          routeSelectionExpression: "$request.body.action",
          apiKeySelectionExpression: "$context.authorizer.usageIdentifierKey",
        },
        bad: { protocolType: "HTTP", apiKeySelectionExpression: "$context.authorizer.usageIdentifierKey" },
      },
      { at: "corsConfiguration.maxAge", minimum: -1, maximum: 86400, good: 300, bad: 86401 },
      {
        at: "corsConfiguration.allowMethods[]",
        enum: ["*", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
        anyCase: true,
        good: "GET",
        bad: "FETCH",
      },
      {
        at: "corsConfiguration.allowOrigins[]",
        fact: "an origin is * or has a scheme and no path",
        pattern: "^(\\*|[a-zA-Z][a-zA-Z0-9+.-]*://[^/]+)$",
        good: "https://a.example",
        bad: "a.example",
      },
      {
        at: "corsConfiguration",
        fact: "allowCredentials does not go with the origin *",
        when: { allowCredentials: true },
        not: { properties: { "allowOrigins[]": { const: "*" } }, required: ["allowOrigins[]"] },
        source: page("apigateway/latest/developerguide/http-api-cors"),
        good: { allowCredentials: true, allowOrigins: ["https://a.example"] },
        bad: { allowCredentials: true, allowOrigins: ["*"] },
      },
    ],
  },
  {
    type: "aws:apigatewayv2/authorizer:Authorizer",
    source: reference("apis-apiid-authorizers"),
    rows: [
      { at: "authorizerType", enum: ["REQUEST", "JWT"], good: "JWT", bad: "TOKEN" },
      {
        at: "",
        fact: "a JWT authorizer has a jwtConfiguration",
        when: { authorizerType: "JWT" },
        required: ["jwtConfiguration"],
        good: {
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: { issuer: "https://a.example", audiences: ["a"] },
        },
        bad: { authorizerType: "JWT", identitySources: ["$request.header.Authorization"] },
      },
      {
        at: "",
        fact: "a JWT authorizer has one identity source",
        when: { authorizerType: "JWT" },
        properties: { identitySources: { minItems: 1, maxItems: 1 } },
        good: {
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: { issuer: "https://a.example", audiences: ["a"] },
        },
        bad: {
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization", "$request.querystring.t"],
          jwtConfiguration: { issuer: "https://a.example", audiences: ["a"] },
        },
      },
      {
        at: "",
        fact: "a REQUEST authorizer has an authorizerUri",
        when: { authorizerType: "REQUEST" },
        required: ["authorizerUri"],
        good: {
          authorizerType: "REQUEST",
          authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/f",
          authorizerPayloadFormatVersion: "2.0",
        },
        bad: { authorizerType: "REQUEST", authorizerPayloadFormatVersion: "2.0" },
      },
      {
        at: "",
        fact: "authorizerUri, authorizerCredentialsArn and enableSimpleResponses are for REQUEST authorizers",
        when: { authorizerType: "JWT" },
        excluded: ["authorizerUri", "authorizerCredentialsArn", "enableSimpleResponses"],
        good: {
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: { issuer: "https://a.example" },
        },
        bad: {
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: { issuer: "https://a.example" },
          authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/f",
        },
      },
      {
        at: "",
        fact: "simple responses go with authorizerPayloadFormatVersion 2.0",
        when: { enableSimpleResponses: true },
        properties: { authorizerPayloadFormatVersion: { const: "2.0" } },
        good: {
          authorizerType: "REQUEST",
          authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/f",
          authorizerPayloadFormatVersion: "2.0",
          enableSimpleResponses: true,
        },
        bad: {
          authorizerType: "REQUEST",
          authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/f",
          authorizerPayloadFormatVersion: "1.0",
          enableSimpleResponses: true,
        },
      },
      { at: "authorizerPayloadFormatVersion", enum: ["1.0", "2.0"], good: "2.0", bad: "1" },
      {
        at: "jwtConfiguration.issuer",
        fact: "an issuer is an https address",
        pattern: "^https://",
        good: "https://a.example",
        bad: "http://a.example",
      },
      {
        at: "identitySources[]",
        fact: "an identity source is $request.header, $request.querystring, $context or $stageVariables (of a WebSocket API route.request… and context…)",
        pattern:
          "^(\\$\\{?request\\.(header|querystring|body|path)\\.|\\$\\{?context\\.|\\$\\{?stageVariables\\.|route\\.request\\.|context\\.|stageVariables\\.)",
        good: "$request.header.Authorization",
        bad: "Authorization",
      },
      {
        at: "",
        fact: "a cache of answers needs identity sources",
        when: { authorizerResultTtlInSeconds: { minimum: 1 }, authorizerType: "REQUEST" },
        required: ["identitySources[]"],
        good: {
          authorizerType: "REQUEST",
          authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/f",
          authorizerPayloadFormatVersion: "2.0",
          authorizerResultTtlInSeconds: 300,
          identitySources: ["$request.header.Authorization"],
        },
        bad: {
          authorizerType: "REQUEST",
          authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/f",
          authorizerPayloadFormatVersion: "2.0",
          authorizerResultTtlInSeconds: 300,
        },
      },
      {
        at: "",
        fact: "JWT authorizers are for HTTP APIs",
        if: { properties: { authorizerType: { const: "JWT" } }, required: ["authorizerType"] },
        then: { properties: { apiId: onlyFor("HTTP") } },
        good: {
          apiId: "a1",
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: { issuer: "https://a.example" },
        },
        bad: {
          apiId: "w1",
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: { issuer: "https://a.example" },
        },
        beside,
      },
    ],
  },
  {
    type: "aws:apigatewayv2/stage:Stage",
    source: reference("apis-apiid-stages"),
    rows: [
      {
        at: "name",
        fact: "the name of a stage is $default or has letters, digits, hyphens and underscores, 128 at most",
        pattern: "^(\\$default|[a-zA-Z0-9_-]{1,128})$",
        good: "$default",
        bad: "prod.v1",
      },
      { at: "defaultRouteSettings.loggingLevel", enum: ["OFF", "ERROR", "INFO"], good: "INFO", bad: "DEBUG" },
      { at: "routeSettings[].loggingLevel", enum: ["OFF", "ERROR", "INFO"], good: "INFO", bad: "DEBUG" },
      {
        at: "",
        fact: "loggingLevel and dataTraceEnabled of routes are for WebSocket APIs",
        if: {
          anyOf: [
            {
              required: ["defaultRouteSettings.dataTraceEnabled"],
              properties: { "defaultRouteSettings.dataTraceEnabled": { const: true } },
            },
            {
              required: ["defaultRouteSettings.loggingLevel"],
              properties: { "defaultRouteSettings.loggingLevel": { enum: ["ERROR", "INFO"] } },
            },
          ],
        },
        then: { properties: { apiId: onlyFor("WEBSOCKET") } },
        good: { apiId: "w1", defaultRouteSettings: { loggingLevel: "INFO" } },
        bad: { apiId: "a1", defaultRouteSettings: { loggingLevel: "INFO" } },
        beside,
      },
      ofKind("WEBSOCKET", "clientCertificateId", "c1", "a client certificate is for WebSocket APIs"),
      {
        at: "",
        fact: "the stage $default is for HTTP APIs",
        when: { name: "$default" },
        properties: { apiId: onlyFor("HTTP") },
        source: "measured",
        good: { apiId: "a1", name: "$default" },
        bad: { apiId: "w1", name: "$default" },
        beside,
      },
    ],
  },
  {
    type: "aws:apigatewayv2/domainName:DomainName",
    source: reference("domainnames"),
    rows: [
      { at: "domainNameConfiguration.endpointType", const: "REGIONAL", good: "REGIONAL", bad: "EDGE" },
      { at: "domainNameConfiguration.ipAddressType", enum: ["ipv4", "dualstack"], good: "ipv4", bad: "ipv6" },
      {
        at: "mutualTlsAuthentication.truststoreUri",
        fact: "a trust store is an object in S3",
        pattern: "^s3://[^/]+/.+",
        good: "s3://bucket/store.pem",
        bad: "https://bucket/store.pem",
      },
      {
        at: "domainName",
        fact: "a domain name has no scheme, path or capital letters",
        pattern: "^(\\*\\.)?[a-z0-9.-]+$",
        good: "api.example.com",
        bad: "https://api.example.com",
      },
    ],
  },
  {
    type: "aws:apigatewayv2/apiMapping:ApiMapping",
    source: reference("domainnames-domainname-apimappings"),
    rows: [
      {
        at: "apiMappingKey",
        fact: "a key has letters, digits and $-_.+!*'()/ and neither begins nor ends with a slash",
        pattern: "^[a-zA-Z0-9$\\-_.+!*'()]+(/[a-zA-Z0-9$\\-_.+!*'()]+)*$",
        good: "orders/v1",
        bad: "/orders",
      },
    ],
  },
];
