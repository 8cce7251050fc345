import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { GetBucketPolicyCommand, GetPublicAccessBlockCommand, S3Client } from "@aws-sdk/client-s3";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { CommandError, type EngineEvent, LocalWorkspace } from "@pulumi/pulumi/automation";
import { policyPack } from "../../cli/run/policyPack";
import { startProvider } from "../../local/provider";
import { types } from "../../policy/frame/resource";
import { rules } from "../../policy/rules";
import { resourcePolicies } from "../../policy/rules/access/resourcePolicies";
import { root } from "../handlers/emulator";
import { startOwnEmulator } from "../stack/providerStack";
import { nest } from "./expectations";
import { analyze, engineIn, exported, type Stated } from "./underEngine";

const resource = (kind: keyof typeof types, inputs: Record<string, unknown>): Stated => ({ type: types[kind], inputs });

const secret = "-----BEGIN PRIVATE KEY-----";
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `n${index}` }));
const entries = (count: number) => Object.fromEntries(many(count).map(({ name }) => [name, "x".repeat(513)]));
const policy = (statement: Record<string, unknown>) => JSON.stringify({ Statement: { Effect: "Allow", ...statement } });

const anyone = policy({ Principal: "*", Action: "*", Resource: "*" });

const badData: readonly Stated[] = [
  resource("table", {
    name: "x".repeat(256),
    arn: "arn:t",
    streamArn: "arn:s",
    readCapacity: 80_001,
    writeCapacity: 80_001,
    hashKey: "id",
    attributes: [{ name: "other", type: "S" }],
    globalSecondaryIndexes: many(21).map((index) => ({ ...index, keySchemas: [] })),
    localSecondaryIndexes: many(6),
    replicas: [{ regionName: "eu-west-2", consistencyMode: "STRONG" }],
    ttl: { attributeName: "id" },
    pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 36 },
  }),
  resource("table", { name: "copied", replicas: [{ regionName: "eu-west-2" }], hashKey: "id" }),
  ...Array.from({ length: 3 }, () => resource("eventSourceMapping", { eventSourceArn: "arn:s" })),
  resource("tablePolicy", { policy: anyone }),
  resource("daxCluster", { replicationFactor: 12 }),
  resource("daxCluster", { replicationFactor: 1 }),
  resource("daxSubnetGroup", { subnetIds: many(21) }),
  resource("bucketLifecycle", {
    bucket: "uploads",
    rules: [{ status: "Enabled", transitions: [{ days: 29, storageClass: "STANDARD_IA" }], expiration: { days: 29 } }],
  }),
  resource("bucketEncryption", { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] }),
  resource("bucketVersioning", { bucket: "uploads", versioningConfiguration: { status: "Enabled" } }),
  resource("bucket", { bucket: "plain", tags: { owner: "x".repeat(257) } }),
  resource("bucketReplication", { bucket: "plain", rules: [] }),
  resource("bucketLogging", { bucket: "loop", targetBucket: "loop" }),
  resource("bucketAcl", { bucket: "plain", acl: "public-read" }),
  resource("bucketObject", { bucket: "plain", key: "index.html", acl: "public-read" }),
  resource("bucketPolicy", { bucket: "plain", policy: anyone }),
  resource("bucketNotification", { bucket: "plain", queues: [{ queueArn: "arn:aws:sqs:::q.fifo", events: [] }] }),
  resource("bucketNotification", {
    bucket: "plain",
    lambdaFunctions: [{ lambdaFunctionArn: "arn:lonely", events: [] }],
  }),
  resource("function", { arn: "arn:lonely", invokeArn: "invoke:lonely", timeout: 60 }),
  resource("backupPlan", {
    id: "plan",
    rules: [{ schedule: "rate(1 day)", lifecycle: { coldStorageAfter: 30, deleteAfter: 31 } }, {}],
  }),
  resource("backupVaultPolicy", { policy: anyone }),
  resource("stream", { arn: "arn:k", retentionPeriod: 23, maxRecordSizeInKib: 1 }),
  ...Array.from({ length: 6 }, () => resource("eventSourceMapping", { eventSourceArn: "arn:k" })),
  resource("streamPolicy", { policy: anyone }),
];

const document = { openapi: "3.0.1", paths: { "/users": { get: {} } } };

