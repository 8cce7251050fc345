import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { edge } from "./providerEdge";
import { tables } from "./providerTables";
import { type Variant } from "./providerVariant";

const trust = (service: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });

const code = (answer: string) =>
  new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.StringAsset(`exports.handler = async () => "${answer}";`),
  });

/** A program that has every resource type that the local provider serves, wired as real programs wire them. */
export function everything(variant: Variant): Record<string, unknown> {
  const { tags } = variant;
  const key = new aws.kms.Key("key", { description: "for the queue", enableKeyRotation: true, tags });
  const keyAlias = new aws.kms.Alias("key", { targetKeyId: key.keyId });

  const logs = new aws.s3.Bucket("logs", { forceDestroy: true });
  const bucket = new aws.s3.Bucket("uploads", { forceDestroy: true, tags });
  const parent = { bucket: bucket.bucket };
  const access = new aws.s3.BucketPublicAccessBlock("access", {
    ...parent,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new aws.s3.BucketOwnershipControls("ownership", { ...parent, rule: { objectOwnership: "BucketOwnerEnforced" } });
  new aws.s3.BucketServerSideEncryptionConfiguration("encryption", {
    ...parent,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, bucketKeyEnabled: true }],
  });
  new aws.s3.BucketVersioning("versioning", { ...parent, versioningConfiguration: { status: "Enabled" } });
  new aws.s3.BucketLogging("logging", { ...parent, targetBucket: logs.bucket, targetPrefix: "uploads/" });
  new aws.s3.BucketLifecycleConfiguration("lifecycle", {
    ...parent,
    rules: [
      { id: "uploads", status: "Enabled", filter: {}, abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } },
      {
        id: "old",
        status: "Enabled",
        filter: { and: { prefix: "old/", tags: { kind: "raw" } } },
        transitions: [{ days: 30, storageClass: "STANDARD_IA" }],
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        expiration: { days: 90 },
      },
    ],
  });
  new aws.s3.BucketPolicy(
    "tls",
    {
      ...parent,
      policy: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      },
    },
    { dependsOn: access },
  );

  const dead = new aws.sqs.Queue("dead", { kmsMasterKeyId: keyAlias.name, messageRetentionSeconds: 1_209_600 });
  const fifo = new aws.sqs.Queue("ordered", {
    fifoQueue: true,
    contentBasedDeduplication: true,
    redrivePolicy: undefined,
    tags,
  });
  const queue = new aws.sqs.Queue("work", {
    visibilityTimeoutSeconds: 60,
    redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 }),
  });
  const topic = new aws.sns.Topic("news", { displayName: "News", tags });
  new aws.sqs.QueuePolicy("work", {
    queueUrl: queue.url,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "sns.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: queue.arn,
          Condition: { ArnEquals: { "aws:SourceArn": topic.arn } },
        },
      ],
    }),
  });
  new aws.sns.TopicSubscription("news", {
    topic: topic.arn,
    protocol: "sqs",
    endpoint: queue.arn,
    rawMessageDelivery: true,
    filterPolicy: JSON.stringify({ kind: ["report"] }),
  });
  new aws.sns.TopicPolicy("news", {
    arn: topic.arn,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "sns:Publish", Resource: topic.arn },
      ],
    }),
  });

  const role = new aws.iam.Role("worker", { assumeRolePolicy: trust("lambda.amazonaws.com"), tags });
  const policy = new aws.iam.Policy("read", {
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: pulumi.interpolate`${bucket.arn}/*` }],
    }),
    tags,
  });
  new aws.iam.RolePolicyAttachment("read", { role: role.name, policyArn: policy.arn });
  new aws.iam.RolePolicy("send", {
    role: role.name,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: dead.arn }],
    }),
  });

  const group = new aws.cloudwatch.LogGroup("worker", { retentionInDays: variant.retention, tags });
  const layer = new aws.lambda.LayerVersion("layer", {
    layerName: "provider-layer",
    code: new pulumi.asset.AssetArchive({ "nodejs/note.txt": new pulumi.asset.StringAsset("a layer") }),
    compatibleRuntimes: ["nodejs22.x"],
  });
  const fn = new aws.lambda.Function("worker", {
    role: role.arn,
    runtime: "nodejs22.x",
    handler: "index.handler",
    code: code(variant.answer),
    memorySize: variant.memorySize,
    timeout: 10,
    architectures: ["arm64"],
    environment: { variables: { BUCKET: bucket.bucket, ANSWER: variant.answer } },
    tracingConfig: { mode: "Active" },
    loggingConfig: { logFormat: "JSON", logGroup: group.name },
    ephemeralStorage: { size: 1024 },
    deadLetterConfig: { targetArn: dead.arn },
    layers: [layer.arn],
    publish: true,
    reservedConcurrentExecutions: 2,
    tags,
  });
  const alias = new aws.lambda.Alias("live", { functionName: fn.name, functionVersion: fn.version });
  const invocation = new aws.lambda.Invocation("worker", { functionName: fn.name, input: "{}" });
  new aws.lambda.FunctionRecursionConfig("worker", { functionName: fn.name, recursiveLoop: "Allow" });
  new aws.lambda.FunctionEventInvokeConfig("worker", {
    functionName: fn.name,
    qualifier: alias.name,
    maximumRetryAttempts: 1,
    maximumEventAgeInSeconds: 3600,
    destinationConfig: { onFailure: { destination: dead.arn } },
  });
  new aws.lambda.ProvisionedConcurrencyConfig("worker", {
    functionName: fn.name,
    qualifier: alias.name,
    provisionedConcurrentExecutions: 1,
  });
  const url = new aws.lambda.FunctionUrl("worker", {
    functionName: fn.name,
    authorizationType: "AWS_IAM",
    cors: { allowOrigins: ["https://example.com"], allowMethods: ["GET", "POST"], maxAge: 60 },
  });
  const permission = new aws.lambda.Permission("uploads", {
    action: "lambda:InvokeFunction",
    function: fn.name,
    principal: "s3.amazonaws.com",
    sourceArn: bucket.arn,
    sourceAccount: "000000000000",
  });
  new aws.s3.BucketNotification(
    "uploads",
    {
      ...parent,
      lambdaFunctions: [
        { lambdaFunctionArn: fn.arn, events: ["s3:ObjectCreated:*"], filterPrefix: "in/", filterSuffix: ".jpg" },
      ],
    },
    { dependsOn: permission },
  );

  const timer = new aws.iam.Role("timer", { assumeRolePolicy: trust("scheduler.amazonaws.com") });
  const schedules = new aws.scheduler.ScheduleGroup("jobs", { tags });
  new aws.scheduler.Schedule("nightly", {
    groupName: schedules.name,
    scheduleExpression: variant.schedule,
    scheduleExpressionTimezone: "Europe/Berlin",
    flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 15 },
    target: {
      arn: alias.arn,
      roleArn: timer.arn,
      input: JSON.stringify({ job: "nightly" }),
      retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
      deadLetterConfig: { arn: dead.arn },
    },
  });
  const rule = new aws.cloudwatch.EventRule("changes", {
    eventPattern: JSON.stringify({ source: ["aws.s3"], "detail-type": ["Object Created"] }),
    tags,
  });
  new aws.cloudwatch.EventTarget("changes", {
    rule: rule.name,
    arn: variant.answer === "one" ? queue.arn : dead.arn,
    deadLetterConfig: { arn: dead.arn },
    retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 600 },
    inputTransformer: { inputPaths: { bucket: "$.detail.bucket.name" }, inputTemplate: '{"bucket": <bucket>}' },
  });
  new aws.cloudwatch.MetricAlarm("errors", {
    namespace: "AWS/Lambda",
    metricName: "Errors",
    dimensions: { FunctionName: fn.name },
    statistic: "Sum",
    period: 60,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanThreshold",
    threshold: variant.threshold,
    treatMissingData: "notBreaching",
    alarmActions: [topic.arn],
    tags,
  });
  new aws.cloudwatch.MetricAlarm("share", {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 2,
    threshold: 50,
    metricQueries: [
      { id: "share", expression: "100 * errors / calls", label: "share of errors", returnData: true },
      ...["errors", "calls"].map((id) => ({
        id,
        metric: {
          namespace: "AWS/Lambda",
          metricName: id === "errors" ? "Errors" : "Invocations",
          period: 60,
          stat: "Sum",
          dimensions: { FunctionName: fn.name },
        },
      })),
    ],
  });

  const machine = new aws.sfn.StateMachine("steps", {
    roleArn: role.arn,
    definition: JSON.stringify({ StartAt: "End", States: { End: { Type: "Succeed", Comment: variant.answer } } }),
    loggingConfiguration: { level: "OFF", includeExecutionData: false },
    tracingConfiguration: { enabled: true },
    publish: true,
    tags,
  });
  new aws.sfn.Alias("steps", {
    name: "live",
    description: variant.answer,
    routingConfigurations: [{ stateMachineVersionArn: machine.stateMachineVersionArn, weight: 100 }],
  });

  return {
    ...edge(variant, bucket),
    ...tables(variant, { functionName: fn.arn, queueArn: dead.arn, roleArn: role.arn }),
    bucket: bucket.bucket,
    functionName: fn.name,
    functionArn: fn.arn,
    version: fn.version,
    logGroup: group.name,
    fifo: fifo.name,
    queueUrl: queue.url,
    alias: keyAlias.name,
    url: url.functionUrl,
    tagsAll: bucket.tagsAll,
    invoked: invocation.result,
    regionalDomainName: bucket.bucketRegionalDomainName,
    hostedZoneId: bucket.hostedZoneId,
    effectiveLogGroup: fn.loggingConfig.logGroup,
  };
}
