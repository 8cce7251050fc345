import fc from "fast-check";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { canonicalTypes } from "../../policy/frame/canonicalTypes";
import { holds, open, resource, run, unknown, violates } from "./expectations";
import { type Sent } from "./server";

describe("a deprecated type", () => {
  it("has a canonical one in the pack, whichever the AWS provider still exports", () => {
    const folder = path.dirname(require.resolve("@pulumi/aws/package.json"));
    const named = /@deprecated aws\.(\w+)\/(\w+)\.(\w+) has been deprecated in favor of aws\.(\w+)\/(\w+)\.(\w+)/g;
    let count = 0;
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".d.ts") || file.includes("node_modules") || /[\\/]get[A-Z]/.test(file)) continue;
      for (const [, , , name = "", module = "", , successor = ""] of readFileSync(
        path.join(folder, file),
        "utf8",
      ).matchAll(named)) {
        if (name.startsWith("get")) continue;
        const [old] = Object.entries(canonicalTypes).filter(([type]) => type.endsWith(`:${name}`));
        assert.ok(old, `${name} in ${file}`);
        assert.ok(old[1].startsWith(`aws:${module}/`) && old[1].endsWith(`:${successor}`), `${name}: ${old[1]}`);
        count += 1;
      }
    }
    assert.ok(count > 10);
  });
});

/** Each way to say the same of a bucket: the resource of its own, its deprecated type, inline. */
const bucket = (inline: Record<string, unknown> = {}) => resource("bucket", "b", { bucket: "b", ...inline });
const separate = (
  kind: "bucketVersioning" | "bucketLifecycle" | "bucketLogging",
  properties: Record<string, unknown>,
): Sent[] => {
  const current = resource(kind, "setting", { bucket: "b", ...properties });
  return [current, { ...current, type: current.type.replace(/^(.*):(\w+)$/, "$1V2:$2V2") }];
};
const days = fc.integer({ min: 1, max: 3650 });

describe("a setting of a bucket counts however it is written", () => {
  const lifecycle = (n: number) => [
    ...separate("bucketLifecycle", {
      rules: [{ id: "r", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: n } }],
    }).map((each) => [bucket(), each]),
    [bucket({ lifecycleRules: [{ id: "r", enabled: true, abortIncompleteMultipartUploadDays: n }] })],
  ];
  it("aborted uploads, in any number of days", () =>
    fc.assert(
      fc.asyncProperty(days, async (n) => {
        for (const stack of lifecycle(n)) await holds("s3-aborted-uploads", ...stack);
      }),
      { numRuns: 10 },
    ));
  it("not in a rule that is off", () =>
    violates(
      "s3-aborted-uploads",
      ["never finished"],
      bucket({ lifecycleRules: [{ enabled: false, abortIncompleteMultipartUploadDays: 7 }] }),
    ));

  it("access logs, to and from", async () => {
    for (const each of separate("bucketLogging", { targetBucket: "logs" }))
      await holds("s3-access-logs", bucket(), each);
    await holds(
      "s3-access-logs",
      bucket({ logging: { targetBucket: "logs" } }),
      resource("bucket", "logs", { bucket: "logs" }),
    );
    await violates("s3-access-logs", ["no access log"], bucket());
  });

  it("versions, which must expire where they are kept", async () => {
    const enabled = separate("bucketVersioning", { versioningConfiguration: { status: "Enabled" } });
    for (const each of enabled) await violates("s3-versions-expire", ["every version"], bucket(), each);
    await violates("s3-versions-expire", ["every version"], bucket({ versioning: { enabled: true } }));
    await holds("s3-versions-expire", bucket({ versioning: { enabled: false } }));
    await holds(
      "s3-versions-expire",
      bucket({
        versioning: { enabled: true },
        lifecycleRules: [{ enabled: true, noncurrentVersionExpiration: { days: 30 } }],
      }),
    );
  });
});

describe("a bucket without a public access block", () => {
  const level = async (...stack: Sent[]) =>
    (await run(...stack)).violations
      .filter(({ rule }) => rule === "s3-public-access")
      .map(({ mandatory }) => mandatory);
  it("is advised, since AWS blocks by default; one that is switched off is a door that stands open", async () => {
    assert.deepEqual(await level(bucket()), [false]);
    const switches = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
    for (const off of switches) {
      const block = Object.fromEntries(switches.map((name) => [name, name !== off]));
      const made = resource("bucketPublicAccessBlock", "p", { bucket: "b", ...block });
      assert.deepEqual(await level(bucket(), made), [true], off);
    }
  });
});

