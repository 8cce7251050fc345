import { account, arn, at, distribution, type Fact, fact, facts, role } from "./inputs";

const ids = (count: number) => Array.from({ length: count }, (_, n) => `n${n}`);
const pipe = (targetParameters: object) => ({
  name: "p",
  roleArn: role,
  source: arn("sqs", "q"),
  target: arn("ecs", "cluster/c"),
  targetParameters,
});
const ecsPipe = (more: object) =>
  pipe({ ecsTaskParameters: { taskDefinitionArn: arn("ecs", "task-definition/t:1"), ...more } });
const cluster = {
  clusterIdentifier: "orders",
  engine: "aurora-postgresql",
  storageEncrypted: true,
  skipFinalSnapshot: true,
  masterUsername: "orders",
};
const instance = (more: object) => ({
  identifier: "orders",
  engine: "postgres",
  instanceClass: "db.m6g.large",
  allocatedStorage: 100,
  storageEncrypted: true,
  skipFinalSnapshot: true,
  username: "orders",
  manageMasterUserPassword: true,
  ...more,
});
const oracle = (password: string) => ({
  ...instance({ engine: "oracle-se2", instanceClass: "db.m5.large", licenseModel: "license-included", password }),
  manageMasterUserPassword: undefined,
});
const visible = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });
const group = (statement: object) => ({
  name: "g",
  scope: "REGIONAL",
  capacity: 100,
  visibilityConfig: visible("g"),
  rules: [{ name: "r", priority: 0, action: { block: {} }, statement, visibilityConfig: visible("r") }],
});
const rate = (more: object) =>
  group({
    rateBasedStatement: {
      limit: 100,
      aggregateKeyType: "CUSTOM_KEYS",
      customKeys: [{ forwardedIp: {} }, { httpMethod: {} }],
      ...more,
    },
  });
const headers = (matchPattern: object) =>
  group({
    byteMatchStatement: {
      searchString: "a",
      positionalConstraint: "CONTAINS",
      textTransformations: [{ priority: 0, type: "NONE" }],
      fieldToMatch: { headers: { matchPattern, matchScope: "ALL", oversizeHandling: "MATCH" } },
    },
  });
const canary = (runtimeVersion: string) => ({
  name: "orders",
  artifactS3Location: "s3://b/",
  executionRoleArn: role,
  handler: "a.handler",
  runtimeVersion,
  schedule: { expression: "rate(1 minute)" },
  s3Bucket: "b",
  s3Key: "k",
  artifactConfig: { s3Encryption: { encryptionMode: "SSE_S3" } },
});
const target = { policyType: "PredictiveScaling", resourceId: "service/c/s", serviceNamespace: "ecs" };
const predictive = (more: object) => ({
  ...target,
  name: "p",
  scalableDimension: "ecs:service:DesiredCount",
  predictiveScalingPolicyConfiguration: {
    metricSpecifications: [
      { targetValue: "50", predefinedMetricPairSpecification: { predefinedMetricType: "ECSServiceCPUUtilization" } },
    ],
    ...more,
  },
});
const steps = (...stepAdjustments: object[]) => ({
  ...target,
  policyType: "StepScaling",
  name: "p",
  scalableDimension: "ecs:service:DesiredCount",
  stepScalingPolicyConfiguration: {
    adjustmentType: "ChangeInCapacity",
    metricAggregationType: "Average",
    stepAdjustments,
  },
});
const math = (returnData: boolean) => ({
  ...target,
  policyType: "TargetTrackingScaling",
  name: "p",
  scalableDimension: "ecs:service:DesiredCount",
  targetTrackingScalingPolicyConfiguration: {
    targetValue: 1,
    customizedMetricSpecification: {
      metrics: [
        {
          id: "m1",
          metricStat: { metric: { namespace: "AWS/SQS", metricName: "NumberOfMessagesSent" }, stat: "Sum" },
          returnData,
        },
        { id: "e1", expression: "m1 / 2", returnData: true },
      ],
    },
  },
});
const service = (more: object) => ({
  name: "s",
  cluster: "c",
  taskDefinition: "t",
  desiredCount: 2,
  ...more,
});
const connected = (...services: object[]) =>
  service({ serviceConnectConfiguration: { enabled: true, namespace: "n", services } });
const task = (definition: object, more: object = {}) => ({
  family: "t",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  executionRoleArn: role,
  containerDefinitions: JSON.stringify([{ name: "a", image: "nginx", essential: true, ...definition }]),
  ...more,
});
const listener = (more: object) => ({
  loadBalancerArn: arn("elasticloadbalancing", "loadbalancer/app/a/1"),
  port: 443,
  protocol: "HTTPS",
  sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
  certificateArn: arn("acm", "certificate/11111111-2222-3333-4444-555555555555"),
  defaultActions: [{ type: "redirect", redirect: { statusCode: "HTTP_301", port: "444" } }],
  ...more,
});
const oidc = (issuer: string) =>
  listener({
    defaultActions: [
      {
        type: "authenticate-oidc",
        authenticateOidc: {
          issuer,
          authorizationEndpoint: "https://a.example.com/a",
          tokenEndpoint: "https://a.example.com/t",
          userInfoEndpoint: "https://a.example.com/u",
          clientId: "a",
          clientSecret: "b",
        },
      },
      { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "200" } },
    ],
  });
