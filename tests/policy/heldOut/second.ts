import { account, arn, fact, facts, role } from "./inputs";

const lambda = arn("lambda", "function:f");
const document = (each: object) => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...each }] });
const zip = { name: "f", runtime: "nodejs22.x", handler: "index.handler", role, s3Bucket: "b", s3Key: "k" };
const postgres = {
  engine: "postgres",
  instanceClass: "db.t4g.small",
  allocatedStorage: 100,
  username: "u",
  manageMasterUserPassword: true,
  storageEncrypted: true,
};
const table = {
  name: "orders",
  billingMode: "PAY_PER_REQUEST",
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
};
const mapping = { functionName: "f" };
const secret = arn("secretsmanager", "secret:s-AbCdEf");
const s3 = { roleArn: role, bucketArn: "arn:aws:s3:::logs" };
const widgets = (...all: object[]) => JSON.stringify({ widgets: all });
const group = {
  replicationGroupId: "g",
  description: "d",
  engine: "valkey",
  nodeType: "cache.t4g.micro",
  atRestEncryptionEnabled: true,
};
const locals = (count: number) => ({
  ...table,
  rangeKey: "n",
  attributes: [
    ...table.attributes,
    { name: "n", type: "S" },
    ...Array.from({ length: count }, (_, index) => ({ name: `k${index}`, type: "S" })),
  ],
  localSecondaryIndexes: Array.from({ length: count }, (_, index) => ({
    name: `by-k${index}`,
    rangeKey: `k${index}`,
    projectionType: "ALL",
  })),
});
const replication = (rule: object) => ({
  bucket: "b",
  role,
  rules: [{ id: "r", status: "Enabled", priority: 1, ...rule }],
});
const http = { id: "a1", name: "a", protocolType: "HTTP" };
const snowflake = (more: object) => ({
  name: "s",
  destination: "snowflake",
  snowflakeConfiguration: {
    accountUrl: "https://a.snowflakecomputing.com",
    database: "d",
    schema: "s",
    table: "t",
    roleArn: role,
    user: "u",
    privateKey: "k",
    s3Configuration: s3,
    ...more,
  },
});
const distribution = (origins: readonly string[]) => ({
  enabled: true,
  origins: origins.map((originId) => ({
    originId,
    domainName: "a.example.com",
    customOriginConfig: {
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
      originSslProtocols: ["TLSv1.2"],
    },
  })),
  defaultCacheBehavior: {
    targetOriginId: "o",
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
    cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  },
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
});
const realtime = (more: object) => ({
  name: "r",
  samplingRate: 10,
  fields: ["timestamp", "c-ip"],
  endpoint: { streamType: "Kinesis", kinesisStreamConfig: { roleArn: role, streamArn: arn("kinesis", "stream/s") } },
  ...more,
});
const rolePolicy = (each: object) => ({
  role: "r",
  policy: document({ Action: "s3:GetObject", Resource: "*", ...each }),
});
const stream = arn("kinesis", "stream/orders");
const pipe = { name: "p", roleArn: role, source: arn("sqs", "q"), target: lambda };
const user = (schemas: number) => ({
  name: "p",
  schemas: Array.from({ length: schemas }, (_, index) => ({
    name: `a${index}`,
    attributeDataType: "String",
    stringAttributeConstraints: {},
  })),
});

