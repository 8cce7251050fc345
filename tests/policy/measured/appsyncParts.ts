import { type Fact, facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const role = { serviceRoleArn: "arn:aws:iam::111122223333:role/r" };
const runtime = { name: "APPSYNC_JS", runtimeVersion: "1.0.0" };
const code = "export function request(ctx) { return {}; }\nexport function response(ctx) { return ctx.result; }";
const templates = { requestTemplate: "{}", responseTemplate: "{}" };
const functionTemplates = { requestMappingTemplate: "{}", responseMappingTemplate: "{}" };

const graphQLApi = "aws:appsync/graphQLApi:GraphQLApi";
const dataSource = "aws:appsync/dataSource:DataSource";

const source = ofType(dataSource, { apiId: "a", name: "orders" });
const domain = ofType("aws:appsync/domainName:DomainName", { domainName: "api.example.com" });
const handler = ofType("aws:appsync/function:Function", { apiId: "a", name: "f", dataSource: "orders" });
const resolver = ofType("aws:appsync/resolver:Resolver", { apiId: "a", type: "Query", field: "order" });
const unit = ofType("aws:appsync/resolver:Resolver", {
  apiId: "a",
  type: "Query",
  field: "order",
  kind: "UNIT",
  dataSource: "orders",
});
const pipeline = ofType("aws:appsync/resolver:Resolver", {
  apiId: "a",
  type: "Query",
  field: "order",
  kind: "PIPELINE",
  ...templates,
});
const realtime = ofType("aws:appsync/api:Api", { name: "chat" });

const dynamodb = { tableName: "orders", region: "eu-west-1" };
const lambda = { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" };
const bus = { eventBusArn: "arn:aws:events:eu-west-1:111122223333:event-bus/b" };
const search = { endpoint: "https://search.eu-west-1.es.amazonaws.com", region: "eu-west-1" };
const http = { endpoint: "https://example.com" };
const relational = {
  sourceType: "RDS_HTTP_ENDPOINT",
  httpEndpointConfig: {
    awsSecretStoreArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-abcdef",
    dbClusterIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:c",
    region: "eu-west-1",
  },
};

/** A kind of data source has its settings. */
const configured = (says: string, type: string, config: Arguments): Fact =>
  source(says, { type, ...role }, { type, ...role, ...config });

interface Signed {
  readonly providers: readonly Arguments[];
  readonly connection?: string;
  readonly publish?: string;
  readonly subscribe?: string;
}

const signs = ({ providers, connection = "API_KEY", publish = "API_KEY", subscribe = "API_KEY" }: Signed) => ({
  eventConfig: {
    authProviders: providers,
    connectionAuthModes: [{ authType: connection }],
    defaultPublishAuthModes: [{ authType: publish }],
    defaultSubscribeAuthModes: [{ authType: subscribe }],
  },
});
const byKey = { authType: "API_KEY" };
const authorizer = { authorizerUri: "arn:aws:lambda:eu-west-1:111122223333:function:f" };

/** What a program makes for one API. */
function ofApi(parts: readonly (readonly [type: string, made: Arguments])[], api: Arguments = {}): readonly Made[] {
  return [
    [graphQLApi, "api", { id: "a", name: "shop", authenticationType: "API_KEY", ...api }],
    ...parts.map(([type, made], index): Made => [
      type,
      `part${index}`,
      { apiId: "a", ...made },
      { apiId: `${graphQLApi} api` },
    ]),
  ];
}

const table = [dataSource, { name: "orders", type: "AMAZON_DYNAMODB", dynamodbConfig: dynamodb, ...role }] as const;
const backed = [dataSource, { name: "orders", type: "AWS_LAMBDA", lambdaConfig: lambda, ...role }] as const;
const resolves = (made: Arguments) =>
  ["aws:appsync/resolver:Resolver", { type: "Query", field: "order", code, runtime, ...made }] as const;
const runs = (made: Arguments) => ["aws:appsync/function:Function", { name: "f", code, runtime, ...made }] as const;

/** A namespace of an API for events that the program makes too. */
function ofEvents(namespace: Arguments, api: Arguments = signs({ providers: [byKey] })): readonly Made[] {
  return [
    ["aws:appsync/api:Api", "api", { id: "e", apiId: "e", name: "chat", ...api }],
    [
      "aws:appsync/channelNamespace:ChannelNamespace",
      "namespace",
      { apiId: "e", name: "orders", ...namespace },
      { apiId: "aws:appsync/api:Api api" },
    ],
  ];
}

const handles = (behavior: string, lambdaConfig?: Arguments, dataSourceName = "orders") => ({
  handlerConfigs: { onPublish: { behavior, integration: { dataSourceName, lambdaConfig } } },
});

const handlesCode = (dataSourceName: string): Arguments => ({
  ...handles("CODE", undefined, dataSourceName),
  codeHandlers: "export function onPublish(ctx) { return ctx.events; }",
});

const eventSource: Made = [
  dataSource,
  "orders",
  { apiId: "e", name: "orders", type: "AWS_LAMBDA", lambdaConfig: lambda, ...role },
  { apiId: "aws:appsync/api:Api api" },
];

const merges = (mergedType: string, sourceType: string): readonly Made[] => {
  const byType = (apiType: string) => ({
    authenticationType: "API_KEY",
    apiType,
    ...(apiType === "MERGED" ? { mergedApiExecutionRoleArn: role.serviceRoleArn } : {}),
  });
  return [
    [graphQLApi, "merged", { id: "m", name: "m", ...byType(mergedType) }],
    [graphQLApi, "source", { id: "s", name: "s", ...byType(sourceType) }],
    [
      "aws:appsync/sourceApiAssociation:SourceApiAssociation",
      "association",
      { mergedApiId: "m", sourceApiId: "s" },
      { mergedApiId: `${graphQLApi} merged`, sourceApiId: `${graphQLApi} source` },
    ],
  ];
};

const lambdaHandler = { lambdaConflictHandlerConfig: { lambdaConflictHandlerArn: lambda.functionArn } };
const conflicts = (conflictDetection: string, conflictHandler: string, beside: Arguments = {}) => ({
  syncConfig: { conflictDetection, conflictHandler, ...beside },
});

export const appsyncParts: FactsByName = {
  "appsync-domain-cert-region": domain(
    "the certificate of a domain is in us-east-1",
    { certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/c" },
    { certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/c" },
  ),
  "appsync-ds-config-matches-type": source(
    "a data source has the settings of its kind alone",
    { type: "AMAZON_DYNAMODB", ...role, dynamodbConfig: dynamodb, httpConfig: http },
    { type: "AMAZON_DYNAMODB", ...role, dynamodbConfig: dynamodb },
  ),
  "appsync-ds-delta-sync-requires-versioned": source(
    "changes are kept of a table with versions",
    {
      type: "AMAZON_DYNAMODB",
      ...role,
      dynamodbConfig: { ...dynamodb, versioned: false, deltaSyncConfig: { deltaSyncTableName: "d" } },
    },
    {
      type: "AMAZON_DYNAMODB",
      ...role,
      dynamodbConfig: { ...dynamodb, versioned: true, deltaSyncConfig: { deltaSyncTableName: "d" } },
    },
  ),
  "appsync-ds-dynamodb-region-mismatch": source(
    "a table is in a Region",
    { type: "AMAZON_DYNAMODB", ...role, dynamodbConfig: { ...dynamodb, region: "ireland" } },
    { type: "AMAZON_DYNAMODB", ...role, dynamodbConfig: dynamodb },
  ),
  "appsync-ds-dynamodb-requires-config": configured("a table is named", "AMAZON_DYNAMODB", {
    dynamodbConfig: dynamodb,
  }),
  "appsync-ds-eventbridge-requires-config": configured("a bus is named", "AMAZON_EVENTBRIDGE", {
    eventBridgeConfig: bus,
  }),
  "appsync-ds-http-auth-type-value": source(
    "a request is signed by IAM",
    { type: "HTTP", httpConfig: { ...http, authorizationConfig: { authorizationType: "BASIC" } } },
    { type: "HTTP", httpConfig: { ...http, authorizationConfig: { authorizationType: "AWS_IAM" } } },
  ),
  "appsync-ds-http-endpoint-scheme": source(
    "an address has its scheme",
    { type: "HTTP", httpConfig: { endpoint: "example.com" } },
    { type: "HTTP", httpConfig: http },
  ),
  "appsync-ds-http-requires-config": configured("an address is named", "HTTP", { httpConfig: http }),
  "appsync-ds-lambda-requires-config": configured("a function is named", "AWS_LAMBDA", { lambdaConfig: lambda }),
  "appsync-ds-lambda-requires-service-role": source(
    "a function is called with a role",
    { type: "AWS_LAMBDA", lambdaConfig: lambda },
    { type: "AWS_LAMBDA", lambdaConfig: lambda, ...role },
  ),
  "appsync-ds-none-forbids-config": source(
    "nothing has no settings",
    { type: "NONE", httpConfig: http },
    { type: "NONE" },
  ),
  "appsync-ds-opensearch-requires-config": configured("a domain is named", "AMAZON_OPENSEARCH_SERVICE", {
    opensearchserviceConfig: search,
  }),
  "appsync-ds-rds-requires-config": configured("a cluster is named", "RELATIONAL_DATABASE", {
    relationalDatabaseConfig: relational,
  }),
  "appsync-ds-rds-source-type-value": source(
    "a cluster is called over its Data API",
    { type: "RELATIONAL_DATABASE", ...role, relationalDatabaseConfig: { ...relational, sourceType: "RDS" } },
    { type: "RELATIONAL_DATABASE", ...role, relationalDatabaseConfig: relational },
  ),
  "appsync-ev-auth-provider-cognito-requires-config": realtime(
    "people of Cognito sign in with a pool",
    signs({ providers: [byKey, { authType: "AMAZON_COGNITO_USER_POOLS" }] }),
    signs({
      providers: [
        byKey,
        {
          authType: "AMAZON_COGNITO_USER_POOLS",
          cognitoConfig: { userPoolId: "eu-west-1_a", awsRegion: "eu-west-1" },
        },
      ],
    }),
  ),
  "appsync-ev-auth-provider-duplicate-type": realtime(
    "a way to sign in is named once",
    signs({ providers: [byKey, { authType: "AWS_IAM" }, { authType: "AWS_IAM" }] }),
    signs({ providers: [byKey, { authType: "AWS_IAM" }] }),
  ),
  "appsync-ev-auth-provider-lambda-requires-config": realtime(
    "a function that authorizes is named",
    signs({ providers: [byKey, { authType: "AWS_LAMBDA" }] }),
    signs({ providers: [byKey, { authType: "AWS_LAMBDA", lambdaAuthorizerConfig: authorizer }] }),
  ),
  "appsync-ev-auth-provider-oidc-requires-config": realtime(
    "an issuer is named",
    signs({ providers: [byKey, { authType: "OPENID_CONNECT" }] }),
    signs({
      providers: [byKey, { authType: "OPENID_CONNECT", openidConnectConfig: { issuer: "https://id.example.com" } }],
    }),
  ),
  "appsync-ev-connection-auth-mode-in-providers": realtime(
    "a connection is opened in a way that is set up",
    signs({ providers: [byKey], connection: "AWS_IAM" }),
    signs({ providers: [byKey, { authType: "AWS_IAM" }], connection: "AWS_IAM" }),
  ),
  "appsync-ev-publish-auth-mode-in-providers": realtime(
    "events are published in a way that is set up",
    signs({ providers: [byKey], publish: "AWS_IAM" }),
    signs({ providers: [byKey, { authType: "AWS_IAM" }], publish: "AWS_IAM" }),
  ),
  "appsync-ev-subscribe-auth-mode-in-providers": realtime(
    "events are subscribed to in a way that is set up",
    signs({ providers: [byKey], subscribe: "AWS_IAM" }),
    signs({ providers: [byKey, { authType: "AWS_IAM" }], subscribe: "AWS_IAM" }),
  ),
  "appsync-fn-code-and-mapping-template-exclusive": handler(
    "a function has code or templates",
    { code, runtime, ...functionTemplates },
    { code, runtime },
  ),
  "appsync-fn-code-requires-runtime": handler("code runs in a runtime", { code }, { code, runtime }),
  "appsync-fn-data-source-exists": facts(
    "a function's data source is its API's",
    ofApi([table, runs({ dataSource: "invoices" })]),
    ofApi([table, runs({ dataSource: "orders" })]),
  ),
  "appsync-fn-function-version-value": handler(
    "templates have one version",
    { ...functionTemplates, functionVersion: "2017-02-28" },
    { ...functionTemplates, functionVersion: "2018-05-29" },
  ),
  "appsync-fn-max-batch-size-requires-lambda-ds": facts(
    "a function of Lambda takes batches",
    ofApi([table, runs({ dataSource: "orders", maxBatchSize: 10 })]),
    ofApi([backed, runs({ dataSource: "orders", maxBatchSize: 10 })]),
  ),
  "appsync-fn-runtime-name-value": handler(
    "code runs in AppSync's runtime",
    { code, runtime: { ...runtime, name: "NODEJS" } },
    { code, runtime },
  ),
  "appsync-fn-runtime-requires-code": handler("a runtime runs code", { runtime }, { runtime, code }),
  "appsync-fn-runtime-version-value": handler(
    "the runtime has one version",
    { code, runtime: { ...runtime, runtimeVersion: "2.0.0" } },
    { code, runtime },
  ),
  "appsync-fn-sync-conflict-detection-none-with-handler": handler(
    "conflicts that are not found are not resolved",
    { code, runtime, ...conflicts("NONE", "AUTOMERGE") },
    { code, runtime, ...conflicts("VERSION", "AUTOMERGE") },
  ),
  "appsync-fn-sync-conflict-handler-lambda-requires-config": handler(
    "a function that resolves conflicts is named",
    { code, runtime, ...conflicts("VERSION", "LAMBDA") },
    { code, runtime, ...conflicts("VERSION", "LAMBDA", lambdaHandler) },
  ),
  "appsync-ns-auth-mode-in-api-providers": facts(
    "a namespace is published to in a way of its API",
    ofEvents({ publishAuthModes: [{ authType: "AWS_IAM" }] }),
    ofEvents({ publishAuthModes: [{ authType: "API_KEY" }] }),
  ),
  "appsync-ns-handler-code-requires-code-handlers": facts(
    "a handler of code has code",
    ofEvents(handles("CODE")),
    ofEvents({ ...handles("CODE"), codeHandlers: "export function onPublish(ctx) { return ctx.events; }" }),
  ),
  "appsync-ns-handler-lambda-requires-config": facts(
    "a direct handler is a function of Lambda",
    ofEvents(handles("DIRECT")),
    ofEvents(handles("DIRECT", { invokeType: "EVENT" })),
  ),
  "appsync-ns-integration-data-source-exists": facts(
    "a namespace's data source is its API's",
    [...ofEvents(handlesCode("invoices")), eventSource],
    [...ofEvents(handlesCode("orders")), eventSource],
  ),
  "appsync-res-caching-ttl-range": resolver(
    "an answer is kept an hour at most",
    { dataSource: "orders", ...templates, cachingConfig: { ttl: 3601 } },
    { dataSource: "orders", ...templates, cachingConfig: { ttl: 3600 } },
  ),
  "appsync-res-code-and-mapping-template-exclusive": unit(
    "a resolver has code or templates",
    { code, runtime, ...templates },
    { code, runtime },
  ),
  "appsync-res-code-requires-runtime": unit("a resolver's code has a runtime", { code }, { code, runtime }),
  "appsync-res-data-source-exists": facts(
    "a resolver's data source is its API's",
    ofApi([table, resolves({ dataSource: "invoices" })]),
    ofApi([table, resolves({ dataSource: "orders" })]),
  ),
  "appsync-res-field-in-schema": facts(
    "a resolver's field is in the schema",
    ofApi([table, resolves({ dataSource: "orders", field: "invoice" })], { schema: "type Query { order: String }" }),
    ofApi([table, resolves({ dataSource: "orders" })], { schema: "type Query { order: String }" }),
  ),
  "appsync-res-kind-value": resolver(
    "a resolver is a unit or a pipeline",
    { kind: "SINGLE", dataSource: "orders", ...templates },
    { kind: "UNIT", dataSource: "orders", ...templates },
  ),
  "appsync-res-max-batch-size-requires-lambda-ds": facts(
    "a resolver of Lambda takes batches",
    ofApi([table, resolves({ dataSource: "orders", maxBatchSize: 10 })]),
    ofApi([backed, resolves({ dataSource: "orders", maxBatchSize: 10 })]),
  ),
  "appsync-res-pipeline-forbids-data-source": pipeline(
    "a pipeline has no data source",
    { dataSource: "orders", pipelineConfig: { functions: ["f1"] } },
    { pipelineConfig: { functions: ["f1"] } },
  ),
  "appsync-res-pipeline-functions-max": pipeline(
    "a pipeline has 10 functions at most",
    { pipelineConfig: { functions: many(11, (index) => `f${index}`) } },
    { pipelineConfig: { functions: many(10, (index) => `f${index}`) } },
  ),
  "appsync-res-pipeline-requires-functions": pipeline(
    "a pipeline has functions",
    {},
    { pipelineConfig: { functions: ["f1"] } },
  ),
  "appsync-res-runtime-name-value": unit(
    "a resolver's code runs in AppSync's runtime",
    { code, runtime: { ...runtime, name: "NODEJS" } },
    { code, runtime },
  ),
  "appsync-res-runtime-requires-code": unit("a resolver's runtime runs code", { runtime }, { runtime, code }),
  "appsync-res-runtime-version-value": unit(
    "a resolver's runtime has one version",
    { code, runtime: { ...runtime, runtimeVersion: "2.0.0" } },
    { code, runtime },
  ),
  "appsync-res-sync-conflict-detection-none-with-handler": unit(
    "a resolver does not resolve conflicts that are not found",
    { code, runtime, ...conflicts("NONE", "AUTOMERGE") },
    { code, runtime, ...conflicts("VERSION", "AUTOMERGE") },
  ),
  "appsync-res-sync-conflict-handler-lambda-requires-config": unit(
    "a function that resolves a resolver's conflicts is named",
    { code, runtime, ...conflicts("VERSION", "LAMBDA") },
    { code, runtime, ...conflicts("VERSION", "LAMBDA", lambdaHandler) },
  ),
  "appsync-res-type-field-in-schema": facts(
    "a resolver's type is in the schema",
    ofApi([table, resolves({ dataSource: "orders", type: "Mutation" })], { schema: "type Query { order: String }" }),
    ofApi([table, resolves({ dataSource: "orders" })], { schema: "type Query { order: String }" }),
  ),
  "appsync-res-unit-forbids-pipeline-config": unit(
    "a unit has no functions",
    { ...templates, pipelineConfig: { functions: ["f1"] } },
    templates,
  ),
  "appsync-res-unit-requires-data-source": resolver(
    "a unit has a data source",
    { kind: "UNIT", ...templates },
    { kind: "UNIT", ...templates, dataSource: "orders" },
  ),
  "appsync-source-api-merged-not-source": facts(
    "a merged API is no source",
    merges("MERGED", "MERGED"),
    merges("MERGED", "GRAPHQL"),
  ),
  "appsync-source-api-not-merged-target": facts(
    "sources are merged into a merged API",
    merges("GRAPHQL", "GRAPHQL"),
    merges("MERGED", "GRAPHQL"),
  ),
};
