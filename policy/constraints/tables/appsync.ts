import { type Row, type TypeRows } from "../schema";
import { api, page } from "./pages";

const resolver = { apiId: "a", type: "Query", field: "order" };
const code = "export function request(ctx) { return {}; }\nexport function response(ctx) { return ctx.result; }";
const runtime = { name: "APPSYNC_JS", runtimeVersion: "1.0.0" };
const lambdaAuthorizer = { authorizerUri: "arn:aws:lambda:eu-west-1:111122223333:function:f" };

/** What resolvers and functions have in common. */
const codeRows = (base: object): readonly Row[] => [
  {
    at: "",
    fact: "APPSYNC_JS has no instanceof, try, throw, while, classes and the like",
    when: { "runtime.name": "APPSYNC_JS" },
    properties: { code: { format: "appsyncJs" } },
    source: page("appsync/latest/devguide/supported-features"),
    good: { ...base, runtime, code },
    bad: {
      ...base,
      runtime,
      code: "export function request(ctx) { return {}; }\nexport function response(ctx) { if (ctx.result instanceof Array) { return ctx.result; } return []; }",
    },
  },
  {
    at: "",
    fact: "code has a runtime",
    dependentRequired: { code: ["runtime"] },
    source: api("appsync", "CreateResolver"),
    good: { ...base, runtime, code },
    bad: { ...base, code },
  },
  {
    at: "",
    fact: "a runtime goes with code",
    dependentRequired: { runtime: ["code"] },
    source: api("appsync", "CreateResolver"),
    good: { ...base, runtime, code },
    bad: { ...base, runtime },
  },
  {
    at: "runtime.name",
    const: "APPSYNC_JS",
    source: api("appsync", "AppSyncRuntime"),
    good: "APPSYNC_JS",
    bad: "NODEJS",
  },
  {
    at: "runtime.runtimeVersion",
    const: "1.0.0",
    source: api("appsync", "AppSyncRuntime"),
    good: "1.0.0",
    bad: "2.0.0",
  },
  { at: "maxBatchSize", minimum: 0, maximum: 2000, source: api("appsync", "CreateResolver"), good: 2000, bad: 2001 },
  {
    at: "code",
    minLength: 1,
    maxLength: 32768,
    source: api("appsync", "CreateResolver"),
    good: code,
    bad: `// ${"a".repeat(32800)}`,
  },
  {
    at: "syncConfig.conflictDetection",
    enum: ["VERSION", "NONE"],
    source: api("appsync", "SyncConfig"),
    good: "VERSION",
    bad: "ALL",
  },
  {
    at: "syncConfig.conflictHandler",
    enum: ["OPTIMISTIC_CONCURRENCY", "LAMBDA", "AUTOMERGE", "NONE"],
    source: api("appsync", "SyncConfig"),
    good: "LAMBDA",
    bad: "MERGE",
  },
];

const authentication = ["API_KEY", "AWS_IAM", "AMAZON_COGNITO_USER_POOLS", "OPENID_CONNECT", "AWS_LAMBDA"];

const merged = { type: "aws:appsync/graphQLApi:GraphQLApi", properties: { id: "m", apiType: "MERGED" } };
const ordinary = { type: "aws:appsync/graphQLApi:GraphQLApi", properties: { id: "o", authenticationType: "API_KEY" } };

/** What the main authentication of an API, and each further one, needs. */
const needs = (at: string): readonly Row[] =>
  (
    [
      ["AWS_LAMBDA", "lambdaAuthorizerConfig", lambdaAuthorizer],
      ["OPENID_CONNECT", "openidConnectConfig", { issuer: "https://a.example" }],
      ["AMAZON_COGNITO_USER_POOLS", "userPoolConfig", { userPoolId: "eu-west-1_a", defaultAction: "ALLOW" }],
    ] as const
  ).map(([authenticationType, property, value]) => ({
    at,
    fact: `${authenticationType} needs ${property}`,
    when: { authenticationType },
    required: [property],
    good: { authenticationType, [property]: value },
    bad: { authenticationType },
  }));

