import { type Row, type TypeRows } from "../../schema";
import { at, needs, says } from "../given";
import { api } from "../pages";
import { together } from "../together";

export const of = (protocolType: string): Row["beside"] => ({
  api: { type: "aws:apigatewayv2/api:Api", properties: { id: "a1", name: "orders", protocolType } },
});
export const call =
  "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations";
export const request = {
  name: "a",
  authorizerType: "REQUEST",
  authorizerUri: call,
  identitySources: ["route.request.header.A"],
};
const base = { domainName: "a.example.com", restApi: "a1" };
const mapping = "aws:apigateway/basePathMapping:BasePathMapping";
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
];
