import { limits } from "../../limits";
import { stringify } from "yaml";
import { cases, resource, unknown } from "./expectations";
import { type Sent } from "./server";

type Properties = Record<string, unknown>;

const api = (more: Properties = {}): Sent => resource("restApi", "api", { id: "api", ...more });
const http = (more: Properties = {}): Sent =>
  resource("httpApi", "http", { id: "http", protocolType: "HTTP", ...more });
const fn = (timeout: unknown, more: Properties = {}): Sent =>
  resource("function", "f", { arn: "arn:f", name: "f", invokeArn: "invoke:f", timeout, ...more });
const method = (more: Properties = {}, links = {}): Sent =>
  resource(
    "apiMethod",
    "m",
    { restApi: "api", resourceId: "r", httpMethod: "GET", authorization: "AWS_IAM", ...more },
    links,
  );
const answered = (type: unknown, more: Properties = {}): Sent =>
  resource("apiIntegration", "i", { restApi: "api", resourceId: "r", httpMethod: "GET", type, ...more });
const uri = "https://shop.example/orders";
const route = (routeKey: unknown, authorizationType?: unknown, apiId: unknown = "http"): Sent =>
  resource("httpRoute", "r", { apiId, routeKey, authorizationType });

cases("apigateway-method-authorizer", {
  holds: {
    "signed requests": [method()],
    "a preflight request of a browser": [method({ httpMethod: "OPTIONS", authorization: "NONE" })],
    "an answer with nothing behind it": [api(), method({ authorization: "NONE" }), answered("MOCK")],
    "a method that nothing answers, which AWS does not deploy": [api(), method({ authorization: "NONE" })],
  },
  advises: {
    "requests passed on to an address that is open anyway": [
      ["so is the address that Integration"],
      api(),
      method({ authorization: "NONE" }),
      answered("HTTP_PROXY", { uri }),
    ],
  },
  violates: {
    "no authorization": [["GET is open to everybody"], method({ authorization: "NONE" })],
    "no authorization of a function": [
      ["GET is open to everybody"],
      api(),
      method({ authorization: "NONE" }),
      answered("AWS_PROXY"),
    ],
    ...Object.fromEntries(
      Object.entries({
        "with a header of the API's own": { requestParameters: { "integration.request.header.Token": "'t'" } },
        "into a network": { connectionType: "VPC_LINK", connectionId: "l" },
        "to an address that is not known": { uri: unknown },
      }).map(([how, more]) => [
        `requests passed on ${how}`,
        [
          ["GET is open to everybody"],
          api(),
          method({ authorization: "NONE" }),
          answered("HTTP_PROXY", { uri, ...more }),
        ] as const,
      ]),
    ),
    "no authorization, whatever answers it": [
      ["GET is open to everybody"],
      api(),
      method({ authorization: "NONE", resourceId: unknown }),
      answered("AWS_PROXY"),
    ],
    "a key alone": [["open to everybody"], method({ authorization: "NONE", apiKeyRequired: true })],
  },
  open: {
    "authorization that is unknown": [["authorization"], method({ authorization: unknown })],
    "a method that is unknown": [["httpMethod"], method({ httpMethod: unknown, authorization: "NONE" })],
    "an answer of an unknown type": [["integration"], api(), method({ authorization: "NONE" }), answered(unknown)],
    "a place that is unknown, where something answers from the program": [
      ["integration"],
      api(),
      method({ authorization: "NONE", resourceId: unknown }),
      answered("MOCK"),
    ],
  },
});

cases("apigateway-route-authorizer", {
  holds: {
    "a JWT authorizer": [http(), route("GET /users", "JWT")],
    "a preflight request of a browser": [http(), route("OPTIONS /users")],
    "messages after $connect": [http({ protocolType: "WEBSOCKET" }), route("sendMessage"), route("$default")],
  },
  violates: {
    "a route without one": [["GET /users is open to everybody"], http(), route("GET /users")],
    "the catch-all route of an HTTP API": [["$default is open"], http(), route("$default", "NONE")],
    $connect: [["$connect is open"], http({ protocolType: "WEBSOCKET" }), route("$connect")],
  },
  open: {
    "a type that is unknown": [["authorizationType"], http(), route("GET /users", unknown)],
    "a key that is unknown": [["routeKey"], http(), route(unknown)],
  },
});

const openApi = (operation: Properties, root: Properties = {}) =>
  JSON.stringify({ openapi: "3.0.1", ...root, paths: { "/users": { parameters: [], get: operation } } });