const badApis: readonly Stated[] = [
  resource("restApi", { id: "api", endpointConfiguration: { types: "PRIVATE" }, body: JSON.stringify(document) }),
  resource("restApi", { id: "edge" }),
  resource("restApiPolicy", { restApiId: "other", policy: "x".repeat(8_193) }),
  ...Array.from({ length: 2 }, () => resource("apiResource", { restApi: "api" })),
  ...Array.from({ length: 11 }, () =>
    resource("apiAuthorizer", { restApi: "api", authorizerResultTtlInSeconds: 3_601 }),
  ),
  resource("apiMethod", {
    restApi: "edge",
    resourceId: "r",
    httpMethod: "GET",
    authorization: "NONE",
    apiKeyRequired: true,
  }),
  resource("apiIntegration", {
    restApi: "edge",
    resourceId: "r",
    httpMethod: "GET",
    type: "AWS",
    timeoutMilliseconds: 29_001,
  }),
  resource("apiIntegration", { restApi: "edge", type: "AWS_PROXY", uri: "invoke:lonely" }),
  resource("apiIntegrationResponse", {
    responseParameters: {
      "method.response.header.Access-Control-Allow-Origin": "'*'",
      "method.response.header.Access-Control-Allow-Credentials": "'true'",
    },
  }),
  resource("apiDeployment", { restApi: "edge" }),
  ...Array.from({ length: 11 }, (_, index) =>
    resource("apiStage", {
      restApi: "edge",
      stageName: `s${index}`,
      variables: { ...entries(101), secret },
      accessLogSettings: { format: "$context.requestId" },
    }),
  ),
  resource("apiMethodSettings", {
    methodPath: "users/GET",
    settings: {
      throttlingRateLimit: 10_001,
      throttlingBurstLimit: 5_001,
      cachingEnabled: true,
      dataTraceEnabled: true,
    },
  }),
  resource("apiDomain", {
    domainName: "api.example.com",
    certificateArn: "arn:aws:acm:eu-west-1:1:certificate/c",
    securityPolicy: "TLS_1_0",
    mutualTlsAuthentication: { truststoreUri: "s3://t" },
  }),
  resource("apiBasePath", { domainName: "api.example.com", restApi: "edge" }),
  resource("httpApi", { id: "http", corsConfiguration: { allowCredentials: true, allowOrigins: ["*"] } }),
  ...Array.from({ length: 2 }, () => resource("httpRoute", { apiId: "http", routeKey: "GET /" })),
  ...Array.from({ length: 11 }, () =>
    resource("httpAuthorizer", { apiId: "http", authorizerResultTtlInSeconds: 3_601 }),
  ),
  ...Array.from({ length: 11 }, () =>
    resource("httpStage", {
      apiId: "http",
      stageVariables: entries(101),
      accessLogSettings: { format: "$context.requestId" },
    }),
  ),
  resource("httpIntegration", { apiId: "http", timeoutMilliseconds: 30_001 }),
  resource("functionUrl", { authorizationType: "AWS_IAM", cors: { allowCredentials: true, allowOrigins: ["*"] } }),
];

const badUsers: readonly Stated[] = [
  resource("userPool", {
    passwordPolicy: { minimumLength: 5, passwordHistorySize: 25, temporaryPasswordValidityDays: 366 },
    userPoolAddOns: { advancedSecurityMode: "AUDIT" },
    userPoolTier: "LITE",
    schemas: many(51),
    lambdaConfig: { preSignUp: "arn:lonely" },
  }),
  resource("userPoolClient", {
    allowedOauthFlows: ["implicit", "client_credentials"],
    callbackUrls: new Array<string>(101).fill("http://a"),
    logoutUrls: new Array<string>(101).fill("https://a"),
    allowedOauthScopes: many(51),
    explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"],
    authSessionValidity: 2,
    accessTokenValidity: 25,
    idTokenValidity: 25,
    refreshTokenValidity: 3651,
  }),
  resource("resourceServer", { scopes: many(101) }),
  resource("identityPool", { allowUnauthenticatedIdentities: true, allowClassicFlow: true }),
  resource("role", {
    name: "user",
    arn: "arn:aws:iam::1:role/user",
    assumeRolePolicy: policy({ Principal: { Federated: "cognito-identity.amazonaws.com" } }),
  }),
  resource("rolePolicy", { role: "user", policy: policy({ Action: "dynamodb:*", Resource: "*" }) }),
  resource("identityPoolRoles", { roles: { authenticated: "arn:aws:iam::1:role/user" } }),
  resource("principalTags", {
    identityProviderName: "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_pool",
    principalTags: { tenant: "nonce" },
  }),
];