describe("a limit that has its condition", () => {
  const fn = (memorySize: number, more = {}) => resource("function", "f", { memorySize, ...more });
  it("is 32 GB of memory with a capacity provider, and 10 GB without", async () => {
    const managed = { capacityProviderConfig: { lambdaManagedInstancesCapacityProviderConfig: {} } };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10_241, max: 32_768 }), async (memory) => {
        await holds("lambda-memory", fn(memory, managed));
        await violates("lambda-memory", ["AWS allows 128 to 10,240 MB"], fn(memory));
      }),
      { numRuns: 10 },
    );
    await violates("lambda-memory", ["AWS allows 128 to 32,768 MB"], fn(32_769, managed));
  });
  it("is 15 minutes for a response that is streamed, and 29 seconds for another", async () => {
    const integration = (timeoutMilliseconds: number, responseTransferMode?: string) =>
      resource("apiIntegration", "i", { timeoutMilliseconds, responseTransferMode });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 29_001, max: 900_000 }), async (timeout) => {
        await holds("apigateway-integration-timeout", integration(timeout, "STREAM"));
        await violates("apigateway-integration-timeout", ["29,000 ms"], integration(timeout, "BUFFERED"));
      }),
      { numRuns: 10 },
    );
    await violates("apigateway-integration-timeout", ["900,000 ms"], integration(900_001, "STREAM"));
  });
  it("is none for an event source mapping whose filter is taken away", () =>
    holds("lambda-event-filters", resource("eventSourceMapping", "m", { filterCriteria: { filters: [] } })));
  it("is a token's life in its unit, to the second", () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 300, max: 86_400 }), async (seconds) => {
        const client = (idTokenValidity: number) =>
          resource("userPoolClient", "c", { idTokenValidity, tokenValidityUnits: { idToken: "seconds" } });
        await holds("cognito-id-token", client(seconds));
        await violates("cognito-id-token", ["AWS allows"], client(seconds + 86_401));
        await violates("cognito-id-token", ["AWS allows"], client(seconds % 300 || 299));
      }),
      { numRuns: 20 },
    ));
});

describe("what a database is made of", () => {
  for (const [rule, kind, sources] of [
    ["rds-instance-encryption", "dbInstance", ["snapshotIdentifier", "replicateSourceDb"]],
    ["rds-cluster-encryption", "dbCluster", ["snapshotIdentifier", "replicationSourceIdentifier"]],
  ] as const) {
    it(`decides in ${rule}: not evaluated`, async () => {
      await violates(rule, ["storageEncrypted is false when left out"], resource(kind, "db", {}));
      for (const source of sources) {
        for (const value of ["some-snapshot", unknown]) {
          await open(rule, ["db (whether storageEncrypted matters)"], resource(kind, "db", { [source]: value }));
          await holds(rule, resource(kind, "db", { [source]: value, storageEncrypted: true }));
        }
      }
    });
  }
});

describe("a log group that is for delivery only", () => {
  it("keeps two days, which nobody sets", async () => {
    await holds("logs-retention", resource("logGroup", "g", { logGroupClass: "DELIVERY" }));
    for (const logGroupClass of ["STANDARD", "INFREQUENT_ACCESS", undefined]) {
      await violates("logs-retention", ["billed forever"], resource("logGroup", "g", { logGroupClass }));
    }
  });
});

describe("a destination of WAF's logs", () => {
  const logging = (arn: string) => resource("webAclLogging", "l", { logDestinationConfigs: [arn] });
  const name = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
  const arns = (named: string, prefix: string) => [
    `arn:aws:s3:::${named}`,
    `arn:aws:s3:::${named}/${prefix}`,
    `arn:aws:logs:eu-west-1:1:log-group:${named}`,
    `arn:aws:logs:eu-west-1:1:log-group:${named}:*`,
    `arn:aws:firehose:eu-west-1:1:deliverystream/${named}`,
  ];
  it("is judged by its name, not by what follows", () =>
    fc.assert(
      fc.asyncProperty(name, name, async (own, prefix) => {
        for (const arn of arns(`aws-waf-logs-${own}`, prefix)) await holds("waf-log-name", logging(arn));
        for (const arn of arns(`x${own}`, `aws-waf-logs-${prefix}`))
          await violates("waf-log-name", [`is called x${own}`], logging(arn));
      }),
      { numRuns: 10 },
    ));
});

