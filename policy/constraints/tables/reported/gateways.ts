import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { like, together } from "../together";

const certificate = (region: string) => `arn:aws:acm:${region}:111122223333:certificate/a`;
const regional = {
  domainName: "a.example.com",
  regionalCertificateArn: certificate("eu-west-1"),
  endpointConfiguration: { types: "REGIONAL" },
};
const ofEndpoint = (endpoint: string, names: readonly [string, string], region: string): Row =>
  together(
    `a domain name of the endpoint type ${endpoint} has the certificate for it`,
    { when: { "endpointConfiguration.types": endpoint }, requiredOr: names },
    { domainName: "a.example.com", endpointConfiguration: { types: endpoint } },
    { [names[0]]: certificate(region) },
    {},
  );
const edgeOnes = ["certificateArn", "certificateName"] as const;

/** No certificate is of a single label. */
const whole = (at: string): Row =>
  like(at, "a domain name is a whole one: no certificate is of a single label", "\\.", "api.example.com", "api");

const authorizerType = "aws:apigatewayv2/authorizer:Authorizer";
const authorizers = {
  jwt: { type: authorizerType, properties: { id: "jwt", apiId: "a1", name: "jwt", authorizerType: "JWT" } },
  request: { type: authorizerType, properties: { id: "request", apiId: "a1", name: "r", authorizerType: "REQUEST" } },
};
const route = { apiId: "a1", routeKey: "GET /orders", target: "integrations/i" };
const authorized = (authorizationType: string, of: string, good: string, bad: string): Row =>
  together(
    `an authorizer of a ${authorizationType} route is of the type ${of}`,
    {
      when: { authorizationType },
      properties: {
        authorizerId: { refersTo: { type: authorizerType, fits: { properties: { authorizerType: { const: of } } } } },
      },
      beside: authorizers,
      source: measured,
    },
    { ...route, authorizationType },
    { authorizerId: good },
    { authorizerId: bad },
  );

const domainType = "aws:apigateway/domainName:DomainName";
const named = (domainName: string, more: Readonly<Record<string, unknown>>) => ({
  type: domainType,
  properties: { ...regional, domainName, ...more },
});
const mapping = { apiId: "a1", stage: "live" };
const ofParameters = { restApi: "a1", resourceId: "r1", httpMethod: "GET" };

/** API Gateway: certificates of domain names, what is mapped, who authorizes. */
export const gatewaysReported: readonly TypeRows[] = [
  {
    type: domainType,
    source: api("apigateway", "CreateDomainName"),
    rows: [
      whole("domainName"),
      ofEndpoint("EDGE", edgeOnes, "us-east-1"),
      ofEndpoint("REGIONAL", ["regionalCertificateArn", "regionalCertificateName"], "eu-west-1"),
    ],
  },
  {
    type: "aws:apigatewayv2/domainName:DomainName",
    source: page("apigatewayv2/latest/api-reference/domainnames"),
    rows: [whole("domainName")],
  },
  {
    type: "aws:apigateway/basePathMapping:BasePathMapping",
    source: page("apigateway/latest/developerguide/rest-api-mappings"),
    rows: [
      {
        at: "basePath",
        fact: "a base path is one segment; a mapping of several is one of API Gateway V2",
        not: { pattern: "/" },
        fix: "Make it an aws.apigatewayv2.ApiMapping.",
        good: "orders",
        bad: "orders/v1",
      },
    ],
  },
  {
    type: "aws:apigateway/resource:Resource",
    source: api("apigateway", "CreateResource"),
    rows: [
      together(
        "a resource has a part of the path",
        { required: ["pathPart"] },
        { restApi: "a1", parentId: "r1" },
        { pathPart: "orders" },
        { pathPart: "" },
      ),
    ],
  },
  {
    type: "aws:apigateway/integration:Integration",
    source: api("apigateway", "PutIntegration"),
    rows: [
      together(
        "what an integration maps from the request is declared by its method",
        {
          join: "mappedParameters",
          beside: {
            get: { type: "aws:apigateway/method:Method", properties: { ...ofParameters, authorization: "NONE" } },
          },
        },
        { ...ofParameters, type: "HTTP", integrationHttpMethod: "GET", uri: "https://a.example.com" },
        { requestParameters: { "integration.request.header.a": "'b'" } },
        { requestParameters: { "integration.request.header.a": "method.request.header.a" } },
      ),
    ],
  },
  {
    type: "aws:apigateway/integrationResponse:IntegrationResponse",
    source: api("apigateway", "PutIntegrationResponse"),
    rows: [
      together(
        "an answer of an integration is one that the method declares, with its headers",
        {
          join: "methodAnswers",
          beside: {
            get: { type: "aws:apigateway/method:Method", properties: { ...ofParameters, authorization: "NONE" } },
            ok: {
              type: "aws:apigateway/methodResponse:MethodResponse",
              properties: { ...ofParameters, statusCode: "200" },
            },
          },
        },
        ofParameters,
        { statusCode: "200" },
        { statusCode: "401" },
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/route:Route",
    source: page("apigatewayv2/latest/api-reference/apis-apiid-routes"),
    rows: [authorized("CUSTOM", "REQUEST", "request", "jwt"), authorized("JWT", "JWT", "jwt", "request")],
  },
  {
    type: "aws:apigatewayv2/apiMapping:ApiMapping",
    source: page("apigatewayv2/latest/api-reference/domainnames-domainname-apimappings"),
    rows: [
      together(
        "an API of API Gateway V2 is under a regional domain name of TLS 1.2",
        {
          properties: {
            domainName: {
              refersTo: {
                type: domainType,
                fits: {
                  excluded: edgeOnes,
                  properties: {
                    "endpointConfiguration.types": { not: { const: "EDGE" } },
                    securityPolicy: { not: { const: "TLS_1_0" } },
                  },
                },
              },
            },
          },
          beside: {
            old: named("old.example.com", { securityPolicy: "TLS_1_0" }),
            own: named("own.example.com", { securityPolicy: "TLS_1_2" }),
          },
          source: measured,
        },
        mapping,
        { domainName: "own.example.com" },
        { domainName: "old.example.com" },
      ),
    ],
  },
];
