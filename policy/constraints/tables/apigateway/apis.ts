import { naming } from "../../../../limits/naming";
import { type TypeRows } from "../../schema";
import { api, page } from "../pages";

/** REST APIs. */
export const apigatewayApis: readonly TypeRows[] = [
  {
    type: "aws:apigateway/model:Model",
    source: page("apigateway/latest/developerguide/models-mappings-models"),
    rows: [
      {
        at: "schema",
        format: "apiModel",
        fact: "the types in a model's schema are those of JSON Schema draft 4",
        good: '{"type": "object", "properties": {"a": {"type": "string"}}}',
        bad: '{"type": "dictionary"}',
      },
      {
        at: "name",
        fact: "the name of a model has letters and digits only",
        pattern: "^[a-zA-Z0-9]+$",
        good: "Order",
        bad: "order-model",
      },
    ],
  },
  {
    type: "aws:apigateway/authorizer:Authorizer",
    source: api("apigateway", "CreateAuthorizer"),
    rows: [
      { at: "type", enum: ["TOKEN", "REQUEST", "COGNITO_USER_POOLS"], good: "TOKEN", bad: "JWT" },
      {
        at: "",
        fact: "an authorizer of COGNITO_USER_POOLS has one or more providerArns",
        when: { type: "COGNITO_USER_POOLS" },
        required: ["providerArns"],
        good: {
          type: "COGNITO_USER_POOLS",
          providerArns: ["arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a"],
        },
        bad: { type: "COGNITO_USER_POOLS" },
      },
      {
        at: "",
        fact: "an authorizer of TOKEN or REQUEST has an authorizerUri",
        when: { type: ["TOKEN", "REQUEST"] },
        required: ["authorizerUri"],
        good: {
          type: "TOKEN",
          authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations",
        },
        bad: { type: "TOKEN" },
      },
      {
        at: "",
        fact: "an identitySource of a REQUEST authorizer is of method.request.header, method.request.querystring, context or stageVariables",
        when: { type: "REQUEST" },
        properties: {
          identitySource: {
            pattern:
              "^(\\s*(method\\.request\\.(header|querystring|multivalueheader|multivaluequerystring)|context|stageVariables)\\.[^,\\s]+\\s*,?)+$",
          },
        },
        good: {
          type: "REQUEST",
          authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/f",
          identitySource: "method.request.header.Authorization,context.path",
        },
        bad: {
          type: "REQUEST",
          authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/f",
          identitySource: "method.request.body.token",
        },
      },
    ],
  },
  {
    type: "aws:apigateway/resource:Resource",
    source: page("apigateway/latest/developerguide/api-gateway-known-issues"),
    rows: [
      {
        at: "pathPart",
        fact: "a path part has letters, digits, hyphens, periods, commas, colons, underscores, tildes and the like, or is one parameter in braces",
        pattern: "^([a-zA-Z0-9._\\-:,~!$&'()*+;=@%]+|\\{[a-zA-Z0-9._\\-:]+\\+?\\})$",
        good: "{order}",
        bad: "orders/{id}",
      },
    ],
  },
  {
    type: "aws:apigateway/restApi:RestApi",
    source: api("apigateway", "CreateRestApi"),
    rows: [
      { at: "endpointConfiguration.types", enum: ["EDGE", "REGIONAL", "PRIVATE"], good: "REGIONAL", bad: "GLOBAL" },
      {
        at: "minimumCompressionSize",
        fact: "it is 0 to 10,485,760 bytes, or -1 for none",
        minimum: -1,
        maximum: 10485760,
        good: "1024",
        bad: "10485761",
      },
      { at: "apiKeySource", enum: ["HEADER", "AUTHORIZER"], good: "HEADER", bad: "QUERY" },
      { at: "putRestApiMode", enum: ["merge", "overwrite"], good: "merge", bad: "replace" },
      {
        at: "",
        fact: "the vpcEndpointIds are for PRIVATE APIs",
        when: { "endpointConfiguration.vpcEndpointIds": { minItems: 1 } },
        properties: { "endpointConfiguration.types": { const: "PRIVATE" } },
        good: { endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-1"] } },
        bad: { endpointConfiguration: { types: "REGIONAL", vpcEndpointIds: ["vpce-1"] } },
      },
      {
        at: "body",
        fact: "the body is an OpenAPI document",
        format: "openApi",
        good: '{"openapi": "3.0.1", "info": {"title": "a", "version": "1"}, "paths": {}}',
        bad: '{"openapi": "4.0", "info": {"title": "a", "version": "1"}, "paths": {}}',
      },
      {
        at: "body",
        fact: "the body is an OpenAPI document",
        format: "openApi",
        good: "swagger: 2.0\npaths:\n  /orders: {}\n",
        bad: "swagger: 2.0\npaths:\n  orders: {}\n",
      },
    ],
  },
  {
    type: "aws:apigateway/stage:Stage",
    source: api("apigateway", "CreateStage"),
    rows: [
      {
        at: "stageName",
        fact: "the name of a stage has letters, digits, hyphens and underscores, 128 at most",
        pattern: naming.apiStage,
        good: "prod",
        bad: "prod.v1",
      },
      {
        at: "cacheClusterSize",
        enum: ["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"],
        good: "0.5",
        bad: "2",
      },
      {
        at: "variables",
        fact: "the names of stage variables have letters, digits and underscores",
        propertyNames: { pattern: naming.stageVariable },
        good: { table: "a" },
        bad: { "my-var": "a" },
      },
      {
        at: "variables.*",
        fact: "a stage variable has letters, digits and -._~:/?#&=, only",
        pattern: naming.stageVariableValue,
        good: "https://a.example",
        bad: "two words",
      },
      {
        at: "",
        fact: "an enabled cache cluster has a size",
        when: { cacheClusterEnabled: true },
        required: ["cacheClusterSize"],
        source: "measured",
        good: { stageName: "a", cacheClusterEnabled: true, cacheClusterSize: "0.5" },
        bad: { stageName: "a", cacheClusterEnabled: true },
      },
      { at: "canarySettings.percentTraffic", minimum: 0, maximum: 100, good: 10, bad: 101 },
    ],
  },
  {
    type: "aws:apigateway/methodSettings:MethodSettings",
    source: api("apigateway", "MethodSetting"),
    rows: [
      { at: "settings.loggingLevel", enum: ["OFF", "ERROR", "INFO"], good: "INFO", bad: "DEBUG" },
      { at: "settings.cacheTtlInSeconds", minimum: 0, maximum: 3600, good: 300, bad: 3601 },
      {
        at: "settings.unauthorizedCacheControlHeaderStrategy",
        enum: ["FAIL_WITH_403", "SUCCEED_WITH_RESPONSE_HEADER", "SUCCEED_WITHOUT_RESPONSE_HEADER"],
        good: "FAIL_WITH_403",
        bad: "FAIL",
      },
      {
        at: "methodPath",
        fact: "it is */* or a resource path without its first slash, a slash, and a method",
        pattern: "^(\\*/\\*|.*/(\\*|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|ANY))$",
        good: "orders/GET",
        bad: "orders",
      },
    ],
  },
  {
    type: "aws:apigateway/domainName:DomainName",
    source: api("apigateway", "CreateDomainName"),
    rows: [
      {
        at: "securityPolicy",
        fact: "it is TLS_1_0, TLS_1_2 or one of the SecurityPolicy_ names",
        pattern: "^(TLS_1_[02]|SecurityPolicy_.+)$",
        good: "TLS_1_2",
        bad: "TLS_1_1",
      },
      {
        at: "domainName",
        fact: "a domain name has no scheme, path or uppercase letters",
        pattern: "^(\\*\\.)?[a-z0-9.-]+$",
        good: "api.example.com",
        bad: "https://api.example.com",
      },
      {
        at: "",
        fact: "a certificate is of CloudFront (certificateArn) or of the Region (regionalCertificateArn), not both",
        atMostOne: ["certificateArn", "regionalCertificateArn"],
        good: { domainName: "a.example", regionalCertificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/a" },
        bad: {
          domainName: "a.example",
          certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/a",
          regionalCertificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/a",
        },
      },
    ],
  },
  {
    type: "aws:apigateway/documentationPart:DocumentationPart",
    source: api("apigateway", "DocumentationPartLocation"),
    rows: [
      {
        at: "location.type",
        enum: "API AUTHORIZER MODEL RESOURCE METHOD PATH_PARAMETER QUERY_PARAMETER REQUEST_HEADER REQUEST_BODY RESPONSE RESPONSE_HEADER RESPONSE_BODY".split(
          " ",
        ),
        good: "API",
        bad: "STAGE",
      },
      {
        at: "properties",
        fact: "the properties are a JSON object",
        format: "jsonObject",
        good: '{"description": "a"}',
        bad: "a",
      },
    ],
  },
  {
    type: "aws:apigateway/vpcLink:VpcLink",
    source: api("apigateway", "CreateVpcLink"),
    rows: [
      {
        at: "targetArn",
        fact: "a VPC link has one load balancer",
        pattern: "^[^,]*$",
        source: "measured",
        good: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/1",
        bad: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/1,arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/b/1",
      },
      {
        at: "targetArn",
        fact: "the target of a VPC link of REST APIs is a network load balancer",
        not: { pattern: ":loadbalancer/app/" },
        good: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/1",
        bad: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/1",
      },
    ],
  },
];