cases("apigateway-body-authorizer", {
  holds: {
    "security of the operation": [api({ body: openApi({ security: [{ jwt: [] }] }) })],
    "security of the document": [http({ body: openApi({}, { security: [{ jwt: [] }] }) })],
    IAM: [api({ body: openApi({ "x-amazon-apigateway-auth": { type: "AWS_IAM" } }) })],
    "an API without a document": [api()],
  },
  violates: {
    "an operation without": [['RestApi "api": GET /users is open'], api({ body: openApi({}) })],
    "an operation that takes it back": [
      ["GET /users"],
      http({ body: openApi({ security: [] }, { security: [{ jwt: [] }] }) }),
    ],
    "an operation in YAML": [
      ["GET /users"],
      http({ body: "openapi: 3.0.1\npaths:\n  /users:\n    get:\n      responses: {}\n" }),
    ],
    "security that may be left out": [["GET /users"], api({ body: openApi({ security: [{ jwt: [] }, {}] }) })],
  },
  open: {
    "a document that is neither JSON nor YAML": [["api (body)"], api({ body: "openapi: [3.0.1" })],
    "a document that is unknown": [
      ["api (body)"],
      fn(3),
      resource("restApi", "api", { body: unknown }, { body: ["function:f"] }),
    ],
  },
});

const integration = (more: Properties = {}, links = {}): Sent =>
  resource("apiIntegration", "i", { restApi: "api", type: "AWS_PROXY", uri: "invoke:f", ...more }, links);
const httpIntegration = (more: Properties = {}, links = {}): Sent =>
  resource("httpIntegration", "i", { apiId: "http", integrationUri: "invoke:f", ...more }, links);
const integrated = (more: Properties) => openApi({ "x-amazon-apigateway-integration": { uri: "invoke:f", ...more } });

cases("apigateway-function-timeout", {
  holds: {
    "29 s behind a REST API": [fn(29), integration()],
    "30 s behind an HTTP API": [fn(30), httpIntegration()],
    "30 s behind an HTTP API, whose default is not known before the deployment": [
      fn(30),
      httpIntegration({ timeoutMilliseconds: unknown }),
    ],
    "Lambda's default": [fn(undefined), integration({ timeoutMilliseconds: 3000 })],
    "a function of another stack": [integration()],
    "as long as a raised quota allows": [fn(60), integration({ timeoutMilliseconds: 60_000 })],
  },
  violates: {
    "30 s behind a REST API": [["gives up after 29,000 ms", 'Function "f" after 30 s'], fn(30), integration()],
    "31 s behind an HTTP API": [["30,000 ms", "31 s"], fn(31), httpIntegration()],
    "a lower timeout of the integration": [
      ["2,999 ms", "3 s"],
      fn(undefined),
      integration({ timeoutMilliseconds: 2999 }),
    ],
    "a function by link, through an alias, while ARNs are unknown": [
      ['Function "f" after 60 s'],
      resource("function", "f", { timeout: 60 }),
      resource("alias", "live", { functionName: unknown }, { functionName: ["function:f"] }),
      integration({ uri: unknown }, { uri: ["alias:live"] }),
    ],
    "an operation of a document": [
      ["GET /users of the API", "1,000 ms"],
      fn(3),
      api({ body: integrated({ timeoutInMillis: 1000 }) }),
    ],
    "an operation of a document in YAML": [
      ["GET /users of the API", "1,000 ms"],
      fn(3),
      api({ body: stringify(JSON.parse(integrated({ timeoutInMillis: 1000 }))) }),
    ],
  },
  open: {
    "a timeout that is unknown": [["timeout of Function"], fn(unknown), integration()],
    "a document that is neither JSON nor YAML": [["body"], api({ body: "openapi: [3.0.1" })],
  },
});

cases("apigateway-edge-timeout", {
  holds: {
    "29 s": [api(), integration({ timeoutMilliseconds: 29_000 })],
    "more on a regional API": [
      api({ endpointConfiguration: { types: "REGIONAL" } }),
      integration({ timeoutMilliseconds: 60_000 }),
    ],
    "30 s of an HTTP API": [http(), httpIntegration({ timeoutMilliseconds: 30_000 })],
  },
  violates: {
    "more on an API that says nothing, and is edge-optimised": [
      ["timeout is 29,001 ms on an edge-optimised API"],
      api(),
      integration({ timeoutMilliseconds: 29_001 }),
    ],
    "more in a document": [
      ["GET /users of timeout", "edge-optimised"],
      api({ body: integrated({ timeoutInMillis: 30_000 }), endpointConfiguration: { types: ["EDGE"] } }),
    ],
  },
  open: {
    "an API that is unknown": [["restApi"], api(), integration({ restApi: unknown, timeoutMilliseconds: 30_000 })],
    "a type that is no text": [
      ["endpointConfiguration.types"],
      api({ endpointConfiguration: { types: 5 } }),
      integration({ timeoutMilliseconds: 30_000 }),
    ],
  },
});

