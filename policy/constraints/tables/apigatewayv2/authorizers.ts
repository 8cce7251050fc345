import { type TypeRows } from "../../schema";
import { page } from "../pages";
import { beside, onlyFor, reference } from "./shared";

/** Authorizers of HTTP and WebSocket APIs. */
export const apigatewayv2Authorizers: readonly TypeRows[] = [
  {
    type: "aws:apigatewayv2/authorizer:Authorizer",
    source: reference("apis-apiid-authorizers"),
    rows: [
      {
        at: "",
        fact: "a REQUEST authorizer of an HTTP API has an authorizerPayloadFormatVersion",
        if: { properties: { authorizerType: { const: "REQUEST" } }, excluded: ["authorizerPayloadFormatVersion"] },
        then: {
          properties: {
            apiId: {
              refersTo: {
                type: "aws:apigatewayv2/api:Api",
                fits: { properties: { protocolType: { const: "WEBSOCKET" } } },
              },
            },
          },
        },
        source: page("apigateway/latest/developerguide/http-api-lambda-authorizer"),
        good: { apiId: "api", authorizerType: "REQUEST", authorizerPayloadFormatVersion: "2.0" },
        bad: { apiId: "api", authorizerType: "REQUEST" },
        beside: { api: { type: "aws:apigatewayv2/api:Api", properties: { id: "api", protocolType: "HTTP" } } },
      },
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
        fact: "caching of authorizer results needs identity sources",
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
];
