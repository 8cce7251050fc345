import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const apiType = "aws:apigatewayv2/api:Api";
const authorizerType = "aws:apigatewayv2/authorizer:Authorizer";
const httpApi: Made = [apiType, "api", { name: "api", id: "api", protocolType: "HTTP" }];
const certificate = (region: string) => `arn:aws:acm:${region}:${account}:certificate/1`;

/** A route with a JWT authorizer. */
const authorized = (authorizationType: string): readonly Made[] => [
  httpApi,
  [
    authorizerType,
    "jwt",
    {
      ...{ id: "jwt", apiId: "api", name: "jwt", authorizerType: "JWT" },
      identitySources: ["$request.header.Authorization"],
      jwtConfiguration: { issuer: "https://own.example.com/", audiences: ["orders"] },
    },
  ],
  [
    "aws:apigatewayv2/route:Route",
    "subject",
    { apiId: "api", routeKey: "GET /orders", authorizerId: "jwt", authorizationType, target: "integrations/i" },
  ],
];

/** An HTTP API under a domain name of the first API Gateway. */
const mapped = (domain: Arguments): readonly Made[] => [
  httpApi,
  ["aws:apigateway/domainName:DomainName", "own", { domainName: "api.example.com", ...domain }],
  [
    "aws:apigatewayv2/apiMapping:ApiMapping",
    "subject",
    { apiId: "api", domainName: "api.example.com", stage: "live" },
    { apiId: `${apiType} api`, domainName: "aws:apigateway/domainName:DomainName own" },
  ],
];
const regional = {
  regionalCertificateArn: certificate("eu-west-1"),
  endpointConfiguration: { types: "REGIONAL" },
  securityPolicy: "TLS_1_2",
};

const integration = on("aws:apigatewayv2/integration:Integration", { apiId: "api" });

export const apigatewayv2: FactsByName = {
  "jwt-route-custom": facts("a route with a JWT authorizer says so", authorized("CUSTOM"), authorized("JWT")),
  "response-parameter-action": integration(
    "an answer's parameter is appended, overwritten or removed",
    {
      ...{ integrationType: "HTTP_PROXY", integrationMethod: "GET", integrationUri: "https://own.example.com" },
      ...{ payloadFormatVersion: "1.0" },
      responseParameters: [{ statusCode: "200", mappings: { "append:overwrite.static": "staticValueForResponse" } }],
    },
    {
      ...{ integrationType: "HTTP_PROXY", integrationMethod: "GET", integrationUri: "https://own.example.com" },
      ...{ payloadFormatVersion: "1.0" },
      responseParameters: [{ statusCode: "200", mappings: { "overwrite:statuscode": "403" } }],
    },
  ),
  "mapping-edge-domain": facts(
    "an HTTP API is under a regional domain name",
    mapped({ certificateArn: certificate("us-east-1"), securityPolicy: "TLS_1_2" }),
    mapped(regional),
  ),
  "mapping-tls-1-0": facts(
    "an HTTP API is under a domain name of TLS 1.2",
    mapped({ ...regional, securityPolicy: "TLS_1_0" }),
    mapped(regional),
  ),
};