const permission = (of: unknown = "f", principal: unknown = "apigateway.amazonaws.com"): Sent =>
  resource("permission", "p", { function: of, principal, action: "lambda:InvokeFunction" });
cases("apigateway-permission", {
  holds: {
    "a function that the API may invoke": [fn(3), integration(), permission()],
    "an HTTP API too": [fn(3), httpIntegration(), permission()],
    "a role of the integration's own": [fn(3), integration({ credentials: "arn:role" })],
    "a permission on an alias": [
      fn(3),
      resource("alias", "live", { arn: "alias", invokeArn: "invoke:live", functionName: "f" }),
      integration({ uri: "invoke:live" }),
      permission("alias"),
    ],
  },
  violates: {
    "one that nobody may": [['may not invoke Function "f"', "500"], fn(3), integration()],
    "one that S3 may": [["may not invoke"], fn(3), httpIntegration(), permission("f", "s3.amazonaws.com")],
    "one of a document": [["GET /users of the API may not"], fn(3), api({ body: integrated({}) })],
  },
  open: { "a permission of nobody knows what": [["who may invoke"], fn(3), integration(), permission(unknown)] },
});

const isPrivate = (more: Properties = {}) =>
  api({ endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-1"] }, ...more });
const policy = (Condition?: Properties) =>
  JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "*", Condition }],
  });
const throughEndpoint = policy({ StringEquals: { "aws:sourceVpce": "vpce-1" } });
cases("apigateway-private-policy", {
  holds: {
    "a policy that names the endpoint": [isPrivate({ policy: throughEndpoint })],
    "a policy that is a resource of its own": [
      isPrivate({ policy: unknown }),
      resource("restApiPolicy", "p", { restApiId: "api", policy: throughEndpoint }),
    ],
    "a public API": [api()],
  },
  violates: {
    "a private API without a policy": [["it is private and has no policy"], isPrivate()],
    "a policy for everybody": [["names no VPC endpoint"], isPrivate({ policy: policy() })],
  },
  open: {
    "a policy that is unknown": [
      ["policy"],
      isPrivate(),
      resource("restApiPolicy", "p", { restApiId: "api", policy: unknown }),
    ],
    "a policy that is no JSON": [["policy"], isPrivate({ policy: "{" })],
  },
});
cases("apigateway-vpc-endpoints", {
  holds: {
    "endpoints of a private API": [isPrivate()],
    "a private API without, which is called by the endpoints' own names": [
      api({ endpointConfiguration: { types: "PRIVATE" } }),
    ],
    "none of another": [api()],
  },
  violates: {
    "a regional API with": [
      ["PRIVATE only, not REGIONAL"],
      api({ endpointConfiguration: { types: "REGIONAL", vpcEndpointIds: ["v"] } }),
    ],
  },
  open: {
    "a configuration that is unknown": [["endpointConfiguration"], api({ endpointConfiguration: unknown })],
    "endpoints that are unknown": [
      ["endpointConfiguration"],
      api({ endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: unknown } }),
    ],
  },
});

const logged = (kind: "apiStage" | "httpStage", format: unknown) => [
  resource(kind, "s", { accessLogSettings: { destinationArn: "l", format } }),
];
for (const [rule, kind] of [
  ["apigateway-json-logs", "apiStage"],
  ["apigateway-http-json-logs", "httpStage"],
] as const) {
  cases(rule, {
    holds: {
      JSON: logged(kind, '{"requestId":"$context.requestId"}'),
      "JSON with a number": logged(kind, '{ "status": $context.status, "path": "$context.path" }'),
      "no log": [resource(kind, "s", {})],
    },
    violates: {
      "the common log format": [
        ["accessLogSettings.format is not JSON"],
        ...logged(kind, "$context.identity.sourceIp - -"),
      ],
      "a text": [["is not JSON"], ...logged(kind, '"$context.requestId"')],
    },
    open: { "a format that is unknown": [["accessLogSettings.format"], ...logged(kind, unknown)] },
  });
}

