import { facts, type Made } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";
import { cached } from "../distribution";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const functionType = "aws:lambda/function:Function";
const mappingType = "aws:lambda/eventSourceMapping:EventSourceMapping";
const zip = { name: "orders", role: `arn:aws:iam::${account}:role/r`, s3Bucket: "code", s3Key: "orders.zip" };
const node = { ...zip, runtime: "nodejs22.x", handler: "index.handler" };
const efs = (resource: string) => ({
  fileSystemConfig: {
    ...{ arn: `arn:aws:elasticfilesystem:eu-west-1:${account}:${resource}`, localMountPath: "/mnt/models" },
  },
});
const queue = `arn:aws:sqs:eu-west-1:${account}:orders`;
const stream = `arn:aws:kinesis:eu-west-1:${account}:stream/orders`;
const longest = (count: number) => "a".repeat(count);
const edge = (region: string): Arguments =>
  cached({
    lambdaFunctionAssociations: [
      { eventType: "viewer-request", lambdaArn: `arn:aws:lambda:${region}:${account}:function:edge:3` },
    ],
  });

export const lambda: FactsByName = {
  "environment-reserved-token": on(functionType, node)(
    "a function's environment has no AWS_SESSION_TOKEN of its own",
    { environment: { variables: { AWS_SESSION_TOKEN: "t" } } },
    { environment: { variables: { STAGE: "dev" } } },
  ),
  "function-name-length": on(functionType, { ...node, name: undefined })(
    "the name of a function has 64 characters",
    { name: longest(66) },
    { name: longest(64) },
  ),
  "permission-url-auth": on("aws:lambda/permission:Permission", {
    ...{ function: "orders", principal: "*", statementId: "url", functionUrlAuthType: "AWS_IAM" },
  })(
    "how one signs in at a URL goes with the permission to call the URL",
    { action: "lambda:InvokeFunction" },
    { action: "lambda:InvokeFunctionUrl" },
  ),
  "stream-starting-position": on(mappingType, { functionName: "orders", eventSourceArn: stream })(
    "a stream is read from a position",
    {},
    { startingPosition: "LATEST" },
  ),
  "queue-batch-window": on(mappingType, { functionName: "orders", eventSourceArn: queue, batchSize: 100 })(
    "a batch above ten needs a time to gather it",
    {},
    { maximumBatchingWindowInSeconds: 1 },
  ),
  "file-system-arn": on(functionType, {
    ...node,
    vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] },
  })(
    "a function mounts an access point",
    efs("file-system/fs-0123456789abcdef0"),
    efs("access-point/fsap-0123456789abcdef0"),
  ),
};

export const lambdaEdge: FactsByName = {
  "edge-region": facts(
    "a function at the edge is of us-east-1",
    [["aws:cloudfront/distribution:Distribution", "subject", edge("eu-west-1")]],
    [["aws:cloudfront/distribution:Distribution", "subject", edge("us-east-1")]],
  ),
};

const httpApi: Made = ["aws:apigatewayv2/api:Api", "api", { name: "api", id: "api", protocolType: "HTTP" }];
const socketApi: Made = [
  "aws:apigatewayv2/api:Api",
  "api",
  { name: "api", id: "api", protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" },
];
const payload = (payloadFormatVersion: string): Made => [
  "aws:apigatewayv2/integration:Integration",
  "subject",
  {
    ...{ apiId: "api", integrationType: "AWS_PROXY", payloadFormatVersion, integrationMethod: "POST" },
    integrationUri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:${account}:function:orders/invocations`,
  },
  { apiId: "aws:apigatewayv2/api:Api api" },
];
const route = (more: Arguments): Made => [
  "aws:apigatewayv2/route:Route",
  "subject",
  { apiId: "api", routeKey: "POST /embed", target: "integrations/i", ...more },
];
const named = (securityPolicy: string) => ({
  domainNameConfiguration: {
    ...{ certificateArn: `arn:aws:acm:eu-west-1:${account}:certificate/1`, endpointType: "REGIONAL", securityPolicy },
  },
});

export const apigatewayv2: FactsByName = {
  "jwt-route-without-authorizer": facts(
    "a route of JWT has an authorizer",
    [httpApi, route({ authorizationType: "JWT" })],
    [httpApi, route({ authorizationType: "JWT", authorizerId: "a1b2c3" })],
  ),
  "domain-tls-1-0": on("aws:apigatewayv2/domainName:DomainName", { domainName: "api.example.com" })(
    "a domain name has TLS 1.2",
    named("TLS_1_0"),
    named("TLS_1_2"),
  ),
  "socket-payload": facts(
    "a WebSocket API has the first payload",
    [socketApi, payload("2.0")],
    [socketApi, payload("1.0")],
  ),
};

const ofApi = { restApi: "api", resourceId: "res", httpMethod: "POST" };
const redirects = (declared: Arguments): readonly Made[] => [
  ["aws:apigateway/method:Method", "post", { ...ofApi, authorization: "AWS_IAM" }],
  [
    "aws:apigateway/integration:Integration",
    "post",
    { ...ofApi, type: "HTTP", integrationHttpMethod: "POST", uri: "https://orders.example.com" },
  ],
  ["aws:apigateway/methodResponse:MethodResponse", "moved", { ...ofApi, statusCode: "302", ...declared }],
  [
    "aws:apigateway/integrationResponse:IntegrationResponse",
    "subject",
    {
      ...{ ...ofApi, statusCode: "302", selectionPattern: "https://.*" },
      responseParameters: { "method.response.header.Location": "integration.response.body.errorMessage" },
    },
  ],
];
const api: Made = ["aws:apigateway/restApi:RestApi", "api", { name: "api", id: "api" }];
const deployed: Made = [
  "aws:apigateway/deployment:Deployment",
  "subject",
  { restApi: "api", triggers: { a: "1" } },
  { restApi: "aws:apigateway/restApi:RestApi api" },
];

export const apigateway: FactsByName = {
  "response-header-declared": facts(
    "a header of an answer is declared by the method",
    redirects({}),
    redirects({ responseParameters: { "method.response.header.Location": true } }),
  ),
  "endpoint-without-scheme": on("aws:apigateway/integration:Integration", {
    ...{ ...ofApi, type: "HTTP_PROXY", integrationHttpMethod: "POST" },
  })("an endpoint of HTTP has a scheme", { uri: "orders.example.com" }, { uri: "https://orders.example.com" }),
  "edge-certificate-regional": on("aws:apigateway/domainName:DomainName", {
    ...{ domainName: "api.example.com", securityPolicy: "TLS_1_2", endpointConfiguration: { types: "REGIONAL" } },
  })(
    "a regional domain name has a regional certificate",
    { certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/1` },
    { regionalCertificateArn: `arn:aws:acm:eu-west-1:${account}:certificate/1` },
  ),
  "deployment-without-methods": facts(
    "what is deployed has a method",
    [api, deployed],
    [
      api,
      ["aws:apigateway/method:Method", "post", { ...ofApi, authorization: "AWS_IAM" }],
      [
        "aws:apigateway/integration:Integration",
        "post",
        { ...ofApi, type: "HTTP", integrationHttpMethod: "POST", uri: "https://orders.example.com" },
      ],
      deployed,
    ],
  ),
};
