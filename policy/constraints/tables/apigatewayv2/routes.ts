import { type TypeRows } from "../../schema";
import { page } from "../pages";
import { reference, beside, onlyFor, ofKind } from "./shared";

const routes = "apis-apiid-routes";

/** HTTP and WebSocket APIs. */
export const apigatewayv2Routes: readonly TypeRows[] = [
  {
    type: "aws:apigatewayv2/route:Route",
    source: reference(routes),
    rows: [
      ofKind("WEBSOCKET", "apiKeyRequired", true, "a route of an HTTP API takes no apiKeyRequired", [true]),
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
    type: "aws:apigatewayv2/integration:Integration",
    source: reference("apis-apiid-integrations"),
    rows: [
      {
        at: "",
        fact: "an integration of a WebSocket API waits for 29 seconds at most",
        when: { timeoutMilliseconds: { minimum: 29001 } },
        properties: {
          apiId: {
            refersTo: {
              type: "aws:apigatewayv2/api:Api",
              fits: { properties: { protocolType: { const: "HTTP" } } },
            },
          },
        },
        source: page("apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table"),
        good: { apiId: "api", timeoutMilliseconds: 29000 },
        bad: { apiId: "api", timeoutMilliseconds: 30000 },
        beside: { api: { type: "aws:apigatewayv2/api:Api", properties: { id: "api", protocolType: "WEBSOCKET" } } },
      },
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
      // The provider sends its own default, WHEN_NO_MATCH, for HTTP APIs as well.
      ofKind(
        "WEBSOCKET",
        "passthroughBehavior",
        "NEVER",
        "a passthroughBehavior other than WHEN_NO_MATCH is for WebSocket APIs",
        ["NEVER", "WHEN_NO_TEMPLATES"],
      ),
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
];