const badProtection: readonly Stated[] = [
  resource("key", { rotationPeriodInDays: 89, deletionWindowInDays: 6, policy: anyone }),
  resource("webAcl", {
    scope: "CLOUDFRONT",
    region: "eu-west-1",
    defaultAction: { allow: {} },
    visibilityConfig: { cloudwatchMetricsEnabled: false },
  }),
  resource("webAclLogging", { logDestinationConfigs: ["arn:aws:s3:::logs"] }),
  resource("webAclAssociation", { resourceArn: "arn:aws:apigateway:eu-west-1::/apis/a/stages/live" }),
  resource("certificate", { keyAlgorithm: "RSA_1024", validationMethod: "EMAIL" }),
  resource("metricAlarm", { period: 61, evaluationPeriods: 2_000, datapointsToAlarm: 2_001 }),
  resource("secret", { recoveryWindowInDays: 6, policy: anyone }),
  resource("parameter", { type: "String", value: secret }),
  resource("instance", { userData: secret }),
  resource("launchTemplate", { userData: secret }),
  resource("taskDefinition", {
    containerDefinitions: JSON.stringify([{ environment: [{ name: "KEY", value: secret }] }]),
  }),
];

const badSources: readonly Stated[] = [
  resource("queue", { arn: "arn:aws:sqs:eu-west-1:1:jobs.fifo", fifoQueue: true, sqsManagedSseEnabled: false }),
  resource("queue", {
    arn: "arn:aws:sqs:eu-west-1:1:plain",
    redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:1:jobs.fifo"}',
  }),
  resource("eventSourceMapping", {
    eventSourceArn: "arn:aws:sqs:eu-west-1:1:jobs.fifo",
    functionName: "arn:aws:lambda:eu-west-1:1:function:f",
    batchSize: 10_001,
    maximumBatchingWindowInSeconds: 301,
    scalingConfig: { maximumConcurrency: 1_001 },
    filterCriteria: { filters: many(6) },
  }),
  resource("eventSourceMapping", {
    eventSourceArn: "arn:s",
    parallelizationFactor: 11,
    tumblingWindowInSeconds: 901,
    maximumRetryAttempts: 10_001,
    maximumRecordAgeInSeconds: 59,
  }),
  resource("function", { name: "snap", runtime: "nodejs24.x", snapStart: { applyOn: "PublishedVersions" } }),
  resource("function", { name: "behind", runtime: "python3.12" }),
  resource("permission", { function: "behind", principal: "*", action: "lambda:InvokeFunctionUrl" }),
  resource("topic", { arn: "plain" }),
  resource("topicSubscription", { topic: "plain", protocol: "lambda" }),
  resource("eventRule", { name: "second" }),
  resource("eventTarget", { rule: "second", input: "x".repeat(8_193) }),
  resource("eventBusPolicy", { policy: anyone }),
  resource("schedule", { name: "x".repeat(65) }),
  resource("rolePolicyAttachment", { role: "r", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
  resource("stateMachine", {
    name: "x".repeat(81),
    type: "EXPRESS",
    definition: JSON.stringify({
      Comment: "x".repeat(1_048_576),
      StartAt: "Wait",
      States: { Wait: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken", End: true } },
    }),
    loggingConfiguration: { level: "ALL" },
  }),
  resource("stateMachine", {}),
  resource("graphqlApi", {}),
];

const badDatabases: readonly Stated[] = [
  resource("subnet", { id: "s1", vpcId: "v1", availabilityZone: "eu-west-1a" }),
  resource("dbInstance", { publiclyAccessible: true, backupRetentionPeriod: 36, password: "hunter2" }),
  resource("dbInstance", { backupRetentionPeriod: 0 }),
  resource("dbCluster", {
    id: "c",
    backupRetentionPeriod: 36,
    masterPassword: "hunter2",
    serverlessv2ScalingConfiguration: { minCapacity: 0.3, maxCapacity: 2 },
  }),
  resource("dbClusterInstance", { publiclyAccessible: true }),
  resource("dbClusterRole", { featureName: "Lambda" }),
  resource("dbProxy", {
    name: "p",
    endpoint: "p.example",
    auths: many(201),
    idleClientTimeout: 28_801,
    vpcSubnetIds: ["s1"],
  }),
  resource("dbProxyTarget", { dbProxyName: "p", dbClusterIdentifier: "c" }),
  resource("dbProxyTargetGroup", {
    dbProxyName: "p",
    connectionPoolConfig: { maxConnectionsPercent: 101, connectionBorrowTimeout: 301 },
  }),
  resource("function", { name: "user", environment: { variables: { HOST: "p.example" } } }),
  resource("replicationGroup", {}),
  resource("serverlessCache", { snapshotRetentionLimit: 36 }),
  resource("cacheUser", { noPasswordRequired: true }),
];

const badEdge: readonly Stated[] = [
  resource("distribution", {
    origins: [
      { originId: "bucket", domainName: "b.s3.eu-west-1.amazonaws.com" },
      { originId: "api", customOriginConfig: { originProtocolPolicy: "http-only", originSslProtocols: ["TLSv1"] } },
    ],
    defaultCacheBehavior: {
      viewerProtocolPolicy: "allow-all",
      functionAssociations: [{ eventType: "origin-request" }],
      lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: "arn:aws:lambda:eu-west-1:1:function:f" }],
    },
  }),
  resource("edgeFunction", { runtime: "cloudfront-js-1.0", code: "x".repeat(10_241) }),
];

/** What AWS takes of none of several resources together. */
const refused: readonly Stated[] = (() => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index));
  const ofPath = { "x-amazon-apigateway-integration": { timeoutInMillis: 29_001 } };
  return [
    resource("function", { name: "reserved", arn: "arn:f", reservedConcurrentExecutions: 1 }),
    resource("provisionedConcurrency", {
      functionName: "reserved",
      qualifier: "1",
      provisionedConcurrentExecutions: 2,
    }),
    ...ids(200).map((id) =>
      resource("permission", { function: "reserved", statementId: `${id}-${"x".repeat(60)}`, principal: "a.b" }),
    ),
    resource("role", {
      name: "trusted",
      assumeRolePolicy: `{"Statement":"${"x".repeat(2_049)}"}`,
      managedPolicyArns: ids(11),
    }),
    resource("table", {
      hashKey: "id",
      globalSecondaryIndexes: [{ name: "all", nonKeyAttributes: ids(101) }],
    }),
    resource("restApi", {
      policy: "x".repeat(8_193),
      body: JSON.stringify({ paths: { "/{a}": { get: ofPath }, "/{b}": { get: ofPath } } }),
    }),
    resource("apiMethod", { restApi: "unanswered", resourceId: "r", httpMethod: "GET", authorization: "AWS_IAM" }),
    resource("key", { policy: policy({ Principal: { AWS: "arn:aws:iam::1:root" }, Action: "kms:Decrypt" }) }),
  ];
})();

