import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { needs, only, together } from "../together";

const role = "arn:aws:iam::111122223333:role/r";
const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const modes = ["API_KEY", "AWS_IAM", "AMAZON_COGNITO_USER_POOLS", "OPENID_CONNECT", "AWS_LAMBDA"];
const iam = [{ authType: "AWS_IAM" }];
const graphql = { name: "a", authenticationType: "AWS_IAM" };
const owner = { type: "aws:appsync/graphQLApi:GraphQLApi", at: "apiId", there: "apiId" };
const js = {
  code: "export const request = () => ({}); export const response = () => null;",
  runtime: { name: "APPSYNC_JS", runtimeVersion: "1.0.0" },
};

const graphqlApi: TypeRows = {
  type: "aws:appsync/graphQLApi:GraphQLApi",
  source: api("appsync", "CreateGraphqlApi"),
  rows: [
    together(
      "no two providers of an API have the same authenticationType, but those of Cognito and OpenID Connect",
      {
        join: "authenticationTypes",
        source: page("appsync/latest/devguide/security-authz"),
      },
      { name: "a", authenticationType: "AWS_IAM" },
      { additionalAuthenticationProviders: [{ authenticationType: "API_KEY" }] },
      { additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }] },
    ),
    together(
      "with further providers the defaultAction of the user pool is ALLOW",
      {
        if: { required: ["additionalAuthenticationProviders[]"] },
        then: { properties: { "userPoolConfig.defaultAction": { const: "ALLOW" } } },
        source: measured,
      },
      {
        name: "a",
        authenticationType: "AMAZON_COGNITO_USER_POOLS",
        additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }],
      },
      { userPoolConfig: { userPoolId: "eu-west-1_a", defaultAction: "ALLOW" } },
      { userPoolConfig: { userPoolId: "eu-west-1_a", defaultAction: "DENY" } },
    ),
  ],
};

/** The block that each type of data source is configured with. */
const blocks: Readonly<Record<string, string>> = {
  AWS_LAMBDA: "lambdaConfig",
  AMAZON_DYNAMODB: "dynamodbConfig",
  AMAZON_ELASTICSEARCH: "elasticsearchConfig",
  AMAZON_OPENSEARCH_SERVICE: "opensearchserviceConfig",
  HTTP: "httpConfig",
  RELATIONAL_DATABASE: "relationalDatabaseConfig",
  AMAZON_EVENTBRIDGE: "eventBridgeConfig",
};

const settings: Readonly<Record<string, unknown>> = {
  lambdaConfig: { functionArn: lambda },
  dynamodbConfig: { tableName: "orders" },
  elasticsearchConfig: { endpoint: "https://a.example.com" },
  opensearchserviceConfig: { endpoint: "https://a.example.com" },
  httpConfig: { endpoint: "https://a.example.com" },
  relationalDatabaseConfig: {
    httpEndpointConfig: {
      awsSecretStoreArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s",
      dbClusterIdentifier: "c",
    },
  },
  eventBridgeConfig: { eventBusArn: "arn:aws:events:eu-west-1:111122223333:event-bus/b" },
};

const oneBlock = ["NONE", ...Object.keys(blocks)].map((type): Row => {
  const own = blocks[type];
  const others = Object.values(blocks).filter((block) => block !== own);
  const [other = ""] = others;
  const mine = own === undefined ? {} : { [own]: settings[own] };
  return only(
    `a data source of ${type} has ${own ?? "no block of another type"}${own === undefined ? "" : " alone"}`,
    { type },
    others,
  )({ apiId: "a", name: "d", type, serviceRoleArn: role, ...mine }, {}, { [other]: settings[other] });
});

const dataSource: TypeRows = {
  type: "aws:appsync/dataSource:DataSource",
  source: api("appsync", "CreateDataSource"),
  rows: [
    ...oneBlock,
    {
      at: "dynamodbConfig",
      fact: "delta sync needs a table with versions",
      if: { required: ["deltaSyncConfig"] },
      then: { required: ["versioned"], properties: { versioned: { const: true } } },
      source: api("appsync", "DynamodbDataSourceConfig"),
      good: { tableName: "orders", versioned: true, deltaSyncConfig: { deltaSyncTableName: "d" } },
      bad: { tableName: "orders", deltaSyncConfig: { deltaSyncTableName: "d" } },
    },
    {
      at: "httpConfig.endpoint",
      fact: "an endpoint is an http or https address",
      pattern: "^https?://",
      source: api("appsync", "HttpDataSourceConfig"),
      good: "https://a.example.com",
      bad: "a.example.com",
    },
    {
      at: "httpConfig.authorizationConfig.authorizationType",
      const: "AWS_IAM",
      source: api("appsync", "AuthorizationConfig"),
      good: "AWS_IAM",
      bad: "BASIC",
    },
    { at: "relationalDatabaseConfig.sourceType", const: "RDS_HTTP_ENDPOINT", good: "RDS_HTTP_ENDPOINT", bad: "RDS" },
  ],
};

