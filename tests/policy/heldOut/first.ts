import { account, arn, distribution, fact, facts, role } from "./inputs";

const lambdaFunction = arn("lambda", "function:f");
const statement = (each: object) => JSON.stringify({ Version: "2012-10-17", Statement: [each] });
const zip = { name: "f", runtime: "nodejs22.x", handler: "index.handler", role, s3Bucket: "b", s3Key: "k" };
const code = (body: string) =>
  `export function request(ctx) { ${body} return {}; }\nexport function response(ctx) { return ctx.result; }`;
const js = { name: "APPSYNC_JS", runtimeVersion: "1.0.0" };
const widget = (properties: object) => JSON.stringify({ widgets: [{ type: "metric", properties }] });
const dataKey = "EmailAddress";
const alarm = { name: "a", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 1 };
const query = (id: string, more: object) => ({ id, ...more });
const metric = { metric: { metricName: "Errors", namespace: "AWS/Lambda", period: 60, stat: "Sum" } };
const stream = { name: "s", destination: "extended_s3" };
const s3Destination = { roleArn: role, bucketArn: "arn:aws:s3:::logs" };
const parquet = (inputFormatConfiguration: object) => ({
  ...s3Destination,
  bufferingSize: 64,
  dataFormatConversionConfiguration: {
    inputFormatConfiguration,
    outputFormatConfiguration: { serializer: { parquetSerDe: {} } },
    schemaConfiguration: { databaseName: "d", tableName: "t", roleArn: role },
  },
});
const postgres = {
  engine: "postgres",
  instanceClass: "db.t4g.small",
  username: "u",
  manageMasterUserPassword: true,
  storageEncrypted: true,
  skipFinalSnapshot: true,
};
const acl = (more: object) => ({
  name: "w",
  scope: "REGIONAL",
  defaultAction: { allow: {} },
  visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "m", sampledRequestsEnabled: true },
  ...more,
});
const aclRule = (each: object) => ({
  name: "r",
  priority: 1,
  action: { block: {} },
  statement: each,
  visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "r", sampledRequestsEnabled: true },
});
const bucketRules = (rule: object) => ({ bucket: "b", rules: [{ id: "r", status: "Enabled", ...rule }] });

