import { type TypeRows } from "../../schema";
import { page } from "../pages";
import { reference, beside, onlyFor, ofKind } from "./shared";

/** HTTP and WebSocket APIs. */
export const apigatewayv2Apis: readonly TypeRows[] = [
  {
    type: "aws:apigatewayv2/vpcLink:VpcLink",
    source: reference("vpclinks"),
    rows: [
      { at: "subnetIds", fact: "a VPC link is in one or more subnets", minItems: 1, good: ["subnet-1"], bad: [] },
      { at: "name", minLength: 1, maxLength: 128, good: "private", bad: "a".repeat(129) },
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
    type: "aws:apigatewayv2/stage:Stage",
    source: reference("apis-apiid-stages"),
    rows: [
      {
        at: "accessLogSettings.destinationArn",
        fact: "the access log of an HTTP or WebSocket API goes to a log group",
        arnOf: ["logs"],
        source: page("apigateway/latest/developerguide/http-api-logging"),
        good: "arn:aws:logs:eu-west-1:111122223333:log-group:/a",
        bad: "arn:aws:firehose:eu-west-1:111122223333:deliverystream/amazon-apigateway-a",
      },
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
        fact: "a domain name has no scheme, path or uppercase letters",
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