/** What resolvers and functions have in common. */
function handlers(own: Readonly<Record<string, unknown>>): readonly Row[] {
  const beside = {
    api: { type: owner.type, properties: { ...graphql, id: "a1" } },
    source: { type: "aws:appsync/dataSource:DataSource", properties: { apiId: "a1", name: "orders", type: "NONE" } },
    called: {
      type: "aws:appsync/dataSource:DataSource",
      properties: {
        apiId: "a1",
        name: "calls",
        type: "AWS_LAMBDA",
        lambdaConfig: { functionArn: lambda },
        serviceRoleArn: role,
      },
    },
  };
  const sync = (more: object) => ({ syncConfig: { conflictDetection: "VERSION", ...more } });
  return [
    together(
      "its data source is one of the same API",
      {
        properties: { dataSource: { nameOf: { type: "aws:appsync/dataSource:DataSource", key: "name", owner } } },
        beside,
      },
      { ...own, apiId: "a1", ...js },
      { dataSource: "orders" },
      { dataSource: "order" },
    ),
    together(
      "a maxBatchSize is for data sources of AWS_LAMBDA",
      { join: "batches", beside, source: page("appsync/latest/devguide/tutorial-lambda-resolvers") },
      { ...own, apiId: "a1", maxBatchSize: 10, ...js },
      { dataSource: "calls" },
      { dataSource: "orders" },
    ),
    together(
      "conflicts that are not detected have no handler",
      {
        when: { "syncConfig.conflictDetection": "NONE" },
        properties: { "syncConfig.conflictHandler": { const: "NONE" } },
      },
      { ...own, dataSource: "orders", ...js },
      { syncConfig: { conflictDetection: "NONE", conflictHandler: "NONE" } },
      { syncConfig: { conflictDetection: "NONE", conflictHandler: "AUTOMERGE" } },
    ),
    needs("the conflict handler LAMBDA names its function", { "syncConfig.conflictHandler": "LAMBDA" }, [
      "syncConfig.lambdaConflictHandlerConfig.lambdaConflictHandlerArn",
    ])(
      { ...own, dataSource: "orders", ...js },
      sync({ conflictHandler: "LAMBDA", lambdaConflictHandlerConfig: { lambdaConflictHandlerArn: lambda } }),
      sync({ conflictHandler: "LAMBDA" }),
    ),
  ];
}

const resolver: TypeRows = {
  type: "aws:appsync/resolver:Resolver",
  source: api("appsync", "CreateResolver"),
  rows: [
    ...handlers({ type: "Query", field: "order" }),
    needs("a UNIT resolver has a dataSource", { kind: "UNIT" }, ["dataSource"])(
      { apiId: "a", type: "Query", field: "order", kind: "UNIT", ...js },
      { dataSource: "orders" },
      {},
    ),
    {
      at: "pipelineConfig",
      fact: "a pipeline has one or more functions",
      required: ["functions[]"],
      good: { functions: ["f"] },
      bad: { functions: [] },
    },
    together(
      "type and field stand in the schema of the API",
      {
        join: "resolverField",
        beside: {
          api: {
            type: owner.type,
            properties: { ...graphql, id: "a1", schema: "type Query { order(id: ID!): String }" },
          },
        },
      },
      { apiId: "a1", type: "Query", dataSource: "orders", ...js },
      { field: "order" },
      { field: "orders" },
    ),
  ],
};

const functions: TypeRows = {
  type: "aws:appsync/function:Function",
  source: api("appsync", "CreateFunction"),
  rows: [
    together(
      "a handler is code or mapping templates",
      { dependentExcluded: { code: ["requestMappingTemplate", "responseMappingTemplate"] } },
      { name: "f", dataSource: "orders" },
      js,
      { ...js, requestMappingTemplate: "{}" },
    ),
    ...handlers({ name: "f" }),
  ],
};

const providerNeeds = (authType: string, block: string, value: unknown): Row => ({
  at: "eventConfig.authProviders[]",
  fact: `a provider of ${authType} has ${block}`,
  when: { authType },
  required: [block],
  good: { authType, [block]: value },
  bad: { authType },
});

const modesOf = (list: string): Row => ({
  at: "eventConfig",
  fact: `${list} are among the authProviders`,
  memberOf: [[`${list}[].authType`, "authProviders[].authType"]],
  good: { authProviders: iam, [list]: iam },
  bad: { authProviders: iam, [list]: [{ authType: "API_KEY" }] },
});

