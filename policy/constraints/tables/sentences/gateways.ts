import { type Row, type TypeRows } from "../../schema";
import { at, needs, says } from "../given";
import { api } from "../pages";
import { like, together } from "../together";

const page = (name: string) => `https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/${name}.html`;
const of = (protocolType: string): Row["beside"] => ({
  api: { type: "aws:apigatewayv2/api:Api", properties: { id: "a1", name: "orders", protocolType } },
});
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
const call =
  "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations";
const request = {
  name: "a",
  authorizerType: "REQUEST",
  authorizerUri: call,
  identitySources: ["route.request.header.A"],
};
const jwt = {
  name: "a",
  authorizerType: "JWT",
  jwtConfiguration: { audiences: ["a"], issuer: "https://a.example.com" },
};
const base = { domainName: "a.example.com", restApi: "a1" };
const headers = (header: string) => ({ matchHeaders: { anyOf: { header, valueGlob: "a" } } });
const paths = (path: string) => ({ matchBasePaths: { anyOfs: [path] } });
const mapping = "aws:apigateway/basePathMapping:BasePathMapping";
const proxy = { integrationType: "HTTP_PROXY", integrationUri: "https://a.example.com", integrationMethod: "GET" };
const token = "^method\\.request\\.header\\.[^,]+$";

/** What sentences of the API models say of gateways. */
export const gatewaySentences: readonly TypeRows[] = [
  {
    type: "aws:apigateway/authorizer:Authorizer",
    source: api("apigateway", "CreateAuthorizer"),
    rows: [
      says(
        "a token is in one header, method.request.header.<name>",
        { when: { type: ["TOKEN", "COGNITO_USER_POOLS"] }, properties: { identitySource: { pattern: token } } },
        { type: "TOKEN", identitySource: "method.request.header.Authorization" },
        { type: "TOKEN", identitySource: "Authorization" },
      ),
    ],
  },
  {
    type: "aws:apigateway/stage:Stage",
    source: api("apigateway", "CreateStage"),
    rows: [
      at(
        "canarySettings.stageVariableOverrides",
        "names of stage variables have letters, digits and underscores",
        { propertyNames: { pattern: "^\\w+$" } },
        { table: "a" },
        { "a-b": "a" },
      ),
    ],
  },
  {
    type: "aws:apigateway/documentationPart:DocumentationPart",
    source: api("apigateway", "DocumentationPartLocation"),
    rows: [
      needs(
        "a part about something with a name has the name",
        {
          "location.type": [
            "AUTHORIZER",
            "MODEL",
            "PATH_PARAMETER",
            "QUERY_PARAMETER",
            "REQUEST_HEADER",
            "RESPONSE_HEADER",
          ],
        },
        { "location.name": "orders" },
      ),
    ],
  },
  {
    type: "aws:apigateway/restApi:RestApi",
    source: api("apigateway", "CreateRestApi"),
    rows: [
      says(
        "endpointAccessMode goes with a securityPolicy that begins with SecurityPolicy_",
        {
          when: { endpointAccessMode: {} },
          required: ["securityPolicy"],
          properties: { securityPolicy: { pattern: "^SecurityPolicy_" } },
        },
        { endpointAccessMode: "STRICT", securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" },
        { endpointAccessMode: "STRICT" },
      ),
    ],
  },
  {
    type: mapping,
    source: api("apigateway", "CreateBasePathMapping"),
    rows: [
      together(
        "a path of a domain leads to one API",
        {
          onlyOne: ["domainName", "domainNameId", "basePath"],
          beside: { first: { type: mapping, properties: { ...base, region: "eu-west-1", basePath: "orders" } } },
        },
        base,
        { basePath: "returns" },
        { basePath: "orders" },
      ),
    ],
  },
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
