import { type TypeRows } from "../../schema";
import { api, page } from "../pages";

/** REST APIs. */
export const apigatewayIntegrations: readonly TypeRows[] = [
  {
    type: "aws:apigateway/method:Method",
    source: api("apigateway", "PutMethod"),
    rows: [
      {
        at: "requestParameters",
        fact: "its keys are method.request.querystring, path or header and a name",
        propertyNames: {
          pattern:
            "^method\\.request\\.(querystring|path|header)\\.[^.\\s]+$|^method\\.request\\.multivalue(querystring|header)\\.[^.\\s]+$",
        },
        good: { "method.request.querystring.page": true },
        bad: { "method.request.query.page": true },
        fix: "Write method.request.querystring.<name>, method.request.path.<name> or method.request.header.<name>.",
      },
      {
        at: "httpMethod",
        enum: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANY"],
        good: "GET",
        bad: "FETCH",
      },
      { at: "authorization", enum: ["NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS"], good: "NONE", bad: "JWT" },
      {
        at: "",
        fact: "a method of CUSTOM or COGNITO_USER_POOLS has an authorizer",
        when: { authorization: ["CUSTOM", "COGNITO_USER_POOLS"] },
        required: ["authorizerId"],
        good: { authorization: "CUSTOM", authorizerId: "a1b2c3" },
        bad: { authorization: "CUSTOM" },
      },
      {
        at: "",
        fact: "scopes are for methods with COGNITO_USER_POOLS",
        when: { authorizationScopes: { minItems: 1 } },
        properties: { authorization: { enum: ["COGNITO_USER_POOLS"] } },
        good: { authorization: "COGNITO_USER_POOLS", authorizerId: "a1b2c3", authorizationScopes: ["api/read"] },
        bad: { authorization: "AWS_IAM", authorizationScopes: ["api/read"] },
      },
    ],
  },
  {
    type: "aws:apigateway/integration:Integration",
    source: api("apigateway", "PutIntegration"),
    rows: [
      {
        at: "credentials",
        fact: "credentials is the ARN of a role, or arn:aws:iam::*:user/* for the caller's own",
        pattern: "^arn:",
        source: api("apigateway", "PutIntegration"),
        good: "arn:aws:iam::111122223333:role/r",
        bad: "my-role",
      },
      {
        at: "requestParameters.*",
        fact: "a constant is in single quotes; anything else is a mapping expression of the method's request, the context or the stage's variables",
        pattern:
          "^('.*'|method\\.request\\.(querystring|path|header|multivaluequerystring|multivalueheader)\\.[^.\\s]+|method\\.request\\.body(\\..+|\\[.+)?|context\\..+|stageVariables\\..+)$",
        source: page("apigateway/latest/developerguide/rest-api-data-mapping-reference"),
        good: "'yes'",
        bad: "yes",
        fix: "Put the constant in single quotes: \"'value'\".",
      },
      {
        at: "requestParameters",
        fact: "its keys are integration.request.querystring, path or header and a name",
        propertyNames: {
          pattern:
            "^integration\\.request\\.(querystring|path|header|multivaluequerystring|multivalueheader)\\.[^\\s]+$",
        },
        good: { "integration.request.header.X-Id": "'1'" },
        bad: { "integration.request.body.id": "'1'" },
      },
      { at: "type", enum: ["HTTP", "HTTP_PROXY", "AWS", "AWS_PROXY", "MOCK"], good: "MOCK", bad: "LAMBDA" },
      {
        at: "",
        fact: "every integration but MOCK has a uri",
        when: { type: ["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY"] },
        required: ["uri"],
        good: { type: "HTTP", uri: "https://example.com", integrationHttpMethod: "GET" },
        bad: { type: "HTTP", integrationHttpMethod: "GET" },
      },
      {
        at: "",
        fact: "every integration but MOCK has an integrationHttpMethod",
        when: { type: ["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY"] },
        required: ["integrationHttpMethod"],
        good: { type: "HTTP", uri: "https://example.com", integrationHttpMethod: "GET" },
        bad: { type: "HTTP", uri: "https://example.com" },
      },
      {
        at: "",
        fact: "a Lambda function is invoked with POST, whatever the method of the API is",
        when: { type: ["AWS", "AWS_PROXY"], uri: { pattern: ":lambda:path/" } },
        properties: { integrationHttpMethod: { const: "POST" } },
        source: page("apigateway/latest/developerguide/set-up-lambda-integrations"),
        good: {
          type: "AWS_PROXY",
          integrationHttpMethod: "POST",
          uri: "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations",
        },
        bad: {
          type: "AWS_PROXY",
          integrationHttpMethod: "GET",
          uri: "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations",
        },
        fix: "Set integrationHttpMethod to POST.",
      },
      {
        at: "passthroughBehavior",
        enum: ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"],
        good: "NEVER",
        bad: "ALWAYS",
      },
      { at: "contentHandling", enum: ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"], good: "CONVERT_TO_TEXT", bad: "BINARY" },
      { at: "connectionType", enum: ["INTERNET", "VPC_LINK"], good: "INTERNET", bad: "VPC" },
      {
        at: "",
        fact: "an integration over a VPC link names it",
        when: { connectionType: "VPC_LINK" },
        required: ["connectionId"],
        good: {
          type: "HTTP_PROXY",
          integrationHttpMethod: "GET",
          uri: "http://internal",
          connectionType: "VPC_LINK",
          connectionId: "v1",
        },
        bad: { type: "HTTP_PROXY", integrationHttpMethod: "GET", uri: "http://internal", connectionType: "VPC_LINK" },
      },
      {
        at: "",
        fact: "a VPC link carries HTTP and HTTP_PROXY integrations only",
        when: { connectionType: "VPC_LINK", type: ["MOCK"] },
        excluded: ["connectionId"],
        source: "measured",
        good: {
          type: "HTTP_PROXY",
          integrationHttpMethod: "GET",
          uri: "http://internal",
          connectionType: "VPC_LINK",
          connectionId: "v1",
        },
        bad: { type: "MOCK", connectionType: "VPC_LINK", connectionId: "v1" },
      },
    ],
  },
  {
    type: "aws:apigateway/response:Response",
    source: api("apigateway", "PutGatewayResponse"),
    rows: [
      {
        at: "statusCode",
        fact: "a status code has three digits",
        pattern: "^[1-5]\\d\\d$",
        source: "measured",
        good: "401",
        bad: "4xx",
      },
      {
        at: "responseType",
        enum: "ACCESS_DENIED API_CONFIGURATION_ERROR AUTHORIZER_CONFIGURATION_ERROR AUTHORIZER_FAILURE BAD_REQUEST_BODY BAD_REQUEST_PARAMETERS DEFAULT_4XX DEFAULT_5XX EXPIRED_TOKEN INTEGRATION_FAILURE INTEGRATION_TIMEOUT INVALID_API_KEY INVALID_SIGNATURE MISSING_AUTHENTICATION_TOKEN QUOTA_EXCEEDED REQUEST_TOO_LARGE RESOURCE_NOT_FOUND THROTTLED UNAUTHORIZED UNSUPPORTED_MEDIA_TYPE WAF_FILTERED".split(
          " ",
        ),
        good: "DEFAULT_4XX",
        bad: "DEFAULT_3XX",
      },
      {
        at: "responseParameters",
        fact: "its keys begin with gatewayresponse.header., .querystring. or .path.",
        propertyNames: { pattern: "^gatewayresponse\\.(header|path|querystring)\\..+$" },
        good: { "gatewayresponse.header.A": "'*'" },
        bad: { "method.response.header.A": "'*'" },
      },
      {
        at: "responseParameters.*",
        fact: "a constant is in single quotes; anything else is a mapping expression",
        pattern: "^('.*'|method\\.request\\..+|context\\..+|stageVariables\\..+)$",
        good: "'*'",
        bad: "*",
      },
    ],
  },
  {
    type: "aws:apigateway/methodResponse:MethodResponse",
    source: api("apigateway", "PutMethodResponse"),
    rows: [
      { at: "statusCode", fact: "a status code is 100 to 599", pattern: "^[1-5]\\d\\d$", good: "200", bad: "default" },
      {
        at: "responseParameters",
        fact: "its keys begin with method.response.header.",
        propertyNames: { pattern: "^method\\.response\\.header\\.[^\\s]+$" },
        good: { "method.response.header.A": true },
        bad: { "header.A": true },
      },
    ],
  },
  {
    type: "aws:apigateway/integrationResponse:IntegrationResponse",
    source: api("apigateway", "PutIntegrationResponse"),
    rows: [
      { at: "statusCode", fact: "a status code is 100 to 599", pattern: "^[1-5]\\d\\d$", good: "200", bad: "2XX" },
      {
        at: "responseParameters",
        fact: "its keys begin with method.response.header.",
        propertyNames: { pattern: "^method\\.response\\.header\\.[^\\s]+$" },
        good: { "method.response.header.A": "'*'" },
        bad: { "integration.response.header.A": "'*'" },
      },
      {
        at: "responseParameters.*",
        fact: "a constant is in single quotes; anything else is integration.response.header, integration.response.body, context or stageVariables",
        pattern:
          "^('.*'|integration\\.response\\.(header\\.|multivalueheader\\.|body).*|context\\..+|stageVariables\\..+)$",
        good: "'*'",
        bad: "*",
      },
      { at: "contentHandling", enum: ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"], good: "CONVERT_TO_TEXT", bad: "TEXT" },
    ],
  },
];