describe("lambda-dead-letters", () => {
  const fn = resource("function", "f", { name: "f" });
  const permission = (principal: unknown) =>
    resource("permission", "p", { function: "f", principal, action: "lambda:InvokeFunction" });
  it("is about asynchronous calls: not about an API's, nor an event source mapping's", async () => {
    for (const principal of [
      "apigateway.amazonaws.com",
      "cognito-idp.amazonaws.com",
      "elasticloadbalancing.amazonaws.com",
    ]) {
      await holds("lambda-dead-letters", fn, permission(principal));
    }
    await holds(
      "lambda-dead-letters",
      fn,
      resource("eventSourceMapping", "m", { functionName: "f", eventSourceArn: "arn:aws:sqs:eu-west-1:1:q" }),
    );
    for (const principal of ["s3.amazonaws.com", "sns.amazonaws.com", "events.amazonaws.com"]) {
      await violates("lambda-dead-letters", ["failed events are dropped"], fn, permission(principal));
    }
    await open("lambda-dead-letters", ["f"], fn, permission(unknown));
  });
  it("is not about a function that nobody of the stack calls, or whose account may", async () => {
    await holds("lambda-dead-letters", fn);
    await holds("lambda-dead-letters", fn, permission("123456789012"));
    await holds("lambda-dead-letters", fn, resource("stateMachine", "m", { definition: '{"Resource":"f"}' }));
  });
  it("counts what calls by a role: a schedule, the destination of another function", async () => {
    const schedule = resource("schedule", "s", { target: { arn: "f", roleArn: "r" } });
    const other = resource("functionEventInvokeConfig", "c", {
      functionName: "other",
      destinationConfig: { onSuccess: { destination: "f" } },
    });
    for (const caller of [schedule, other]) {
      await violates("lambda-dead-letters", ["failed events are dropped"], fn, caller);
    }
    await open("lambda-dead-letters", ["f"], fn, resource("schedule", "s", { target: { arn: unknown } }));
  });
});

describe("iam-managed-policies", () => {
  it("has one finding for a role, however many policies are attached, and none for what a function's log needs", () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10 }), async (count) => {
        const attached = (index: number, arn: string) =>
          resource("rolePolicyAttachment", `a${index}`, { role: "r", policyArn: `arn:aws:iam::aws:policy/${arn}` });
        const role = resource("role", "r", { name: "r" });
        const basic = attached(99, "service-role/AWSLambdaBasicExecutionRole");
        await holds("iam-managed-policies", role, basic);
        const many = Array.from({ length: count }, (_, index) => attached(index, `Some${index}FullAccess`));
        await violates(
          "iam-managed-policies",
          ['Role "r": its managed policies', "Some0FullAccess"],
          role,
          basic,
          ...many,
        );
      }),
      { numRuns: 5 },
    ));
});

describe("states-express walks states, not data", () => {
  const definition = (state: Record<string, unknown>) => JSON.stringify({ StartAt: "A", States: { A: state } });
  const machine = (state: Record<string, unknown>) =>
    resource("stateMachine", "m", { type: "EXPRESS", definition: definition(state) });
  const data = fc.constantFrom("Parameters", "Result", "Arguments", "Assign", "ResultSelector", "Output");
  const nested = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constant({ TimeoutSeconds: 900, Seconds: 900, Resource: "x.sync" }),
      fc.record({ States: tie("value") }),
      fc.array(tie("value"), { maxLength: 2 }),
    ),
  })).value;
  it("takes data with any keys, however deep", () =>
    fc.assert(
      fc.asyncProperty(data, nested, (key, value) =>
        holds("states-express", machine({ Type: "Pass", [key]: { Payload: value }, End: true })),
      ),
      { numRuns: 30 },
    )).timeout(180_000);
  it("finds a state that waits in branches and items, 2,000 deep", async () => {
    let inner = '{"States":{"W":{"Type":"Task","Resource":"arn:aws:states:::ecs:runTask.sync"}}}';
    for (let depth = 0; depth < 2_000; depth += 1) inner = `{"States":{"P":{"Type":"Parallel","Branches":[${inner}]}}}`;
    const deep = resource("stateMachine", "m", { type: "EXPRESS", definition: inner });
    await violates("states-express", ['the state "W" waits'], deep);
  }).timeout(180_000);
  it("takes a slow function whose task ends in time", async () => {
    const slow = resource("function", "slow", { timeout: 600 });
    const calls = (seconds?: number) => ({
      ...machine({ Type: "Task", Resource: "arn:aws:states:::lambda:invoke", TimeoutSeconds: seconds, End: true }),
      links: { definition: ["urn:pulumi:test::headroom::aws:lambda/function:Function::slow"] },
    });
    await holds("states-express", slow, calls(60));
    await violates("states-express", ["may take longer"], slow, calls());
  });
});