const eventApi: TypeRows = {
  type: "aws:appsync/api:Api",
  source: api("appsync", "EventConfig"),
  rows: [
    providerNeeds("AMAZON_COGNITO_USER_POOLS", "cognitoConfig", { userPoolId: "eu-west-1_a", awsRegion: "eu-west-1" }),
    providerNeeds("AWS_LAMBDA", "lambdaAuthorizerConfig", { authorizerUri: lambda }),
    providerNeeds("OPENID_CONNECT", "openidConnectConfig", { issuer: "https://a.example.com" }),
    {
      at: "eventConfig.authProviders",
      fact: "no two providers have one authType",
      uniqueKeys: ["authType"],
      good: iam,
      bad: [...iam, ...iam],
    },
    { at: "eventConfig.authProviders[].authType", enum: modes, good: "AWS_IAM", bad: "IAM" },
    ...["connectionAuthModes", "defaultPublishAuthModes", "defaultSubscribeAuthModes"].map(modesOf),
    {
      at: "eventConfig.logConfig.logLevel",
      enum: ["NONE", "ERROR", "ALL", "INFO", "DEBUG"],
      good: "ERROR",
      bad: "WARN",
    },
  ],
};

const handler = (behavior: string, more: object) => ({
  onPublish: { behavior, integration: { dataSourceName: "d", ...more } },
});

const others: readonly TypeRows[] = [
  {
    type: "aws:appsync/channelNamespace:ChannelNamespace",
    source: api("appsync", "CreateChannelNamespace"),
    rows: [
      ...(["onPublish", "onSubscribe"] as const).flatMap((on): Row[] => [
        needs(`the behavior CODE of ${on} needs codeHandlers`, { [`handlerConfigs.${on}.behavior`]: "CODE" }, [
          "codeHandlers",
        ])(
          { apiId: "a", name: "n", handlerConfigs: { [on]: handler("CODE", {}).onPublish } },
          { codeHandlers: "export function onPublish(ctx) { return ctx.events; }" },
          {},
        ),
        needs(`the behavior DIRECT of ${on} needs a lambdaConfig`, { [`handlerConfigs.${on}.behavior`]: "DIRECT" }, [
          `handlerConfigs.${on}.integration.lambdaConfig`,
        ])(
          { apiId: "a", name: "n" },
          { handlerConfigs: { [on]: handler("DIRECT", { lambdaConfig: { invokeType: "EVENT" } }).onPublish } },
          { handlerConfigs: { [on]: handler("DIRECT", {}).onPublish } },
        ),
        { at: `handlerConfigs.${on}.behavior`, enum: ["CODE", "DIRECT"], good: "CODE", bad: "LAMBDA" },
      ]),
      together(
        "the auth modes of a namespace are among the authProviders of its API",
        {
          join: "namespaceModes",
          beside: {
            api: {
              type: "aws:appsync/api:Api",
              properties: {
                apiId: "a1",
                id: "a1",
                name: "a",
                eventConfig: {
                  authProviders: iam,
                  connectionAuthModes: iam,
                  defaultPublishAuthModes: iam,
                  defaultSubscribeAuthModes: iam,
                },
              },
            },
          },
        },
        { apiId: "a1", name: "n" },
        { publishAuthModes: iam },
        { publishAuthModes: [{ authType: "API_KEY" }] },
      ),
    ],
  },
  {
    type: "aws:appsync/apiCache:ApiCache",
    source: api("appsync", "CreateApiCache"),
    rows: [
      {
        at: "type",
        fact: "caches of the kinds T2 and R4 are made no more",
        not: { pattern: "^(T2|R4)_" },
        source: measured,
        good: "SMALL",
        bad: "T2_SMALL",
      },
    ],
  },
  {
    type: "aws:appsync/apiKey:ApiKey",
    source: api("appsync", "CreateApiKey"),
    rows: [
      {
        at: "expires",
        fact: "it is a time in RFC 3339",
        format: "isoTime",
        good: "2027-01-01T00:00:00Z",
        bad: "1798761600",
      },
    ],
  },
  {
    type: "aws:appsync/domainName:DomainName",
    source: page("appsync/latest/devguide/custom-domain-name"),
    rows: [
      {
        at: "certificateArn",
        fact: "the certificate of a domain of AppSync is in us-east-1",
        not: { pattern: "^arn:[^:]*:acm:(?!us-east-1:)" },
        good: "arn:aws:acm:us-east-1:111122223333:certificate/c",
        bad: "arn:aws:acm:eu-west-1:111122223333:certificate/c",
      },
    ],
  },
];

/** AppSync: settings that go together, or do not. */
export const appsyncCombinations: readonly TypeRows[] = [
  graphqlApi,
  dataSource,
  resolver,
  functions,
  eventApi,
  ...others,
  {
    type: "aws:appsync/dataSource:DataSource",
    source: api("appsync", "DynamodbDataSourceConfig"),
    rows: (["dynamodbConfig.region", "relationalDatabaseConfig.httpEndpointConfig.region"] as const).map((at) => ({
      at,
      fact: "it is the name of a Region",
      pattern: "^[a-z]{2}(-[a-z]+)+-\\d$",
      good: "eu-central-1",
      bad: "europe",
    })),
  },
];
