import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { among, like, needs, only, together } from "../together";

const lambda =
  "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations";
const http = {
  restApi: "a",
  resourceId: "r",
  httpMethod: "GET",
  integrationHttpMethod: "GET",
  type: "HTTP",
  uri: "https://a.example.com",
};
const certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/1";
const domain = {
  domainName: "a.example.com",
  regionalCertificateArn: certificate,
  endpointConfiguration: { types: "REGIONAL" },
};
const jwt = {
  apiId: "a",
  name: "a",
  authorizerType: "JWT",
  identitySources: ["$request.header.Authorization"],
  jwtConfiguration: { audiences: ["a"], issuer: "https://id.example.com" },
};
const v2 = page("apigatewayv2/latest/api-reference/apis-apiid-authorizers");
const stage = page("apigatewayv2/latest/api-reference/apis-apiid-stages");
const pool = { apiId: "a", name: "orders" };

/** Gateways and GraphQL: what goes together, or not. */
export const furtherGateways: readonly TypeRows[] = [
  {
    type: "aws:apigateway/integration:Integration",
    source: api("apigateway", "PutIntegration"),
    rows: [
      only(
        "insecureSkipVerification is for HTTP and HTTP_PROXY",
        { type: ["AWS", "AWS_PROXY", "MOCK"] },
        ["tlsConfig.insecureSkipVerification"],
        { source: api("apigateway", "TlsConfig") },
      )(
        { ...http, integrationHttpMethod: "POST", uri: lambda, type: "AWS_PROXY" },
        {},
        { tlsConfig: { insecureSkipVerification: true } },
      ),
      together(
        "a connectionId goes with the connectionType VPC_LINK",
        {
          if: { required: ["connectionId"] },
          then: { required: ["connectionType"], properties: { connectionType: { const: "VPC_LINK" } } },
        },
        { ...http, connectionId: "link" },
        { connectionType: "VPC_LINK" },
        { connectionType: "INTERNET" },
      ),
      {
        at: "requestTemplates",
        fact: "the keys of templates are media types",
        propertyNames: { pattern: "^[\\w.+*$-]+/[\\w.+*-]+|^\\$default$" },
        good: { "application/json": "{}" },
        bad: { json: "{}" },
      },
    ],
  },
  {
    type: "aws:apigateway/restApi:RestApi",
    source: api("apigateway", "CreateRestApi"),
    rows: [
      together(
        "a PRIVATE API has the address type dualstack",
        {
          when: { "endpointConfiguration.types": "PRIVATE" },
          properties: { "endpointConfiguration.ipAddressType": { const: "dualstack" } },
          source: api("apigateway", "EndpointConfiguration"),
        },
        { name: "a" },
        { endpointConfiguration: { types: "PRIVATE", ipAddressType: "dualstack" } },
        { endpointConfiguration: { types: "PRIVATE", ipAddressType: "ipv4" } },
      ),
      {
        at: "binaryMediaTypes[]",
        fact: "a media type has a slash: image/png, */*",
        pattern: "^[^/\\s]+/[^/\\s]+$",
        good: "image/png",
        bad: "png",
      },
    ],
  },
  {
    type: "aws:apigateway/domainName:DomainName",
    source: api("apigateway", "CreateDomainName"),
    rows: [
      together(
        "a policy is for private domain names",
        { when: { "endpointConfiguration.types": ["REGIONAL", "EDGE"] }, excluded: ["policy"] },
        domain,
        {},
        { policy: "{}" },
      ),
      together(
        "an access mode of endpoints is for the securityPolicies that begin with SecurityPolicy_",
        { when: { securityPolicy: { pattern: "^TLS_" } }, excluded: ["endpointAccessMode"] },
        { ...domain, endpointAccessMode: "BASIC" },
        { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" },
        { securityPolicy: "TLS_1_2" },
      ),
      {
        at: "mutualTlsAuthentication.truststoreUri",
        fact: "a trust store is an object in S3",
        pattern: "^s3://[^/]+/.+",
        source: api("apigateway", "MutualTlsAuthenticationInput"),
        good: "s3://b/ca.pem",
        bad: "https://b.s3.amazonaws.com/ca.pem",
      },
      together(
        "the proof of who owns a domain is for mutual TLS",
        {
          if: { required: ["ownershipVerificationCertificateArn"] },
          then: { required: ["mutualTlsAuthentication"] },
          level: "advisory",
        },
        { ...domain, securityPolicy: "TLS_1_2", ownershipVerificationCertificateArn: certificate },
        { mutualTlsAuthentication: { truststoreUri: "s3://b/ca.pem" } },
        {},
      ),
    ],
  },
  {
    type: "aws:apigateway/model:Model",
    source: api("apigateway", "CreateModel"),
    rows: [{ at: "schema", maxBytes: 409_600, good: "{}", bad: JSON.stringify({ description: "x".repeat(409_600) }) }],
  },
  {
    type: "aws:apigateway/authorizer:Authorizer",
    source: api("apigateway", "CreateAuthorizer"),
    rows: [
      only("providerArns are for COGNITO_USER_POOLS", { type: ["TOKEN", "REQUEST"] }, ["providerArns"])(
        { restApi: "a", name: "a", authorizerUri: lambda },
        { type: "TOKEN" },
        { type: "TOKEN", providerArns: ["arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a"] },
      ),
      only("an expression that tokens match is of TOKEN and COGNITO_USER_POOLS", { type: "REQUEST" }, [
        "identityValidationExpression",
      ])(
        {
          restApi: "a",
          name: "a",
          authorizerUri: lambda,
          identitySource: "method.request.header.Authorization",
          type: "REQUEST",
        },
        {},
        { identityValidationExpression: "^x" },
      ),
      needs(
        "a REQUEST authorizer whose answers are kept has an identitySource",
        { type: "REQUEST", authorizerResultTtlInSeconds: { minimum: 1 } },
        ["identitySource"],
      )(
        { restApi: "a", name: "a", authorizerUri: lambda, type: "REQUEST", authorizerResultTtlInSeconds: 300 },
        { identitySource: "method.request.header.Authorization" },
        { identitySource: "" },
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/authorizer:Authorizer",
    source: v2,
    rows: [
      only("answers of a JWT authorizer are not kept", { authorizerType: "JWT" }, ["authorizerPayloadFormatVersion"])(
        jwt,
        {},
        { authorizerPayloadFormatVersion: "2.0" },
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/stage:Stage",
    source: stage,
    rows: [
      {
        at: "stageVariables",
        fact: "the names of stage variables have letters, digits and underscores",
        propertyNames: { pattern: "^[A-Za-z0-9_]+$" },
        good: { team_name: "a" },
        bad: { "team-name": "a" },
      },
      like(
        "stageVariables.*",
        "a stage variable has letters, digits and -._~:/?#&=, only, 2,048 at most",
        "^[A-Za-z0-9\\-._~:/?#&=,]{1,2048}$",
        "https://a.example.com",
        "a b",
      ),
      { at: "description", maxLength: 1_024, good: "a", bad: "x".repeat(1_025) },
    ],
  },
  {
    type: "aws:apigatewayv2/domainName:DomainName",
    source: page("apigatewayv2/latest/api-reference/domainnames"),
    rows: [{ at: "domainNameConfiguration.securityPolicy", enum: ["TLS_1_2"], good: "TLS_1_2", bad: "TLS_1_1" }],
  },
  {
    type: "aws:apigatewayv2/integrationResponse:IntegrationResponse",
    source: page("apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses"),
    rows: [
      like(
        "integrationResponseKey",
        "a key is $default, or an expression between slashes",
        "^(\\$default|/.*/)$",
        "/200/",
        "200",
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/integration:Integration",
    source: page("apigatewayv2/latest/api-reference/apis-apiid-integrations"),
    rows: [
      { at: "requestTemplates.*", maxLength: 32_768, good: "{}", bad: "x".repeat(32_769) },
      { at: "requestParameters.*", maxLength: 512, good: "$request.header.a", bad: "x".repeat(513) },
      {
        at: "tlsConfig",
        fact: "a private integration with TLS names the server",
        required: ["serverNameToVerify"],
        level: "advisory",
        good: { serverNameToVerify: "a.example.com" },
        bad: {},
      },
      among("integrationMethod", ["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"], "FETCH"),
    ],
  },
  {
    type: "aws:appsync/channelNamespace:ChannelNamespace",
    source: api("appsync", "CreateChannelNamespace"),
    rows: [
      together(
        "the namespaces of an API have different names",
        {
          onlyOne: ["apiId", "name"],
          beside: {
            first: {
              type: "aws:appsync/channelNamespace:ChannelNamespace",
              properties: { apiId: "a", name: "orders", region: "eu-west-1" },
            },
          },
        },
        { apiId: "a" },
        { name: "bills" },
        pool,
      ),
    ],
  },
  {
    type: "aws:appsync/function:Function",
    source: api("appsync", "CreateFunction"),
    rows: [
      {
        at: "requestMappingTemplate",
        fact: "the templates of functions have the version 2018-05-29",
        not: { pattern: '"version"\\s*:\\s*"2017-02-28"' },
        good: '{"version": "2018-05-29", "payload": {}}',
        bad: '{"version": "2017-02-28", "payload": {}}',
      },
    ],
  },
  {
    type: "aws:appsync/resolver:Resolver",
    source: page("appsync/latest/devguide/resolver-reference-lambda"),
    rows: [
      {
        at: "requestTemplate",
        fact: "a template has the version 2017-02-28 or 2018-05-29",
        not: { pattern: '"version"\\s*:\\s*"(?!2017-02-28"|2018-05-29")[^"$]*"' },
        good: '{"version": "2018-05-29", "operation": "Invoke"}',
        bad: '{"version": "2020-01-01", "operation": "Invoke"}',
      },
    ],
  },
];
