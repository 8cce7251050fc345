/** A resource as the engine sends it to a policy pack. */
export interface Sent {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly properties: Record<string, unknown>;
}

const account = "123456789012";
const document = (...rights: [action: string, resource: string][]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: rights.map(([action, resource]) => ({ Effect: "Allow", Action: action, Resource: resource })),
  });

const trusting = (service: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }],
  });

const queueArn = (name: string) => `arn:aws:sqs:eu-west-1:${account}:${name}`;
const overTlsOnly = (action: string) => ({
  Effect: "Deny",
  Principal: "*",
  Action: action,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

/** What a function of an ordinary serverless stack brings with it: thirteen resources, which keep every rule: each policy that has something to
 * say makes the server unpack the stack once more. */
const pattern: readonly [type: string, properties: (name: string) => Record<string, unknown>][] = [
  [
    "aws:lambda/function:Function",
    (name) => ({
      name,
      arn: `arn:aws:lambda:eu-west-1:${account}:function:${name}`,
      role: `arn:aws:iam::${account}:role/${name}`,
      runtime: "nodejs24.x",
      handler: "index.handler",
      timeout: 30,
      memorySize: 512,
      tracingConfig: { mode: "Active" },
      loggingConfig: { logGroup: `/functions/${name}`, logFormat: "JSON" },
      deadLetterConfig: { targetArn: queueArn(name) },
      environment: { variables: { TABLE: "orders", BUCKET: "uploads" } },
      s3Bucket: "code",
      s3Key: name,
    }),
  ],
  [
    "aws:iam/role:Role",
    (name) => ({
      name,
      arn: `arn:aws:iam::${account}:role/${name}`,
      assumeRolePolicy: trusting("lambda.amazonaws.com"),
    }),
  ],
  [
    "aws:iam/rolePolicy:RolePolicy",
    (name) => ({
      role: name,
      policy: document(["s3:GetObject", `arn:aws:s3:::${name}/*`], ["sqs:SendMessage", queueArn(name)]),
    }),
  ],
  ["aws:cloudwatch/logGroup:LogGroup", (name) => ({ name: `/functions/${name}`, retentionInDays: 30 })],
  [
    "aws:sqs/queue:Queue",
    (name) => ({
      name,
      arn: queueArn(name),
      url: `https://sqs.eu-west-1.amazonaws.com/${account}/${name}`,
      delaySeconds: 0,
    }),
  ],
  [
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    (name) => ({
      metricName: "Errors",
      namespace: "AWS/Lambda",
      dimensions: { FunctionName: name },
      alarmActions: [`arn:aws:sns:eu-west-1:${account}:alarms`],
    }),
  ],
  [
    "aws:s3/bucket:Bucket",
    (name) => ({ bucket: name, arn: `arn:aws:s3:::${name}`, tags: { team: "data" }, forceDestroy: false }),
  ],
  [
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    (name) => ({
      bucket: name,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    }),
  ],
  [
    "aws:s3/bucketPolicy:BucketPolicy",
    (name) => ({
      bucket: name,
      policy: JSON.stringify({
        Statement: { ...overTlsOnly("s3:*"), Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`] },
      }),
    }),
  ],
  [
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    (name) => ({
      bucket: name,
      rules: [{ id: "aborted", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }],
    }),
  ],
  ["aws:s3/bucketLogging:BucketLogging", (name) => ({ bucket: name, targetBucket: "logs", targetPrefix: `${name}/` })],
  [
    "aws:sqs/queuePolicy:QueuePolicy",
    (name) => ({
      queueUrl: `https://sqs.eu-west-1.amazonaws.com/${account}/${name}`,
      policy: JSON.stringify({ Statement: { ...overTlsOnly("sqs:*"), Resource: queueArn(name) } }),
    }),
  ],
  [
    "aws:dynamodb/table:Table",
    (name) => ({
      name,
      hashKey: "id",
      billingMode: "PAY_PER_REQUEST",
      deletionProtectionEnabled: true,
      pointInTimeRecovery: { enabled: true },
    }),
  ],
];

/** A stack of so many resources. */
export function resources(count: number): readonly Sent[] {
  return Array.from({ length: count }, (_, index) => {
    const [type, properties] = pattern[index % pattern.length]!;
    const name = `part-${Math.floor(index / pattern.length)}`;
    return { type, name, urn: `urn:pulumi:bench::bench::${type}::${name}`, properties: properties(name) };
  });
}