/** A second random sample, drawn with the first and not looked at before the rows for all other facts were there. */
export const second = [
  fact(
    "a method of CUSTOM has an authorizer",
    "aws:apigateway/method:Method",
    { restApi: "r", resourceId: "p", httpMethod: "GET", authorization: "CUSTOM" },
    { restApi: "r", resourceId: "p", httpMethod: "GET", authorization: "CUSTOM", authorizerId: "a" },
  ),
  fact(
    "a Firehose stream of access logs is called amazon-apigateway-…",
    "aws:apigateway/stage:Stage",
    {
      restApi: "r",
      deployment: "d",
      stageName: "prod",
      accessLogSettings: { destinationArn: arn("firehose", "deliverystream/logs"), format: "$context.requestId" },
    },
    {
      restApi: "r",
      deployment: "d",
      stageName: "prod",
      accessLogSettings: {
        destinationArn: arn("firehose", "deliverystream/amazon-apigateway-logs"),
        format: "$context.requestId",
      },
    },
  ),
  fact(
    "a path of throttling is /resource/METHOD",
    "aws:apigateway/usagePlan:UsagePlan",
    { name: "p", apiStages: [{ apiId: "a", stage: "prod", throttles: [{ path: "orders", rateLimit: 1 }] }] },
    { name: "p", apiStages: [{ apiId: "a", stage: "prod", throttles: [{ path: "/orders/GET", rateLimit: 1 }] }] },
  ),
  fact(
    "vpcEndpointIds are for PRIVATE APIs",
    "aws:apigateway/restApi:RestApi",
    { name: "a", endpointConfiguration: { types: "REGIONAL", vpcEndpointIds: ["vpce-1"] } },
    { name: "a", endpointConfiguration: { types: "REGIONAL" } },
  ),
  fact(
    "a line of the access log of an HTTP API has a request id",
    "aws:apigatewayv2/stage:Stage",
    {
      apiId: "a",
      name: "prod",
      accessLogSettings: { destinationArn: arn("logs", "log-group:g"), format: "$context.status" },
    },
    {
      apiId: "a",
      name: "prod",
      accessLogSettings: { destinationArn: arn("logs", "log-group:g"), format: "$context.requestId $context.status" },
    },
  ),
  facts(
    "a route of an HTTP API needs no API key",
    [
      ["aws:apigatewayv2/api:Api", "api", http],
      [
        "aws:apigatewayv2/route:Route",
        "r",
        { apiId: "a1", routeKey: "GET /", authorizationType: "AWS_IAM", apiKeyRequired: true },
      ],
    ],
    [
      ["aws:apigatewayv2/api:Api", "api", http],
      ["aws:apigatewayv2/route:Route", "r", { apiId: "a1", routeKey: "GET /", authorizationType: "AWS_IAM" }],
    ],
  ),
  fact(
    "a target is integrations/ and an id",
    "aws:apigatewayv2/route:Route",
    { apiId: "a", routeKey: "GET /", authorizationType: "AWS_IAM", target: "abc123" },
    { apiId: "a", routeKey: "GET /", authorizationType: "AWS_IAM", target: "integrations/abc123" },
  ),
  fact(
    "simple responses have format 2.0",
    "aws:apigatewayv2/authorizer:Authorizer",
    {
      apiId: "a",
      name: "a",
      authorizerType: "REQUEST",
      authorizerUri: "u",
      identitySources: ["$request.header.Authorization"],
      authorizerPayloadFormatVersion: "1.0",
      enableSimpleResponses: true,
    },
    {
      apiId: "a",
      name: "a",
      authorizerType: "REQUEST",
      authorizerUri: "u",
      identitySources: ["$request.header.Authorization"],
      authorizerPayloadFormatVersion: "2.0",
      enableSimpleResponses: true,
    },
  ),
  fact(
    "a data source's Region is one of AWS",
    "aws:appsync/dataSource:DataSource",
    {
      apiId: "a",
      name: "d",
      type: "AMAZON_DYNAMODB",
      serviceRoleArn: role,
      dynamodbConfig: { tableName: "orders", region: "europe" },
    },
    {
      apiId: "a",
      name: "d",
      type: "AMAZON_DYNAMODB",
      serviceRoleArn: role,
      dynamodbConfig: { tableName: "orders", region: "eu-central-1" },
    },
  ),
  fact(
    "a data source of AWS_LAMBDA has lambdaConfig",
    "aws:appsync/dataSource:DataSource",
    { apiId: "a", name: "d", type: "AWS_LAMBDA", serviceRoleArn: role },
    { apiId: "a", name: "d", type: "AWS_LAMBDA", serviceRoleArn: role, lambdaConfig: { functionArn: lambda } },
  ),
  fact(
    "a resolver's cache lives 3,600 s",
    "aws:appsync/resolver:Resolver",
    {
      apiId: "a",
      type: "Query",
      field: "f",
      dataSource: "d",
      requestTemplate: "{}",
      responseTemplate: "{}",
      cachingConfig: { ttl: 3601 },
    },
    {
      apiId: "a",
      type: "Query",
      field: "f",
      dataSource: "d",
      requestTemplate: "{}",
      responseTemplate: "{}",
      cachingConfig: { ttl: 3600 },
    },
  ),
  fact(
    "mergeType has two values",
    "aws:appsync/sourceApiAssociation:SourceApiAssociation",
    { mergedApiId: "m", sourceApiId: "s", sourceApiAssociationConfigs: [{ mergeType: "AUTO" }] },
    { mergedApiId: "m", sourceApiId: "s", sourceApiAssociationConfigs: [{ mergeType: "AUTO_MERGE" }] },
  ),
  fact(
    "origins have different ids",
    "aws:cloudfront/distribution:Distribution",
    distribution(["o", "o"]),
    distribution(["o", "p"]),
  ),
  fact(
    "real-time logs go to Kinesis",
    "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig",
    realtime({ endpoint: { streamType: "Firehose", kinesisStreamConfig: { roleArn: role, streamArn: stream } } }),
    realtime({}),
  ),
  fact(
    "fields of real-time logs are CloudFront's",
    "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig",
    realtime({ fields: ["timestamp", "country"] }),
    realtime({ fields: ["timestamp", "c-country"] }),
  ),
  fact(
    "a widget of alarms names alarms",
    "aws:cloudwatch/dashboard:Dashboard",
    { dashboardName: "d", dashboardBody: widgets({ type: "alarm", properties: { title: "t" } }) },
    {
      dashboardName: "d",
      dashboardBody: widgets({ type: "alarm", properties: { alarms: [arn("cloudwatch", "alarm:a")] } }),
    },
  ),
  fact(
    "the name of a dashboard has letters, digits, - and _",
    "aws:cloudwatch/dashboard:Dashboard",
    { dashboardName: "my orders", dashboardBody: widgets() },
    { dashboardName: "my-orders", dashboardBody: widgets() },
  ),
  fact(
    "the certificate of a login domain is in us-east-1",
    "aws:cognito/userPoolDomain:UserPoolDomain",
    { userPoolId: "eu-west-1_abc", domain: "login.example.com", certificateArn: arn("acm", "certificate/c") },
    {
      userPoolId: "eu-west-1_abc",
      domain: "login.example.com",
      certificateArn: arn("acm", "certificate/c", "us-east-1"),
    },
  ),
  fact(
    "a mapping by Token has no rules",
    "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
    {
      identityPoolId: "eu-west-1:11111111-1111-1111-1111-111111111111",
      roles: { authenticated: role },
      roleMappings: [
        {
          identityProvider: "graph.facebook.com",
          ambiguousRoleResolution: "Deny",
          type: "Token",
          mappingRules: [{ claim: "c", matchType: "Equals", value: "v", roleArn: role }],
        },
      ],
    },
    {
      identityPoolId: "eu-west-1:11111111-1111-1111-1111-111111111111",
      roles: { authenticated: role },
      roleMappings: [{ identityProvider: "graph.facebook.com", ambiguousRoleResolution: "Deny", type: "Token" }],
    },
  ),
  fact("a pool has 50 custom attributes", "aws:cognito/userPool:UserPool", user(51), user(50)),
  fact(
    "an access token lives 5 minutes to a day",
    "aws:cognito/userPoolClient:UserPoolClient",
    { userPoolId: "eu-west-1_abc", name: "c", accessTokenValidity: 4, tokenValidityUnits: { accessToken: "minutes" } },
    { userPoolId: "eu-west-1_abc", name: "c", accessTokenValidity: 5, tokenValidityUnits: { accessToken: "minutes" } },
  ),
  fact(
    "a subject has 140 characters",
    "aws:cognito/userPool:UserPool",
    { name: "p", verificationMessageTemplate: { emailSubject: "s".repeat(141) } },
    { name: "p", verificationMessageTemplate: { emailSubject: "s".repeat(140) } },
  ),
  fact(
    "format options are for CSV",
    "aws:dynamodb/table:Table",
    {
      ...table,
      importTable: {
        inputFormat: "ION",
        s3BucketSource: { bucket: "b" },
        inputFormatOptions: { csv: { delimiter: "," } },
      },
    },
    {
      ...table,
      importTable: {
        inputFormat: "CSV",
        s3BucketSource: { bucket: "b" },
        inputFormatOptions: { csv: { delimiter: "," } },
      },
    },
  ),
  fact("a table has five local indexes", "aws:dynamodb/table:Table", locals(6), locals(5)),
  fact(
    "a table class is one of two",
    "aws:dynamodb/table:Table",
    { ...table, tableClass: "INFREQUENT_ACCESS" },
    { ...table, tableClass: "STANDARD_INFREQUENT_ACCESS" },
  ),
  fact(
    "a Gateway endpoint has no subnets",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
    { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.s3", vpcEndpointType: "Gateway", subnetIds: ["subnet-1"] },
    { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.s3", vpcEndpointType: "Gateway", routeTableIds: ["rtb-1"] },
  ),
  fact(
    "data tiering is for r6gd nodes",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    { ...group, nodeType: "cache.r6g.xlarge", dataTieringEnabled: true },
    { ...group, nodeType: "cache.r6gd.xlarge", dataTieringEnabled: true },
  ),
  fact(
    "the id of a group begins with a letter",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    { ...group, replicationGroupId: "1st" },
    group,
  ),
  fact(
    "user groups need encryption in transit",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    { ...group, userGroupIds: ["g"] },
    { ...group, userGroupIds: ["g"], transitEncryptionEnabled: true },
  ),
  fact(
    "dead letters of a bus go to a queue",
    "aws:cloudwatch/eventBus:EventBus",
    { name: "orders", deadLetterConfig: { arn: arn("sns", "t") } },
    { name: "orders", deadLetterConfig: { arn: arn("sqs", "q") } },
  ),
  fact(
    "a stream of MSK names cluster and topic",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    { name: "s", destination: "extended_s3", extendedS3Configuration: s3, mskSourceConfiguration: { topicName: "t" } },
    {
      name: "s",
      destination: "extended_s3",
      extendedS3Configuration: s3,
      mskSourceConfiguration: {
        topicName: "t",
        mskClusterArn: arn("kafka", "cluster/c/1"),
        authenticationConfiguration: { connectivity: "PRIVATE", roleArn: role },
      },
    },
  ),
  fact(
    "a role of Snowflake that is on has a name",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    snowflake({ snowflakeRoleConfiguration: { enabled: true } }),
    snowflake({ snowflakeRoleConfiguration: { enabled: true, snowflakeRole: "R" } }),
  ),
  fact(
    "a Sid has letters and digits",
    "aws:iam/rolePolicy:RolePolicy",
    rolePolicy({ Sid: "read-orders" }),
    rolePolicy({ Sid: "ReadOrders" }),
  ),
  fact(
    "a statement has known keys only",
    "aws:iam/rolePolicy:RolePolicy",
    rolePolicy({ Comment: "x" }),
    rolePolicy({}),
  ),
  fact(
    "an AWS principal is an account or an ARN",
    "aws:iam/role:Role",
    { name: "r", assumeRolePolicy: document({ Action: "sts:AssumeRole", Principal: { AWS: "deployer" } }) },
    { name: "r", assumeRolePolicy: document({ Action: "sts:AssumeRole", Principal: { AWS: account } }) },
  ),
  fact(
    "a policy of a stream is about the stream",
    "aws:kinesis/resourcePolicy:ResourcePolicy",
    {
      resourceArn: stream,
      policy: document({ Principal: { AWS: account }, Action: "kinesis:GetRecords", Resource: "*" }),
    },
    {
      resourceArn: stream,
      policy: document({ Principal: { AWS: account }, Action: "kinesis:GetRecords", Resource: stream }),
    },
  ),
  fact(
    "alias/aws/ is AWS's own",
    "aws:kms/alias:Alias",
    { name: "alias/aws/orders", targetKeyId: "11111111-1111-1111-1111-111111111111" },
    { name: "alias/orders", targetKeyId: "11111111-1111-1111-1111-111111111111" },
  ),
  fact(
    "untrusted code is warned of or refused",
    "aws:lambda/codeSigningConfig:CodeSigningConfig",
    {
      allowedPublishers: { signingProfileVersionArns: [arn("signer", "/signing-profiles/p/abcdefghij")] },
      policies: { untrustedArtifactOnDeployment: "Deny" },
    },
    {
      allowedPublishers: { signingProfileVersionArns: [arn("signer", "/signing-profiles/p/abcdefghij")] },
      policies: { untrustedArtifactOnDeployment: "Enforce" },
    },
  ),
  fact(
    "a stream of DynamoDB is of the own Region",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    {
      ...mapping,
      eventSourceArn: arn("dynamodb", "table/t/stream/2026-01-01T00:00:00.000", "us-east-1"),
      startingPosition: "LATEST",
    },
    {
      ...mapping,
      eventSourceArn: arn("dynamodb", "table/t/stream/2026-01-01T00:00:00.000"),
      startingPosition: "LATEST",
    },
  ),
  fact(
    "a collection of DocumentDB is in a database",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    {
      ...mapping,
      eventSourceArn: arn("rds", "cluster:c"),
      startingPosition: "LATEST",
      sourceAccessConfigurations: [{ type: "BASIC_AUTH", uri: secret }],
      documentDbEventSourceConfig: { collectionName: "c" },
    },
    {
      ...mapping,
      eventSourceArn: arn("rds", "cluster:c"),
      startingPosition: "LATEST",
      sourceAccessConfigurations: [{ type: "BASIC_AUTH", uri: secret }],
      documentDbEventSourceConfig: { databaseName: "d", collectionName: "c" },
    },
  ),
  fact(
    "a mapping of Amazon MQ has BASIC_AUTH",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    { ...mapping, eventSourceArn: arn("mq", "broker:b:b-1"), queues: "q" },
    {
      ...mapping,
      eventSourceArn: arn("mq", "broker:b:b-1"),
      queues: "q",
      sourceAccessConfigurations: [{ type: "BASIC_AUTH", uri: secret }],
    },
  ),
  fact(
    "a mapping of Kafka has a topic",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    {
      ...mapping,
      eventSourceArn: arn("kafka", "cluster/c/11111111-1111-1111-1111-111111111111-1"),
      startingPosition: "LATEST",
    },
    {
      ...mapping,
      eventSourceArn: arn("kafka", "cluster/c/11111111-1111-1111-1111-111111111111-1"),
      startingPosition: "LATEST",
      topics: ["t"],
    },
  ),
  fact(
    "an image is of the own Region",
    "aws:lambda/function:Function",
    { name: "f", role, packageType: "Image", imageUri: `${account}.dkr.ecr.us-east-1.amazonaws.com/r:1` },
    { name: "f", role, packageType: "Image", imageUri: `${account}.dkr.ecr.eu-west-1.amazonaws.com/r:1` },
  ),
  fact(
    "a log group has letters, digits and . - _ / #",
    "aws:lambda/function:Function",
    { ...zip, loggingConfig: { logFormat: "JSON", logGroup: "my logs" } },
    { ...zip, loggingConfig: { logFormat: "JSON", logGroup: "/my/logs" } },
  ),
  fact(
    "logs of a pipe have a destination",
    "aws:pipes/pipe:Pipe",
    { ...pipe, logConfiguration: { level: "ERROR" } },
    {
      ...pipe,
      logConfiguration: { level: "ERROR", cloudwatchLogsLogDestination: { logGroupArn: arn("logs", "log-group:g") } },
    },
  ),
  fact(
    "backups are kept 35 days",
    "aws:rds/instance:Instance",
    { ...postgres, backupRetentionPeriod: 36 },
    { ...postgres, backupRetentionPeriod: 35 },
  ),
  fact(
    "gp3 under 400 GiB has no iops of its own",
    "aws:rds/instance:Instance",
    { ...postgres, storageType: "gp3", iops: 4000 },
    { ...postgres, storageType: "gp3", allocatedStorage: 400, iops: 12000 },
  ),
  fact(
    "io1 needs iops",
    "aws:rds/instance:Instance",
    { ...postgres, storageType: "io1" },
    { ...postgres, storageType: "io1", iops: 1000 },
  ),
  fact(
    "monitoring has seven intervals",
    "aws:rds/instance:Instance",
    { ...postgres, monitoringInterval: 20, monitoringRoleArn: role },
    { ...postgres, monitoringInterval: 30, monitoringRoleArn: role },
  ),
  fact("a port is 1150 or more", "aws:rds/instance:Instance", { ...postgres, port: 1000 }, { ...postgres, port: 1150 }),
  fact(
    "a rule with a filter says what of delete markers",
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    replication({ filter: { prefix: "a" }, destination: { bucket: "arn:aws:s3:::o" } }),
    replication({
      filter: { prefix: "a" },
      deleteMarkerReplication: { status: "Disabled" },
      destination: { bucket: "arn:aws:s3:::o" },
    }),
  ),
  fact(
    "replication time needs metrics",
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    replication({
      destination: { bucket: "arn:aws:s3:::o", replicationTime: { status: "Enabled", time: { minutes: 15 } } },
    }),
    replication({
      destination: {
        bucket: "arn:aws:s3:::o",
        replicationTime: { status: "Enabled", time: { minutes: 15 } },
        metrics: { status: "Enabled", eventThreshold: { minutes: 15 } },
      },
    }),
  ),
  fact(
    "a rule with a tag filter replicates no delete markers",
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    replication({
      filter: { tag: { key: "k", value: "v" } },
      deleteMarkerReplication: { status: "Enabled" },
      destination: { bucket: "arn:aws:s3:::o" },
    }),
    replication({
      filter: { tag: { key: "k", value: "v" } },
      deleteMarkerReplication: { status: "Disabled" },
      destination: { bucket: "arn:aws:s3:::o" },
    }),
  ),
  fact(
    "a directory bucket is in a zone of the own Region",
    "aws:s3/directoryBucket:DirectoryBucket",
    { bucket: "orders--use1-az4--x-s3", location: { name: "use1-az4" } },
    { bucket: "orders--euw1-az1--x-s3", location: { name: "euw1-az1" } },
  ),
];
