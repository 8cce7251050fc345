import { facts } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";
import { linked } from "./linked";

const account = "111122223333";
const functionType = "aws:lambda/function:Function";
const mappingType = "aws:lambda/eventSourceMapping:EventSourceMapping";
const invokeType = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
const zip = { name: "orders", role: `arn:aws:iam::${account}:role/r`, s3Bucket: "code", s3Key: "orders.zip" };
const node = { ...zip, runtime: "nodejs22.x", handler: "index.handler" };
const queue = `arn:aws:sqs:eu-west-1:${account}:orders`;
const variables = (name: string) => ({ environment: { variables: { [name]: "a" } } });
const filter = (pattern: unknown) => ({ filterCriteria: { filters: [{ pattern: JSON.stringify(pattern) }] } });
const functions = on(functionType, node);
const mapped = on(mappingType, { functionName: "orders", eventSourceArn: queue });
const destined = on(invokeType, { functionName: "orders" });
const failing = (destination: string) => ({ destinationConfig: { onFailure: { destination } } });

export const lambda: FactsByName = {
  "file-system-without-network": functions(
    "a function that mounts a file system is in a network",
    {
      fileSystemConfig: {
        arn: `arn:aws:elasticfilesystem:eu-west-1:${account}:access-point/fsap-0123456789abcdef0`,
        localMountPath: "/mnt/models",
      },
    },
    { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
  ),
  "subnets-without-groups": functions(
    "a function in subnets has security groups",
    { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: [] } },
    { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
  ),
  "variable-of-one-letter": functions("a variable's name has two letters", variables("A"), variables("AB")),
  "variable-with-hyphen": functions("a variable's name has no hyphen", variables("a-b"), variables("a_b")),
  "variable-default-region": functions(
    "AWS_DEFAULT_REGION is Lambda's",
    variables("AWS_DEFAULT_REGION"),
    variables("DEFAULT_REGION"),
  ),
  "variable-underscore": functions("a variable's name begins with a letter", variables("_"), variables("a_")),
  "destination-url": destined(
    "a destination is an ARN",
    failing(`https://sqs.eu-west-1.amazonaws.com/${account}/orders`),
    failing(queue),
  ),
  "destination-partner-bus": destined(
    "a destination is no partner's bus",
    failing(`arn:aws:events:eu-west-1:${account}:event-bus/aws.partner/example.com/a`),
    failing(`arn:aws:events:eu-west-1:${account}:event-bus/orders`),
  ),
  "runtime-nodejs8": on(functionType, { ...zip, handler: "a.b" })(
    "no function is made with Node.js 8",
    { runtime: "nodejs8.10" },
    { runtime: "nodejs22.x" },
  ),
  "runtime-nodejs": on(functionType, { ...zip, handler: "a.b" })(
    "no function is made with the first Node.js",
    { runtime: "nodejs" },
    { runtime: "nodejs22.x" },
  ),
  "snap-start-node": on(functionType, {
    ...zip,
    handler: "a.b",
    publish: true,
    snapStart: { applyOn: "PublishedVersions" },
  })("Node.js has no SnapStart", { runtime: "nodejs22.x" }, { runtime: "python3.12" }),
  "filter-of-bare-text": mapped(
    "a filter lists the values of a field",
    filter({ body: { kind: "order" } }),
    filter({ body: { kind: ["order"] } }),
  ),
  "retries-of-queue": mapped(
    "how often to retry is a stream's",
    { maximumRetryAttempts: 2 },
    { functionResponseTypes: ["ReportBatchItemFailures"] },
  ),
};

const api = { restApi: "a1", resourceId: "r1", httpMethod: "GET" };
const ofEndpoint = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      ...{ Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" },
      Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } },
    },
  ],
});
const integrationType = "aws:apigateway/integration:Integration";
const restType = "aws:apigateway/restApi:RestApi";
const methodType = "aws:apigateway/method:Method";
const settingsType = "aws:apigateway/methodSettings:MethodSettings";
const uri = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:${account}:function:a/invocations`;
const ofRest = { restApi: "aws:apigateway/restApi:RestApi api" };
const method = (requestParameters: Record<string, boolean>) =>
  [
    methodType,
    "get",
    { httpMethod: "GET", authorization: "AWS_IAM", resourceId: "r1", restApi: "a1", requestParameters },
  ] as const;
const integration = (requestParameters: Record<string, string>) =>
  [
    integrationType,
    "get",
    { ...api, type: "HTTP", integrationHttpMethod: "GET", uri: "https://a.example.com/{id}", requestParameters },
  ] as const;

export const apigateway: FactsByName = {
  "endpoints-of-regional": on(restType, { name: "orders", policy: ofEndpoint })(
    "only a private API is at VPC endpoints",
    { endpointConfiguration: { types: "REGIONAL", vpcEndpointIds: ["vpce-1"] } },
    { endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-1"] } },
  ),
  "private-without-policy": facts(
    "a private API is deployed with a policy",
    [
      [restType, "api", { name: "orders", endpointConfiguration: { types: "PRIVATE" } }],
      ["aws:apigateway/deployment:Deployment", "now", { restApi: "a1" }, ofRest],
    ],
    [
      [restType, "api", { name: "orders", endpointConfiguration: { types: "REGIONAL" } }],
      ["aws:apigateway/deployment:Deployment", "now", { restApi: "a1" }, ofRest],
    ],
  ),
  "undeclared-path": facts(
    "an integration maps a path's parameter that its method declares",
    [method({}), integration({ "integration.request.path.id": "method.request.path.id" })],
    [
      method({ "method.request.path.id": true }),
      integration({ "integration.request.path.id": "method.request.path.id" }),
    ],
  ),
  "method-pool-without-authorizer": on(methodType, { ...api })(
    "a method that a user pool guards names its authorizer",
    { authorization: "COGNITO_USER_POOLS" },
    { authorization: "COGNITO_USER_POOLS", authorizerId: "abc123" },
  ),
  "method-authorizer-arn": on(methodType, { ...api, authorization: "COGNITO_USER_POOLS" })(
    "an authorizer is named by its id",
    { authorizerId: `arn:aws:cognito-idp:eu-west-1:${account}:userpool/eu-west-1_a` },
    { authorizerId: "abc123" },
  ),
  "link-without-uri": on(integrationType, {
    ...{ ...api, type: "HTTP_PROXY", integrationHttpMethod: "GET", connectionType: "VPC_LINK", connectionId: "l1" },
  })("an integration through a VPC link has a URI", {}, { uri: "http://a.example.com" }),
  "settings-path-slash": on(settingsType, { restApi: "a1", stageName: "dev", settings: { metricsEnabled: true } })(
    "a path of settings is without its slash",
    { methodPath: "/{proxy+}/ANY" },
    { methodPath: "{proxy+}/ANY" },
  ),
  "throttle-path-all": on("aws:apigateway/usagePlan:UsagePlan", { name: "orders" })(
    "a plan throttles a resource of the API",
    { apiStages: [{ apiId: "a1", stage: "dev", throttles: [{ path: "*/*", rateLimit: 5 }] }] },
    { apiStages: [{ apiId: "a1", stage: "dev", throttles: [{ path: "/orders/GET", rateLimit: 5 }] }] },
  ),
};

const httpType = "aws:apigatewayv2/integration:Integration";
const routeType = "aws:apigatewayv2/route:Route";
const apiType = "aws:apigatewayv2/api:Api";
const ofApi = { apiId: "aws:apigatewayv2/api:Api api" };
const http = [apiType, "api", { name: "orders", protocolType: "HTTP" }] as const;
const link = {
  integrationType: "HTTP_PROXY",
  integrationMethod: "ANY",
  connectionType: "VPC_LINK",
  connectionId: "l1",
};
const listener = `arn:aws:elasticloadbalancing:eu-west-1:${account}:listener/app/a/0123456789abcdef/0123456789abcdef`;

export const apigatewayv2: FactsByName = {
  "request-authorizer-without-uri": on("aws:apigatewayv2/authorizer:Authorizer", {
    ...{ apiId: "a1", name: "a", authorizerType: "REQUEST", authorizerPayloadFormatVersion: "2.0" },
  })("an authorizer that is a function says which", {}, { authorizerUri: uri }),
  "http-api-integration-aws": facts(
    "an HTTP API integrates proxies only",
    [http, linked(httpType, "a", { integrationType: "AWS", integrationUri: uri, integrationMethod: "POST" }, ofApi)],
    [
      http,
      linked(httpType, "a", { integrationType: "AWS_PROXY", integrationUri: uri, payloadFormatVersion: "2.0" }, ofApi),
    ],
  ),
  "route-key-unknown": facts(
    "a route is a method and a path",
    [http, [routeType, "a", { apiId: "a1", authorizationType: "AWS_IAM", routeKey: "$getauthorized" }, ofApi]],
    [http, [routeType, "a", { apiId: "a1", authorizationType: "AWS_IAM", routeKey: "GET /authorized" }, ofApi]],
  ),
  "link-to-url": facts(
    "an HTTP API goes to a listener through a VPC link",
    [http, linked(httpType, "a", { ...link, integrationUri: "http://a.example.com" }, ofApi)],
    [http, linked(httpType, "a", { ...link, integrationUri: listener }, ofApi)],
  ),
  "link-to-balancer": facts(
    "an HTTP API goes to a listener, not to a load balancer",
    [
      http,
      linked(
        httpType,
        "a",
        {
          ...link,
          integrationUri: listener
            .replace("/0123456789abcdef/0123456789abcdef", "/0123456789abcdef")
            .replace(":listener/", ":loadbalancer/"),
        },
        ofApi,
      ),
    ],
    [http, linked(httpType, "a", { ...link, integrationUri: listener }, ofApi)],
  ),
};

const appType = "aws:appsync/graphQLApi:GraphQLApi";

export const appsync: FactsByName = {
  "additional-lambda-without-config": on(appType, { name: "orders", authenticationType: "API_KEY" })(
    "an additional way to sign in by a function says which",
    { additionalAuthenticationProviders: [{ authenticationType: "AWS_LAMBDA" }] },
    {
      additionalAuthenticationProviders: [
        {
          authenticationType: "AWS_LAMBDA",
          lambdaAuthorizerConfig: { authorizerUri: `arn:aws:lambda:eu-west-1:${account}:function:a` },
        },
      ],
    },
  ),
  "unit-resolver-without-source": on("aws:appsync/resolver:Resolver", {
    ...{ apiId: "a1", type: "Query", field: "orders", kind: "UNIT", requestTemplate: "{}", responseTemplate: "{}" },
  })("a resolver of one step has a data source", {}, { dataSource: "orders" }),
};

const machine = (definition: unknown) => ({ definition: JSON.stringify(definition) });
const machines = on("aws:sfn/stateMachine:StateMachine", { name: "orders", roleArn: `arn:aws:iam::${account}:role/r` });
const pass = (state: object, top: object = {}) =>
  machine({ ...top, StartAt: "A", States: { A: { Type: "Pass", End: true, ...state } } });
const jsonata = { QueryLanguage: "JSONata" };
const map = (processor: object) =>
  machine({
    StartAt: "M",
    States: {
      M: {
        ...{ Type: "Map", End: true },
        ItemProcessor: { StartAt: "A", States: { A: { Type: "Pass", End: true } }, ...processor },
      },
    },
  });

export const states: FactsByName = {
  "jsonata-field-in-path-state": machines(
    "a state with paths has no Output",
    pass({ Output: { a: 1 } }),
    pass({ Output: { a: 1 } }, jsonata),
  ),
  "path-state-in-jsonata-machine": machines(
    "a machine of JSONata has no state with paths",
    pass({ QueryLanguage: "JSONPath" }, jsonata),
    pass({ QueryLanguage: "JSONata" }),
  ),
  "processor-query-language": machines("a processor has no query language", map(jsonata), map({})),
  "jsonata-array-end": machines(
    "JSONata closes what it opens",
    pass({ Output: "{% $a[1,2) %}" }, jsonata),
    pass({ Output: "{% $a[1] %}" }, jsonata),
  ),
  "jsonata-half-sum": machines(
    "JSONata ends its sums",
    pass({ Output: "{% 1 + %}" }, jsonata),
    pass({ Output: "{% 1 + 1 %}" }, jsonata),
  ),
};
