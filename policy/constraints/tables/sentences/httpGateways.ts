import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
import { like } from "../together";
import { call, of, request } from "./gateways";

const page = (name: string) => `https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/${name}.html`;
/** What an API of one protocol alone has. */
const only = (fact: string, protocolType: string, words: Row["if"], good: object, bad: object): Row => ({
  at: "",
  fact,
  if: words,
  then: {
    properties: {
      apiId: {
        refersTo: { type: "aws:apigatewayv2/api:Api", fits: { properties: { protocolType: { const: protocolType } } } },
      },
    },
  },
  beside: of(protocolType === "HTTP" ? "WEBSOCKET" : "HTTP"),
  good: { apiId: "a1", ...good },
  bad: { apiId: "a1", ...bad },
});
const jwt = {
  name: "a",
  authorizerType: "JWT",
  jwtConfiguration: { audiences: ["a"], issuer: "https://a.example.com" },
};
const headers = (header: string) => ({ matchHeaders: { anyOf: { header, valueGlob: "a" } } });
const paths = (path: string) => ({ matchBasePaths: { anyOfs: [path] } });
const proxy = { integrationType: "HTTP_PROXY", integrationUri: "https://a.example.com", integrationMethod: "GET" };

/** What sentences of the API models say of HTTP and WebSocket APIs. */
export const httpGatewaySentences: readonly TypeRows[] = [
  {
    type: "aws:apigatewayv2/api:Api",
    source: page("apis"),
    rows: [
      {
        at: "body",
        fact: "the body is an OpenAPI document",
        format: "openApi",
        good: "openapi: 3.0.1\npaths:\n  /orders: {}\n",
        bad: "openapi: 3.0.1\npaths:\n  orders: {}\n",
      },
    ],
  },
  {
    type: "aws:apigatewayv2/authorizer:Authorizer",
    source: page("apis-apiid-authorizers"),
    rows: [
      only(
        "answers of an authorizer are cached for HTTP APIs",
        "HTTP",
        { required: ["authorizerResultTtlInSeconds"] },
        request,
        { ...request, authorizerResultTtlInSeconds: 300 },
      ),
      like(
        "authorizerUri",
        "a Lambda authorizer is called by the URI of its function's invocations",
        "^(?!arn:)|:lambda:path/",
        call,
        "arn:aws:lambda:eu-west-1:111122223333:function:f",
      ),
      says(
        "a JWT is in a header or in the query string",
        {
          when: { authorizerType: "JWT" },
          properties: { "identitySources[]": { pattern: "^\\$request\\.(header|querystring)\\." } },
        },
        { ...jwt, identitySources: ["$request.header.Authorization"] },
        { ...jwt, identitySources: ["$context.identity"] },
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/integration:Integration",
    source: page("apis-apiid-integrations"),
    rows: [
      only(
        "integrations with services by subtype are for HTTP APIs",
        "HTTP",
        { required: ["integrationSubtype"] },
        proxy,
        { integrationType: "AWS_PROXY", integrationSubtype: "SQS-SendMessage" },
      ),
      only(
        "a parameter integration.request. is for WebSocket APIs",
        "WEBSOCKET",
        {
          not: {
            properties: { requestParameters: { propertyNames: { not: { pattern: "^integration\\.request\\." } } } },
          },
        },
        proxy,
        { ...proxy, requestParameters: { "integration.request.header.a": "'b'" } },
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/routingRule:RoutingRule",
    source: page("domainnames-domainname-routingrules"),
    rows: [
      at(
        "conditions",
        "a rule has at most two conditions of headers",
        { contains: { required: ["matchHeaders"] }, minContains: 0, maxContains: 2 },
        [headers("a"), headers("b")],
        [headers("a"), headers("b"), headers("c")],
      ),
      at(
        "conditions",
        "a rule has at most one condition of base paths",
        { contains: { required: ["matchBasePaths"] }, minContains: 0, maxContains: 1 },
        [paths("a")],
        [paths("a"), paths("b")],
      ),
    ],
  },
];
