import { account, arn, fact, facts, role } from "./inputs";

const lambda = arn("lambda", "function:f");
const queue = arn("sqs", "orders");
const stream = arn("kinesis", "stream/orders");
const json = JSON.stringify;

const table = { name: "orders", billingMode: "PAY_PER_REQUEST", hashKey: "id" };
const attributes = (...names: string[]) => ["id", ...names].map((name) => ({ name, type: "S" }));
const index = (more: object) => ({
  ...table,
  attributes: attributes("owner"),
  globalSecondaryIndexes: [{ name: "by-owner", hashKey: "owner", ...more }],
});
const distribution = (origin: object, more: object = {}) => ({
  enabled: true,
  origins: [{ originId: "o", domainName: "a.example.com", ...origin }],
  defaultCacheBehavior: {
    targetOriginId: "o",
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
    cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  },
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
  ...more,
});
const origin = (more: object = {}) => ({
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: "https-only",
    originSslProtocols: ["TLSv1.2"],
    ...more,
  },
});
const acl = (rule: object) => ({
  name: "a",
  scope: "REGIONAL",
  defaultAction: { allow: {} },
  visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true },
  rules: [
    {
      name: "r",
      priority: 0,
      statement: { geoMatchStatement: { countryCodes: ["DE"] } },
      visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "r", sampledRequestsEnabled: true },
      ...rule,
    },
  ],
});
const lifecycle = (...rules: object[]) => ({
  bucket: "b",
  rules: rules.map((rule, at) => ({ id: `r${at}`, status: "Enabled", filter: { prefix: "" }, ...rule })),
});
const machine = (state: object, more: object = {}) => ({
  roleArn: role,
  definition: json({ StartAt: "A", States: { A: state } }),
  ...more,
});
const distributed = (config: object) =>
  machine({
    Type: "Map",
    ItemProcessor: { ProcessorConfig: config, StartAt: "B", States: { B: { Type: "Pass", End: true } } },
    End: true,
  });
const firehose = (extended: object) => ({
  name: "s",
  destination: "extended_s3",
  extendedS3Configuration: { roleArn: role, bucketArn: "arn:aws:s3:::logs", ...extended },
});
const backup = { roleArn: role, bucketArn: "arn:aws:s3:::logs" };
const partitioned = (prefix: string) =>
  firehose({
    bufferingSize: 64,
    prefix,
    errorOutputPrefix: "errors/",
    dynamicPartitioningConfiguration: { enabled: true },
    processingConfiguration: {
      enabled: true,
      processors: [
        {
          type: "MetadataExtraction",
          parameters: [
            { parameterName: "MetadataExtractionQuery", parameterValue: "{customer:.customer}" },
            { parameterName: "JsonParsingEngine", parameterValue: "JQ-1.6" },
          ],
        },
      ],
    },
  });
const http = (more: object) => ({
  name: "s",
  destination: "http_endpoint",
  httpEndpointConfiguration: { url: "https://a.example.com", roleArn: role, s3Configuration: backup, ...more },
});
const iceberg = (s3BackupMode: string) => ({
  name: "s",
  destination: "iceberg",
  icebergConfiguration: {
    roleArn: role,
    catalogArn: arn("glue", "catalog"),
    s3Configuration: backup,
    s3BackupMode,
    destinationTableConfigurations: [{ databaseName: "d", tableName: "t" }],
  },
});
const conversion = (serializer: object) =>
  firehose({
    bufferingSize: 64,
    dataFormatConversionConfiguration: {
      inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
      outputFormatConfiguration: { serializer },
      schemaConfiguration: { databaseName: "d", roleArn: role, tableName: "t", region: "eu-west-1" },
    },
  });
