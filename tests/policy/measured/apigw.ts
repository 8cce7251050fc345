import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";

const account = "111122223333";
const api: Made = ["aws:apigateway/restApi:RestApi", "api", { id: "abcde12345", name: "own" }];
const restApi = "abcde12345";
const invocation = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:${account}:function:f/invocations`;

const authorizer = on("aws:apigateway/authorizer:Authorizer", { restApi, name: "own", authorizerUri: invocation });
const integrationType = "aws:apigateway/integration:Integration";
const place = { restApi, resourceId: "res123", httpMethod: "GET" };
const lambdaProxy = { ...place, type: "AWS_PROXY", integrationHttpMethod: "POST", uri: invocation };
const http = { ...place, type: "HTTP", integrationHttpMethod: "GET", uri: "https://a.example.com/" };
const integration = on(integrationType, lambdaProxy);
const web = on(integrationType, http);
const methodType = "aws:apigateway/method:Method";
const method = on(methodType, { ...place, authorization: "AWS_IAM" });
const restApiOf = on("aws:apigateway/restApi:RestApi", { name: "own" });
const model = on("aws:apigateway/model:Model", {
  restApi,
  name: "Order",
  contentType: "application/json",
  schema: '{"type":"object"}',
});
const domain = on("aws:apigateway/domainName:DomainName", { domainName: "a.example.com", securityPolicy: "TLS_1_2" });
const certificate = (region: string) =>
  `arn:aws:acm:${region}:${account}:certificate/11111111-1111-1111-1111-111111111111`;
const edge = { endpointConfiguration: { types: "EDGE" } };
const regional = { endpointConfiguration: { types: "REGIONAL" } };

const logs = { destinationArn: `arn:aws:logs:eu-west-1:${account}:log-group:own`, format: "$context.requestId" };
const stage = on("aws:apigateway/stage:Stage", {
  restApi,
  deployment: "dep123",
  stageName: "live",
  accessLogSettings: logs,
});
const logged = (more: Record<string, unknown>) => ({ accessLogSettings: { ...logs, ...more } });
const settings = on("aws:apigateway/methodSettings:MethodSettings", { restApi, stageName: "live" });
const setting = (methodPath: string) => ({ methodPath, settings: { metricsEnabled: true } });

const planType = "aws:apigateway/usagePlan:UsagePlan";
const plan = on(planType, { name: "own" });
const quota = (period: string, offset: number) => ({ quotaSettings: { limit: 100, period, offset } });
const throttled = (path: string) => ({
  apiStages: [{ apiId: restApi, stage: "live", throttles: [{ path, burstLimit: 10, rateLimit: 5 }] }],
});
const keyed = (parameter: string): Made => [
  integrationType,
  "integration",
  { ...http, restApi, cacheKeyParameters: [parameter] },
];
const part = on("aws:apigateway/documentationPart:DocumentationPart", { restApiId: restApi, properties: "{}" });

export const apigw: FactsByName = {
  "apigw-access-log-format-request-id": stage(
    "a line of the log has the request",
    logged({ format: "$context.identity.sourceIp" }),
    logged({ format: "$context.identity.sourceIp $context.requestId" }),
  ),
  "apigw-api-key-value-length": on("aws:apigateway/apiKey:ApiKey", { name: "own" })(
    "a key has 20 characters",
    { value: "a".repeat(19) },
    { value: "a".repeat(20) },
  ),
  "apigw-authorizer-ttl-range": authorizer(
    "an answer is kept for an hour",
    { authorizerResultTtlInSeconds: 3601 },
    { authorizerResultTtlInSeconds: 3600 },
  ),
  "apigw-authorizer-uri-format": authorizer(
    "an authorizer is called by its invocation",
    { authorizerUri: `arn:aws:lambda:eu-west-1:${account}:function:f` },
    {},
  ),
  "apigw-cognito-authorizer-provider-arns": authorizer(
    "an authorizer of Cognito has pools",
    { type: "COGNITO_USER_POOLS", authorizerUri: undefined },
    {
      type: "COGNITO_USER_POOLS",
      authorizerUri: undefined,
      providerArns: [`arn:aws:cognito-idp:eu-west-1:${account}:userpool/eu-west-1_abcdefghi`],
    },
  ),
  "apigw-deployment-no-methods": beside(
    [api],
    "an API without methods is not deployed",
    ["aws:apigateway/deployment:Deployment", "subject", { restApi }],
    [methodType, "method", { ...place, authorization: "AWS_IAM" }],
  ),
  "apigw-documentation-part-location": part(
    "the documentation of an API has no method",
    { location: { type: "API", method: "GET" } },
    { location: { type: "API" } },
  ),
  "apigw-edge-certificate-property": domain(
    "a domain at the edge has the edge's certificate",
    { ...edge, regionalCertificateArn: certificate("eu-west-1") },
    { ...edge, certificateArn: certificate("us-east-1") },
  ),
  "apigw-gateway-response-status-code": on("aws:apigateway/response:Response", {
    restApiId: restApi,
    responseType: "DEFAULT_4XX",
  })("a code has three digits", { statusCode: "4XX" }, { statusCode: "400" }),
  "apigw-integration-aws-uri": integration(
    "an integration of AWS is called by its path",
    { uri: `arn:aws:lambda:eu-west-1:${account}:function:f` },
    {},
  ),
  "apigw-integration-cache-key-parameters": beside(
    [
      [
        methodType,
        "method",
        {
          ...place,
          authorization: "AWS_IAM",
          requestParameters: { "method.request.querystring.a": true },
        },
      ],
    ],
    "a key of the cache is a parameter of the method",
    keyed("method.request.querystring.b"),
    keyed("method.request.querystring.a"),
  ),
  "apigw-integration-credentials-arn": integration(
    "credentials are a role",
    { credentials: "own-role" },
    { credentials: `arn:aws:iam::${account}:role/own` },
  ),
  "apigw-integration-http-method": integration("what is called has a method", { integrationHttpMethod: undefined }, {}),
  "apigw-integration-http-uri": web("HTTP has a URL", { uri: "a.example.com" }, { uri: "https://a.example.com" }),
  "apigw-integration-request-parameter-value": web(
    "a text is quoted",
    { requestParameters: { "integration.request.header.X-Own": "own" } },
    { requestParameters: { "integration.request.header.X-Own": "'own'" } },
  ),
  "apigw-integration-response-selection-pattern": on("aws:apigateway/integrationResponse:IntegrationResponse", {
    ...place,
    statusCode: "400",
  })("a pattern is a regular expression", { selectionPattern: "Bad [request" }, { selectionPattern: "Bad request.*" }),
  "apigw-integration-vpc-link-connection-id": web(
    "a link has an id",
    { connectionType: "VPC_LINK" },
    { connectionType: "VPC_LINK", connectionId: "link12" },
  ),
  "apigw-method-authorization-scopes-cognito": method(
    "scopes are of Cognito",
    { authorizationScopes: ["orders/read"] },
    { authorizationScopes: ["orders/read"], authorization: "COGNITO_USER_POOLS", authorizerId: "auth12" },
  ),
  "apigw-method-authorizer-id": method(
    "an own authorizer is named",
    { authorization: "CUSTOM" },
    { authorization: "CUSTOM", authorizerId: "auth12" },
  ),
  "apigw-method-http-verb": method("a method is one of eight", { httpMethod: "TRACE" }, { httpMethod: "HEAD" }),
  "apigw-method-request-parameter-key": method(
    "a parameter says where it is",
    { requestParameters: { page: true } },
    { requestParameters: { "method.request.querystring.page": true } },
  ),
  "apigw-minimum-compression-size-range": restApiOf(
    "compression begins at 10 MB at the latest",
    { minimumCompressionSize: "10485761" },
    { minimumCompressionSize: "10485760" },
  ),
  "apigw-model-content-type": model("a model has a media type", { contentType: "json" }, {}),
  "apigw-model-name-alphanumeric": model("a model's name has no hyphens", { name: "my-order" }, { name: "myOrder" }),
  "apigw-model-schema-type": model("a type is one of JSON Schema", { schema: '{"type":"String"}' }, {}),
  "apigw-mutual-tls-security-policy": domain(
    "proof by certificates needs TLS 1.2",
    {
      ...regional,
      regionalCertificateArn: certificate("eu-west-1"),
      mutualTlsAuthentication: { truststoreUri: "s3://own/trust.pem" },
      securityPolicy: "TLS_1_0",
    },
    {
      ...regional,
      regionalCertificateArn: certificate("eu-west-1"),
      mutualTlsAuthentication: { truststoreUri: "s3://own/trust.pem" },
    },
  ),
  "apigw-regional-certificate-property": domain(
    "a domain of a Region has the Region's certificate",
    { ...regional, certificateArn: certificate("us-east-1") },
    { ...regional, regionalCertificateArn: certificate("eu-west-1") },
  ),
  "apigw-regional-certificate-region": domain(
    "a certificate is of the domain's Region",
    { ...regional, regionalCertificateArn: certificate("us-east-1") },
    { ...regional, regionalCertificateArn: certificate("eu-west-1") },
  ),
  "apigw-request-authorizer-identity-source": authorizer(
    "a source says where it is",
    { type: "REQUEST", identitySource: "Authorization" },
    { type: "REQUEST", identitySource: "method.request.header.Authorization" },
  ),
  "apigw-resource-path-part": on("aws:apigateway/resource:Resource", { restApi, parentId: "root12" })(
    "a part of a path is plain or a variable",
    { pathPart: "a{id}" },
    { pathPart: "{id}" },
  ),
  "apigw-rest-api-policy-document": restApiOf(
    "a policy is a document",
    { policy: "allow" },
    {
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${account}:role/r` },
            Action: "execute-api:Invoke",
            Resource: "execute-api:/*",
          },
        ],
      }),
    },
  ),
  "apigw-stage-access-log-destination-arn": stage(
    "logs go to a log group or to Firehose",
    logged({ destinationArn: "arn:aws:s3:::own" }),
    {},
  ),
  "apigw-stage-access-log-firehose-prefix": stage(
    "a stream of logs has a prefix",
    logged({ destinationArn: `arn:aws:firehose:eu-west-1:${account}:deliverystream/own` }),
    logged({ destinationArn: `arn:aws:firehose:eu-west-1:${account}:deliverystream/amazon-apigateway-own` }),
  ),
  "apigw-stage-cache-ttl-range": settings(
    "an answer is kept for an hour",
    { methodPath: "*/*", settings: { cachingEnabled: true, cacheTtlInSeconds: 3601 } },
    { methodPath: "*/*", settings: { cachingEnabled: true, cacheTtlInSeconds: 3600 } },
  ),
  "apigw-stage-method-setting-http-method": settings(
    "a setting is of a method",
    setting("orders/FETCH"),
    setting("orders/GET"),
  ),
  "apigw-stage-name-charset": stage("a name has no dots", { stageName: "my.stage" }, { stageName: "my_stage" }),
  "apigw-stage-variable-name": stage(
    "a variable's name has no hyphens",
    { variables: { "own-key": "a" } },
    { variables: { own_key: "a" } },
  ),
  "apigw-stage-variable-value": stage(
    "a variable has no exclamation mark",
    { variables: { own: "a!" } },
    { variables: { own: "a" } },
  ),
  "apigw-usage-plan-api-stage-exists": beside(
    [
      api,
      [
        "aws:apigateway/stage:Stage",
        "stage",
        { restApi, deployment: "dep123", stageName: "live", accessLogSettings: logs },
      ],
    ],
    "a plan is of a stage of the API",
    [planType, "subject", { name: "own", apiStages: [{ apiId: restApi, stage: "test" }] }],
    [planType, "subject", { name: "own", apiStages: [{ apiId: restApi, stage: "live" }] }],
  ),
  "apigw-usage-plan-quota-limit": plan(
    "a quota is one at least",
    { quotaSettings: { limit: 0, period: "DAY" } },
    { quotaSettings: { limit: 1, period: "DAY" } },
  ),
  "apigw-usage-plan-quota-offset-range": plan("a week has seven days", quota("WEEK", 7), quota("WEEK", 6)),
  "apigw-usage-plan-quota-period-required": plan(
    "a quota has a period",
    { quotaSettings: { limit: 1 } },
    { quotaSettings: { limit: 1, period: "DAY" } },
  ),
  "apigw-usage-plan-throttle-key": plan("a method is a path and a verb", throttled("orders"), throttled("/orders/GET")),
  "apigw-vpc-endpoint-ids-private-only": restApiOf(
    "only a private API has endpoints",
    { endpointConfiguration: { types: "REGIONAL", vpcEndpointIds: ["vpce-0123456789abcdef0"] } },
    { endpointConfiguration: { types: "REGIONAL" } },
  ),
};