const vpn = (
  more: object,
  option: object = { type: "certificate-authentication", rootCertificateChainArn: arn("acm", "certificate/a") },
) => ({
  authenticationOptions: [option],
  clientCidrBlock: "10.0.0.0/16",
  connectionLogOptions: { enabled: false },
  serverCertificateArn: arn("acm", "certificate/a"),
  ...more,
});
const restore = (selection: object) => ({
  name: "p",
  scheduleExpression: "cron(0 1 ? * * *)",
  recoveryPointSelection: {
    algorithm: "LATEST_WITHIN_WINDOW",
    includeVaults: ["*"],
    recoveryPointTypes: ["SNAPSHOT"],
    ...selection,
  },
});
const plan = (advanced: object) => ({
  name: "p",
  rules: [{ ruleName: "r", targetVaultName: "v", schedule: "cron(0 1 * * ? *)" }],
  advancedBackupSettings: [{ resourceType: "EC2", backupOptions: { WindowsVSS: "enabled" }, ...advanced }],
});
const protection = (audit: object, deidentify: object, identifiers: readonly string[] = ["EmailAddress"]) => ({
  logGroupName: "g",
  policyDocument: JSON.stringify({
    Name: "p",
    Version: "2021-06-01",
    Statement: [
      {
        Sid: "a",
        DataIdentifier: ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"],
        Operation: audit,
      },
      {
        Sid: "b",
        DataIdentifier: identifiers.map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`),
        Operation: deidentify,
      },
    ],
  }),
});
const audit = { Audit: { FindingsDestination: {} } };
const mask = { Deidentify: { MaskConfig: {} } };
const search = (more: object) => ({
  name: "d",
  elasticsearch: true,
  destination: "elasticsearch",
  elasticsearchConfiguration: {
    roleArn: role,
    indexName: "i",
    s3Configuration: { roleArn: role, bucketArn: "arn:aws:s3:::b" },
    ...more,
  },
});
const iceberg = (catalogArn: string) => ({
  name: "d",
  destination: "iceberg",
  icebergConfiguration: {
    roleArn: role,
    catalogArn,
    destinationTableConfigurations: [{ databaseName: "d", tableName: "t" }],
    s3Configuration: { roleArn: role, bucketArn: "arn:aws:s3:::b" },
  },
});
const replication = (id: string) => ({
  bucket: "b",
  role,
  rules: [
    {
      id,
      priority: 0,
      filter: { prefix: "" },
      deleteMarkerReplication: { status: "Disabled" },
      status: "Enabled",
      destination: { bucket: "arn:aws:s3:::c" },
    },
  ],
});
const lens = (configuration: object) => ({
  configId: "c",
  storageLensConfiguration: { enabled: true, accountLevel: { bucketLevel: {} }, ...configuration },
});
const websocket = (more: object) => ({ apiId: "a", routeKey: "$connect", ...more });
const ofWebsocket = { apiId: "aws:apigatewayv2/api:Api api" };
const api = [
  "aws:apigatewayv2/api:Api",
  "api",
  { id: "a", name: "a", protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.a" },
] as const;
const metadata = (kmsKeyArn: string) => ({
  bucket: "b",
  metadataConfiguration: {
    inventoryTableConfiguration: { configurationState: "DISABLED" },
    journalTableConfiguration: {
      recordExpiration: { expiration: "DISABLED" },
      encryptionConfiguration: { sseAlgorithm: "aws:kms", kmsKeyArn },
    },
  },
});
const notified = (...filters: object[]) => ({
  bucket: "b",
  queues: filters.map((filter, n) => ({
    ...filter,
    id: `q${n}`,
    queueArn: arn("sqs", `q${n}`),
    events: ["s3:ObjectCreated:*"],
  })),
});
const lifecycle = (date: string) => ({
  bucket: "b",
  rules: [{ id: "r", status: "Enabled", filter: { prefix: "" }, transitions: [{ date, storageClass: "GLACIER" }] }],
});
const alarm = (more: object) => ({
  name: "a",
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 1,
  namespace: "AWS/SQS",
  metricName: "NumberOfMessagesSent",
  period: 60,
  threshold: 1,
  ...more,
});
const anomaly = (more: object) => ({
  name: "a",
  comparisonOperator: "GreaterThanUpperThreshold",
  evaluationPeriods: 1,
  thresholdMetricId: "e1",
  metricQueries: [
    { id: "e1", expression: "ANOMALY_DETECTION_BAND(m1)", returnData: true },
    { id: "m1", returnData: true, metric: { metricName: "Errors", namespace: "AWS/Lambda", period: 60, stat: "Sum" } },
  ],
  ...more,
});
const table = (more: object) => ({
  name: "orders",
  billingMode: "PAY_PER_REQUEST",
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  ...more,
});
const pool = (more: object) => ({ name: "p", ...more });
const cache = (more: object) => ({
  replicationGroupId: "g",
  description: "d",
  engine: "redis",
  nodeType: "cache.r6gd.xlarge",
  automaticFailoverEnabled: true,
  numCacheClusters: 2,
  ...more,
});
const eni = (more: object) => ({ subnetId: "subnet-1", ...more });
const subnet = (name: string, cidrBlock: string) =>
  ["aws:ec2/subnet:Subnet", name, { vpcId: "vpc-1", cidrBlock }] as const;
const firelens = (more: object) => ({
  logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-a"],
  resourceArn: arn("wafv2", "regional/webacl/a/1"),
  loggingFilter: {
    defaultBehavior: "KEEP",
    filters: [{ behavior: "DROP", requirement: "MEETS_ANY", conditions: [{ labelNameCondition: more }] }],
  },
});

/**
 * Random sentences of the API models of the services of a serverless program (seed 20261201): of the first 420 drawn of 5,190,
 * each that says what AWS refuses of a configuration and that a program can say.
 */
export const eighth: readonly Fact[] = [
  fact(
    "a task of a pipe has five placement strategies at most",
    "aws:pipes/pipe:Pipe",
    ecsPipe({ placementStrategies: ids(6).map((field) => ({ type: "spread", field })) }),
    ecsPipe({ placementStrategies: ids(5).map((field) => ({ type: "spread", field })) }),
  ),
  fact(
    "a cluster with a managed password has none of its own",
    "aws:rds/cluster:Cluster",
    { ...cluster, manageMasterUserPassword: true, masterPassword: "secret-secret" },
    { ...cluster, manageMasterUserPassword: true },
  ),
  fact(
    "a directory bucket is named base--zone--x-s3",
    "aws:s3/directoryBucket:DirectoryBucket",
    { bucket: "orders", location: { name: "euw1-az1" } },
    { bucket: "orders--euw1-az1--x-s3", location: { name: "euw1-az1" } },
  ),
  fact(
    "a buffer goes with IncreaseMaxCapacity",
    "aws:appautoscaling/policy:Policy",
    predictive({ maxCapacityBuffer: 10 }),
    predictive({ maxCapacityBuffer: 10, maxCapacityBreachBehavior: "IncreaseMaxCapacity" }),
  ),
  fact(
    "distinctInstance has no expression",
    "aws:ecs/service:Service",
    service({ placementConstraints: [{ type: "distinctInstance", expression: "attribute:a == b" }] }),
    service({ placementConstraints: [{ type: "distinctInstance" }] }),
  ),
  fact(
    "an HTTPS listener has a certificate",
    "aws:lb/listener:Listener",
    listener({ certificateArn: undefined }),
    listener({}),
  ),
  fact(
    "a key of the forwarded IP goes with its configuration",
    "aws:wafv2/ruleGroup:RuleGroup",
    rate({}),
    rate({ forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior: "MATCH" } }),
  ),
  fact(
    "encryption of artifacts needs the runtime 3.3",
    "aws:synthetics/canary:Canary",
    canary("syn-nodejs-puppeteer-3.2"),
    canary("syn-nodejs-puppeteer-10.0"),
  ),
  fact(
    "Default is a reserved name of groups",
    "aws:xray/group:Group",
    { groupName: "Default", filterExpression: "fault" },
    { groupName: "orders", filterExpression: "fault" },
  ),
  fact(
    "headers match by one pattern",
    "aws:wafv2/ruleGroup:RuleGroup",
    headers({ all: {}, includedHeaders: ["a"] }),
    headers({ all: {} }),
  ),
  fact("an issuer is a full URL", "aws:lb/listener:Listener", oidc("a.example.com"), oidc("https://a.example.com")),
  fact(
    "a maximum of read units is 1 or more",
    "aws:dynamodb/table:Table",
    table({
      globalSecondaryIndexes: [
        { name: "byId", hashKey: "id", projectionType: "ALL", onDemandThroughput: { maxReadRequestUnits: 0 } },
      ],
    }),
    table({
      globalSecondaryIndexes: [
        { name: "byId", hashKey: "id", projectionType: "ALL", onDemandThroughput: { maxReadRequestUnits: 1 } },
      ],
    }),
  ),
  facts(
    "a WebSocket route has no JWT",
    [
      api,
      ["aws:apigatewayv2/route:Route", "r", websocket({ authorizationType: "JWT", authorizerId: "x" }), ofWebsocket],
    ],
    [api, ["aws:apigatewayv2/route:Route", "r", websocket({ authorizationType: "AWS_IAM" }), ofWebsocket]],
  ),
  fact(
    "recovery points are SNAPSHOT or CONTINUOUS",
    "aws:backup/restoreTestingPlan:RestoreTestingPlan",
    restore({ recoveryPointTypes: ["DAILY"] }),
    restore({ recoveryPointTypes: ["CONTINUOUS"] }),
  ),
  fact(
    "a function as a target is in all zones",
    "aws:lb/targetGroupAttachment:TargetGroupAttachment",
    {
      targetGroupArn: arn("elasticloadbalancing", "targetgroup/g/1"),
      targetId: arn("lambda", "function:f"),
      availabilityZone: "eu-west-1a",
    },
    {
      targetGroupArn: arn("elasticloadbalancing", "targetgroup/g/1"),
      targetId: arn("lambda", "function:f"),
      availabilityZone: "all",
    },
  ),
  fact(
    "frames are DENY or SAMEORIGIN",
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    { name: "p", securityHeadersConfig: { frameOptions: { frameOption: "ALLOW-FROM", override: true } } },
    { name: "p", securityHeadersConfig: { frameOptions: { frameOption: "DENY", override: true } } },
  ),
  fact(
    "the key of a metadata table is of the bucket's Region",
    "aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration",
    metadata(arn("kms", "key/1", "us-east-1")),
    metadata(arn("kms", "key/1")),
  ),
  facts(
    "the key of a delivery is of the bucket's Region",
    [
      ["aws:s3/bucket:Bucket", "b", { bucket: "orders-b", arn: "arn:aws:s3:::orders-b" }],
      [
        "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        "d",
        {
          name: "d",
          destination: "extended_s3",
          extendedS3Configuration: {
            roleArn: role,
            bucketArn: "arn:aws:s3:::orders-b",
            kmsKeyArn: arn("kms", "key/1", "us-east-1"),
          },
        },
      ],
    ],
    [
      ["aws:s3/bucket:Bucket", "b", { bucket: "orders-b", arn: "arn:aws:s3:::orders-b" }],
      [
        "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        "d",
        {
          name: "d",
          destination: "extended_s3",
          extendedS3Configuration: {
            roleArn: role,
            bucketArn: "arn:aws:s3:::orders-b",
            kmsKeyArn: arn("kms", "key/1"),
          },
        },
      ],
    ],
  ),
  fact(
    "a cache keeps 1 to 3,600 seconds",
    "aws:appsync/apiCache:ApiCache",
    { apiId: "a", apiCachingBehavior: "FULL_REQUEST_CACHING", type: "SMALL", ttl: 3601 },
    { apiId: "a", apiCachingBehavior: "FULL_REQUEST_CACHING", type: "SMALL", ttl: 3600 },
  ),
  fact(
    "a sign-in policy needs the Essentials tier",
    "aws:cognito/userPool:UserPool",
    pool({ userPoolTier: "LITE", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } }),
    pool({ userPoolTier: "ESSENTIALS", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } }),
  ),
  fact(
    "an override of a container names it",
    "aws:pipes/pipe:Pipe",
    ecsPipe({ overrides: { containerOverrides: [{ cpu: 128 }] } }),
    ecsPipe({ overrides: { containerOverrides: [{ name: "a", cpu: 128 }] } }),
  ),
  facts(
    "a parameter group is of the instance's family",
    [
      ["aws:rds/parameterGroup:ParameterGroup", "g", { name: "g", family: "mysql8.0" }],
      ["aws:rds/instance:Instance", "i", instance({ engineVersion: "16", parameterGroupName: "g" })],
    ],
    [
      ["aws:rds/parameterGroup:ParameterGroup", "g", { name: "g", family: "postgres16" }],
      ["aws:rds/instance:Instance", "i", instance({ engineVersion: "16", parameterGroupName: "g" })],
    ],
  ),
  fact(
    "the name of a header has no wildcards",
    "aws:lb/listenerRule:ListenerRule",
    {
      listenerArn: arn("elasticloadbalancing", "listener/app/a/1/2"),
      actions: [{ type: "redirect", redirect: { statusCode: "HTTP_301", port: "444" } }],
      conditions: [{ httpHeader: { httpHeaderName: "X-*", values: ["a"] } }],
    },
    {
      listenerArn: arn("elasticloadbalancing", "listener/app/a/1/2"),
      actions: [{ type: "redirect", redirect: { statusCode: "HTTP_301", port: "444" } }],
      conditions: [{ httpHeader: { httpHeaderName: "X-A", values: ["a"] } }],
    },
  ),
  fact(
    "what is cached is GET and HEAD, or OPTIONS as well",
    "aws:cloudfront/distribution:Distribution",
    distribution({ cachedMethods: ["GET"] }),
    distribution({ cachedMethods: ["GET", "HEAD"] }),
  ),
  fact(
    "null is no name of a database",
    "aws:rds/instance:Instance",
    instance({ engine: "oracle-se2", instanceClass: "db.m5.large", licenseModel: "license-included", dbName: "NULL" }),
    instance({
      engine: "oracle-se2",
      instanceClass: "db.m5.large",
      licenseModel: "license-included",
      dbName: "ORDERS",
    }),
  ),
  fact(
    "a proxy of App Mesh has AppPorts",
    "aws:ecs/taskDefinition:TaskDefinition",
    task(
      {},
      {
        proxyConfiguration: {
          type: "APPMESH",
          containerName: "a",
          properties: {
            ProxyIngressPort: "15000",
            ProxyEgressPort: "15001",
            IgnoredUID: "1337",
            EgressIgnoredIPs: "169.254.170.2",
          },
        },
      },
    ),
    task(
      {},
      {
        proxyConfiguration: {
          type: "APPMESH",
          containerName: "a",
          properties: {
            AppPorts: "8080",
            ProxyIngressPort: "15000",
            ProxyEgressPort: "15001",
            IgnoredUID: "1337",
            EgressIgnoredIPs: "169.254.170.2",
          },
        },
      },
    ),
  ),
  fact(
    "a directory authenticates by its identifier",
    "aws:ec2clientvpn/endpoint:Endpoint",
    vpn({}, { type: "directory-service-authentication" }),
    vpn({}, { type: "directory-service-authentication", activeDirectoryId: "d-1" }),
  ),
  fact(
    "a session takes 8, 10, 12 or 24 hours",
    "aws:ec2clientvpn/endpoint:Endpoint",
    vpn({ sessionTimeoutHours: 9 }),
    vpn({ sessionTimeoutHours: 8 }),
  ),
  fact(
    "routes log INFO, ERROR or OFF",
    "aws:apigatewayv2/stage:Stage",
    { apiId: "a", name: "s", defaultRouteSettings: { loggingLevel: "DEBUG" } },
    { apiId: "a", name: "s", defaultRouteSettings: { loggingLevel: "INFO" } },
  ),
  fact(
    "a policy of a destination has 5,120 bytes",
    "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy",
    { destinationName: "d", accessPolicy: wide(6000) },
    { destinationName: "d", accessPolicy: wide(100) },
  ),
  fact(
    "a deployment is Default or CapacityOptimized",
    "aws:opensearch/domain:Domain",
    { domainName: "orders", deploymentStrategyOptions: { deploymentStrategy: "Fast" } },
    { domainName: "orders", deploymentStrategyOptions: { deploymentStrategy: "Default" } },
  ),
  fact(
    "a name of Service Connect has 127 characters",
    "aws:ecs/service:Service",
    connected({ portName: "a", clientAlias: [{ port: 80, dnsName: "a".repeat(128) }] }),
    connected({ portName: "a", clientAlias: [{ port: 80, dnsName: "a".repeat(60) }] }),
  ),
  fact(
    "a search destination is a domain or an endpoint",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    search({ domainArn: arn("es", "domain/d"), clusterEndpoint: "https://d.example.com" }),
    search({ domainArn: arn("es", "domain/d") }),
  ),
  fact(
    "a directory bucket's key is named by id or ARN",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    {
      bucket: "orders--euw1-az1--x-s3",
      rules: [
        {
          bucketKeyEnabled: true,
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/a" },
        },
      ],
    },
    {
      bucket: "orders--euw1-az1--x-s3",
      rules: [
        {
          bucketKeyEnabled: true,
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: arn("kms", "key/1") },
        },
      ],
    },
  ),
  fact(
    "an interface has a count of addresses or a list",
    "aws:ec2/networkInterface:NetworkInterface",
    eni({ privateIps: ["10.0.0.5", "10.0.0.6"], privateIpsCount: 2 }),
    eni({ privateIps: ["10.0.0.5", "10.0.0.6"] }),
  ),
  fact(
    "an interface has addresses or prefixes",
    "aws:ec2/networkInterface:NetworkInterface",
    eni({ privateIps: ["10.0.0.5", "10.0.0.6"], ipv4PrefixCount: 1 }),
    eni({ ipv4PrefixCount: 1 }),
  ),
  fact(
    "a service of CODE_DEPLOY has a load balancer",
    "aws:ecs/service:Service",
    service({ deploymentController: { type: "CODE_DEPLOY" } }),
    service({
      deploymentController: { type: "CODE_DEPLOY" },
      loadBalancers: [
        { containerName: "a", containerPort: 80, targetGroupArn: arn("elasticloadbalancing", "targetgroup/g/1") },
      ],
    }),
  ),
  fact(
    "a log group is not named aws/",
    "aws:cloudwatch/logGroup:LogGroup",
    { name: "aws/orders", retentionInDays: 30 },
    { name: "/aws/orders", retentionInDays: 30 },
  ),
  fact(
    "a queue keeps 60 to 1,209,600 seconds",
    "aws:sqs/queue:Queue",
    { name: "q", messageRetentionSeconds: 59 },
    { name: "q", messageRetentionSeconds: 60 },
  ),
  fact(
    "an authorizer is TOKEN, REQUEST or COGNITO_USER_POOLS",
    "aws:apigateway/authorizer:Authorizer",
    {
      name: "a",
      restApi: "r",
      type: "JWT",
      authorizerUri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn("lambda", "function:f")}/invocations`,
    },
    {
      name: "a",
      restApi: "r",
      type: "TOKEN",
      authorizerUri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn("lambda", "function:f")}/invocations`,
    },
  ),
  fact("advanced settings are of EC2", "aws:backup/plan:Plan", plan({ resourceType: "RDS" }), plan({})),
  fact(
    "an option of a backup is a known one",
    "aws:backup/plan:Plan",
    plan({ backupOptions: { WindowsVSS: "on" } }),
    plan({}),
  ),
  fact(
    "a redirect is of an action redirect",
    "aws:lb/listener:Listener",
    listener({
      defaultActions: [
        {
          type: "fixed-response",
          fixedResponse: { contentType: "text/plain", statusCode: "200" },
          redirect: { statusCode: "HTTP_301", port: "444" },
        },
      ],
    }),
    listener({}),
  ),
  fact(
    "a step with an upper bound has one without above",
    "aws:appautoscaling/policy:Policy",
    steps({ metricIntervalLowerBound: "0", metricIntervalUpperBound: "10", scalingAdjustment: 1 }),
    steps(
      { metricIntervalLowerBound: "0", metricIntervalUpperBound: "10", scalingAdjustment: 1 },
      { metricIntervalLowerBound: "10", scalingAdjustment: 2 },
    ),
  ),
  fact(
    "one step has no upper bound",
    "aws:appautoscaling/policy:Policy",
    steps(
      { metricIntervalLowerBound: "0", scalingAdjustment: 1 },
      { metricIntervalLowerBound: "10", scalingAdjustment: 2 },
    ),
    steps(
      { metricIntervalLowerBound: "0", metricIntervalUpperBound: "10", scalingAdjustment: 1 },
      { metricIntervalLowerBound: "10", scalingAdjustment: 2 },
    ),
  ),
  fact(
    "Fargate has no swappiness",
    "aws:ecs/taskDefinition:TaskDefinition",
    task({ linuxParameters: { swappiness: 10 } }),
    task({ linuxParameters: { initProcessEnabled: true } }),
  ),
  fact(
    "a cluster's name begins with a letter",
    "aws:rds/cluster:Cluster",
    { ...cluster, clusterIdentifier: "1orders", manageMasterUserPassword: true },
    { ...cluster, manageMasterUserPassword: true },
  ),
  fact(
    "a source of events has no two hyphens",
    "aws:rds/eventSubscription:EventSubscription",
    { name: "e", snsTopic: arn("sns", "t"), sourceType: "db-instance", sourceIds: ["orders--db"] },
    { name: "e", snsTopic: arn("sns", "t"), sourceType: "db-instance", sourceIds: ["orders-db"] },
  ),
  fact(
    "the suffix of a website has no slash",
    "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
    { bucket: "b", indexDocument: { suffix: "a/index.html" } },
    { bucket: "b", indexDocument: { suffix: "index.html" } },
  ),
  fact(
    "an alias begins with alias/",
    "aws:kms/alias:Alias",
    { name: "orders", targetKeyId: "1" },
    { name: "alias/orders", targetKeyId: "1" },
  ),
  facts(
    "the dead-letter queue of a standard queue is standard",
    [
      ["aws:sqs/queue:Queue", "d", { name: "d.fifo", fifoQueue: true, arn: arn("sqs", "d.fifo") }],
      [
        "aws:sqs/queue:Queue",
        "q",
        { name: "q", redrivePolicy: JSON.stringify({ deadLetterTargetArn: arn("sqs", "d.fifo"), maxReceiveCount: 3 }) },
      ],
    ],
    [
      ["aws:sqs/queue:Queue", "d", { name: "d", arn: arn("sqs", "d") }],
      [
        "aws:sqs/queue:Queue",
        "q",
        { name: "q", redrivePolicy: JSON.stringify({ deadLetterTargetArn: arn("sqs", "d"), maxReceiveCount: 3 }) },
      ],
    ],
  ),
  fact(
    "prefixes of notifications do not overlap",
    "aws:s3/bucketNotification:BucketNotification",
    notified({ filterPrefix: "a/" }, { filterPrefix: "a/b/" }),
    notified({ filterPrefix: "a/" }, { filterPrefix: "b/" }),
  ),
  fact(
    "a sender has a letter and 11 characters",
    "aws:sns/smsPreferences:SmsPreferences",
    { defaultSenderId: "OrdersAndMore" },
    { defaultSenderId: "Orders" },
  ),
  fact(
    "a service has a launch type or capacity providers",
    "aws:ecs/service:Service",
    service({
      launchType: "FARGATE",
      networkConfiguration: { subnets: ["subnet-1"] },
      capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
    }),
    service({
      networkConfiguration: { subnets: ["subnet-1"] },
      capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
    }),
  ),
  fact(
    "the name of a port has 64 characters",
    "aws:ecs/taskDefinition:TaskDefinition",
    task({ portMappings: [{ containerPort: 80, name: "a".repeat(65) }] }),
    task({ portMappings: [{ containerPort: 80, name: "a".repeat(64) }] }),
  ),
  fact(
    "a command has one block of targets",
    "aws:cloudwatch/eventTarget:EventTarget",
    {
      rule: "r",
      arn: "arn:aws:ssm:eu-west-1::document/AWS-RunShellScript",
      roleArn: role,
      input: '{"commands":["ls"]}',
      runCommandTargets: [
        { key: "tag:a", values: ["b"] },
        { key: "tag:c", values: ["d"] },
      ],
    },
    {
      rule: "r",
      arn: "arn:aws:ssm:eu-west-1::document/AWS-RunShellScript",
      roleArn: role,
      input: '{"commands":["ls"]}',
      runCommandTargets: [{ key: "tag:a", values: ["b"] }],
    },
  ),
  fact(
    "CORS is of HTTP APIs",
    "aws:apigatewayv2/api:Api",
    {
      name: "a",
      protocolType: "WEBSOCKET",
      routeSelectionExpression: "$request.body.a",
      corsConfiguration: { allowOrigins: ["https://a.example.com"] },
    },
    { name: "a", protocolType: "HTTP", corsConfiguration: { allowOrigins: ["https://a.example.com"] } },
  ),
  fact(
    "the id of a replication rule has 255 characters",
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    replication("a".repeat(256)),
    replication("a".repeat(255)),
  ),
  fact(
    "a password of Oracle has 30 characters",
    "aws:rds/instance:Instance",
    oracle("a1".repeat(16)),
    oracle("a1".repeat(15)),
  ),
  fact(
    "a password of Oracle has no ampersand",
    "aws:rds/instance:Instance",
    oracle("secret&secret"),
    oracle("secret-secret"),
  ),
  fact(
    "8 GB for 4 vCPU, by the gigabyte",
    "aws:ecs/taskDefinition:TaskDefinition",
    task({}, { cpu: "4096", memory: "8704" }),
    task({}, { cpu: "4096", memory: "9216" }),
  ),
  fact(
    "4 to 16 GB for 2 vCPU",
    "aws:ecs/taskDefinition:TaskDefinition",
    task({}, { cpu: "2048", memory: "17408" }),
    task({}, { cpu: "2048", memory: "16384" }),
  ),
  fact(
    "roles are authenticated and unauthenticated",
    "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
    { identityPoolId: "eu-west-1:11111111-2222-3333-4444-555555555555", roles: { guest: role } },
    { identityPoolId: "eu-west-1:11111111-2222-3333-4444-555555555555", roles: { unauthenticated: role } },
  ),
  fact(
    "a database's name has 63 characters",
    "aws:rds/instance:Instance",
    instance({ dbName: "a".repeat(64) }),
    instance({ dbName: "a".repeat(63) }),
  ),
  fact(
    "a band has no threshold beside",
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    anomaly({ threshold: 2 }),
    anomaly({}),
  ),
  fact(
    "the logs of a mail manager are of two kinds",
    "aws:cloudwatch/logDeliverySource:LogDeliverySource",
    { name: "s", logType: "ACCESS_LOGS", resourceArn: arn("ses", "mailmanager-ingress-point/i") },
    { name: "s", logType: "APPLICATION_LOGS", resourceArn: arn("ses", "mailmanager-ingress-point/i") },
  ),
  fact(
    "IAM of EFS goes with encryption in transit",
    "aws:ecs/taskDefinition:TaskDefinition",
    task(
      {},
      {
        volumes: [
          { name: "v", efsVolumeConfiguration: { fileSystemId: "fs-1", authorizationConfig: { iam: "ENABLED" } } },
        ],
      },
    ),
    task(
      {},
      {
        volumes: [
          {
            name: "v",
            efsVolumeConfiguration: {
              fileSystemId: "fs-1",
              transitEncryption: "ENABLED",
              authorizationConfig: { iam: "ENABLED" },
            },
          },
        ],
      },
    ),
  ),
  fact(
    "a trimmed sum is of 10 to 90 per cent",
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    alarm({ extendedStatistic: "TS(5%:95%)" }),
    alarm({ extendedStatistic: "TS(10%:90%)" }),
  ),
  fact(
    "a vault keeps a day at least",
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    { backupVaultName: "vault", minRetentionDays: 0 },
    { backupVaultName: "vault", minRetentionDays: 1 },
  ),
  fact(
    "an IPv6 subnet names by resource",
    "aws:ec2/subnet:Subnet",
    {
      vpcId: "vpc-1",
      ipv6Native: true,
      ipv6CidrBlock: "2001:db8::/64",
      assignIpv6AddressOnCreation: true,
      enableResourceNameDnsAaaaRecordOnLaunch: true,
      privateDnsHostnameTypeOnLaunch: "ip-name",
    },
    {
      vpcId: "vpc-1",
      ipv6Native: true,
      ipv6CidrBlock: "2001:db8::/64",
      assignIpv6AddressOnCreation: true,
      enableResourceNameDnsAaaaRecordOnLaunch: true,
      privateDnsHostnameTypeOnLaunch: "resource-name",
    },
  ),
  fact(
    "data tiering is of r6gd",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    cache({ nodeType: "cache.r6g.large", dataTieringEnabled: true }),
    cache({ dataTieringEnabled: true }),
  ),
  fact(
    "a report is described in 1,024 characters",
    "aws:backup/reportPlan:ReportPlan",
    {
      name: "p",
      description: "a".repeat(1025),
      reportDeliveryChannel: { s3BucketName: "b" },
      reportSetting: { reportTemplate: "RESTORE_JOB_REPORT" },
    },
    {
      name: "p",
      description: "a".repeat(1024),
      reportDeliveryChannel: { s3BucketName: "b" },
      reportSetting: { reportTemplate: "RESTORE_JOB_REPORT" },
    },
  ),
  fact(
    "an array has 2 to 10,000 jobs",
    "aws:cloudwatch/eventTarget:EventTarget",
    {
      rule: "r",
      arn: arn("batch", "job-queue/q"),
      roleArn: role,
      batchTarget: { jobDefinition: "j", jobName: "n", arraySize: 1 },
    },
    {
      rule: "r",
      arn: arn("batch", "job-queue/q"),
      roleArn: role,
      batchTarget: { jobDefinition: "j", jobName: "n", arraySize: 2 },
    },
  ),
  facts(
    "subnets of a VPC do not overlap",
    [subnet("a", "10.0.0.0/24"), subnet("b", "10.0.0.128/25")],
    [subnet("a", "10.0.0.0/24"), subnet("b", "10.0.1.0/24")],
  ),
  fact(
    "a private NAT gateway has no address",
    "aws:ec2/natGateway:NatGateway",
    { subnetId: "subnet-1", connectivityType: "private", allocationId: "eipalloc-1" },
    { subnetId: "subnet-1", connectivityType: "private" },
  ),
  fact(
    "a lock is of days or of years",
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    { bucket: "b", rule: { defaultRetention: { mode: "GOVERNANCE", days: 1, years: 1 } } },
    { bucket: "b", rule: { defaultRetention: { mode: "GOVERNANCE", days: 1 } } },
  ),
  fact(
    "a name and a port are of one service",
    "aws:ecs/service:Service",
    connected(
      { portName: "a", clientAlias: [{ port: 80, dnsName: "x" }] },
      { portName: "b", clientAlias: [{ port: 80, dnsName: "x" }] },
    ),
    connected(
      { portName: "a", clientAlias: [{ port: 80, dnsName: "x" }] },
      { portName: "b", clientAlias: [{ port: 80, dnsName: "y" }] },
    ),
  ),
  fact(
    "a test of restores has a vault",
    "aws:backup/restoreTestingPlan:RestoreTestingPlan",
    restore({ includeVaults: [] }),
    restore({}),
  ),
  fact(
    "a metric stream is of three formats",
    "aws:cloudwatch/metricStream:MetricStream",
    { name: "m", roleArn: role, firehoseArn: arn("firehose", "deliverystream/d"), outputFormat: "opentelemetry0.8" },
    { name: "m", roleArn: role, firehoseArn: arn("firehose", "deliverystream/d"), outputFormat: "opentelemetry1.0" },
  ),
  fact(
    "threat protection needs the Plus tier",
    "aws:cognito/userPool:UserPool",
    pool({ userPoolTier: "ESSENTIALS", userPoolAddOns: { advancedSecurityMode: "ENFORCED" } }),
    pool({ userPoolTier: "PLUS", userPoolAddOns: { advancedSecurityMode: "ENFORCED" } }),
  ),
  fact(
    "a session of a role takes 1 to 12 hours",
    "aws:iam/role:Role",
    { assumeRolePolicy: trust(), maxSessionDuration: 43201 },
    { assumeRolePolicy: trust(), maxSessionDuration: 43200 },
  ),
  fact("one expression alone returns data", "aws:appautoscaling/policy:Policy", math(true), math(false)),
  fact(
    "a stream's view is one of four",
    "aws:dynamodb/table:Table",
    table({ streamEnabled: true, streamViewType: "ALL" }),
    table({ streamEnabled: true, streamViewType: "NEW_IMAGE" }),
  ),
  fact(
    "a validation takes 168 hours at most",
    "aws:backup/restoreTestingSelection:RestoreTestingSelection",
    {
      name: "s",
      restoreTestingPlanName: "p",
      protectedResourceType: "EC2",
      iamRoleArn: role,
      protectedResourceArns: ["*"],
      validationWindowHours: 169,
    },
    {
      name: "s",
      restoreTestingPlanName: "p",
      protectedResourceType: "EC2",
      iamRoleArn: role,
      protectedResourceArns: ["*"],
      validationWindowHours: 168,
    },
  ),
  fact(
    "Aurora PostgreSQL exports postgresql",
    "aws:rds/cluster:Cluster",
    { ...cluster, manageMasterUserPassword: true, enabledCloudwatchLogsExports: ["audit"] },
    { ...cluster, manageMasterUserPassword: true, enabledCloudwatchLogsExports: ["postgresql"] },
  ),
  fact(
    "OVERRIDE has a configuration of logs",
    "aws:ecs/cluster:Cluster",
    { name: "c", configuration: { executeCommandConfiguration: { logging: "OVERRIDE" } } },
    {
      name: "c",
      configuration: {
        executeCommandConfiguration: { logging: "OVERRIDE", logConfiguration: { cloudWatchLogGroupName: "g" } },
      },
    },
  ),
  fact(
    "a catalog is named by its ARN",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    iceberg(arn("glue", "database/d")),
    iceberg(arn("glue", "catalog")),
  ),
  fact(
    "a detail type has 128 characters",
    "aws:pipes/pipe:Pipe",
    {
      ...pipe({ eventbridgeEventBusParameters: { detailType: "a".repeat(129) } }),
      target: arn("events", "event-bus/b"),
    },
    {
      ...pipe({ eventbridgeEventBusParameters: { detailType: "a".repeat(128) } }),
      target: arn("events", "event-bus/b"),
    },
  ),
  fact(
    "identifiers of both blocks are the same",
    "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    protection(audit, mask, ["Address"]),
    protection(audit, mask),
  ),
  fact(
    "one block audits",
    "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    protection(mask, mask),
    protection(audit, mask),
  ),
  fact(
    "one block masks",
    "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    protection(audit, audit),
    protection(audit, mask),
  ),
  fact(
    "a date is in ISO 8601",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    lifecycle("12/01/2030"),
    lifecycle("2030-12-01T00:00:00Z"),
  ),
  fact(
    "a label is fully qualified",
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    firelens({ labelName: "a label" }),
    firelens({ labelName: "awswaf:managed:aws:core-rule-set:NoUserAgent_Header" }),
  ),
  facts(
    "a replica's table has a stream of both images",
    [
      ["aws:dynamodb/table:Table", "t", table({})],
      ["aws:dynamodb/globalTable:GlobalTable", "g", { name: "orders", replicas: [{ regionName: "eu-west-1" }] }],
    ],
    [
      ["aws:dynamodb/table:Table", "t", table({ streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" })],
      ["aws:dynamodb/globalTable:GlobalTable", "g", { name: "orders", replicas: [{ regionName: "eu-west-1" }] }],
    ],
  ),
  facts(
    "a bucket of a storage lens is of its Region",
    [
      ["aws:s3/bucket:Bucket", "b", { bucket: "orders-b", arn: "arn:aws:s3:::orders-b", region: "us-east-1" }],
      ["aws:s3control/storageLensConfiguration:StorageLensConfiguration", "l", lens(exported())],
    ],
    [
      ["aws:s3/bucket:Bucket", "b", { bucket: "orders-b", arn: "arn:aws:s3:::orders-b" }],
      ["aws:s3control/storageLensConfiguration:StorageLensConfiguration", "l", lens(exported())],
    ],
  ),
  facts(
    "a parameter of an integration names one of the request",
    [
      api,
      [
        "aws:apigatewayv2/integration:Integration",
        "i",
        {
          apiId: "a",
          integrationType: "HTTP",
          integrationMethod: "GET",
          integrationUri: "https://a.example.com",
          requestParameters: { "integration.request.cookie.a": "'b'" },
        },
        ofWebsocket,
      ],
    ],
    [
      api,
      [
        "aws:apigatewayv2/integration:Integration",
        "i",
        {
          apiId: "a",
          integrationType: "HTTP",
          integrationMethod: "GET",
          integrationUri: "https://a.example.com",
          requestParameters: { "integration.request.header.a": "'b'" },
        },
        ofWebsocket,
      ],
    ],
  ),
  facts(
    "a grant of the default location says of what",
    [location(), ["aws:s3control/accessGrant:AccessGrant", "g", grant({}), ofLocation()]],
    [
      location(),
      [
        "aws:s3control/accessGrant:AccessGrant",
        "g",
        grant({ accessGrantsLocationConfiguration: { s3SubPrefix: "b/*" } }),
        ofLocation(),
      ],
    ],
  ),
];

function wide(count: number): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "a".repeat(count),
        Effect: "Allow",
        Principal: { AWS: account },
        Action: "logs:PutSubscriptionFilter",
        Resource: arn("logs", "destination:d"),
      },
    ],
  });
}

function trust(): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
  });
}

function exported(): object {
  return at("dataExport.s3BucketDestination", {
    accountId: account,
    arn: "arn:aws:s3:::orders-b",
    format: "CSV",
    outputSchemaVersion: "V_1",
    encryption: { sseS3s: [{}] },
  });
}

function location() {
  return [
    "aws:s3control/accessGrantsLocation:AccessGrantsLocation",
    "l",
    { accessGrantsLocationId: "default", iamRoleArn: role, locationScope: "s3://" },
  ] as const;
}

function ofLocation(): Record<string, string> {
  return { accessGrantsLocationId: "aws:s3control/accessGrantsLocation:AccessGrantsLocation l" };
}

function grant(more: object): Record<string, unknown> {
  return {
    permission: "READ",
    grantee: { granteeType: "IAM", granteeIdentifier: role },
    ...more,
  };
}
