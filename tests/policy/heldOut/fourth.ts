import { arn, fact, facts, role } from "./inputs";

const queue = arn("sqs", "orders");
const postgres = {
  engine: "postgres",
  instanceClass: "db.m7g.large",
  allocatedStorage: 400,
  username: "u",
  manageMasterUserPassword: true,
  storageEncrypted: true,
};
const alarm = {
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 1,
  metricName: "Errors",
  namespace: "AWS/Lambda",
  period: 60,
  statistic: "Sum",
  threshold: 1,
};
const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true };
const acl = { name: "a", scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig };
const field = (more: object) => ({
  ...acl,
  dataProtectionConfig: { dataProtections: [{ action: "HASH", field: { fieldType: "SINGLE_HEADER", ...more } }] },
});
const table = { name: "orders", hashKey: "id", attributes: [{ name: "id", type: "S" }], billingMode: "PROVISIONED" };
const http = ["aws:apigatewayv2/api:Api", "api", { id: "a1", name: "a", protocolType: "HTTP" }] as const;
const websocket = [
  "aws:apigatewayv2/api:Api",
  "api",
  { id: "a1", name: "a", protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" },
] as const;
const ofApi = { apiId: "aws:apigatewayv2/api:Api api" };
const cluster = arn("redshift", "cluster:c");
const task = arn("ecs", "task-definition/t:1");
const fargate = (more: object) => ({
  name: "s",
  flexibleTimeWindow: { mode: "OFF" },
  scheduleExpression: "rate(1 hour)",
  target: {
    arn: arn("ecs", "cluster/c"),
    roleArn: role,
    ecsParameters: { taskDefinitionArn: task, launchType: "EC2", ...more },
  },
});
const constraints = (count: number) => ({
  placementConstraints: Array.from({ length: count }, () => ({ type: "distinctInstance" })),
});
const pipe = { name: "p", roleArn: role, source: queue };
const toEcs = (constraint: object) => ({
  ...pipe,
  target: arn("ecs", "cluster/c"),
  targetParameters: {
    ecsTaskParameters: { taskDefinitionArn: task, launchType: "EC2", placementConstraints: [constraint] },
  },
});
const cache = (zones: readonly string[]) => ({
  replicationGroupId: "g",
  description: "d",
  engine: "valkey",
  nodeType: "cache.m7g.large",
  atRestEncryptionEnabled: true,
  transitEncryptionEnabled: true,
  parameterGroupName: "default.valkey8.cluster.on",
  automaticFailoverEnabled: true,
  nodeGroupConfigurations: [{ nodeGroupId: "0001", replicaCount: 2, replicaAvailabilityZones: zones }],
});
const versions = (second: string) => ({
  name: "live",
  routingConfigurations: [
    { stateMachineVersionArn: arn("states", "stateMachine:orders:1"), weight: 50 },
    { stateMachineVersionArn: second, weight: 50 },
  ],
});
const events = {
  name: "a",
  apiId: "x1",
  eventConfig: {
    authProviders: [{ authType: "AWS_IAM" }],
    connectionAuthModes: [{ authType: "AWS_IAM" }],
    defaultPublishAuthModes: [{ authType: "AWS_IAM" }],
    defaultSubscribeAuthModes: [{ authType: "AWS_IAM" }],
  },
};

/**
 * A random sample of sentences of the API models' documentation of what the services create, of which those were taken that a
 * program can break: no row was written for it before.
 */
export const fourth = [
  fact(
    "a serverless cache has one of three kinds of addresses",
    "aws:elasticache/serverlessCache:ServerlessCache",
    { name: "c", engine: "valkey", networkType: "ipv5" },
    { name: "c", engine: "valkey", networkType: "dual_stack" },
  ),
  fact(
    "io1 of MySQL has 50 IOPS a GiB at most",
    "aws:rds/instance:Instance",
    { ...postgres, engine: "mysql", storageType: "io1", allocatedStorage: 100, iops: 6000 },
    { ...postgres, engine: "mysql", storageType: "io1", allocatedStorage: 100, iops: 5000 },
  ),
  fact(
    "the name of a parameter has no spaces",
    "aws:ssm/parameter:Parameter",
    { name: "/orders/max size", type: "String", value: "1" },
    { name: "/orders/max-size", type: "String", value: "1" },
  ),
  fact(
    "co.uk is no token domain",
    "aws:wafv2/webAcl:WebAcl",
    { ...acl, tokenDomains: ["co.uk"] },
    { ...acl, tokenDomains: ["example.co.uk"] },
  ),
  fact(
    "more than ten messages at once need a batching window",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    { functionName: "f", eventSourceArn: queue, batchSize: 100 },
    { functionName: "f", eventSourceArn: queue, batchSize: 100, maximumBatchingWindowInSeconds: 1 },
  ),
  fact(
    "the name of an alarm has no control characters",
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    { ...alarm, name: "orders\u0007" },
    { ...alarm, name: "orders" },
  ),
  facts(
    "a modelSelectionExpression is for WebSocket APIs",
    [
      [...http],
      [
        "aws:apigatewayv2/route:Route",
        "subject",
        { apiId: "a1", routeKey: "GET /", modelSelectionExpression: "$request.body.action" },
        ofApi,
      ],
    ],
    [
      [...websocket],
      [
        "aws:apigatewayv2/route:Route",
        "subject",
        { apiId: "a1", routeKey: "order", modelSelectionExpression: "$request.body.action" },
        ofApi,
      ],
    ],
  ),
  fact(
    "a header that is protected is named",
    "aws:wafv2/webAcl:WebAcl",
    field({}),
    field({ fieldKeys: ["authorization"] }),
  ),
  fact(
    "who runs a statement of Redshift is a user or a secret",
    "aws:cloudwatch/eventTarget:EventTarget",
    { rule: "r", arn: cluster, roleArn: role, redshiftTarget: { database: "d", sql: "select 1" } },
    { rule: "r", arn: cluster, roleArn: role, redshiftTarget: { database: "d", sql: "select 1", dbUser: "u" } },
  ),
  facts(
    "a contentHandlingStrategy is for WebSocket APIs",
    [
      [...http],
      [
        "aws:apigatewayv2/integration:Integration",
        "subject",
        {
          apiId: "a1",
          integrationType: "HTTP_PROXY",
          integrationMethod: "GET",
          integrationUri: "https://a.example.com",
          payloadFormatVersion: "1.0",
          contentHandlingStrategy: "CONVERT_TO_TEXT",
        },
        ofApi,
      ],
    ],
    [
      [...websocket],
      [
        "aws:apigatewayv2/integration:Integration",
        "subject",
        { apiId: "a1", integrationType: "MOCK", contentHandlingStrategy: "CONVERT_TO_TEXT" },
        ofApi,
      ],
    ],
  ),
  fact(
    "PROVISIONED has capacities",
    "aws:dynamodb/table:Table",
    { ...table },
    { ...table, readCapacity: 5, writeCapacity: 5 },
  ),
  facts("the subnets of a scheduled task are of one VPC", subnets("vpc-2"), subnets("vpc-1")),
  fact(
    "real-time logs take 1 to 100 percent",
    "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig",
    realtime(101),
    realtime(100),
  ),
  fact(
    "who runs a statement of a pipe is a user or a secret",
    "aws:pipes/pipe:Pipe",
    {
      ...pipe,
      target: cluster,
      targetParameters: { redshiftDataParameters: { database: "d", sqls: ["select 1"] } },
    },
    {
      ...pipe,
      target: cluster,
      targetParameters: { redshiftDataParameters: { database: "d", sqls: ["select 1"], dbUser: "u" } },
    },
  ),
  fact(
    "a data protection policy of a topic is JSON",
    "aws:sns/dataProtectionPolicy:DataProtectionPolicy",
    { arn: arn("sns", "t"), policy: "deny" },
    {
      arn: arn("sns", "t"),
      policy: JSON.stringify({
        Name: "n",
        Version: "2021-06-01",
        Statement: [
          {
            DataDirection: "Inbound",
            Principal: ["*"],
            DataIdentifier: ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"],
            Operation: { Deny: {} },
          },
        ],
      }),
    },
  ),
  fact(
    "an external key is of a key store",
    "aws:kms/key:Key",
    { xksKeyId: "k" },
    { xksKeyId: "k", customKeyStoreId: "cks-1" },
  ),
  fact(
    "a condition of a bus is StringEquals",
    "aws:cloudwatch/eventPermission:EventPermission",
    {
      principal: "*",
      statementId: "s",
      condition: { key: "aws:PrincipalOrgID", type: "StringLike", value: "o-1234567890" },
    },
    {
      principal: "*",
      statementId: "s",
      condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-1234567890" },
    },
  ),
  fact(
    "distinctInstance has no expression",
    "aws:pipes/pipe:Pipe",
    toEcs({ type: "distinctInstance", expression: "attribute:ecs.os-type == linux" }),
    toEcs({ type: "distinctInstance" }),
  ),
  fact(
    "a node group has a zone for each replica",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    cache(["eu-west-1a"]),
    cache(["eu-west-1a", "eu-west-1b"]),
  ),
  fact(
    "a scheduled task has ten placement constraints at most",
    "aws:scheduler/schedule:Schedule",
    fargate(constraints(11)),
    fargate(constraints(10)),
  ),
  fact(
    "a secret is a text or bytes",
    "aws:secretsmanager/secretVersion:SecretVersion",
    { secretId: "s", secretString: "a", secretBinary: "YQ==" },
    { secretId: "s", secretString: "a" },
  ),
  facts(
    "the namespaces of an API have different names",
    [
      ["aws:appsync/api:Api", "api", events],
      ["aws:appsync/channelNamespace:ChannelNamespace", "one", { apiId: "x1", name: "orders" }, ofEvents()],
      ["aws:appsync/channelNamespace:ChannelNamespace", "two", { apiId: "x1", name: "orders" }, ofEvents()],
    ],
    [
      ["aws:appsync/api:Api", "api", events],
      ["aws:appsync/channelNamespace:ChannelNamespace", "one", { apiId: "x1", name: "orders" }, ofEvents()],
      ["aws:appsync/channelNamespace:ChannelNamespace", "two", { apiId: "x1", name: "bills" }, ofEvents()],
    ],
  ),
  fact(
    "the versions of an alias are of one state machine",
    "aws:sfn/alias:Alias",
    versions(arn("states", "stateMachine:bills:2")),
    versions(arn("states", "stateMachine:orders:2")),
  ),
  fact(
    "the name of a FIFO queue ends with .fifo",
    "aws:sqs/queue:Queue",
    { name: "orders", fifoQueue: true },
    { name: "orders.fifo", fifoQueue: true },
  ),
  fact(
    "an alias routes to two versions at most",
    "aws:sfn/alias:Alias",
    {
      name: "live",
      routingConfigurations: [1, 2, 3].map((version) => ({
        stateMachineVersionArn: arn("states", `stateMachine:orders:${version}`),
        weight: version === 1 ? 50 : 25,
      })),
    },
    versions(arn("states", "stateMachine:orders:2")),
  ),
  fact(
    "an instance lies in a zone of the own Region",
    "aws:rds/instance:Instance",
    { ...postgres, availabilityZone: "us-east-1a" },
    { ...postgres, availabilityZone: "eu-west-1a" },
  ),
  fact(
    "a batchTarget is for targets of Batch",
    "aws:cloudwatch/eventTarget:EventTarget",
    { rule: "r", arn: arn("lambda", "function:f"), batchTarget: { jobDefinition: "j", jobName: "n" } },
    { rule: "r", arn: arn("batch", "job-queue/q"), roleArn: role, batchTarget: { jobDefinition: "j", jobName: "n" } },
  ),
];

function realtime(samplingRate: number): Record<string, unknown> {
  return {
    name: "r",
    samplingRate,
    fields: ["timestamp"],
    endpoint: { streamType: "Kinesis", kinesisStreamConfig: { roleArn: role, streamArn: arn("kinesis", "stream/s") } },
  };
}

function ofEvents(): Record<string, string> {
  return { apiId: "aws:appsync/api:Api api" };
}

function subnets(second: string) {
  const subnet = (name: string, vpcId: string, cidrBlock: string) =>
    ["aws:ec2/subnet:Subnet", name, { id: name, vpcId, cidrBlock }] as const;
  const networkConfiguration = { subnets: ["a", "b"], securityGroups: ["sg-1"] };
  return [
    subnet("a", "vpc-1", "10.0.0.0/24"),
    subnet("b", second, "10.0.1.0/24"),
    ["aws:scheduler/schedule:Schedule", "subject", fargate({ launchType: "FARGATE", networkConfiguration })],
  ] as const;
}