const code = (body: string) => ({
  apiId: "a",
  type: "Query",
  field: "orders",
  dataSource: "d",
  runtime: { name: "APPSYNC_JS", runtimeVersion: "1.0.0" },
  code: `export function request(ctx) { ${body} return {}; }\nexport function response(ctx) { return ctx.result; }`,
});
const api = (schema: string) => ({ name: "a", authenticationType: "AWS_IAM", schema });
const websocket = [
  "aws:apigatewayv2/api:Api",
  "api",
  { id: "a1", name: "a", protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" },
] as const;
const ofApi = { apiId: "aws:apigatewayv2/api:Api api" };
const database = { engine: "postgres", instanceClass: "db.t4g.small", allocatedStorage: 100, username: "u" };
const client = { userPoolId: "eu-west-1_abc", name: "c" };
const widget = (properties: object) =>
  json({ widgets: [{ type: "text", x: 0, y: 0, width: 6, height: 6, properties }] });
const filtered = (filterPolicy: object) => ({
  topic: arn("sns", "t"),
  protocol: "sqs",
  endpoint: queue,
  filterPolicy: json(filterPolicy),
});

/** A third random sample of the same list, of facts that neither sample before has. */
export const third = [
  fact(
    "an origin is read for a second or more",
    "aws:cloudfront/distribution:Distribution",
    distribution(origin({ originReadTimeout: 0 })),
    distribution(origin({ originReadTimeout: 1 })),
  ),
  fact(
    "an index that includes attributes names them",
    "aws:dynamodb/table:Table",
    index({ projectionType: "INCLUDE" }),
    index({ projectionType: "INCLUDE", nonKeyAttributes: ["total"] }),
  ),
  fact(
    "a destination of an asynchronous call is of the own Region",
    "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    { functionName: "f", destinationConfig: { onFailure: { destination: arn("sqs", "q", "eu-central-1") } } },
    { functionName: "f", destinationConfig: { onFailure: { destination: queue } } },
  ),
  fact(
    "a challenge holds for 300 seconds or more",
    "aws:wafv2/webAcl:WebAcl",
    acl({ action: { challenge: {} }, challengeConfig: { immunityTimeProperty: { immunityTime: 60 } } }),
    acl({ action: { challenge: {} } }),
  ),
  fact(
    "a lifecycle rule counts days or names dates",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    lifecycle({
      transitions: [{ date: "2030-01-01T00:00:00Z", storageClass: "GLACIER" }],
      expiration: { days: 2000 },
    }),
    lifecycle({ transitions: [{ days: 90, storageClass: "GLACIER" }], expiration: { days: 2000 } }),
  ),
  fact(
    "the name of a directory bucket has the zone that it is in",
    "aws:s3/directoryBucket:DirectoryBucket",
    { bucket: "b--euw1-az1--x-s3", location: { name: "euw1-az2" } },
    { bucket: "b--euw1-az1--x-s3", location: { name: "euw1-az1" } },
  ),
  fact(
    "a stream to OpenSearch Serverless has the address of a collection",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    {
      name: "s",
      destination: "opensearchserverless",
      opensearchserverlessConfiguration: { roleArn: role, indexName: "i", s3Configuration: backup },
    },
    {
      name: "s",
      destination: "opensearchserverless",
      opensearchserverlessConfiguration: {
        roleArn: role,
        indexName: "i",
        s3Configuration: backup,
        collectionEndpoint: "https://abc.eu-west-1.aoss.amazonaws.com",
      },
    },
  ),
  fact(
    "a verification mail has the place of the code",
    "aws:cognito/userPool:UserPool",
    { name: "p", verificationMessageTemplate: { emailMessage: "welcome" } },
    { name: "p", verificationMessageTemplate: { emailMessage: "welcome {####}" } },
  ),
  fact(
    "a distributed map says how its runs are executed",
    "aws:sfn/stateMachine:StateMachine",
    distributed({ Mode: "DISTRIBUTED" }),
    distributed({ Mode: "DISTRIBUTED", ExecutionType: "STANDARD" }),
  ),
  fact(
    "access logs of a REST API go to a log group or to Firehose",
    "aws:apigateway/stage:Stage",
    {
      restApi: "r",
      deployment: "d",
      stageName: "prod",
      accessLogSettings: { destinationArn: "arn:aws:s3:::logs", format: "$context.requestId" },
    },
    {
      restApi: "r",
      deployment: "d",
      stageName: "prod",
      accessLogSettings: { destinationArn: arn("logs", "log-group:g"), format: "$context.requestId" },
    },
  ),
  fact(
    "a label of a rule has no word of WAF's own",
    "aws:wafv2/webAcl:WebAcl",
    acl({ action: { count: {} }, ruleLabels: [{ name: "awswaf:orders" }] }),
    acl({ action: { count: {} }, ruleLabels: [{ name: "shop:orders" }] }),
  ),
  fact(
    "a permissions boundary is a policy",
    "aws:iam/role:Role",
    { assumeRolePolicy: trust("lambda.amazonaws.com"), permissionsBoundary: role },
    {
      assumeRolePolicy: trust("lambda.amazonaws.com"),
      permissionsBoundary: `arn:aws:iam::${account}:policy/boundary`,
    },
  ),
  fact(
    "no while in APPSYNC_JS",
    "aws:appsync/resolver:Resolver",
    code("let n = 1; while (n < 3) { n += 1; }"),
    code("let n = 1; for (const each of [1, 2]) { n += each; }"),
  ),
  fact(
    "lifecycle rules have different ids",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    lifecycle({ id: "a", expiration: { days: 9 } }, { id: "a", filter: { prefix: "x/" }, expiration: { days: 8 } }),
    lifecycle({ id: "a", expiration: { days: 9 } }, { id: "b", filter: { prefix: "x/" }, expiration: { days: 8 } }),
  ),
  fact(
    "a filter of a mapping is an event pattern",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    { functionName: "f", eventSourceArn: queue, filterCriteria: { filters: [{ pattern: json({ body: "a" }) }] } },
    { functionName: "f", eventSourceArn: queue, filterCriteria: { filters: [{ pattern: json({ body: ["a"] }) }] } },
  ),
  fact(
    "a data source of AMAZON_DYNAMODB has dynamodbConfig",
    "aws:appsync/dataSource:DataSource",
    { apiId: "a", name: "d", type: "AMAZON_DYNAMODB", serviceRoleArn: role },
    {
      apiId: "a",
      name: "d",
      type: "AMAZON_DYNAMODB",
      serviceRoleArn: role,
      dynamodbConfig: { tableName: "t" },
    },
  ),
  facts(
    "the role of a metric stream is of the own account",
    [
      [
        "aws:cloudwatch/metricStream:MetricStream",
        "subject",
        {
          firehoseArn: arn("firehose", "deliverystream/s"),
          outputFormat: "json",
          roleArn: "arn:aws:iam::444455556666:role/r",
        },
      ],
    ],
    [
      [
        "aws:cloudwatch/metricStream:MetricStream",
        "subject",
        { firehoseArn: arn("firehose", "deliverystream/s"), outputFormat: "json", roleArn: role },
      ],
    ],
  ),
  fact(
    "a rule of Contributor Insights has the schema CloudWatchLogRule",
    "aws:cloudwatch/contributorInsightRule:ContributorInsightRule",
    { ruleName: "r", ruleDefinition: insight("LogRule") },
    { ruleName: "r", ruleDefinition: insight("CloudWatchLogRule") },
  ),
  fact(
    "an event pattern is not empty",
    "aws:cloudwatch/eventRule:EventRule",
    { name: "r", eventPattern: "{}" },
    { name: "r", eventPattern: json({ source: ["orders"] }) },
  ),
  fact(
    "an alias of a key has no colon",
    "aws:kms/alias:Alias",
    { name: "alias/orders:main", targetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
    { name: "alias/orders/main", targetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
  ),
  fact(
    "an output format has a serializer",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    conversion({}),
    conversion({ parquetSerDe: {} }),
  ),
  facts(
    "an integration of a WebSocket API waits 29 s at most",
    [
      [...websocket],
      [
        "aws:apigatewayv2/integration:Integration",
        "subject",
        { apiId: "a1", integrationType: "MOCK", timeoutMilliseconds: 30_000 },
        ofApi,
      ],
    ],
    [
      [...websocket],
      [
        "aws:apigatewayv2/integration:Integration",
        "subject",
        { apiId: "a1", integrationType: "MOCK", timeoutMilliseconds: 29_000 },
        ofApi,
      ],
    ],
  ),
  fact(
    "an error prefix has no partition keys",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    firehose({ prefix: "a/", errorOutputPrefix: "!{firehose:error-output-type}/!{partitionKeyFromQuery:customer}/" }),
    firehose({ prefix: "a/", errorOutputPrefix: "!{firehose:error-output-type}/" }),
  ),
  fact(
    "a type of a schema is declared once",
    "aws:appsync/graphQLApi:GraphQLApi",
    api("type Query { a: Order } type Order { id: ID } type Order { name: String }"),
    api("type Query { a: Order } type Order { id: ID }"),
  ),
  fact(
    "an origin request policy of named cookies names them",
    "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
    {
      name: "p",
      cookiesConfig: { cookieBehavior: "whitelist" },
      headersConfig: { headerBehavior: "none" },
      queryStringsConfig: { queryStringBehavior: "none" },
    },
    {
      name: "p",
      cookiesConfig: { cookieBehavior: "whitelist", cookies: { items: ["id"] } },
      headersConfig: { headerBehavior: "none" },
      queryStringsConfig: { queryStringBehavior: "none" },
    },
  ),
  fact(
    "a layer is for x86_64 or arm64",
    "aws:lambda/layerVersion:LayerVersion",
    { layerName: "l", s3Bucket: "b", s3Key: "k", compatibleArchitectures: ["amd64"] },
    { layerName: "l", s3Bucket: "b", s3Key: "k", compatibleArchitectures: ["arm64"] },
  ),
  fact(
    "a stream to an HTTP endpoint buffers 64 MB",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    http({ bufferingSize: 65 }),
    http({ bufferingSize: 64 }),
  ),
  facts(
    "batches are for data sources of Lambda",
    [
      [
        "aws:appsync/dataSource:DataSource",
        "source",
        { apiId: "a", name: "d", type: "AMAZON_DYNAMODB", serviceRoleArn: role, dynamodbConfig: { tableName: "t" } },
      ],
      [
        "aws:appsync/function:Function",
        "subject",
        { ...functionCode(), maxBatchSize: 5 },
        { dataSource: "aws:appsync/dataSource:DataSource source" },
      ],
    ],
    [
      [
        "aws:appsync/dataSource:DataSource",
        "source",
        { apiId: "a", name: "d", type: "AWS_LAMBDA", serviceRoleArn: role, lambdaConfig: { functionArn: lambda } },
      ],
      [
        "aws:appsync/function:Function",
        "subject",
        { ...functionCode(), maxBatchSize: 5 },
        { dataSource: "aws:appsync/dataSource:DataSource source" },
      ],
    ],
  ),
  fact(
    "compromised credentials are looked for in three events",
    "aws:cognito/riskConfiguration:RiskConfiguration",
    {
      userPoolId: "eu-west-1_abc",
      compromisedCredentialsRiskConfiguration: { actions: { eventAction: "BLOCK" }, eventFilters: ["SIGN_OUT"] },
    },
    {
      userPoolId: "eu-west-1_abc",
      compromisedCredentialsRiskConfiguration: { actions: { eventAction: "BLOCK" }, eventFilters: ["SIGN_IN"] },
    },
  ),
  fact(
    "AES256 has no key",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    {
      bucket: "b",
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256", kmsMasterKeyId: arn("kms", "key/k") } }],
    },
    {
      bucket: "b",
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: arn("kms", "key/k") } }],
    },
  ),
  fact(
    "the scaling of a mapping is for queues",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    {
      functionName: "f",
      eventSourceArn: stream,
      startingPosition: "LATEST",
      scalingConfig: { maximumConcurrency: 5 },
    },
    { functionName: "f", eventSourceArn: queue, scalingConfig: { maximumConcurrency: 5 } },
  ),
  fact(
    "a route of JWT has an authorizer",
    "aws:apigatewayv2/route:Route",
    { apiId: "a1", routeKey: "GET /", authorizationType: "JWT" },
    { apiId: "a1", routeKey: "GET /", authorizationType: "JWT", authorizerId: "x1" },
  ),
  fact(
    "a replication rule has a prefix or a filter",
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    replication({ prefix: "a/", filter: { prefix: "a/" }, deleteMarkerReplication: { status: "Disabled" } }),
    replication({ filter: { prefix: "a/" }, deleteMarkerReplication: { status: "Disabled" } }),
  ),
  fact(
    "further statistics of a metric stream name metrics",
    "aws:cloudwatch/metricStream:MetricStream",
    metrics({ additionalStatistics: ["p99"], includeMetrics: [] }),
    metrics({ additionalStatistics: ["p99"], includeMetrics: [{ metricName: "Duration", namespace: "AWS/Lambda" }] }),
  ),
  fact(
    "a stream to Iceberg backs failed data up",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    iceberg("AllData"),
    iceberg("FailedDataOnly"),
  ),
  fact(
    "the jitter of a retry is NONE or FULL",
    "aws:sfn/stateMachine:StateMachine",
    machine({
      Type: "Task",
      Resource: lambda,
      Retry: [{ ErrorEquals: ["States.ALL"], JitterStrategy: "HALF" }],
      End: true,
    }),
    machine({
      Type: "Task",
      Resource: lambda,
      Retry: [{ ErrorEquals: ["States.ALL"], JitterStrategy: "FULL" }],
      End: true,
    }),
  ),
  fact(
    "a filter policy of attributes is not nested",
    "aws:sns/topicSubscription:TopicSubscription",
    filtered({ order: { kind: ["new"] } }),
    filtered({ kind: ["new"] }),
  ),
  fact(
    "roles of an identity pool are authenticated and unauthenticated",
    "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
    { identityPoolId: "eu-west-1:12345678-1234-1234-1234-123456789012", roles: { guest: role } },
    { identityPoolId: "eu-west-1:12345678-1234-1234-1234-123456789012", roles: { unauthenticated: role } },
  ),
  facts(
    "a secret is rotated by one rotation",
    [
      ["aws:secretsmanager/secretRotation:SecretRotation", "one", rotation("s", 30)],
      ["aws:secretsmanager/secretRotation:SecretRotation", "two", rotation("s", 60)],
    ],
    [
      ["aws:secretsmanager/secretRotation:SecretRotation", "one", rotation("s", 30)],
      ["aws:secretsmanager/secretRotation:SecretRotation", "two", rotation("t", 60)],
    ],
  ),
  fact(
    "Origin Shield is in 13 Regions",
    "aws:cloudfront/distribution:Distribution",
    distribution({ ...origin(), originShield: { enabled: true, originShieldRegion: "eu-west-3" } }),
    distribution({ ...origin(), originShield: { enabled: true, originShieldRegion: "eu-west-1" } }),
  ),
  fact(
    "a block of a security group is IPv4",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.256/32" },
    { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.25/32" },
  ),
  fact(
    "a table of strong consistency over Regions has no local index",
    "aws:dynamodb/table:Table",
    strong({
      rangeKey: "at",
      attributes: attributes("at", "n"),
      localSecondaryIndexes: [{ name: "by-n", rangeKey: "n", projectionType: "ALL" }],
    }),
    strong({ rangeKey: "at", attributes: attributes("at") }),
  ),
  fact(
    "keys that a query takes out stand in the prefix",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    partitioned("orders/!{timestamp:yyyy}/"),
    partitioned("orders/!{partitionKeyFromQuery:customer}/"),
  ),
  fact(
    "the runtime of a resolver has the version 1.0.0",
    "aws:appsync/resolver:Resolver",
    { ...code(""), runtime: { name: "APPSYNC_JS", runtimeVersion: "2.0.0" } },
    code(""),
  ),
  fact(
    "the path /aws-service-role/ is AWS's own",
    "aws:iam/role:Role",
    { assumeRolePolicy: trust("lambda.amazonaws.com"), path: "/aws-service-role/orders/" },
    { assumeRolePolicy: trust("lambda.amazonaws.com"), path: "/service-role/" },
  ),
  fact(
    "Origin Shield that is on has a Region",
    "aws:cloudfront/distribution:Distribution",
    distribution({ ...origin(), originShield: { enabled: true } }),
    distribution({ ...origin(), originShield: { enabled: false } }),
  ),
  fact(
    "a table streams to Kinesis in its Region",
    "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination",
    { tableName: "t", streamArn: arn("kinesis", "stream/s", "us-east-1") },
    { tableName: "t", streamArn: stream },
  ),
  facts(
    "integration responses are for WebSocket APIs",
    [
      ["aws:apigatewayv2/api:Api", "api", { id: "a1", name: "a", protocolType: "HTTP" }],
      [
        "aws:apigatewayv2/integrationResponse:IntegrationResponse",
        "subject",
        { apiId: "a1", integrationId: "i1", integrationResponseKey: "/200/" },
        ofApi,
      ],
    ],
    [
      [...websocket],
      [
        "aws:apigatewayv2/integrationResponse:IntegrationResponse",
        "subject",
        { apiId: "a1", integrationId: "i1", integrationResponseKey: "/200/" },
        ofApi,
      ],
    ],
  ),
  fact(
    "a text widget has markdown",
    "aws:cloudwatch/dashboard:Dashboard",
    { dashboardName: "d", dashboardBody: widget({}) },
    { dashboardName: "d", dashboardBody: widget({ markdown: "# a" }) },
  ),
  fact(
    "SQL Server is made without a database",
    "aws:rds/instance:Instance",
    { ...database, engine: "sqlserver-ex", licenseModel: "license-included", dbName: "orders" },
    { ...database, engine: "sqlserver-ex", licenseModel: "license-included" },
  ),
  fact("delta sync needs a versioned table", "aws:appsync/dataSource:DataSource", delta(false), delta(true)),
  fact(
    "a member of an origin group is an origin",
    "aws:cloudfront/distribution:Distribution",
    distribution(origin(), { originGroups: [group("o", "p")] }),
    distribution(origin(), {
      origins: ["o", "p"].map((originId) => ({ originId, domainName: "a.example.com", ...origin() })),
      originGroups: [group("o", "p")],
    }),
  ),
  facts(
    "consumers of a stream have different names",
    [
      ["aws:kinesis/streamConsumer:StreamConsumer", "one", { name: "c", streamArn: stream }],
      ["aws:kinesis/streamConsumer:StreamConsumer", "two", { name: "c", streamArn: stream }],
    ],
    [
      ["aws:kinesis/streamConsumer:StreamConsumer", "one", { name: "c", streamArn: stream }],
      ["aws:kinesis/streamConsumer:StreamConsumer", "two", { name: "d", streamArn: stream }],
    ],
  ),
  fact(
    "a client of OAuth has flows and scopes",
    "aws:cognito/userPoolClient:UserPoolClient",
    {
      ...client,
      allowedOauthFlowsUserPoolClient: true,
      allowedOauthFlows: ["code"],
      callbackUrls: ["https://a.example.com"],
      supportedIdentityProviders: ["COGNITO"],
    },
    {
      ...client,
      allowedOauthFlowsUserPoolClient: true,
      allowedOauthFlows: ["code"],
      allowedOauthScopes: ["openid"],
      callbackUrls: ["https://a.example.com"],
      supportedIdentityProviders: ["COGNITO"],
    },
  ),
  fact(
    "a cache is maintained for an hour or more",
    "aws:elasticache/cluster:Cluster",
    { clusterId: "c", engine: "memcached", nodeType: "cache.t4g.micro", numCacheNodes: 1, ...window("05:30") },
    { clusterId: "c", engine: "memcached", nodeType: "cache.t4g.micro", numCacheNodes: 1, ...window("06:00") },
  ),
  fact(
    "provisioned concurrency is of a published version",
    "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    { functionName: "f", qualifier: "$LATEST", provisionedConcurrentExecutions: 1 },
    { functionName: "f", qualifier: "1", provisionedConcurrentExecutions: 1 },
  ),
  fact(
    "the default redirect is a callback",
    "aws:cognito/userPoolClient:UserPoolClient",
    { ...client, callbackUrls: ["https://a.example.com"], defaultRedirectUri: "https://b.example.com" },
    { ...client, callbackUrls: ["https://a.example.com"], defaultRedirectUri: "https://a.example.com" },
  ),
  fact(
    "a parameter for images has the id of one",
    "aws:ssm/parameter:Parameter",
    { name: "p", type: "String", dataType: "aws:ec2:image", value: "latest" },
    { name: "p", type: "String", dataType: "aws:ec2:image", value: "ami-0123456789abcdef0" },
  ),
  fact(
    'a master password has no / @ " or space',
    "aws:rds/instance:Instance",
    { ...database, password: "pass/word1" },
    { ...database, password: "pass-word1" },
  ),
  fact(
    "the function that rotates is a Lambda function's ARN",
    "aws:secretsmanager/secretRotation:SecretRotation",
    { secretId: "s", rotationLambdaArn: role, rotationRules: { automaticallyAfterDays: 30 } },
    { secretId: "s", rotationLambdaArn: lambda, rotationRules: { automaticallyAfterDays: 30 } },
  ),
];

function trust(service: string): string {
  return json({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });
}

function insight(name: string): string {
  return json({
    Schema: { Name: name, Version: 1 },
    LogGroupNames: ["g"],
    LogFormat: "JSON",
    Contribution: { Keys: ["$.ip"], Filters: [] },
    AggregateOn: "Count",
  });
}

function functionCode(): Record<string, unknown> {
  const { code: text, runtime } = code("");
  return { apiId: "a", name: "f", dataSource: "d", code: text, runtime };
}

function replication(rule: object): Record<string, unknown> {
  const destination = { bucket: "arn:aws:s3:::copy" };
  return { bucket: "b", role, rules: [{ id: "r", status: "Enabled", priority: 1, destination, ...rule }] };
}

function metrics(statistics: object): Record<string, unknown> {
  return {
    firehoseArn: arn("firehose", "deliverystream/s"),
    outputFormat: "json",
    roleArn: role,
    statisticsConfigurations: [statistics],
  };
}

function rotation(secretId: string, automaticallyAfterDays: number): Record<string, unknown> {
  return { secretId, rotationLambdaArn: lambda, rotationRules: { automaticallyAfterDays } };
}

function strong(more: object): Record<string, unknown> {
  const replicas = ["eu-central-1", "eu-west-2"].map((regionName) => ({ regionName, consistencyMode: "STRONG" }));
  return { ...table, streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES", replicas, ...more };
}

function delta(versioned: boolean): Record<string, unknown> {
  const deltaSyncConfig = { deltaSyncTableName: "d", baseTableTtl: 1, deltaSyncTableTtl: 1 };
  const dynamodbConfig = { tableName: "t", versioned, deltaSyncConfig };
  return { apiId: "a", name: "d", type: "AMAZON_DYNAMODB", serviceRoleArn: role, dynamodbConfig };
}

function group(...members: string[]): object {
  return {
    originId: "g",
    failoverCriteria: { statusCodes: [500] },
    members: members.map((originId) => ({ originId })),
  };
}

function window(end: string): Record<string, unknown> {
  return { maintenanceWindow: `sun:05:00-sun:${end}` };
}