/** A role that no service may assume and that may do nothing, handed to every service; and what nobody lets in. */
const unwired: readonly Stated[] = (() => {
  const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;
  const role = "arn:aws:iam::123456789012:role/idle";
  const fn = arn("lambda", "function:idle");
  const queue = arn("sqs", "idle");
  const group = arn("logs", "log-group:/idle");
  const firehose = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
  return [
    resource("role", { name: "idle", arn: role, assumeRolePolicy: policy({ Principal: { Service: "a.b" } }) }),
    resource("function", {
      name: "idle",
      arn: fn,
      role,
      deadLetterConfig: { targetArn: queue },
      vpcConfig: { subnetIds: ["s"], securityGroupIds: ["g"] },
    }),
    resource("function", { name: "asked", arn: arn("lambda", "function:asked") }),
    resource("eventTarget", { rule: "idle", arn: arn("lambda", "function:asked") }),
    resource("queue", { name: "idle", arn: queue, url: "idle" }),
    resource("stateMachine", {
      roleArn: role,
      definition: JSON.stringify({ States: { A: { Type: "Task", Resource: "arn:aws:states:::ecs:runTask.sync" } } }),
      loggingConfiguration: { level: "ALL" },
    }),
    resource("stateMachine", {
      roleArn: role,
      definition: JSON.stringify({
        States: { A: { Type: "Map", ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED" } } } },
      }),
    }),
    resource("schedule", { scheduleExpression: "rate(1 day)", target: { arn: fn, roleArn: role } }),
    resource("pipe", { roleArn: role, source: queue, target: arn("events", "event-bus/x") }),
    resource("dbProxy", { roleArn: role, auths: [{ secretArn: arn("secretsmanager", "secret:idle") }] }),
    resource("dbInstance", { monitoringRoleArn: role }),
    resource("dbClusterRole", { roleArn: role }),
    resource("eventTarget", { rule: "idle", arn: fn, roleArn: role }),
    resource("eventTarget", { rule: "idle", arn: queue }),
    resource("eventTarget", { rule: "idle", arn: fn }),
    resource("apiIntegration", { credentials: role, uri: "arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem" }),
    resource("apiAuthorizer", { authorizerUri: fn }),
    { type: "aws:apigateway/account:Account", inputs: { cloudwatchRoleArn: role } },
    { type: "aws:appsync/dataSource:DataSource", inputs: { serviceRoleArn: role, dynamodbConfig: { tableName: "t" } } },
    resource("graphqlApi", { logConfig: { cloudwatchLogsRoleArn: role, fieldLogLevel: "ALL" } }),
    resource("topic", { lambdaFailureFeedbackRoleArn: role }),
    { type: "aws:ec2/flowLog:FlowLog", inputs: { iamRoleArn: role } },
    { type: "aws:cloudtrail/trail:Trail", inputs: { cloudWatchLogsRoleArn: role } },
    { type: "aws:codebuild/project:Project", inputs: { serviceRole: role } },
    resource("backupSelection", { iamRoleArn: role }),
    resource("bucketReplication", { role }),
    {
      type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
      inputs: { roleArn: role, destinationArn: fn },
    },
    resource("daxCluster", { iamRoleArn: role }),
    resource("topicSubscription", { topic: "t", protocol: "lambda", endpoint: fn, subscriptionRoleArn: role }),
    resource("topicSubscription", { topic: "t", protocol: "sqs", endpoint: queue }),
    resource("userPool", { smsConfiguration: { snsCallerArn: role, externalId: "x" } }),
    resource("taskDefinition", { executionRoleArn: role, containerDefinitions: "[]" }),
    { type: firehose, inputs: { extendedS3Configuration: { roleArn: role, bucketArn: "arn:aws:s3:::x" } } },
    resource("secretRotation", { secretId: "s", rotationLambdaArn: fn }),
    resource("bucketNotification", { bucket: "b", queues: [{ queueArn: queue, events: ["s3:ObjectCreated:*"] }] }),
    resource("eventSourceMapping", { functionName: "idle", eventSourceArn: queue }),
    resource("graphqlApi", { lambdaAuthorizerConfig: { authorizerUri: fn } }),
    resource("metricAlarm", { alarmActions: [fn] }),
    { type: "aws:lb/targetGroupAttachment:TargetGroupAttachment", inputs: { targetId: fn } },
    { type: "aws:iot/topicRule:TopicRule", inputs: { lambdas: [{ functionArn: fn }] } },
    { type: "aws:ses/receiptRule:ReceiptRule", inputs: { lambdaActions: [{ functionArn: fn, position: 1 }] } },
    { type: "aws:cfg/rule:Rule", inputs: { source: { owner: "CUSTOM_LAMBDA", sourceIdentifier: fn } } },
    { type: "aws:route53/queryLog:QueryLog", inputs: { cloudwatchLogGroupArn: group } },
    {
      type: "aws:opensearch/domain:Domain",
      inputs: { logPublishingOptions: [{ logType: "INDEX_SLOW_LOGS", cloudwatchLogGroupArn: group }] },
    },
    resource("eventTarget", { rule: "idle", arn: group }),
  ];
})();

/** What is shared with everybody. */
const shared: readonly Stated[] = [
  { type: "aws:cloudwatch/eventPermission:EventPermission", inputs: { principal: "*", statementId: "s" } },
  { type: "aws:ec2/amiLaunchPermission:AmiLaunchPermission", inputs: { imageId: "ami-1", group: "all" } },
  ...["snapshot:Snapshot", "clusterSnapshot:ClusterSnapshot", "snapshotCopy:SnapshotCopy"].map((type) => ({
    type: `aws:rds/${type}`,
    inputs: { sharedAccounts: ["all"] },
  })),
  { type: "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy", inputs: { sharedAccounts: ["all"] } },
];

const closed = "arn:aws:sns:eu-west-1:1:closed";

/** Services that publish to a topic whose policy names one role, and credentials in plain text. */
const told: readonly Stated[] = [
  resource("topic", {
    arn: closed,
    policy: policy({ Principal: { AWS: "arn:aws:iam::1:role/r" }, Action: "sns:Publish", Resource: "*" }),
  }),
  resource("metricAlarm", { alarmActions: [closed] }),
  { type: "aws:rds/eventSubscription:EventSubscription", inputs: { snsTopic: closed } },
  { type: "aws:ses/identityNotificationTopic:IdentityNotificationTopic", inputs: { topicArn: closed } },
  { type: "aws:budgets/budget:Budget", inputs: { notifications: [{ subscriberSnsTopicArns: [closed] }] } },
  { type: "aws:costexplorer/anomalySubscription:AnomalySubscription", inputs: { subscribers: [{ address: closed }] } },
  { type: "aws:backup/vaultNotifications:VaultNotifications", inputs: { snsTopicArn: closed } },
  { type: "aws:codestarnotifications/notificationRule:NotificationRule", inputs: { targets: [{ address: closed }] } },
  { type: "aws:amplify/app:App", inputs: { environmentVariables: { PGPASSWORD: "hunter2", DB_PASSWORD: "hunter2" } } },
];

/** Servers with an address on the internet. */
const reachable: readonly Stated[] = [
  ...[
    "neptune/clusterInstance:ClusterInstance",
    "redshift/cluster:Cluster",
    "redshiftserverless/workgroup:Workgroup",
    "dms/replicationInstance:ReplicationInstance",
    "mq/broker:Broker",
    "lightsail/database:Database",
  ].map((type) => ({ type: `aws:${type}`, inputs: { publiclyAccessible: true } })),
  {
    type: "aws:msk/cluster:Cluster",
    inputs: { brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type: "SERVICE_PROVIDED_EIPS" } } } },
  },
];