/** AppSync. */
export const appsync: readonly TypeRows[] = [
  {
    type: "aws:appsync/resolver:Resolver",
    source: api("appsync", "CreateResolver"),
    rows: [
      ...codeRows({ ...resolver, dataSource: "d" }),
      {
        at: "cachingConfig.ttl",
        minimum: 1,
        maximum: 3600,
        source: api("appsync", "CachingConfig"),
        good: 3600,
        bad: 3601,
      },
      {
        at: "cachingConfig.cachingKeys[]",
        fact: "a key is of $context.arguments, $context.source or $context.identity",
        pattern: "^\\$(context|ctx)\\.(arguments|args|source|identity)",
        source: api("appsync", "CachingConfig"),
        good: "$context.arguments.id",
        bad: "id",
      },
      { at: "kind", enum: ["UNIT", "PIPELINE"], good: "UNIT", bad: "BATCH" },
      {
        at: "",
        fact: "a PIPELINE resolver has a pipelineConfig",
        when: { kind: "PIPELINE" },
        required: ["pipelineConfig"],
        good: { ...resolver, kind: "PIPELINE", runtime, code, pipelineConfig: { functions: ["f"] } },
        bad: { ...resolver, kind: "PIPELINE", runtime, code },
      },
      {
        at: "",
        fact: "a PIPELINE resolver names no dataSource; its functions do",
        when: { kind: "PIPELINE" },
        excluded: ["dataSource"],
        good: { ...resolver, kind: "PIPELINE", runtime, code, pipelineConfig: { functions: ["f"] } },
        bad: { ...resolver, kind: "PIPELINE", runtime, code, dataSource: "d", pipelineConfig: { functions: ["f"] } },
      },
      {
        at: "",
        fact: "a UNIT resolver has no pipelineConfig",
        when: { kind: "UNIT" },
        excluded: ["pipelineConfig"],
        good: { ...resolver, kind: "UNIT", dataSource: "d", runtime, code },
        bad: { ...resolver, kind: "UNIT", dataSource: "d", runtime, code, pipelineConfig: { functions: ["f"] } },
      },
      {
        at: "pipelineConfig.functions",
        maxItems: 10,
        source: page("general/latest/gr/appsync"),
        good: ["f"],
        bad: Array.from({ length: 11 }, (_, i) => `f${i}`),
      },
      {
        at: "",
        fact: "code and mapping templates exclude each other",
        dependentExcluded: { code: ["requestTemplate", "responseTemplate"] },
        source: "measured",
        good: { ...resolver, dataSource: "d", runtime, code },
        bad: { ...resolver, dataSource: "d", runtime, code, requestTemplate: "{}" },
      },
      {
        at: "field",
        fact: "a field is a name of GraphQL",
        pattern: "^[_A-Za-z][_0-9A-Za-z]*$",
        good: "order",
        bad: "my-order",
      },
    ],
  },
  {
    type: "aws:appsync/function:Function",
    source: api("appsync", "CreateFunction"),
    rows: [
      ...codeRows({ apiId: "a", dataSource: "d", name: "f" }),
      {
        at: "name",
        fact: "a name has letters, digits and underscores and begins with no digit",
        pattern: "^[_A-Za-z][_0-9A-Za-z]*$",
        good: "find_order",
        bad: "find-order",
      },
      { at: "functionVersion", const: "2018-05-29", good: "2018-05-29", bad: "2020-01-01" },
    ],
  },
  {
    type: "aws:appsync/graphQLApi:GraphQLApi",
    source: api("appsync", "CreateGraphqlApi"),
    rows: [
      {
        at: "schema",
        fact: "every type of the schema is declared; a type that begins with AWS is one of AppSync's scalars",
        format: "graphqlSchema",
        source: page("appsync/latest/devguide/scalars"),
        good: "type Order { id: ID! at: AWSDateTime }\ntype Query { order(id: ID!): Order }\nschema { query: Query }",
        bad: "type Order { id: ID! }\ntype Query { order(id: ID!): Ordre }\nschema { query: Query }",
      },
      { at: "introspectionConfig", enum: ["ENABLED", "DISABLED"], good: "DISABLED", bad: "OFF" },
      { at: "authenticationType", enum: authentication, good: "AWS_IAM", bad: "COGNITO" },
      {
        at: "additionalAuthenticationProviders[].authenticationType",
        enum: authentication,
        good: "AWS_IAM",
        bad: "COGNITO",
      },
      { at: "visibility", enum: ["GLOBAL", "PRIVATE"], good: "GLOBAL", bad: "PUBLIC" },
      { at: "apiType", enum: ["GRAPHQL", "MERGED"], good: "GRAPHQL", bad: "REST" },
      {
        at: "",
        fact: "a MERGED API has a mergedApiExecutionRoleArn",
        when: { apiType: "MERGED" },
        required: ["mergedApiExecutionRoleArn"],
        good: {
          apiType: "MERGED",
          authenticationType: "API_KEY",
          mergedApiExecutionRoleArn: "arn:aws:iam::111122223333:role/a",
        },
        bad: { apiType: "MERGED", authenticationType: "API_KEY" },
      },
      {
        at: "",
        fact: "a MERGED API has no schema of its own",
        when: { apiType: "MERGED" },
        excluded: ["schema"],
        good: {
          apiType: "MERGED",
          authenticationType: "API_KEY",
          mergedApiExecutionRoleArn: "arn:aws:iam::111122223333:role/a",
        },
        bad: {
          apiType: "MERGED",
          authenticationType: "API_KEY",
          mergedApiExecutionRoleArn: "arn:aws:iam::111122223333:role/a",
          schema: "type Query { a: ID }",
        },
      },
      { at: "queryDepthLimit", minimum: 0, maximum: 75, good: 75, bad: 76 },
      { at: "resolverCountLimit", minimum: 0, maximum: 10000, good: 10000, bad: 10001 },
      {
        at: "logConfig.fieldLogLevel",
        enum: ["NONE", "ERROR", "ALL", "INFO", "DEBUG"],
        source: api("appsync", "LogConfig"),
        good: "ERROR",
        bad: "WARN",
      },
      {
        at: "userPoolConfig.defaultAction",
        enum: ["ALLOW", "DENY"],
        source: api("appsync", "UserPoolConfig"),
        good: "DENY",
        bad: "BLOCK",
      },
      {
        at: "lambdaAuthorizerConfig.authorizerResultTtlInSeconds",
        minimum: 0,
        maximum: 3600,
        source: api("appsync", "LambdaAuthorizerConfig"),
        good: 3600,
        bad: 3601,
      },
      ...needs(""),
      ...needs("additionalAuthenticationProviders[]"),
      {
        at: "enhancedMetricsConfig.dataSourceLevelMetricsBehavior",
        enum: ["FULL_REQUEST_DATA_SOURCE_METRICS", "PER_DATA_SOURCE_METRICS"],
        source: api("appsync", "EnhancedMetricsConfig"),
        good: "PER_DATA_SOURCE_METRICS",
        bad: "ALL",
      },
      {
        at: "enhancedMetricsConfig.resolverLevelMetricsBehavior",
        enum: ["FULL_REQUEST_RESOLVER_METRICS", "PER_RESOLVER_METRICS"],
        source: api("appsync", "EnhancedMetricsConfig"),
        good: "PER_RESOLVER_METRICS",
        bad: "ALL",
      },
      {
        at: "enhancedMetricsConfig.operationLevelMetricsConfig",
        enum: ["ENABLED", "DISABLED"],
        source: api("appsync", "EnhancedMetricsConfig"),
        good: "ENABLED",
        bad: "ON",
      },
    ],
  },
  {
    type: "aws:appsync/sourceApiAssociation:SourceApiAssociation",
    source: api("appsync", "AssociateSourceGraphqlApi"),
    rows: [
      {
        at: "mergedApiId",
        fact: "it is an API of apiType MERGED",
        refersTo: {
          type: "aws:appsync/graphQLApi:GraphQLApi",
          fits: { required: ["apiType"], properties: { apiType: { const: "MERGED" } } },
        },
        good: "m",
        bad: "o",
        beside: { merged, ordinary },
      },
      {
        at: "sourceApiId",
        fact: "it is an API that is not MERGED itself",
        refersTo: {
          type: "aws:appsync/graphQLApi:GraphQLApi",
          fits: { properties: { apiType: { not: { const: "MERGED" } } } },
        },
        good: "o",
        bad: "m",
        beside: { merged, ordinary },
      },
      {
        at: "sourceApiAssociationConfigs[].mergeType",
        enum: ["AUTO_MERGE", "MANUAL_MERGE"],
        good: "AUTO_MERGE",
        bad: "AUTO",
      },
      {
        at: "",
        fact: "the merged API is named by id or by ARN",
        requiredXor: ["mergedApiId", "mergedApiArn"],
        source: "measured",
        good: { mergedApiId: "x", sourceApiId: "y" },
        bad: { sourceApiId: "y" },
      },
      {
        at: "",
        fact: "the source API is named by id or by ARN",
        requiredXor: ["sourceApiId", "sourceApiArn"],
        source: "measured",
        good: { mergedApiId: "x", sourceApiId: "y" },
        bad: { mergedApiId: "x" },
      },
    ],
  },
  {
    type: "aws:appsync/dataSource:DataSource",
    source: api("appsync", "CreateDataSource"),
    rows: [
      {
        at: "type",
        enum: [
          "AWS_LAMBDA",
          "AMAZON_DYNAMODB",
          "AMAZON_ELASTICSEARCH",
          "AMAZON_OPENSEARCH_SERVICE",
          "HTTP",
          "NONE",
          "RELATIONAL_DATABASE",
          "AMAZON_EVENTBRIDGE",
          "AMAZON_BEDROCK_RUNTIME",
        ],
        good: "NONE",
        bad: "LAMBDA",
      },
      {
        at: "name",
        fact: "a name has letters, digits and underscores and begins with no digit",
        pattern: "^[_A-Za-z][_0-9A-Za-z]*$",
        good: "orders",
        bad: "orders-table",
      },
      ...(
        [
          ["AWS_LAMBDA", "lambdaConfig", { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" }],
          ["AMAZON_DYNAMODB", "dynamodbConfig", { tableName: "t" }],
          ["HTTP", "httpConfig", { endpoint: "https://a.example" }],
          [
            "AMAZON_EVENTBRIDGE",
            "eventBridgeConfig",
            { eventBusArn: "arn:aws:events:eu-west-1:111122223333:event-bus/a" },
          ],
          [
            "RELATIONAL_DATABASE",
            "relationalDatabaseConfig",
            {
              httpEndpointConfig: {
                dbClusterIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:c",
                awsSecretStoreArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s",
              },
            },
          ],
          ["AMAZON_OPENSEARCH_SERVICE", "opensearchserviceConfig", { endpoint: "https://a.example" }],
        ] as const
      ).map(([type, property, value]): Row => ({
        at: "",
        fact: `a data source of ${type} has ${property}`,
        when: { type },
        required: [property],
        good: { type, name: "a", serviceRoleArn: "arn:aws:iam::111122223333:role/a", [property]: value },
        bad: { type, name: "a", serviceRoleArn: "arn:aws:iam::111122223333:role/a" },
      })),
      {
        at: "",
        fact: "a data source that calls AWS has a serviceRoleArn",
        when: { type: ["AWS_LAMBDA", "AMAZON_DYNAMODB", "AMAZON_EVENTBRIDGE"] },
        required: ["serviceRoleArn"],
        source: "measured",
        good: {
          type: "AWS_LAMBDA",
          name: "a",
          serviceRoleArn: "arn:aws:iam::111122223333:role/a",
          lambdaConfig: { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" },
        },
        bad: {
          type: "AWS_LAMBDA",
          name: "a",
          lambdaConfig: { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" },
        },
      },
    ],
  },
  {
    type: "aws:appsync/apiCache:ApiCache",
    source: api("appsync", "CreateApiCache"),
    rows: [
      { at: "ttl", minimum: 1, maximum: 3600, good: 3600, bad: 3601 },
      {
        at: "apiCachingBehavior",
        enum: ["FULL_REQUEST_CACHING", "PER_RESOLVER_CACHING", "OPERATION_LEVEL_CACHING"],
        good: "PER_RESOLVER_CACHING",
        bad: "ALL",
      },
      {
        at: "type",
        enum: [
          "SMALL",
          "MEDIUM",
          "LARGE",
          "XLARGE",
          "LARGE_2X",
          "LARGE_4X",
          "LARGE_8X",
          "LARGE_12X",
          "T2_SMALL",
          "T2_MEDIUM",
          "R4_LARGE",
          "R4_XLARGE",
          "R4_2XLARGE",
          "R4_4XLARGE",
          "R4_8XLARGE",
        ],
        good: "SMALL",
        bad: "TINY",
      },
    ],
  },
  {
    type: "aws:appsync/type:Type",
    source: api("appsync", "CreateType"),
    rows: [{ at: "format", enum: ["SDL", "JSON"], good: "SDL", bad: "GRAPHQL" }],
  },
];
