/** A resource as the engine sends it to a policy pack. */
export interface Sent {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly properties: Record<string, unknown>;
}

const account = "123456789012";
const document = (action: string, resource: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: resource }] });

/** What a function of an ordinary serverless stack brings with it: ten resources, all of which keep every rule. */
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
      deadLetterConfig: { targetArn: `arn:aws:sqs:eu-west-1:${account}:${name}` },
      environment: { variables: { TABLE: "orders", BUCKET: "uploads" } },
      s3Bucket: "code",
      s3Key: name,
    }),
  ],
  ["aws:iam/role:Role", (name) => ({ name, arn: `arn:aws:iam::${account}:role/${name}`, assumeRolePolicy: "{}" })],
  [
    "aws:iam/rolePolicy:RolePolicy",
    (name) => ({ role: name, policy: document("s3:GetObject", `arn:aws:s3:::${name}/*`) }),
  ],
  ["aws:cloudwatch/logGroup:LogGroup", (name) => ({ name: `/functions/${name}`, retentionInDays: 30 })],
  ["aws:sqs/queue:Queue", (name) => ({ name, arn: `arn:aws:sqs:eu-west-1:${account}:${name}`, delaySeconds: 0 })],
  [
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    (name) => ({ metricName: "Errors", namespace: "AWS/Lambda", dimensions: { FunctionName: name } }),
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
        Statement: {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      }),
    }),
  ],
  ["aws:dynamodb/table:Table", (name) => ({ name, hashKey: "id", billingMode: "PAY_PER_REQUEST" })],
];

/** A stack of so many resources. */
export function resources(count: number): readonly Sent[] {
  return Array.from({ length: count }, (_, index) => {
    const [type, properties] = pattern[index % pattern.length]!;
    const name = `part-${Math.floor(index / pattern.length)}`;
    return { type, name, urn: `urn:pulumi:bench::bench::${type}::${name}`, properties: properties(name) };
  });
}