/** Resources that violate every rule at least once; the day of the run is fixed below. */
const bad: readonly Stated[] = [
  ...badSources,
  ...shared,
  ...told,
  ...reachable,
  ...badDatabases,
  ...badEdge,
  resource("function", {
    name: "f",
    region: "eu-west-1",
    arn: "arn:aws:lambda:eu-west-1:1:function:f",
    role: "arn:aws:iam::1:role/r",
    runtime: "nodejs18.x",
    timeout: 901,
    memorySize: 100,
    ephemeralStorage: { size: 511 },
    layers: ["1", "2", "3", "4", "5", "6"],
    packageType: "Image",
    vpcConfig: { subnetIds: new Array<string>(17).fill("s"), securityGroupIds: new Array<string>(6).fill("g") },
    environment: { variables: { AWS_REGION: "x", KEY: secret, DB_PASSWORD: "hunter2".repeat(600) } },
    reservedConcurrentExecutions: 901,
  }),
  resource("function", { name: "old", runtime: "nodejs14.x" }),
  resource("function", { name: "ending", runtime: "nodejs22.x" }),
  resource("functionEventInvokeConfig", { functionName: "f", maximumRetryAttempts: 3, maximumEventAgeInSeconds: 59 }),
  resource("provisionedConcurrency", { functionName: "f", qualifier: "$LATEST", provisionedConcurrentExecutions: 1 }),
  resource("permission", { function: "f", principal: "s3.amazonaws.com" }),
  resource("functionUrl", { functionName: "f", authorizationType: "NONE" }),
  resource("role", { name: "r", arn: "arn:aws:iam::1:role/r" }),
  resource("rolePolicy", { role: "r", policy: policy({ Action: "*", Resource: "*", Sid: "x".repeat(10_241) }) }),
  resource("policy", { arn: "p", policy: policy({ Action: "s3:*", Resource: "*", Sid: "x".repeat(6_145) }) }),
  resource("bucket", { bucket: "uploads", arn: "arn:aws:s3:::uploads" }),
  resource("bucketNotification", {
    bucket: "uploads",
    lambdaFunctions: [
      { lambdaFunctionArn: "arn:aws:lambda:eu-west-1:1:function:f", events: ["s3:ObjectCreated:*"] },
      { lambdaFunctionArn: "arn:aws:lambda:eu-west-1:1:function:f", events: ["s3:ObjectCreated:Put"] },
    ],
  }),
  resource("bucketNotification", { bucket: "uploads" }),
  resource("logGroup", { name: "forever" }),
  resource("logGroup", { name: "month", retentionInDays: 31 }),
  resource("eventRule", { name: "rule", scheduleExpression: "cron(0 12 * * ?)" }),
  ...Array.from({ length: 6 }, () =>
    resource("eventTarget", { rule: "rule", retryPolicy: { maximumRetryAttempts: 186, maximumEventAgeInSeconds: 59 } }),
  ),
  resource("schedule", {
    scheduleExpression: "every day",
    scheduleExpressionTimezone: "Europe/Pariss",
    flexibleTimeWindow: { maximumWindowInMinutes: 1441 },
    target: { retryPolicy: { maximumRetryAttempts: 186, maximumEventAgeInSeconds: 86_401 } },
  }),
  resource("queue", {
    delaySeconds: 901,
    messageRetentionSeconds: 59,
    receiveWaitTimeSeconds: 21,
    visibilityTimeoutSeconds: 43_201,
    maxMessageSize: 1_048_577,
    policy: anyone,
  }),
  resource("topicPolicy", { policy: anyone }),
  ...badData,
  ...badApis,
  ...badUsers,
  ...badProtection,
  // A policy of log groups that lets everybody write to them would let services write too: a destination's is open instead.
  ...resourcePolicies.map(({ service, holders: [first, second] }) => openTo(service === "logs" ? second : first)),
  ...["sns.amazonaws.com", "arn:aws:iam::1:saml-provider/x", "arn:aws:iam::1:oidc-provider/example.com"].map((name) =>
    resource("role", {
      assumeRolePolicy: policy({
        Principal: { [name.startsWith("arn") ? "Federated" : "Service"]: name },
        Action: "*",
      }),
    }),
  ),
  resource("role", { assumeRolePolicy: policy({ Principal: "*", Action: "sts:AssumeRole" }) }),
  resource("httpApi", { target: "arn:aws:lambda:eu-west-1:1:function:f" }),
  resource("httpAuthorizer", {
    id: "auth",
    authorizerType: "REQUEST",
    enableSimpleResponses: true,
    identitySources: ["$request.header.Authorization"],
  }),
  ...["GET /a", "GET /b"].map((routeKey) =>
    resource("httpRoute", { routeKey, authorizationType: "CUSTOM", authorizerId: "auth" }),
  ),
  resource("restApi", { endpointConfiguration: { types: "REGIONAL", vpcEndpointIds: ["vpce-1"] } }),
  resource("bucket", { acl: "public-read" }),
  resource("role", {
    assumeRolePolicy: policy({ Principal: { Service: ["lambda.amazonaws.com", "states.amazonaws.com"] } }),
    managedPolicyArns: ["AmazonS3FullAccess", "AdministratorAccess"].map((name) => `arn:aws:iam::aws:policy/${name}`),
  }),
  {
    type: "aws:lambda/layerVersionPermission:LayerVersionPermission",
    inputs: { principal: "*", action: "lambda:GetLayerVersion" },
  },
  {
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    inputs: { ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4: "0.0.0.0/0" },
  },
  ...unwired,
  ...refused,
];

