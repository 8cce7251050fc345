import { holds, open, resource, unknown, violates } from "./expectations";
import { type Sent } from "./server";

const uploads = resource("bucket", "uploads", { bucket: "uploads", arn: "arn:aws:s3:::uploads" });
const thumbnails = resource("bucket", "thumbnails", { bucket: "thumbnails", arn: "arn:aws:s3:::thumbnails" });

describe("s3-trigger-loop", () => {
  const rule = "s3-trigger-loop";
  const fn = resource("function", "thumbnailer", {
    arn: "arn:aws:lambda:eu-west-1:1:function:t",
    role: "arn:aws:iam::1:role/t",
  });
  const role = resource("role", "t", { arn: "arn:aws:iam::1:role/t", name: "t" });
  const trigger = (more: Record<string, unknown> = {}): Sent =>
    resource("bucketNotification", "trigger", {
      bucket: "uploads",
      lambdaFunctions: [
        { lambdaFunctionArn: "arn:aws:lambda:eu-west-1:1:function:t", events: ["s3:ObjectCreated:*"], ...more },
      ],
    });
  const allowing = (...statements: Record<string, unknown>[]): Sent =>
    resource("rolePolicy", "p", {
      role: "t",
      policy: JSON.stringify({ Statement: statements.map((each) => ({ Effect: "Allow", ...each })) }),
    });
  const loop = (policy: Sent, notification = trigger()) =>
    violates(
      rule,
      ['Function "thumbnailer"', 'Bucket "uploads"', "each run would start the next"],
      uploads,
      thumbnails,
      fn,
      role,
      policy,
      notification,
    );
  const fine = (policy: Sent, notification = trigger()) =>
    holds(rule, uploads, thumbnails, fn, role, policy, notification);

  it("finds a role that may write to the bucket that triggers its function", () =>
    loop(allowing({ Action: "s3:PutObject", Resource: "arn:aws:s3:::uploads/*" })));
  it("takes reading from it and writing to another bucket", () =>
    fine(
      allowing(
        { Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::uploads/*"] },
        { Action: "s3:PutObject", Resource: "arn:aws:s3:::thumbnails/*" },
      ),
    ));

  for (const [how, statement] of [
    ["wildcards in the action", { Action: "s3:Put*", Resource: "arn:aws:s3:::uploads/*" }],
    ["any letter case in the action", { Action: "S3:putobject", Resource: "arn:aws:s3:::uploads/*" }],
    ["wildcards in the bucket", { Action: "s3:PutObject", Resource: "arn:aws:s3:::up*" }],
    ["question marks", { Action: "s3:PutObject", Resource: "arn:*:s3:::upload?/*" }],
    ["everything", { Action: "*", Resource: "*" }],
    ["NotAction", { NotAction: "s3:DeleteObject", Resource: "arn:aws:s3:::uploads/*" }],
    ["NotResource", { Action: "s3:*", NotResource: "arn:aws:s3:::thumbnails/*" }],
  ] as const) {
    it(`reads ${how} as IAM does`, () => loop(allowing(statement)));
  }

  for (const [how, statement] of [
    ["a prefix that the trigger leaves out", { Action: "s3:PutObject", Resource: "arn:aws:s3:::uploads/thumbnails/*" }],
    ["NotAction that names the write", { NotAction: ["s3:Put*", "s3:Replicate*"], Resource: "*" }],
    ["NotResource that names the bucket", { Action: "s3:*", NotResource: "arn:aws:s3:::uploads/*" }],
  ] as const) {
    it(`takes ${how}`, () => fine(allowing(statement), trigger({ filterPrefix: "photos/" })));
  }

  it("takes a write that an explicit denial forbids", () =>
    fine(
      allowing(
        { Action: "s3:*", Resource: "*" },
        { Effect: "Deny", Action: "s3:Put*", Resource: "arn:aws:s3:::uploads/*" },
        { Effect: "Deny", Action: "s3:ReplicateObject", Resource: "*" },
      ),
    ));
  it("does not trust a denial under a condition", () =>
    loop(
      allowing(
        { Action: "s3:PutObject", Resource: "*" },
        { Effect: "Deny", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
      ),
    ));
  it("leaves a write under a condition open, because only AWS can decide it", () =>
    open(
      rule,
      ["what its role may do"],
      uploads,
      fn,
      role,
      trigger(),
      allowing({ Action: "s3:PutObject", Resource: "*", Condition: { StringEquals: { "s3:x-amz-acl": "private" } } }),
    ));
  it("asks for the right to delete when removals trigger the function", async () => {
    const removal = trigger({ events: ["s3:ObjectRemoved:*"] });
    await loop(allowing({ Action: "s3:DeleteObject", Resource: "*" }), removal);
    await fine(allowing({ Action: "s3:PutObject", Resource: "*" }), removal);
  });
  it("looks through attached policies, of the stack and of AWS, and through inline ones", async () => {
    const document = JSON.stringify({ Statement: { Effect: "Allow", Action: "s3:*", Resource: "*" } });
    const attach = (policyArn: string) => resource("rolePolicyAttachment", "a", { role: "t", policyArn });
    await loop(attach("arn:aws:iam::aws:policy/AmazonS3FullAccess"));
    await fine(attach("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"));
    await violates(
      rule,
      ["uploads"],
      uploads,
      fn,
      role,
      trigger(),
      attach("arn:p"),
      resource("policy", "p", { arn: "arn:p", policy: document }),
    );
    const inline = resource("role", "t", {
      arn: "arn:aws:iam::1:role/t",
      inlinePolicies: [{ name: "x", policy: document }],
    });
    await violates(rule, ["uploads"], uploads, fn, inline, trigger());
  });

  const linked = (policy: unknown, from: readonly `bucket:${string}`[]): Sent[] => [
    resource("bucket", "uploads", { bucket: "uploads" }),
    resource("bucket", "thumbnails", { bucket: "thumbnails" }),
    resource("role", "t", {}),
    resource("rolePolicy", "p", { role: unknown, policy }, { role: ["role:t"], policy: from }),
    resource("function", "thumbnailer", { role: unknown }, { role: ["role:t"] }),
    resource("alias", "live", { functionName: unknown }, { functionName: ["function:thumbnailer"] }),
    resource(
      "bucketNotification",
      "trigger",
      { bucket: unknown, lambdaFunctions: [{ lambdaFunctionArn: unknown, events: ["s3:ObjectCreated:*"] }] },
      { bucket: ["bucket:uploads"], lambdaFunctions: ["alias:live"] },
    ),
  ];
  const write = { Statement: [{ Effect: "Allow", Action: "s3:PutObject", Resource: unknown }] };

  it("follows links through an alias before the first deployment, while every ARN is unknown", async () => {
    await violates(rule, ["thumbnailer", "uploads"], ...linked(write, ["bucket:uploads"]));
    await holds(rule, ...linked(write, ["bucket:thumbnails"]));
    await violates(
      rule,
      ["uploads"],
      ...linked(
        JSON.stringify({ Statement: { Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::uploads/*" } }),
        [],
      ),
    );
  });
  it("is not evaluated where links leave a choice, or the document is unknown as a whole", async () => {
    await open(rule, ["thumbnailer"], ...linked(write, ["bucket:uploads", "bucket:thumbnails"]));
    await open(rule, ["thumbnailer"], ...linked(unknown, ["bucket:thumbnails"]));
  });
  it("is not evaluated on a document that IAM could not read, nor for a role of another stack", async () => {
    const broken = resource("rolePolicy", "p", { role: "t", policy: "{" });
    await open(rule, ["thumbnailer"], uploads, fn, role, trigger(), broken);
    await open(rule, ["thumbnailer"], uploads, fn, trigger());
  });
});

describe("s3-one-notification", () => {
  const rule = "s3-one-notification";
  const notification = (name: string, bucket: unknown, links = {}) =>
    resource("bucketNotification", name, { bucket }, links);

  it("refuses a second notification of a bucket, by name, by link, and of a bucket elsewhere", async () => {
    await violates(
      rule,
      ['BucketNotification "b"', 'BucketNotification "a"'],
      uploads,
      notification("a", "uploads"),
      notification("b", "uploads"),
    );
    await violates(
      rule,
      ["removes the other"],
      uploads,
      notification("a", "uploads"),
      notification("b", unknown, { bucket: ["bucket:uploads"] }),
    );
    await violates(rule, ["removes the other"], notification("a", "elsewhere"), notification("b", "elsewhere"));
  });
  it("takes one for each bucket", () =>
    holds(rule, uploads, thumbnails, notification("a", "uploads"), notification("b", "thumbnails")));
  it("is not evaluated while the bucket is unknown", () => open(rule, ["a (bucket)"], notification("a", unknown)));
});

describe("s3-notification-overlap", () => {
  const rule = "s3-notification-overlap";
  const pair = (a: Record<string, unknown>, b: Record<string, unknown>) =>
    resource("bucketNotification", "trigger", {
      bucket: "uploads",
      lambdaFunctions: [{ events: ["s3:ObjectCreated:*"], ...a }],
      queues: [{ events: ["s3:ObjectCreated:Put"], ...b }],
    });

  it("refuses two triggers on the same objects and events", async () => {
    await violates(rule, ["lambdaFunctions[0] and queues[0]"], pair({}, {}));
    await violates(rule, ["S3 refuses"], pair({ filterPrefix: "photos/" }, { filterPrefix: "photos/2026/" }));
    await violates(rule, ["S3 refuses"], pair({ filterSuffix: ".jpg" }, { filterSuffix: "jpg" }));
    await violates(rule, ["S3 refuses"], pair({ filterPrefix: "photos/" }, { filterSuffix: ".jpg" }));
  });
  it("takes two that no object or event meets", async () => {
    await holds(rule, pair({ filterPrefix: "photos/" }, { filterPrefix: "videos/" }));
    await holds(rule, pair({ filterSuffix: ".jpg" }, { filterSuffix: ".png" }));
    await holds(rule, pair({}, { events: ["s3:ObjectRemoved:*"] }));
    await holds(rule, resource("bucketNotification", "trigger", { bucket: "uploads" }));
  });
  it("is not evaluated while a filter is unknown", async () => {
    await open(rule, ["lambdaFunctions[0] and queues[0]"], pair({ filterPrefix: unknown }, {}));
    await open(rule, ["triggers"], resource("bucketNotification", "trigger", { lambdaFunctions: unknown }));
    await holds(rule, pair({ filterPrefix: unknown, filterSuffix: ".jpg" }, { filterSuffix: ".png" }));
  });
});

describe("s3-public-access", () => {
  const rule = "s3-public-access";
  const all = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
  const block = (properties: Record<string, unknown>, links = {}) =>
    resource("bucketPublicAccessBlock", "block", properties, links);

  it("takes a bucket with all four switches on, by name or by link", async () => {
    await holds(rule, uploads, block({ bucket: "uploads", ...all }));
    await holds(rule, uploads, block({ bucket: unknown, ...all }, { bucket: ["bucket:uploads"] }));
  });
  it("refuses a bucket without a block, or with a switch off or left out", async () => {
    await violates(rule, ["no public access block"], uploads);
    await violates(rule, ["no public access block"], uploads, block({ bucket: "other", ...all }));
    for (const name of Object.keys(all)) {
      await violates(rule, [name], uploads, block({ bucket: "uploads", ...all, [name]: false }));
      await violates(rule, [name], uploads, block({ bucket: "uploads", ...all, [name]: undefined }));
    }
  });
  it("takes a block of the whole account", () =>
    holds(rule, uploads, resource("accountPublicAccessBlock", "account", all)));
  it("is not evaluated while a switch, or whose block it is, is unknown", async () => {
    await open(rule, ["block"], uploads, block({ bucket: "uploads", ...all, blockPublicAcls: unknown }));
    await open(rule, ["uploads"], uploads, block({ bucket: unknown, ...all }));
  });
});

describe("s3-tls-only", () => {
  const rule = "s3-tls-only";
  const deny = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::uploads", "arn:aws:s3:::uploads/*"],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  const policy = (Statement: unknown, bucket: unknown = "uploads", links = {}) =>
    resource("bucketPolicy", "policy", { bucket, policy: JSON.stringify({ Statement }) }, links);

  it("takes a policy that denies everybody everything without TLS, in each form that IAM reads", async () => {
    await holds(rule, uploads, policy(deny));
    await holds(rule, uploads, policy([deny]));
    await holds(rule, uploads, policy({ ...deny, Principal: { AWS: ["*"] }, Action: ["s3:*"] }));
    await holds(rule, uploads, policy({ ...deny, Condition: { bool: { "AWS:securetransport": false } } }));
    await holds(rule, uploads, policy(deny, unknown, { bucket: ["bucket:uploads"] }));
  });
  it("refuses a bucket without such a statement", async () => {
    await violates(rule, ["without TLS"], uploads);
    await violates(rule, ["without TLS"], uploads, policy({ ...deny, Effect: "Allow" }));
    await violates(rule, ["without TLS"], uploads, policy({ ...deny, Action: "s3:GetObject" }));
    await violates(
      rule,
      ["without TLS"],
      uploads,
      policy({ ...deny, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    );
    await violates(
      rule,
      ["without TLS"],
      uploads,
      policy({ ...deny, Condition: { ...deny.Condition, StringEquals: { "aws:PrincipalAccount": "1" } } }),
    );
    await violates(rule, ["without TLS"], uploads, policy({ ...deny, Principal: { AWS: "arn:aws:iam::1:root" } }));
    await violates(rule, ["without TLS"], uploads, policy(deny, "other"));
  });
  it("is not evaluated while the document is unknown or cannot be read", async () => {
    await open(rule, ["policy"], uploads, resource("bucketPolicy", "policy", { bucket: "uploads", policy: unknown }));
    await open(rule, ["policy"], uploads, resource("bucketPolicy", "policy", { bucket: "uploads", policy: "no JSON" }));
  });
});

describe("logs-retention", () => {
  const group = (retentionInDays: unknown) => resource("logGroup", "logs", { retentionInDays });
  it("asks for a retention; 0 is none", async () => {
    await holds("logs-retention", group(30));
    await violates("logs-retention", ["forever"], group(undefined));
    await violates("logs-retention", ["forever"], group(0));
    await open("logs-retention", ["retentionInDays"], group(unknown));
  });
});