/** A random sample of what a peer measured, drawn before rows were added for it. */
export const first = [
  fact(
    "an API has one endpoint type",
    "aws:apigateway/restApi:RestApi",
    { name: "a", endpointConfiguration: { types: "EDGE,REGIONAL" } },
    { name: "a", endpointConfiguration: { types: "REGIONAL" } },
  ),
  fact(
    "mutual TLS needs TLS_1_2",
    "aws:apigateway/domainName:DomainName",
    {
      domainName: "a.example.com",
      regionalCertificateArn: arn("acm", "certificate/c"),
      endpointConfiguration: { types: "REGIONAL" },
      mutualTlsAuthentication: { truststoreUri: "s3://b/k.pem" },
      securityPolicy: "TLS_1_0",
    },
    {
      domainName: "a.example.com",
      regionalCertificateArn: arn("acm", "certificate/c"),
      endpointConfiguration: { types: "REGIONAL" },
      mutualTlsAuthentication: { truststoreUri: "s3://b/k.pem" },
      securityPolicy: "TLS_1_2",
    },
  ),
  fact(
    "a quota has a period",
    "aws:apigateway/usagePlan:UsagePlan",
    { name: "p", quotaSettings: { limit: 10 } },
    { name: "p", quotaSettings: { limit: 10, period: "DAY" } },
  ),
  fact(
    "an integration of a subtype has credentials",
    "aws:apigatewayv2/integration:Integration",
    {
      apiId: "a",
      integrationType: "AWS_PROXY",
      integrationSubtype: "SQS-SendMessage",
      payloadFormatVersion: "1.0",
      requestParameters: { QueueUrl: "q", MessageBody: "$request.body" },
    },
    {
      apiId: "a",
      integrationType: "AWS_PROXY",
      integrationSubtype: "SQS-SendMessage",
      payloadFormatVersion: "1.0",
      credentialsArn: role,
      requestParameters: { QueueUrl: "q", MessageBody: "$request.body" },
    },
  ),
  fact(
    "a model's name is alphanumeric",
    "aws:apigatewayv2/model:Model",
    { apiId: "a", name: "my-model", contentType: "application/json", schema: "{}" },
    { apiId: "a", name: "myModel", contentType: "application/json", schema: "{}" },
  ),
  fact(
    "a WebSocket API has no CORS",
    "aws:apigatewayv2/api:Api",
    {
      name: "a",
      protocolType: "WEBSOCKET",
      routeSelectionExpression: "$request.body.action",
      corsConfiguration: { allowOrigins: ["https://a.example.com"] },
    },
    { name: "a", protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" },
  ),
  fact(
    "OPENID_CONNECT needs openidConnectConfig",
    "aws:appsync/graphQLApi:GraphQLApi",
    { name: "a", authenticationType: "OPENID_CONNECT" },
    { name: "a", authenticationType: "OPENID_CONNECT", openidConnectConfig: { issuer: "https://a.example.com" } },
  ),
  fact(
    "no ++ in APPSYNC_JS",
    "aws:appsync/function:Function",
    { apiId: "a", dataSource: "d", name: "f", runtime: js, code: code("let n = 0; n++;") },
    { apiId: "a", dataSource: "d", name: "f", runtime: js, code: code("let n = 0; n += 1;") },
  ),
  fact(
    "authorizationType is AWS_IAM",
    "aws:appsync/dataSource:DataSource",
    {
      apiId: "a",
      name: "d",
      type: "HTTP",
      httpConfig: { endpoint: "https://a.example.com", authorizationConfig: { authorizationType: "IAM" } },
    },
    { apiId: "a", name: "d", type: "HTTP", httpConfig: { endpoint: "https://a.example.com" } },
  ),
  fact(
    "a Cognito provider of an event API has cognitoConfig",
    "aws:appsync/api:Api",
    {
      name: "a",
      eventConfig: {
        authProviders: [{ authType: "AMAZON_COGNITO_USER_POOLS" }],
        connectionAuthModes: [{ authType: "AMAZON_COGNITO_USER_POOLS" }],
        defaultPublishAuthModes: [{ authType: "AMAZON_COGNITO_USER_POOLS" }],
        defaultSubscribeAuthModes: [{ authType: "AMAZON_COGNITO_USER_POOLS" }],
      },
    },
    {
      name: "a",
      eventConfig: {
        authProviders: [{ authType: "AWS_IAM" }],
        connectionAuthModes: [{ authType: "AWS_IAM" }],
        defaultPublishAuthModes: [{ authType: "AWS_IAM" }],
        defaultSubscribeAuthModes: [{ authType: "AWS_IAM" }],
      },
    },
  ),
  facts(
    "the data source of a resolver is of its API",
    [
      ["aws:appsync/graphQLApi:GraphQLApi", "api", { name: "a", authenticationType: "AWS_IAM", id: "api1" }],
      ["aws:appsync/dataSource:DataSource", "d", { apiId: "api2", name: "orders", type: "NONE" }],
      [
        "aws:appsync/resolver:Resolver",
        "r",
        {
          apiId: "api1",
          type: "Query",
          field: "order",
          dataSource: "orders",
          requestTemplate: "{}",
          responseTemplate: "{}",
        },
        { dataSource: "aws:appsync/dataSource:DataSource d" },
      ],
    ],
    [
      ["aws:appsync/graphQLApi:GraphQLApi", "api", { name: "a", authenticationType: "AWS_IAM", id: "api1" }],
      ["aws:appsync/dataSource:DataSource", "d", { apiId: "api1", name: "orders", type: "NONE" }],
      [
        "aws:appsync/resolver:Resolver",
        "r",
        {
          apiId: "api1",
          type: "Query",
          field: "order",
          dataSource: "orders",
          requestTemplate: "{}",
          responseTemplate: "{}",
        },
        { dataSource: "aws:appsync/dataSource:DataSource d" },
      ],
    ],
  ),
  fact(
    "kind is UNIT or PIPELINE",
    "aws:appsync/resolver:Resolver",
    { apiId: "a", type: "Query", field: "f", kind: "BATCH", dataSource: "d" },
    { apiId: "a", type: "Query", field: "f", kind: "UNIT", dataSource: "d" },
  ),
  fact(
    "a pipeline resolver has no data source",
    "aws:appsync/resolver:Resolver",
    { apiId: "a", type: "Query", field: "f", kind: "PIPELINE", dataSource: "d", pipelineConfig: { functions: ["x"] } },
    { apiId: "a", type: "Query", field: "f", kind: "PIPELINE", pipelineConfig: { functions: ["x"] } },
  ),
  fact(
    "a pipeline resolver has functions",
    "aws:appsync/resolver:Resolver",
    { apiId: "a", type: "Query", field: "f", kind: "PIPELINE" },
    { apiId: "a", type: "Query", field: "f", kind: "PIPELINE", pipelineConfig: { functions: ["x"] } },
  ),
  fact(
    "the runtime is APPSYNC_JS",
    "aws:appsync/resolver:Resolver",
    {
      apiId: "a",
      type: "Query",
      field: "f",
      dataSource: "d",
      code: code(""),
      runtime: { name: "NODE", runtimeVersion: "1.0.0" },
    },
    { apiId: "a", type: "Query", field: "f", dataSource: "d", code: code(""), runtime: js },
  ),
  fact(
    "an argument has an input type",
    "aws:appsync/graphQLApi:GraphQLApi",
    {
      name: "a",
      authenticationType: "AWS_IAM",
      schema: "type Order { id: ID! } type Query { order(by: Order): Order }",
    },
    {
      name: "a",
      authenticationType: "AWS_IAM",
      schema: "type Order { id: ID! } input By { id: ID! } type Query { order(by: By): Order }",
    },
  ),
  facts(
    "a source API is associated with a merged API",
    [
      ["aws:appsync/graphQLApi:GraphQLApi", "api", { name: "a", authenticationType: "AWS_IAM", id: "api1" }],
      [
        "aws:appsync/sourceApiAssociation:SourceApiAssociation",
        "s",
        { mergedApiId: "api1", sourceApiId: "x" },
        { mergedApiId: "aws:appsync/graphQLApi:GraphQLApi api" },
      ],
    ],
    [
      [
        "aws:appsync/graphQLApi:GraphQLApi",
        "api",
        { name: "a", authenticationType: "AWS_IAM", apiType: "MERGED", mergedApiExecutionRoleArn: role, id: "api1" },
      ],
      [
        "aws:appsync/sourceApiAssociation:SourceApiAssociation",
        "s",
        { mergedApiId: "api1", sourceApiId: "x" },
        { mergedApiId: "aws:appsync/graphQLApi:GraphQLApi api" },
      ],
    ],
  ),
  fact(
    "a cache policy's name has letters, digits, - and _",
    "aws:cloudfront/cachePolicy:CachePolicy",
    {
      name: "my policy",
      defaultTtl: 1,
      minTtl: 1,
      maxTtl: 2,
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: { headerBehavior: "none" },
        queryStringsConfig: { queryStringBehavior: "none" },
      },
    },
    {
      name: "my-policy",
      defaultTtl: 1,
      minTtl: 1,
      maxTtl: 2,
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: { headerBehavior: "none" },
        queryStringsConfig: { queryStringBehavior: "none" },
      },
    },
  ),
  fact(
    "Lambda@Edge is in us-east-1",
    "aws:cloudfront/distribution:Distribution",
    distribution({
      lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: arn("lambda", "function:f:1") }],
    }),
    distribution({
      lambdaFunctionAssociations: [
        { eventType: "viewer-request", lambdaArn: arn("lambda", "function:f:1", "us-east-1") },
      ],
    }),
  ),
  fact(
    "a function has one key value store",
    "aws:cloudfront/function:Function",
    {
      name: "f",
      runtime: "cloudfront-js-2.0",
      code: "function handler(event) { return event.request; }",
      keyValueStoreAssociations: [
        "arn:aws:cloudfront::111122223333:key-value-store/11111111-1111-1111-1111-111111111111",
        "arn:aws:cloudfront::111122223333:key-value-store/11111111-1111-1111-1111-111111111112",
      ],
    },
    {
      name: "f",
      runtime: "cloudfront-js-2.0",
      code: "function handler(event) { return event.request; }",
      keyValueStoreAssociations: [
        "arn:aws:cloudfront::111122223333:key-value-store/11111111-1111-1111-1111-111111111111",
      ],
    },
  ),
  fact(
    "a key value store needs cloudfront-js-2.0",
    "aws:cloudfront/function:Function",
    {
      name: "f",
      runtime: "cloudfront-js-1.0",
      code: "function handler(event) { return event.request; }",
      keyValueStoreAssociations: [
        "arn:aws:cloudfront::111122223333:key-value-store/11111111-1111-1111-1111-111111111111",
      ],
    },
    {
      name: "f",
      runtime: "cloudfront-js-2.0",
      code: "function handler(event) { return event.request; }",
      keyValueStoreAssociations: [
        "arn:aws:cloudfront::111122223333:key-value-store/11111111-1111-1111-1111-111111111111",
      ],
    },
  ),
  fact(
    "a response headers policy's name has letters, digits, - and _",
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    {
      name: "my policy",
      corsConfig: {
        accessControlAllowCredentials: false,
        accessControlAllowHeaders: { items: ["a"] },
        accessControlAllowMethods: { items: ["GET"] },
        accessControlAllowOrigins: { items: ["https://a.example.com"] },
        originOverride: true,
      },
    },
    {
      name: "my-policy",
      corsConfig: {
        accessControlAllowCredentials: false,
        accessControlAllowHeaders: { items: ["a"] },
        accessControlAllowMethods: { items: ["GET"] },
        accessControlAllowOrigins: { items: ["https://a.example.com"] },
        originOverride: true,
      },
    },
  ),
  fact(
    "key groups and signers exclude each other",
    "aws:cloudfront/distribution:Distribution",
    distribution({ trustedKeyGroups: ["k"], trustedSigners: ["self"] }),
    distribution({ trustedKeyGroups: ["k"] }),
  ),
  fact(
    "an alarm has at most ten expressions",
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    {
      ...alarm,
      metricQueries: [
        query("m1", metric),
        ...Array.from({ length: 11 }, (_, n) => query(`e${n}`, { expression: `m1 + ${n}`, returnData: n === 0 })),
      ],
    },
    {
      ...alarm,
      metricQueries: [
        query("m1", metric),
        ...Array.from({ length: 10 }, (_, n) => query(`e${n}`, { expression: `m1 + ${n}`, returnData: n === 0 })),
      ],
    },
  ),
  fact(
    "evaluateLowSampleCountPercentiles is for percentiles",
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    {
      ...alarm,
      metricName: "Duration",
      namespace: "AWS/Lambda",
      period: 60,
      statistic: "Average",
      evaluateLowSampleCountPercentiles: "ignore",
    },
    {
      ...alarm,
      metricName: "Duration",
      namespace: "AWS/Lambda",
      period: 60,
      extendedStatistic: "p90",
      evaluateLowSampleCountPercentiles: "ignore",
    },
  ),
  fact(
    "a metric widget has a source",
    "aws:cloudwatch/dashboard:Dashboard",
    { dashboardName: "d", dashboardBody: widget({ region: "eu-west-1" }) },
    { dashboardName: "d", dashboardBody: widget({ region: "eu-west-1", metrics: [["AWS/Lambda", "Errors"]] }) },
  ),
  fact(
    "one query of an alarm returns data",
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    {
      ...alarm,
      metricQueries: [
        query("m1", { ...metric, returnData: true }),
        query("e1", { expression: "m1 * 2", returnData: true }),
      ],
    },
    { ...alarm, metricQueries: [query("m1", metric), query("e1", { expression: "m1 * 2", returnData: true })] },
  ),
  fact(
    "aliases and user names exclude each other",
    "aws:cognito/userPool:UserPool",
    { name: "p", aliasAttributes: ["email"], usernameAttributes: ["email"] },
    { name: "p", usernameAttributes: ["email"] },
  ),
  fact(
    "a custom SMS sender needs a key",
    "aws:cognito/userPool:UserPool",
    { name: "p", lambdaConfig: { customSmsSender: { lambdaArn: lambdaFunction, lambdaVersion: "V1_0" } } },
    {
      name: "p",
      lambdaConfig: {
        customSmsSender: { lambdaArn: lambdaFunction, lambdaVersion: "V1_0" },
        kmsKeyId: arn("kms", "key/k"),
      },
    },
  ),
  fact(
    "COGNITO_DEFAULT has no sourceArn",
    "aws:cognito/userPool:UserPool",
    {
      name: "p",
      emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT", sourceArn: arn("ses", "identity/a.example.com") },
    },
    {
      name: "p",
      emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: arn("ses", "identity/a.example.com") },
    },
  ),
  fact(
    "DEVELOPER needs a sourceArn",
    "aws:cognito/userPool:UserPool",
    { name: "p", emailConfiguration: { emailSendingAccount: "DEVELOPER" } },
    { name: "p", emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT" } },
  ),
  fact(
    "EMAIL_OTP needs DEVELOPER",
    "aws:cognito/userPool:UserPool",
    {
      name: "p",
      mfaConfiguration: "OPTIONAL",
      emailMfaConfiguration: { message: "{####}", subject: "s" },
      emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT" },
      userPoolTier: "ESSENTIALS",
    },
    {
      name: "p",
      mfaConfiguration: "OPTIONAL",
      emailMfaConfiguration: { message: "{####}", subject: "s" },
      emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: arn("ses", "identity/a.example.com") },
      userPoolTier: "ESSENTIALS",
    },
  ),
  fact(
    "pre token generation V2_0 needs ESSENTIALS",
    "aws:cognito/userPool:UserPool",
    {
      name: "p",
      userPoolTier: "LITE",
      lambdaConfig: { preTokenGenerationConfig: { lambdaArn: lambdaFunction, lambdaVersion: "V2_0" } },
    },
    {
      name: "p",
      userPoolTier: "ESSENTIALS",
      lambdaConfig: { preTokenGenerationConfig: { lambdaArn: lambdaFunction, lambdaVersion: "V2_0" } },
    },
  ),
  fact(
    "a resource server's identifier has no spaces",
    "aws:cognito/resourceServer:ResourceServer",
    { userPoolId: "eu-west-1_abc", name: "s", identifier: "my server" },
    { userPoolId: "eu-west-1_abc", name: "s", identifier: "https://a.example.com" },
  ),
  fact(
    "an action on a takeover has four values",
    "aws:cognito/riskConfiguration:RiskConfiguration",
    {
      userPoolId: "eu-west-1_abc",
      accountTakeoverRiskConfiguration: { actions: { highAction: { eventAction: "DENY", notify: false } } },
    },
    {
      userPoolId: "eu-west-1_abc",
      accountTakeoverRiskConfiguration: { actions: { highAction: { eventAction: "BLOCK", notify: false } } },
    },
  ),
  fact(
    "maxLength is not under minLength",
    "aws:cognito/userPool:UserPool",
    {
      name: "p",
      schemas: [
        { name: "team", attributeDataType: "String", stringAttributeConstraints: { minLength: "10", maxLength: "5" } },
      ],
    },
    {
      name: "p",
      schemas: [
        { name: "team", attributeDataType: "String", stringAttributeConstraints: { minLength: "5", maxLength: "10" } },
      ],
    },
  ),
  fact(
    "a custom attribute is not required",
    "aws:cognito/userPool:UserPool",
    {
      name: "p",
      schemas: [{ name: "team", attributeDataType: "String", required: true, stringAttributeConstraints: {} }],
    },
    { name: "p", schemas: [{ name: "team", attributeDataType: "String", stringAttributeConstraints: {} }] },
  ),
  fact(
    "an SMS has the place of the code",
    "aws:cognito/userPool:UserPool",
    { name: "p", smsVerificationMessage: "Your code" },
    { name: "p", smsVerificationMessage: "Your code is {####}" },
  ),
  fact(
    "no client writes email_verified",
    "aws:cognito/userPoolClient:UserPoolClient",
    { userPoolId: "eu-west-1_abc", name: "c", writeAttributes: ["email_verified"] },
    { userPoolId: "eu-west-1_abc", name: "c", writeAttributes: ["email"] },
  ),
  fact(
    "an on-demand table has no throughput",
    "aws:dynamodb/table:Table",
    {
      name: "orders",
      billingMode: "PAY_PER_REQUEST",
      readCapacity: 5,
      writeCapacity: 5,
      hashKey: "id",
      attributes: [{ name: "id", type: "S" }],
    },
    { name: "orders", billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] },
  ),
  fact(
    "contributor insights have two modes",
    "aws:dynamodb/contributorInsights:ContributorInsights",
    { tableName: "orders", mode: "ALL_KEYS" },
    { tableName: "orders", mode: "THROTTLED_KEYS" },
  ),
  fact(
    "a replica's key is of its Region",
    "aws:dynamodb/table:Table",
    {
      name: "orders",
      billingMode: "PAY_PER_REQUEST",
      hashKey: "id",
      attributes: [{ name: "id", type: "S" }],
      streamEnabled: true,
      streamViewType: "NEW_AND_OLD_IMAGES",
      replicas: [
        { regionName: "eu-central-1", kmsKeyArn: arn("kms", "key/11111111-1111-1111-1111-111111111111", "us-east-1") },
      ],
      serverSideEncryption: { enabled: true, kmsKeyArn: arn("kms", "key/11111111-1111-1111-1111-111111111111") },
    },
    {
      name: "orders",
      billingMode: "PAY_PER_REQUEST",
      hashKey: "id",
      attributes: [{ name: "id", type: "S" }],
      streamEnabled: true,
      streamViewType: "NEW_AND_OLD_IMAGES",
      replicas: [
        {
          regionName: "eu-central-1",
          kmsKeyArn: arn("kms", "key/11111111-1111-1111-1111-111111111111", "eu-central-1"),
        },
      ],
      serverSideEncryption: { enabled: true, kmsKeyArn: arn("kms", "key/11111111-1111-1111-1111-111111111111") },
    },
  ),
  fact(
    "indexes project at most 100 attributes together",
    "aws:dynamodb/table:Table",
    {
      name: "orders",
      billingMode: "PAY_PER_REQUEST",
      hashKey: "id",
      attributes: [{ name: "id", type: "S" }],
      globalSecondaryIndexes: Array.from({ length: 6 }, (_, n) => ({
        name: `by-${n}x`,
        hashKey: "id",
        projectionType: "INCLUDE",
        nonKeyAttributes: Array.from({ length: 19 }, (_, m) => `a${m}`),
      })),
    },
    {
      name: "orders",
      billingMode: "PAY_PER_REQUEST",
      hashKey: "id",
      attributes: [{ name: "id", type: "S" }],
      globalSecondaryIndexes: Array.from({ length: 5 }, (_, n) => ({
        name: `by-${n}x`,
        hashKey: "id",
        projectionType: "INCLUDE",
        nonKeyAttributes: Array.from({ length: 19 }, (_, m) => `a${m}`),
      })),
    },
  ),
  fact(
    "an IPv6-only subnet has no IPv4 block",
    "aws:ec2/subnet:Subnet",
    {
      vpcId: "vpc-1",
      cidrBlock: "10.0.0.0/24",
      ipv6CidrBlock: "2600:1f18::/64",
      ipv6Native: true,
      assignIpv6AddressOnCreation: true,
    },
    { vpcId: "vpc-1", ipv6CidrBlock: "2600:1f18::/64", ipv6Native: true, assignIpv6AddressOnCreation: true },
  ),
  fact(
    "a Redshift target has a secret or a user",
    "aws:cloudwatch/eventTarget:EventTarget",
    { rule: "r", arn: arn("redshift", "cluster:c"), roleArn: role, redshiftTarget: { database: "d" } },
    {
      rule: "r",
      arn: arn("redshift", "cluster:c"),
      roleArn: role,
      redshiftTarget: { database: "d", dbUser: "u", sql: "SELECT 1" },
    },
  ),
  fact(
    "a destination's bucket is the ARN of a bucket",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    { ...stream, extendedS3Configuration: { roleArn: role, bucketArn: "logs" } },
    { ...stream, extendedS3Configuration: s3Destination },
  ),
  fact(
    "an input format has a deserializer",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    { ...stream, extendedS3Configuration: parquet({}) },
    { ...stream, extendedS3Configuration: parquet({ deserializer: { openXJsonSerDe: {} } }) },
  ),
  fact(
    "dynamic partitioning buffers 64 MiB",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    {
      ...stream,
      extendedS3Configuration: {
        ...s3Destination,
        bufferingSize: 5,
        dynamicPartitioningConfiguration: { enabled: true },
        prefix: "a/!{partitionKeyFromLambda:k}/",
        errorOutputPrefix: "e/",
        processingConfiguration: {
          enabled: true,
          processors: [
            { type: "Lambda", parameters: [{ parameterName: "LambdaArn", parameterValue: `${lambdaFunction}:1` }] },
          ],
        },
      },
    },
    {
      ...stream,
      extendedS3Configuration: {
        ...s3Destination,
        bufferingSize: 64,
        dynamicPartitioningConfiguration: { enabled: true },
        prefix: "a/!{partitionKeyFromLambda:k}/",
        errorOutputPrefix: "e/",
        processingConfiguration: {
          enabled: true,
          processors: [
            { type: "Lambda", parameters: [{ parameterName: "LambdaArn", parameterValue: `${lambdaFunction}:1` }] },
          ],
        },
      },
    },
  ),
  fact(
    "a destination's secret is of the own Region",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    {
      name: "s",
      destination: "http_endpoint",
      httpEndpointConfiguration: {
        url: "https://a.example.com",
        roleArn: role,
        secretsManagerConfiguration: {
          enabled: true,
          roleArn: role,
          secretArn: arn("secretsmanager", "secret:s-AbCdEf", "us-east-1"),
        },
        s3Configuration: s3Destination,
      },
    },
    {
      name: "s",
      destination: "http_endpoint",
      httpEndpointConfiguration: {
        url: "https://a.example.com",
        roleArn: role,
        secretsManagerConfiguration: {
          enabled: true,
          roleArn: role,
          secretArn: arn("secretsmanager", "secret:s-AbCdEf"),
        },
        s3Configuration: s3Destination,
      },
    },
  ),
  fact(
    "a user's inline policies have 2,048 characters",
    "aws:iam/userPolicy:UserPolicy",
    {
      user: "u",
      policy: statement({
        Effect: "Allow",
        Action: ["s3:GetObject"],
        Resource: Array.from({ length: 60 }, (_, n) => `arn:aws:s3:::bucket-with-long-name-${n}/*`),
      }),
    },
    {
      user: "u",
      policy: statement({
        Effect: "Allow",
        Action: ["s3:GetObject"],
        Resource: Array.from({ length: 20 }, (_, n) => `arn:aws:s3:::bucket-with-long-name-${n}/*`),
      }),
    },
  ),
  fact(
    "an OIDC provider's address is https",
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    { url: "http://a.example.com", clientIdLists: ["c"] },
    { url: "https://a.example.com", clientIdLists: ["c"] },
  ),
  fact(
    "condition operators are IAM's",
    "aws:iam/policy:Policy",
    {
      policy: statement({
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::b/*",
        Condition: { StringStarts: { "aws:PrincipalTag/team": "a" } },
      }),
    },
    {
      policy: statement({
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::b/*",
        Condition: { StringLike: { "aws:PrincipalTag/team": "a*" } },
      }),
    },
  ),
  fact(
    "a statement has an Effect",
    "aws:iam/rolePolicy:RolePolicy",
    { role: "r", policy: statement({ Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }) },
    { role: "r", policy: statement({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }) },
  ),
  fact(
    "the service of a resource has no wildcard",
    "aws:iam/policy:Policy",
    { policy: statement({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s*:::b/*" }) },
    { policy: statement({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b*/*" }) },
  ),
  fact(
    "a statement has a Resource",
    "aws:iam/policy:Policy",
    { policy: statement({ Effect: "Allow", Action: "s3:GetObject" }) },
    { policy: statement({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::b/*" }) },
  ),
  fact(
    "an alias names a key of the own Region",
    "aws:kms/alias:Alias",
    { name: "alias/a", targetKeyId: arn("kms", "key/11111111-1111-1111-1111-111111111111", "us-east-1") },
    { name: "alias/a", targetKeyId: arn("kms", "key/11111111-1111-1111-1111-111111111111") },
  ),
  fact(
    "a replica's primary is a multi-Region key of another Region",
    "aws:kms/replicaKey:ReplicaKey",
    { primaryKeyArn: arn("kms", "key/mrk-1234abcd12ab34cd56ef1234567890ab") },
    { primaryKeyArn: arn("kms", "key/mrk-1234abcd12ab34cd56ef1234567890ab", "us-east-1") },
  ),
  fact(
    "functions on own instances log in JSON",
    "aws:lambda/function:Function",
    {
      ...zip,
      memorySize: 2048,
      capacityProviderConfig: {
        lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: arn("lambda", "capacity-provider:c") },
      },
      loggingConfig: { logFormat: "Text" },
    },
    {
      ...zip,
      memorySize: 2048,
      capacityProviderConfig: {
        lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: arn("lambda", "capacity-provider:c") },
      },
      loggingConfig: { logFormat: "JSON" },
    },
  ),
  fact(
    "own instances have the newer runtimes",
    "aws:lambda/function:Function",
    {
      ...zip,
      runtime: "python3.12",
      memorySize: 2048,
      capacityProviderConfig: {
        lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: arn("lambda", "capacity-provider:c") },
      },
    },
    {
      ...zip,
      runtime: "python3.13",
      memorySize: 2048,
      capacityProviderConfig: {
        lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: arn("lambda", "capacity-provider:c") },
      },
    },
  ),
  fact(
    "dead letters go to a standard queue",
    "aws:lambda/function:Function",
    { ...zip, deadLetterConfig: { targetArn: arn("sqs", "d.fifo") } },
    { ...zip, deadLetterConfig: { targetArn: arn("sqs", "d") } },
  ),
  fact(
    "a variable begins with a letter",
    "aws:lambda/function:Function",
    { ...zip, environment: { variables: { "1ST": "x" } } },
    { ...zip, environment: { variables: { FIRST: "x" } } },
  ),
  fact(
    "fullDocument has two values",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    {
      functionName: "f",
      eventSourceArn: arn("rds", "cluster:c"),
      startingPosition: "LATEST",
      sourceAccessConfigurations: [{ type: "BASIC_AUTH", uri: arn("secretsmanager", "secret:s") }],
      documentDbEventSourceConfig: { databaseName: "d", fullDocument: "updateLookup" },
    },
    {
      functionName: "f",
      eventSourceArn: arn("rds", "cluster:c"),
      startingPosition: "LATEST",
      sourceAccessConfigurations: [{ type: "BASIC_AUTH", uri: arn("secretsmanager", "secret:s") }],
      documentDbEventSourceConfig: { databaseName: "d", fullDocument: "UpdateLookup" },
    },
  ),
  fact(
    "a FIFO queue has no batching window",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    { functionName: "f", eventSourceArn: arn("sqs", "q.fifo"), maximumBatchingWindowInSeconds: 5 },
    { functionName: "f", eventSourceArn: arn("sqs", "q"), maximumBatchingWindowInSeconds: 5 },
  ),
  fact(
    "a timestamp is not for queues",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    { functionName: "f", eventSourceArn: arn("sqs", "q"), startingPositionTimestamp: "2026-01-01T00:00:00Z" },
    {
      functionName: "f",
      eventSourceArn: arn("kinesis", "stream/s"),
      startingPosition: "AT_TIMESTAMP",
      startingPositionTimestamp: "2026-01-01T00:00:00Z",
    },
  ),
  fact(
    "a layer is of the own Region",
    "aws:lambda/function:Function",
    { ...zip, layers: [arn("lambda", "layer:l:1", "us-east-1")] },
    { ...zip, layers: [arn("lambda", "layer:l:1")] },
  ),
  fact(
    "an own log group does not begin with aws/",
    "aws:lambda/function:Function",
    { ...zip, loggingConfig: { logFormat: "JSON", logGroup: "aws/mine" } },
    { ...zip, loggingConfig: { logFormat: "JSON", logGroup: "/mine" } },
  ),
  fact(
    "recursiveLoop is Allow or Terminate",
    "aws:lambda/functionRecursionConfig:FunctionRecursionConfig",
    { functionName: "f", recursiveLoop: "Deny" },
    { functionName: "f", recursiveLoop: "Allow" },
  ),
  facts(
    "a function of tenants has no address",
    [
      ["aws:lambda/function:Function", "f", { ...zip, tenancyConfig: { tenantIsolationMode: "PER_TENANT" } }],
      [
        "aws:lambda/functionUrl:FunctionUrl",
        "u",
        { functionName: "f", authorizationType: "AWS_IAM" },
        { functionName: "aws:lambda/function:Function f" },
      ],
    ],
    [
      ["aws:lambda/function:Function", "f", { ...zip }],
      [
        "aws:lambda/functionUrl:FunctionUrl",
        "u",
        { functionName: "f", authorizationType: "AWS_IAM" },
        { functionName: "aws:lambda/function:Function f" },
      ],
    ],
  ),
  fact(
    "a function of tenants has no SnapStart",
    "aws:lambda/function:Function",
    {
      ...zip,
      runtime: "java21",
      tenancyConfig: { tenantIsolationMode: "PER_TENANT" },
      snapStart: { applyOn: "PublishedVersions" },
      publish: true,
    },
    { ...zip, runtime: "java21", snapStart: { applyOn: "PublishedVersions" }, publish: true },
  ),
  fact("a function runs 900 s", "aws:lambda/function:Function", { ...zip, timeout: 901 }, { ...zip, timeout: 900 }),
  facts(
    "the permission of an address has its qualifier",
    [
      ["aws:lambda/function:Function", "f", zip],
      ["aws:lambda/alias:Alias", "a", { functionName: "f", name: "live", functionVersion: "1" }],
      ["aws:lambda/functionUrl:FunctionUrl", "u", { functionName: "f", qualifier: "live", authorizationType: "NONE" }],
      [
        "aws:lambda/permission:Permission",
        "p",
        { function: "f", action: "lambda:InvokeFunctionUrl", principal: "*", functionUrlAuthType: "NONE" },
      ],
    ],
    [
      ["aws:lambda/function:Function", "f", zip],
      ["aws:lambda/functionUrl:FunctionUrl", "u", { functionName: "f", authorizationType: "AWS_IAM" }],
    ],
  ),
  fact(
    "a zip function has no image",
    "aws:lambda/function:Function",
    { ...zip, packageType: "Zip", imageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/r:1" },
    { name: "f", role, packageType: "Image", imageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/r:1" },
  ),
  fact(
    "a data identifier is an ARN",
    "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    {
      logGroupName: "g",
      policyDocument: JSON.stringify({
        Name: "p",
        Version: "2021-06-01",
        Statement: [
          { Sid: "a", DataIdentifier: [dataKey], Operation: { Audit: { FindingsDestination: {} } } },
          { Sid: "b", DataIdentifier: [dataKey], Operation: { Deidentify: { MaskConfig: {} } } },
        ],
      }),
    },
    {
      logGroupName: "g",
      policyDocument: JSON.stringify({
        Name: "p",
        Version: "2021-06-01",
        Statement: [
          {
            Sid: "a",
            DataIdentifier: [`arn:aws:dataprotection::aws:data-identifier/${dataKey}`],
            Operation: { Audit: { FindingsDestination: {} } },
          },
          {
            Sid: "b",
            DataIdentifier: [`arn:aws:dataprotection::aws:data-identifier/${dataKey}`],
            Operation: { Deidentify: { MaskConfig: {} } },
          },
        ],
      }),
    },
  ),
  fact(
    "an index policy has 20 fields",
    "aws:cloudwatch/logIndexPolicy:LogIndexPolicy",
    { logGroupName: "g", policyDocument: JSON.stringify({ Fields: Array.from({ length: 21 }, (_, n) => `f${n}`) }) },
    { logGroupName: "g", policyDocument: JSON.stringify({ Fields: Array.from({ length: 20 }, (_, n) => `f${n}`) }) },
  ),
  fact(
    "a grok match has known patterns",
    "aws:cloudwatch/logTransformer:LogTransformer",
    { logGroupArn: arn("logs", "log-group:g"), transformerConfigs: [{ grok: { match: "%{NOPE:a}" } }] },
    { logGroupArn: arn("logs", "log-group:g"), transformerConfigs: [{ grok: { match: "%{WORD:a}" } }] },
  ),
  fact(
    "instances of a cluster's class are not for Aurora",
    "aws:rds/cluster:Cluster",
    {
      engine: "aurora-postgresql",
      masterUsername: "u",
      manageMasterUserPassword: true,
      storageEncrypted: true,
      dbClusterInstanceClass: "db.r6gd.large",
    },
    { engine: "aurora-postgresql", masterUsername: "u", manageMasterUserPassword: true, storageEncrypted: true },
  ),
  fact(
    "Aurora has its own storage types",
    "aws:rds/cluster:Cluster",
    {
      engine: "aurora-postgresql",
      masterUsername: "u",
      manageMasterUserPassword: true,
      storageEncrypted: true,
      storageType: "gp3",
    },
    {
      engine: "aurora-postgresql",
      masterUsername: "u",
      manageMasterUserPassword: true,
      storageEncrypted: true,
      storageType: "aurora-iopt1",
    },
  ),
  fact(
    "sourceIds go with a sourceType",
    "aws:rds/eventSubscription:EventSubscription",
    { snsTopic: arn("sns", "t"), sourceIds: ["db"] },
    { snsTopic: arn("sns", "t"), sourceType: "db-instance", sourceIds: ["db"] },
  ),
  fact(
    "sourceType is one of RDS",
    "aws:rds/eventSubscription:EventSubscription",
    { snsTopic: arn("sns", "t"), sourceType: "instance" },
    { snsTopic: arn("sns", "t"), sourceType: "db-instance" },
  ),
  fact(
    "io1 has 50 IOPS a GiB",
    "aws:rds/instance:Instance",
    { ...postgres, storageType: "io1", allocatedStorage: 100, iops: 6000 },
    { ...postgres, storageType: "io1", allocatedStorage: 100, iops: 5000 },
  ),
  fact(
    "maxAllocatedStorage is above allocatedStorage",
    "aws:rds/instance:Instance",
    { ...postgres, allocatedStorage: 50, maxAllocatedStorage: 40 },
    { ...postgres, allocatedStorage: 50, maxAllocatedStorage: 100 },
  ),
  fact(
    "retention of performance insights needs them on",
    "aws:rds/instance:Instance",
    { ...postgres, allocatedStorage: 20, performanceInsightsRetentionPeriod: 7 },
    { ...postgres, allocatedStorage: 20, performanceInsightsEnabled: true, performanceInsightsRetentionPeriod: 7 },
  ),
  fact(
    "SQL Server keeps port 3389",
    "aws:rds/instance:Instance",
    { ...postgres, engine: "sqlserver-se", licenseModel: "license-included", allocatedStorage: 20, port: 3389 },
    { ...postgres, engine: "sqlserver-se", licenseModel: "license-included", allocatedStorage: 20, port: 1433 },
  ),
  fact(
    "actions on objects have resources of objects",
    "aws:s3/bucketPolicy:BucketPolicy",
    {
      bucket: "b",
      policy: statement({
        Effect: "Allow",
        Principal: { AWS: account },
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::b",
      }),
    },
    {
      bucket: "b",
      policy: statement({
        Effect: "Allow",
        Principal: { AWS: account },
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::b/*",
      }),
    },
  ),
  fact(
    "no access tier twice",
    "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
    {
      bucket: "b",
      name: "n",
      tierings: [
        { accessTier: "ARCHIVE_ACCESS", days: 90 },
        { accessTier: "ARCHIVE_ACCESS", days: 120 },
      ],
    },
    {
      bucket: "b",
      name: "n",
      tierings: [
        { accessTier: "ARCHIVE_ACCESS", days: 90 },
        { accessTier: "DEEP_ARCHIVE_ACCESS", days: 180 },
      ],
    },
  ),
  fact(
    "sizes of a filter are in order",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    bucketRules({ expiration: { days: 9 }, filter: { and: { objectSizeGreaterThan: 500, objectSizeLessThan: 100 } } }),
    bucketRules({ expiration: { days: 9 }, filter: { and: { objectSizeGreaterThan: 100, objectSizeLessThan: 500 } } }),
  ),
  fact(
    "events are S3's",
    "aws:s3/bucketNotification:BucketNotification",
    { bucket: "b", queues: [{ queueArn: arn("sqs", "q"), events: ["s3:ObjectMade:*"] }] },
    { bucket: "b", queues: [{ queueArn: arn("sqs", "q"), events: ["s3:ObjectCreated:*"] }] },
  ),
  fact(
    "notifications do not overlap",
    "aws:s3/bucketNotification:BucketNotification",
    {
      bucket: "b",
      queues: [
        { queueArn: arn("sqs", "q"), events: ["s3:ObjectCreated:*"], filterPrefix: "a" },
        { queueArn: arn("sqs", "p"), events: ["s3:ObjectCreated:Put"], filterPrefix: "ab" },
      ],
    },
    {
      bucket: "b",
      queues: [
        { queueArn: arn("sqs", "q"), events: ["s3:ObjectCreated:*"], filterPrefix: "a" },
        { queueArn: arn("sqs", "p"), events: ["s3:ObjectCreated:Put"], filterPrefix: "b" },
      ],
    },
  ),
  fact(
    "a replication's destination is an ARN",
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    { bucket: "b", role, rules: [{ id: "r", status: "Enabled", destination: { bucket: "other" } }] },
    { bucket: "b", role, rules: [{ id: "r", status: "Enabled", destination: { bucket: "arn:aws:s3:::other" } }] },
  ),
  facts(
    "a bucket that replicates keeps versions",
    [
      [
        "aws:s3/bucketVersioning:BucketVersioning",
        "v",
        { bucket: "b", versioningConfiguration: { status: "Suspended" } },
      ],
      [
        "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        "r",
        { bucket: "b", role, rules: [{ id: "r", status: "Enabled", destination: { bucket: "arn:aws:s3:::other" } }] },
      ],
    ],
    [
      [
        "aws:s3/bucketVersioning:BucketVersioning",
        "v",
        { bucket: "b", versioningConfiguration: { status: "Enabled" } },
      ],
      [
        "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        "r",
        { bucket: "b", role, rules: [{ id: "r", status: "Enabled", destination: { bucket: "arn:aws:s3:::other" } }] },
      ],
    ],
  ),
  fact(
    "routing rules need an index document",
    "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
    { bucket: "b", routingRules: [{ redirect: { hostName: "a.example.com" } }] },
    {
      bucket: "b",
      indexDocument: { suffix: "index.html" },
      routingRules: [{ redirect: { hostName: "a.example.com" } }],
    },
  ),
  fact(
    "a secret's key is of the own Region",
    "aws:secretsmanager/secret:Secret",
    { name: "s", kmsKeyId: arn("kms", "key/11111111-1111-1111-1111-111111111111", "us-east-1") },
    { name: "s", kmsKeyId: arn("kms", "key/11111111-1111-1111-1111-111111111111") },
  ),
  fact(
    "a secret is not encrypted with another service's key",
    "aws:secretsmanager/secret:Secret",
    { name: "s", kmsKeyId: "alias/aws/s3" },
    { name: "s", kmsKeyId: "alias/aws/secretsmanager" },
  ),
  fact(
    "logs of a machine have a destination",
    "aws:sfn/stateMachine:StateMachine",
    {
      roleArn: role,
      definition: '{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}',
      loggingConfiguration: { level: "ALL" },
    },
    {
      roleArn: role,
      definition: '{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}',
      loggingConfiguration: { level: "ALL", logDestination: `${arn("logs", "log-group:g")}:*` },
    },
  ),
  fact(
    "the name of a machine with logs is ASCII",
    "aws:sfn/stateMachine:StateMachine",
    {
      name: "bestellung-ü",
      roleArn: role,
      definition: '{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}',
      loggingConfiguration: { level: "ALL", logDestination: `${arn("logs", "log-group:g")}:*` },
    },
    {
      name: "bestellung",
      roleArn: role,
      definition: '{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}',
      loggingConfiguration: { level: "ALL", logDestination: `${arn("logs", "log-group:g")}:*` },
    },
  ),
  fact(
    "a FIFO topic has queues only",
    "aws:sns/topicSubscription:TopicSubscription",
    { topic: arn("sns", "t.fifo"), protocol: "lambda", endpoint: lambdaFunction },
    { topic: arn("sns", "t.fifo"), protocol: "sqs", endpoint: arn("sqs", "q.fifo") },
  ),
  fact(
    "a queue policy has the address of a queue",
    "aws:sqs/queuePolicy:QueuePolicy",
    {
      queueUrl: arn("sqs", "q"),
      policy: statement({
        Effect: "Allow",
        Principal: { AWS: account },
        Action: "sqs:SendMessage",
        Resource: arn("sqs", "q"),
      }),
    },
    {
      queueUrl: `https://sqs.eu-west-1.amazonaws.com/${account}/q`,
      policy: statement({
        Effect: "Allow",
        Principal: { AWS: account },
        Action: "sqs:SendMessage",
        Resource: arn("sqs", "q"),
      }),
    },
  ),
  fact(
    "an association's targets have known keys",
    "aws:ssm/association:Association",
    { name: "d", targets: [{ key: "instances", values: ["i-0123456789abcdef0"] }] },
    { name: "d", targets: [{ key: "InstanceIds", values: ["i-0123456789abcdef0"] }] },
  ),
  fact(
    "targets of a window fit their kind",
    "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget",
    {
      windowId: "mw-0123456789abcdef0",
      resourceType: "INSTANCE",
      targets: [{ key: "resource-groups:Name", values: ["g"] }],
    },
    { windowId: "mw-0123456789abcdef0", resourceType: "INSTANCE", targets: [{ key: "tag:team", values: ["g"] }] },
  ),
  fact(
    "the association of a web ACL fits its scope",
    "aws:wafv2/webAcl:WebAcl",
    acl({ associationConfig: { requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: "KB_32" } }] } }),
    acl({ associationConfig: { requestBodies: [{ apiGateway: { defaultSizeInspectionLimit: "KB_32" } }] } }),
  ),
  fact(
    "a group's capacity is 5,000 at most",
    "aws:wafv2/ruleGroup:RuleGroup",
    {
      name: "g",
      scope: "REGIONAL",
      capacity: 5001,
      visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "m", sampledRequestsEnabled: true },
    },
    {
      name: "g",
      scope: "REGIONAL",
      capacity: 5000,
      visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "m", sampledRequestsEnabled: true },
    },
  ),
  facts(
    "two sets of one scope have different names",
    [
      ["aws:wafv2/ipSet:IpSet", "a", { name: "s", scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: [] }],
      ["aws:wafv2/ipSet:IpSet", "b", { name: "s", scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: [] }],
    ],
    [
      ["aws:wafv2/ipSet:IpSet", "a", { name: "s", scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: [] }],
      ["aws:wafv2/ipSet:IpSet", "b", { name: "t", scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: [] }],
    ],
  ),
  fact(
    "a set that is referred to is of the own scope",
    "aws:wafv2/webAcl:WebAcl",
    acl({
      rules: [
        aclRule({
          ipSetReferenceStatement: {
            arn: "arn:aws:wafv2:us-east-1:111122223333:global/ipset/s/11111111-1111-1111-1111-111111111111",
          },
        }),
      ],
    }),
    acl({
      rules: [
        aclRule({
          ipSetReferenceStatement: {
            arn: "arn:aws:wafv2:eu-west-1:111122223333:regional/ipset/s/11111111-1111-1111-1111-111111111111",
          },
        }),
      ],
    }),
  ),
  fact(
    "no lookahead in an expression",
    "aws:wafv2/regexPatternSet:RegexPatternSet",
    { name: "s", scope: "REGIONAL", regularExpressions: [{ regexString: "a(?=b)" }] },
    { name: "s", scope: "REGIONAL", regularExpressions: [{ regexString: "a(?:b)" }] },
  ),
  fact(
    "token domains can be registered",
    "aws:wafv2/webAcl:WebAcl",
    acl({ tokenDomains: ["co.uk"] }),
    acl({ tokenDomains: ["example.com"] }),
  ),
];