/** A resource with a policy for everybody. */
function openTo(holder: (typeof resourcePolicies)[number]["holders"][number] | undefined): Stated {
  assert.ok(holder);
  return { type: holder.type, inputs: nest(holder.property, anyone) };
}

/** Rules whose violation needs a large archive: they are tested on one elsewhere, as are the tables of constraints. */
const packages = ["lambda-package-zip", "lambda-layer-zip", "lambda-package-unzipped"];

describe("the policy pack under the real engine", function () {
  this.timeout(180_000);
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-policy-"));
  after(() => rmSync(folder, { recursive: true }));

  it("judges an exported state by every rule, with no program, no provider and no login", async () => {
    const config = path.join(folder, "config.json");
    const allowed = { allowedRegions: ["eu-north-1"], allowedRuntimes: ["nodejs24.x"], requiredTags: { team: [] } };
    /** Figures of an account that spare the run hundreds of resources. */
    const limits = {
      "apigateway.resources": 1,
      "apigateway.httpRoutes": 1,
      "apigateway.authorizers": 1,
      "eventbridge.rules": 1,
    };
    const settings = { today: "2027-01-01", limits, ...allowed };
    writeFileSync(config, JSON.stringify({ headroom: settings }));
    const { code, stdout: output } = await analyze(folder, exported(bad), { config });
    assert.notEqual(code, undefined, "mandatory violations end with an exit code");
    const unseen = rules.filter(
      ({ id }) => !packages.includes(id) && !/-(arguments|references)$/.test(id) && !output.includes(`"${id}"`),
    );
    assert.deepEqual(
      unseen.map(({ id }) => id),
      [],
    );
    assert.ok(!output.includes(secret) && !output.includes("hunter2"), "no secret is printed");
  });

  it("stops a preview, naming the function, 901, 900 and the AWS page, while ARNs are unknown", async () => {
    const { engine, envVars } = await engineIn(folder);
    const provider = await startProvider({ mode: "preview" });
    try {
      const program = (): Promise<void> => {
        const role = new aws.iam.Role("reports", { assumeRolePolicy: "{}" });
        const args = { role: role.arn, runtime: "nodejs24.x", handler: "index.handler", s3Bucket: "b", s3Key: "k" };
        new aws.lambda.Function("reports", { ...args, timeout: 901, memorySize: 512 });
        return Promise.resolve();
      };
      const stack = await LocalWorkspace.createOrSelectStack(
        { stackName: "test", projectName: "headroom-policy-test", program },
        { pulumiCommand: engine.command, envVars: { ...envVars, ...provider.environment }, workDir: folder },
      );
      await stack.setConfig("aws:region", { value: "eu-west-1" });
      const events: EngineEvent[] = [];
      await assert.rejects(
        stack.preview({ policyPacks: [policyPack], onEvent: (event) => events.push(event) }),
        CommandError,
      );
      const violations = events.flatMap(({ policyEvent }) => policyEvent ?? []);
      const [timeout] = violations.filter(({ policyName }) => policyName === "lambda-timeout");
      assert.equal(timeout?.enforcementLevel, "mandatory");
      for (const part of ['Function "reports"', "901", "900", "https://docs.aws.amazon.com/lambda/"]) {
        assert.ok(timeout.message.includes(part), part);
      }
    } finally {
      await provider.close();
    }
  });

  it("sets right, before it is made, what a rule of level remediate finds wrong, and leaves out what is exempt", async () => {
    const { engine, envVars } = await engineIn(folder);
    const emulator = await startOwnEmulator();
    const provider = await startProvider({ mode: "emulator", endpoint: emulator.endpoint });
    try {
      const program = (): Promise<void> => {
        new aws.cloudwatch.LogGroup("app", { name: "app" });
        new aws.cloudwatch.LogGroup("audit", { name: "audit" });
        const bucket = new aws.s3.Bucket("open", { bucket: "remediated" });
        const read = {
          Effect: "Allow",
          Principal: { Service: "cloudfront.amazonaws.com" },
          Action: "s3:GetObject",
          Resource: pulumi.interpolate`${bucket.arn}/*`,
        };
        const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [read] });
        new aws.s3.BucketPolicy("open", { bucket: bucket.bucket, policy });
        new aws.s3.BucketPublicAccessBlock("open", { bucket: bucket.bucket, blockPublicAcls: true });
        return Promise.resolve();
      };
      const config = path.join(folder, "remediate.json");
      const exemptions = [{ rule: "logs-retention", resource: "audit", reason: "kept for ever by law" }];
      const remediate = Object.fromEntries(
        ["logs-retention", "s3-tls-only", "s3-public-access"].map((rule) => [rule, "remediate"]),
      );
      writeFileSync(config, JSON.stringify({ headroom: { exemptions }, ...remediate }));
      const stack = await LocalWorkspace.createOrSelectStack(
        { stackName: "remediated", projectName: "headroom-policy-test", program },
        { pulumiCommand: engine.command, envVars: { ...envVars, ...provider.environment }, workDir: folder },
      );
      await stack.setConfig("aws:region", { value: "eu-central-1" });
      const events: EngineEvent[] = [];
      const options = { policyPacks: [policyPack], policyPackConfigs: [config] };
      await stack.up({ ...options, onEvent: (event) => events.push(event) });

      const access = { endpoint: emulator.endpoint, region: "eu-central-1", credentials: root };
      const groups = await new CloudWatchLogsClient(access).send(new DescribeLogGroupsCommand({}));
      const kept = new Map(groups.logGroups?.map((group) => [group.logGroupName, group.retentionInDays]));
      assert.equal(kept.get("app"), 30);
      assert.equal(kept.get("audit"), undefined);
      const s3 = new S3Client({ ...access, forcePathStyle: true });
      const { Policy = "" } = await s3.send(new GetBucketPolicyCommand({ Bucket: "remediated" }));
      assert.match(Policy, /"Effect":"Deny".*"aws:SecureTransport":"false"/);
      assert.match(Policy, /"Effect":"Allow"/);
      const block = await s3.send(new GetPublicAccessBlockCommand({ Bucket: "remediated" }));
      assert.equal(block.PublicAccessBlockConfiguration?.RestrictPublicBuckets, true);
      const said = events.flatMap(({ policyEvent }) => policyEvent ?? []).filter((e) => e.policyName === "headroom");
      assert.ok(said.some(({ message }) => message.includes("kept for ever by law")));
    } finally {
      await provider.close();
      await emulator.stop();
    }
  });

  it("refuses a configuration that its schema does not allow, naming the key and what is allowed", async () => {
    const config = path.join(folder, "wrong.json");
    writeFileSync(config, JSON.stringify({ headroom: { levels: { "lambda-timeout": "off" } } }));
    const { stderr } = await analyze(folder, exported([]), { config });
    assert.match(stderr, /headroom: levels\.lambda-timeout: .* must be one of the following: "mandatory", "advisory"/);
  });
});
