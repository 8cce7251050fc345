import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";

const lambdaAuthorizer = { authorizerUri: "arn:aws:lambda:eu-west-1:111122223333:function:f" };

const authentication = ["API_KEY", "AWS_IAM", "AMAZON_COGNITO_USER_POOLS", "OPENID_CONNECT", "AWS_LAMBDA"];

const merged = { type: "aws:appsync/graphQLApi:GraphQLApi", properties: { id: "m", apiType: "MERGED" } };

const ordinary = { type: "aws:appsync/graphQLApi:GraphQLApi", properties: { id: "o", authenticationType: "API_KEY" } };

/** What the main authentication of an API, and each further one, needs. */
const needs = (at: string): readonly Row[] =>
  (
    [
      ["AWS_LAMBDA", "lambdaAuthorizerConfig", lambdaAuthorizer],
      ["OPENID_CONNECT", "openidConnectConfig", { issuer: "https://a.example" }],
      [
        "AMAZON_COGNITO_USER_POOLS",
        "userPoolConfig",
        { userPoolId: "eu-west-1_a", ...(at === "" && { defaultAction: "ALLOW" }) },
      ],
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
export const appsyncApis: readonly TypeRows[] = [
  {
    type: "aws:appsync/graphQLApi:GraphQLApi",
    source: api("appsync", "CreateGraphqlApi"),
    rows: [
      {
        at: "openidConnectConfig.issuer",
        fact: "an issuer is an https address",
        pattern: "^https://",
        source: "measured",
        good: "https://idp.example.com",
        bad: "http://idp.example.com",
      },
      {
        at: "additionalAuthenticationProviders[].openidConnectConfig.issuer",
        fact: "an issuer is an https address",
        pattern: "^https://",
        source: "measured",
        good: "https://idp.example.com",
        bad: "http://idp.example.com",
      },
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
