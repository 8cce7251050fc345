import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const methodType = "aws:apigateway/method:Method";
const integrationType = "aws:apigateway/integration:Integration";
const responseType = "aws:apigateway/integrationResponse:IntegrationResponse";
const ofApi = { restApi: "api", resourceId: "res", httpMethod: "GET" };
const web = { type: "HTTP", integrationHttpMethod: "GET", uri: "https://orders.example.com" };
const domain = on("aws:apigateway/domainName:DomainName");
const certificate = (region: string) => `arn:aws:acm:${region}:${account}:certificate/1`;

const method = (more: Arguments): Made => [methodType, "get", { ...ofApi, authorization: "AWS_IAM", ...more }];
const integration = (more: Arguments): Made => [integrationType, "get", { ...ofApi, ...web, ...more }];

/** A method that hands a header on. */
const handsOn = (declared: Arguments): readonly Made[] => [
  method(declared),
  integration({
    requestParameters: { "integration.request.header.Authorization": "method.request.header.Authorization" },
  }),
];

/** An answer of 401, and the answers that the method declares. */
const answers = (statusCode: string): readonly Made[] => [
  method({}),
  integration({}),
  ["aws:apigateway/methodResponse:MethodResponse", "get", { ...ofApi, statusCode }],
  [responseType, "subject", { ...ofApi, statusCode: "401", selectionPattern: "^401.*" }],
];

const api: Made = ["aws:apigateway/restApi:RestApi", "api", { name: "api", id: "api" }];
const deployed: Made = ["aws:apigateway/deployment:Deployment", "subject", { restApi: "api", triggers: { a: "1" } }];

export const apigateway: FactsByName = {
  "mapped-header-declared": facts(
    "what is mapped is declared by the method",
    handsOn({}),
    handsOn({ requestParameters: { "method.request.header.Authorization": true } }),
  ),
  "integration-response-without-method-response": facts(
    "each answer of an integration is one of the method",
    answers("200"),
    answers("401"),
  ),
  "mapping-identifier": on(responseType, { ...ofApi, statusCode: "200" })(
    "what is mapped has a place in the answer",
    { responseParameters: { "method.response.headers.Location": "integration.response.header.Location" } },
    { responseParameters: { "method.response.header.Location": "integration.response.header.Location" } },
  ),
  "lambda-arn-as-uri": on(integrationType, { ...ofApi, type: "AWS_PROXY", integrationHttpMethod: "POST" })(
    "a function is called by the URI of its invocations",
    { uri: `arn:aws:lambda:eu-west-1:${account}:function:orders` },
    {
      uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:${account}:function:orders/invocations`,
    },
  ),
  "edge-domain-without-certificate": domain(
    "a domain name has a certificate",
    { domainName: "api.example.com", securityPolicy: "TLS_1_2", endpointConfiguration: { types: "EDGE" } },
    {
      ...{ domainName: "api.example.com", securityPolicy: "TLS_1_2", endpointConfiguration: { types: "EDGE" } },
      certificateArn: certificate("us-east-1"),
    },
  ),
  "domain-without-dot": domain(
    "a domain name is a whole one",
    {
      ...{ domainName: "api", securityPolicy: "TLS_1_2", endpointConfiguration: { types: "EDGE" } },
      certificateArn: certificate("us-east-1"),
    },
    {
      ...{ domainName: "api.example.com", securityPolicy: "TLS_1_2", endpointConfiguration: { types: "EDGE" } },
      certificateArn: certificate("us-east-1"),
    },
  ),
  "base-path-of-segments": on("aws:apigateway/basePathMapping:BasePathMapping", {
    ...{ restApi: "api", stageName: "live", domainName: "api.example.com" },
  })("a base path is one segment", { basePath: "orders/v1" }, { basePath: "orders" }),
  "model-name": on("aws:apigateway/model:Model", {
    ...{ restApi: "api", contentType: "application/json", schema: '{"type":"object"}' },
  })("the name of a model has letters and digits", { name: "inline_response_200" }, { name: "inlineResponse200" }),
  "method-without-integration": facts(
    "each method that is deployed has an integration",
    [api, method({}), deployed],
    [api, method({}), integration({}), deployed],
  ),
  "empty-path-part": on("aws:apigateway/resource:Resource", { restApi: "api", parentId: "root" })(
    "a resource has a part of the path",
    { pathPart: "" },
    { pathPart: "introspect" },
  ),
};