const stage = (more: Properties = {}, links = {}): Sent =>
  resource("apiStage", "live", { arn: "stage", restApi: "api", stageName: "live", ...more }, links);
const throttle = (throttlingRateLimit: unknown, more: Properties = {}, links = {}): Sent =>
  resource(
    "apiMethodSettings",
    "throttle",
    { restApi: "api", stageName: "live", methodPath: "*/*", settings: { throttlingRateLimit }, ...more },
    links,
  );
cases("apigateway-throttling", {
  holds: {
    "a rate for all methods": [stage(), throttle(100)],
    "a rate by link": [
      stage({ restApi: unknown }, { restApi: ["restApi:api"] }),
      throttle(100, { restApi: unknown }, { restApi: ["apiStage:live", "restApi:api"] }),
    ],
  },
  violates: {
    "a stage without": [["no throttle of its own"], stage()],
    "a rate for one method": [["no throttle"], stage(), throttle(100, { methodPath: "users/GET" })],
    "a rate of another stage": [["no throttle"], stage(), throttle(100, { stageName: "test" })],
    "no limit": [["no throttle"], stage(), throttle(-1)],
  },
  open: { "a rate that is unknown": [["throttling"], stage(), throttle(unknown)] },
});
for (const [rule, property, max] of [
  ["apigateway-rate-limit", "throttlingRateLimit", limits.apigateway.rateLimit.max],
  ["apigateway-burst-limit", "throttlingBurstLimit", limits.apigateway.burstLimit.max],
] as const) {
  const set = (value: unknown) => resource("apiMethodSettings", "m", { settings: { [property]: value } });
  cases(rule, {
    holds: { "the account's own limit": [set(max)], none: [set(0)], "no limit": [set(-1)] },
    violates: { "one more": [[`settings.${property} is ${(max + 1).toLocaleString("en-US")}`], set(max + 1)] },
    open: { "a limit that is unknown": [[property], set(unknown)], "no number": [["not a number"], set("many")] },
  });
}

const isOpen = method({ authorization: "NONE" });
const association = (resourceArn: unknown, links = {}) =>
  resource("webAclAssociation", "a", { resourceArn, webAclArn: "acl" }, links);
cases("apigateway-waf", {
  holds: {
    "a web ACL": [api(), isOpen, stage(), association("stage")],
    "a web ACL by link": [
      api(),
      isOpen,
      stage({ arn: unknown }),
      association(unknown, { resourceArn: ["apiStage:live"] }),
    ],
    "an API that asks everybody who they are": [api(), method(), stage()],
    "a private API": [isPrivate(), isOpen, stage()],
  },
  violates: { "an open API without": [["open to everybody, and no web ACL"], api(), isOpen, stage()] },
  open: { "a web ACL of nobody knows what": [["web ACL"], api(), isOpen, stage(), association(unknown)] },
});

const answer = (origin: unknown, credentials: unknown) =>
  resource("apiIntegrationResponse", "r", {
    responseParameters: {
      "method.response.header.Access-Control-Allow-Origin": origin,
      "method.response.header.Access-Control-Allow-Credentials": credentials,
    },
  });
cases("apigateway-cors", {
  holds: {
    "one origin with credentials": [answer("'https://example.com'", "'true'")],
    "every origin without": [answer("'*'", undefined)],
    nothing: [resource("apiIntegrationResponse", "r", {})],
  },
  violates: { "every origin with credentials": [["origin * together with credentials"], answer("'*'", "'true'")] },
  open: {
    "an origin that is unknown": [["responseParameters"], answer(unknown, "'true'")],
    "headers that are unknown": [
      ["responseParameters"],
      resource("apiIntegrationResponse", "r", { responseParameters: unknown }),
    ],
  },
});
for (const [rule, kind, property] of [
  ["apigateway-http-cors", "httpApi", "corsConfiguration"],
  ["lambda-url-cors", "functionUrl", "cors"],
] as const) {
  const cors = (allowOrigins: unknown, allowCredentials: unknown) => [
    resource(kind, "subject", { [property]: { allowOrigins, allowCredentials } }),
  ];
  cases(rule, {
    holds: {
      "one origin with credentials": cors(["https://example.com"], true),
      "every origin without": cors(["*"], false),
      nothing: [resource(kind, "subject", {})],
    },
    violates: {
      "every origin with credentials": [[`${property} allows every origin`], ...cors(["https://a.example", "*"], true)],
    },
    open: {
      "origins that are unknown": [[property], ...cors(unknown, true)],
      "credentials that are unknown": [[property], ...cors(["*"], unknown)],
    },
  });
}

