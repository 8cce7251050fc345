import { appsyncCode } from "./appsyncCode";
import { appsyncParts } from "./appsyncParts";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

const userPoolConfig = { userPoolId: "eu-west-1_a", defaultAction: "ALLOW", awsRegion: "eu-west-1" };
const authorizer = { authorizerUri: "arn:aws:lambda:eu-west-1:111122223333:function:f" };
const issuer = { issuer: "https://id.example.com" };
const byKey = { authenticationType: "API_KEY" };

const api = ofType("aws:appsync/graphQLApi:GraphQLApi", { name: "shop" });
const keyed = ofType("aws:appsync/graphQLApi:GraphQLApi", { name: "shop", ...byKey });
const cache = ofType("aws:appsync/apiCache:ApiCache", {
  apiId: "a",
  type: "SMALL",
  ttl: 60,
  apiCachingBehavior: "FULL_REQUEST_CACHING",
});
const key = ofType("aws:appsync/apiKey:ApiKey", { apiId: "a" });
const merged = ofType("aws:appsync/sourceApiAssociation:SourceApiAssociation", { mergedApiId: "m", sourceApiId: "s" });

const metrics = (dataSourceLevelMetricsBehavior: string) => ({
  enhancedMetricsConfig: {
    dataSourceLevelMetricsBehavior,
    operationLevelMetricsConfig: "ENABLED",
    resolverLevelMetricsBehavior: "PER_RESOLVER_METRICS",
  },
});

export const appsync: FactsByName = {
  ...appsyncCode,
  ...appsyncParts,
  "appsync-api-additional-auth-duplicate-primary": keyed(
    "a way to sign in is named once",
    {
      additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }, { authenticationType: "AWS_IAM" }],
    },
    { additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }] },
  ),
  "appsync-api-cognito-requires-userpool-config": api(
    "people of Cognito sign in with a pool",
    { authenticationType: "AMAZON_COGNITO_USER_POOLS" },
    { authenticationType: "AMAZON_COGNITO_USER_POOLS", userPoolConfig },
  ),
  "appsync-api-enhanced-metrics-values": keyed(
    "metrics of data sources are of one or of all",
    metrics("ALL_DATA_SOURCE_METRICS"),
    metrics("PER_DATA_SOURCE_METRICS"),
  ),
  "appsync-api-introspection-config-value": keyed(
    "introspection is enabled or not",
    { introspectionConfig: "OFF" },
    { introspectionConfig: "DISABLED" },
  ),
  "appsync-api-key-expires-max": key(
    "a key lives a year at most",
    { expires: "3000-01-01T00:00:00Z" },
    { expires: "2030-01-01T00:00:00Z" },
  ),
  "appsync-api-key-expires-past": key(
    "a key ends in the future",
    { expires: "2001-01-01T00:00:00Z" },
    { expires: "2030-01-01T00:00:00Z" },
  ),
  "appsync-api-lambda-auth-requires-config": api(
    "a function that authorizes is named",
    { authenticationType: "AWS_LAMBDA" },
    { authenticationType: "AWS_LAMBDA", lambdaAuthorizerConfig: authorizer },
  ),
  "appsync-api-merged-requires-execution-role": keyed(
    "a merged API has a role",
    { apiType: "MERGED" },
    { apiType: "MERGED", mergedApiExecutionRoleArn: "arn:aws:iam::111122223333:role/r" },
  ),
  "appsync-api-oidc-issuer-scheme": api(
    "an issuer is asked over HTTPS",
    { authenticationType: "OPENID_CONNECT", openidConnectConfig: { issuer: "http://id.example.com" } },
    { authenticationType: "OPENID_CONNECT", openidConnectConfig: issuer },
  ),
  "appsync-api-oidc-requires-openid-config": api(
    "an issuer is named",
    { authenticationType: "OPENID_CONNECT" },
    { authenticationType: "OPENID_CONNECT", openidConnectConfig: issuer },
  ),
  "appsync-api-single-lambda-authorizer": api(
    "one function authorizes",
    {
      authenticationType: "AWS_LAMBDA",
      lambdaAuthorizerConfig: authorizer,
      additionalAuthenticationProviders: [{ authenticationType: "AWS_LAMBDA", lambdaAuthorizerConfig: authorizer }],
    },
    {
      authenticationType: "AWS_LAMBDA",
      lambdaAuthorizerConfig: authorizer,
      additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }],
    },
  ),
  "appsync-api-type-value": keyed("an API is of two types", { apiType: "REST" }, { apiType: "GRAPHQL" }),
  "appsync-api-userpool-default-action-with-additional": api(
    "people of the pool are let in where there is another way",
    {
      authenticationType: "AMAZON_COGNITO_USER_POOLS",
      userPoolConfig: { ...userPoolConfig, defaultAction: "DENY" },
      additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }],
    },
    {
      authenticationType: "AMAZON_COGNITO_USER_POOLS",
      userPoolConfig,
      additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }],
    },
  ),
  "appsync-api-visibility-value": keyed(
    "an API is seen by all or from a VPC",
    { visibility: "PUBLIC" },
    { visibility: "PRIVATE" },
  ),
  "appsync-cache-behavior-value": cache(
    "a cache is for requests, resolvers or operations",
    { apiCachingBehavior: "NONE" },
    { apiCachingBehavior: "PER_RESOLVER_CACHING" },
  ),
  "appsync-cache-ttl-range": cache("a cache keeps an hour at most", { ttl: 3601 }, { ttl: 3600 }),
  "appsync-cache-type-deprecated-instance": cache(
    "a cache is of a size that is still made",
    { type: "T2_SMALL" },
    { type: "LARGE" },
  ),
  "appsync-source-api-merge-type-value": merged(
    "a source is merged by itself or by hand",
    { sourceApiAssociationConfigs: [{ mergeType: "NEVER" }] },
    { sourceApiAssociationConfigs: [{ mergeType: "MANUAL_MERGE" }] },
  ),
};