const plan = (apiStages: unknown, links = {}) => resource("apiUsagePlan", "plan", { apiStages }, links);
const keyed = method({ apiKeyRequired: true });
cases("apigateway-usage-plan", {
  holds: {
    "a plan of the API": [api(), keyed, plan([{ apiId: "api", stage: "live" }])],
    "a plan by link": [api(), keyed, plan([{ apiId: unknown }], { apiStages: ["restApi:api"] })],
    "a method without keys": [api(), method()],
  },
  violates: {
    "no plan": [["no usage plan of the API takes one", "403"], api(), keyed],
    "a plan of another API": [["no usage plan"], api(), keyed, plan([{ apiId: "other" }])],
  },
  open: { "a plan of nobody knows what": [["usage plans"], api(), keyed, plan([{ apiId: unknown }])] },
});

const direct = resource("apiIntegration", "i", { restApi: "api", resourceId: "r", httpMethod: "GET", type: "AWS" });
cases("apigateway-validation", {
  holds: {
    "a validator": [direct, method({ requestValidatorId: unknown })],
    "a function, which validates for itself": [integration({ resourceId: "r", httpMethod: "GET" }), method()],
  },
  violates: { "a service without": [['Method "m"', "no requestValidatorId"], direct, method()] },
  open: { "a method that cannot be told": [["method"], direct, method({ httpMethod: unknown })] },
});

const mutual = { mutualTlsAuthentication: { truststoreUri: "s3://trust/store.pem" } };
const domain = (more: Properties = mutual) => resource("apiDomain", "d", { domainName: "api.example.com", ...more });
const mapping = resource("apiBasePath", "b", { domainName: "api.example.com", restApi: "api" });
cases("apigateway-mtls-bypass", {
  holds: {
    "an API with no other address": [api({ disableExecuteApiEndpoint: true }), domain(), mapping],
    "a domain without mutual TLS": [api(), domain({}), mapping],
  },
  violates: {
    "a REST API's own address": [['RestApi "api"', "execute-api address"], api(), domain(), mapping],
    "an HTTP API's own address": [
      ['Api "http"'],
      http(),
      resource("httpDomain", "d", { domainName: "http.example.com", ...mutual }),
      resource("httpApiMapping", "b", { domainName: "http.example.com", apiId: "http" }),
    ],
  },
  open: {
    "what is unknown": [
      ["disableExecuteApiEndpoint"],
      resource(
        "restApi",
        "api",
        { id: "api", disableExecuteApiEndpoint: unknown },
        { disableExecuteApiEndpoint: ["function:f"] },
      ),
      fn(3),
      domain(),
      mapping,
    ],
  },
});

const certified = (certificateArn: unknown, links = {}) =>
  resource("apiDomain", "d", { domainName: "d", certificateArn }, links);
const certificate = (region: string) => resource("certificate", "c", { region });
const byLink = { certificateArn: ["certificate:c"] };
cases("apigateway-certificate-region", {
  holds: {
    "us-east-1": [certified("arn:aws:acm:us-east-1:1:certificate/c")],
    "us-east-1 by link": [certificate("us-east-1"), certified(unknown, byLink)],
    "a regional domain": [
      resource("apiDomain", "d", { regionalCertificateArn: "arn:aws:acm:eu-west-1:1:certificate/c" }),
    ],
  },
  violates: {
    "another Region": [["certificateArn is in eu-west-1"], certified("arn:aws:acm:eu-west-1:1:certificate/c")],
    "another Region by link": [["is in eu-west-1"], certificate("eu-west-1"), certified(unknown, byLink)],
  },
  open: {
    "a certificate of nobody knows where": [
      ["certificateArn"],
      resource("certificate", "c", {}),
      certified(unknown, byLink),
    ],
    "no ARN": [["certificateArn"], certified("certificate")],
  },
});

cases("apigateway-secret-values", {
  holds: { "names of things": [stage({ variables: { table: "orders" } })] },
  violates: {
    "a key": [["variables.key holds an AWS access key id"], stage({ variables: { key: "AKIA1234567890ABCDEF" } })],
  },
  open: { "a value that is unknown": [["variables.key"], stage({ variables: { key: unknown } })] },
});
