import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentError, Function, type FunctionArgs } from "../../components";
import { functionArgsProblems } from "../../components/function/check";
import { limits } from "../../limits";
import { declare, one, statements } from "./deploy";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = () => 1") });
const none = { runtime: undefined, handler: undefined, code: undefined };
const python: FunctionArgs = { runtime: "python3.14", handler: "index.handler", code };

function refused(args: Partial<FunctionArgs>, ...parts: (string | RegExp)[]): Promise<void> {
  return assert.rejects(
    declare(() => new Function("orders", { ...python, ...args })),
    (error: unknown) => {
      assert.ok(error instanceof ArgumentError);
      for (const part of ['Function "orders"', ...parts]) assert.match(error.message, new RegExp(part));
      return true;
    },
  );
}

describe("Function (under Pulumi's mocks)", () => {
  it("has a role, a log group with a retention, a dead letter queue, tracing, JSON logs and alarms without a word", async () => {
    const declared = await declare(() => new Function("orders", python));
    const resource = one(declared, "aws:lambda/function:Function");
    assert.equal(resource.timeout, 29);
    assert.equal(resource.memorySize, 512);
    assert.deepEqual(resource.architectures, ["arm64"]);
    assert.deepEqual(resource.tracingConfig, { mode: "Active" });
    assert.equal((resource.loggingConfig as Record<string, unknown>).logFormat, "JSON");
    assert.equal((resource.loggingConfig as Record<string, unknown>).logGroup, "orders-logs");
    assert.equal(one(declared, "aws:cloudwatch/logGroup:LogGroup").retentionInDays, 30);
    const asynchronous = one(declared, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
    assert.equal(asynchronous.maximumRetryAttempts, 2);
    assert.equal(asynchronous.maximumEventAgeInSeconds, 3_600);
    assert.deepEqual(asynchronous.destinationConfig, {
      onFailure: { destination: "arn:aws:sqs:eu-west-1:123456789012:orders-dead-letters" },
    });
    const alarms = declared.filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.deepEqual(alarms.map(({ name }) => name).sort(), [
      "orders-dead-letters",
      "orders-duration",
      "orders-errors",
      "orders-throttles",
    ]);
    assert.equal(alarms.find(({ name }) => name === "orders-duration")?.inputs.threshold, 26_100);
  });

  it("may do exactly what it needs: its own logs, its traces, its dead letters", async () => {
    const declared = await declare(() => new Function("orders", python));
    assert.deepEqual(statements(one(declared, "aws:iam/rolePolicy:RolePolicy").policy), [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "arn:aws:cloudwatch:eu-west-1:123456789012:orders-logs:*",
      },
      { Effect: "Allow", Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource: "*" },
      {
        Effect: "Allow",
        Action: "sqs:SendMessage",
        Resource: "arn:aws:sqs:eu-west-1:123456789012:orders-dead-letters",
      },
    ]);
  });

  it("gets rights and environment variables by a link", async () => {
    const link = {
      statements: [{ Action: "s3:GetObject", Resource: "arn:aws:s3:::photos/*" }],
      environment: { PHOTOS: "photos" },
    };
    const declared = await declare(() => new Function("orders", { ...python, links: [link] }));
    const policy = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "orders-links").policy);
    assert.deepEqual(policy, [{ Effect: "Allow", ...link.statements[0] }]);
    const { variables } = one(declared, "aws:lambda/function:Function").environment as { variables: object };
    assert.deepEqual(variables, {
      POWERTOOLS_SERVICE_NAME: "orders-test",
      POWERTOOLS_METRICS_NAMESPACE: "Headroom",
      PHOTOS: "photos",
    });
  });

  for (const [service, action, resource] of [
    ["sns", "sns:Publish", "arn:aws:sns:eu-west-1:123456789012:lost"],
    ["events", "events:PutEvents", "arn:aws:events:eu-west-1:123456789012:event-bus/lost"],
    ["lambda", "lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:123456789012:function:lost"],
    ["s3", "s3:PutObject", "arn:aws:s3:::lost/*"],
  ] as const) {
    it(`may write given-up events to a destination of ${service}, and has no queue of its own then`, async () => {
      const destination = resource.replace("/*", "");
      const declared = await declare(() => new Function("orders", { ...python, failureDestinationArn: destination }));
      const policy = statements(one(declared, "aws:iam/rolePolicy:RolePolicy").policy);
      assert.deepEqual(policy.at(-1), { Effect: "Allow", Action: action, Resource: resource });
      assert.ok(!declared.some(({ type }) => type === "aws:sqs/queue:Queue"));
    });
  }

  it("shifts a share of the calls to a second version by its alias", async () => {
    const alias = { version: "6", canary: { weight: 0.1 } };
    const declared = await declare(() => new Function("orders", { ...python, alias, provisionedConcurrency: 3 }));
    assert.equal(one(declared, "aws:lambda/function:Function").publish, true);
    const created = one(declared, "aws:lambda/alias:Alias");
    assert.equal(created.name, "live");
    assert.equal(created.functionVersion, "6");
    assert.deepEqual(created.routingConfig, { additionalVersionWeights: { "7": 0.1 } }); // the version just published
    const provisioned = one(declared, "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig");
    assert.equal(provisioned.qualifier, "live");
    assert.equal(provisioned.provisionedConcurrentExecutions, 3);
  });

  it("takes a VPC, a file system, a key, layers, a boundary and reserved concurrency", async () => {
    const declared = await declare(
      () =>
        new Function("orders", {
          ...python,
          vpc: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] },
          fileSystem: { accessPointArn: "arn:aws:elasticfilesystem:ap", mountPath: "/mnt/data" },
          kmsKeyArn: "arn:aws:kms:key",
          layers: ["arn:aws:lambda:layer:1"],
          permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
          reservedConcurrency: 5,
          tags: { team: "orders" },
        }),
    );
    const resource = one(declared, "aws:lambda/function:Function");
    assert.deepEqual(resource.vpcConfig, { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] });
    assert.deepEqual(resource.fileSystemConfig, { arn: "arn:aws:elasticfilesystem:ap", localMountPath: "/mnt/data" });
    assert.deepEqual(resource.layers, ["arn:aws:lambda:layer:1"]);
    assert.equal(resource.kmsKeyArn, "arn:aws:kms:key");
    assert.equal(resource.reservedConcurrentExecutions, 5);
    assert.deepEqual(resource.tags, { team: "orders" });
    assert.equal(one(declared, "aws:iam/role:Role").permissionsBoundary, "arn:aws:iam::123456789012:policy/boundary");
    const actions = statements(one(declared, "aws:iam/rolePolicy:RolePolicy").policy).flatMap(({ Action }) => Action);
    for (const action of ["ec2:CreateNetworkInterface", "kms:Decrypt", "elasticfilesystem:ClientMount"]) {
      assert.ok(actions.includes(action), action);
    }
  });

  it("lists everything that cannot work in one error", async () => {
    await refused(
      { timeoutSeconds: 901, memoryMb: 64 },
      "timeoutSeconds is 901",
      "1 to 900 s",
      "memoryMb is 64",
      "https://docs",
    );
  });

  const snap = { snapStart: true };
  const efs = {
    vpc: { subnetIds: ["s"], securityGroupIds: ["g"] },
    fileSystem: { accessPointArn: "a", mountPath: "/mnt/data" },
  };
  const outside: [string, Partial<FunctionArgs>, string[]][] = [
    ["a timeout of 0", { timeoutSeconds: 0 }, ["timeoutSeconds is 0"]],
    ["a timeout of 901", { timeoutSeconds: 901 }, ["901", "900"]],
    ["half a second", { timeoutSeconds: 1.5 }, ["timeoutSeconds is 1.5"]],
    ["a retention that CloudWatch does not know", { logRetentionDays: 31 }, ["logRetentionDays is 31"]],
    ["six layers", { layers: Array<string>(6).fill("arn") }, ["layers.length is 6"]],
    ["three retries", { maximumRetryAttempts: 3 }, ["maximumRetryAttempts is 3"]],
    ["a reserved variable", { environment: { AWS_REGION: "x" } }, ["AWS_REGION", "reserves this name"]],
    ["a wrong log level", { logLevel: "LOUD" }, ["LOUD", "TRACE"]],
    ["an unknown runtime", { runtime: "cobol85" }, ["cobol85"]],
    ["a canary of everything", { alias: { version: "1", canary: { weight: 1 } } }, ["weight is 1"]],
    ["a canary beside nothing", { alias: { canary: { weight: 0.5 } } }, ["alias.version is missing"]],
    ["a canary beside itself", { alias: { version: "3", canary: { version: "3", weight: 0.5 } } }, ['version is "3"']],
    ["an alias that looks like a version", { alias: { name: "7" } }, ['alias.name is "7"']],
    ["more warm environments than it may have", { reservedConcurrency: 2, provisionedConcurrency: 3 }, ["is 3"]],
    ["17 subnets", { vpc: { subnetIds: Array<string>(17).fill("s"), securityGroupIds: ["g"] } }, ["is 17", "1 to 16"]],
    ["no security group", { vpc: { subnetIds: ["s"], securityGroupIds: [] } }, ["securityGroupIds.length is 0"]],
    ["a description of 257 characters", { description: "x".repeat(257) }, ["is 257"]],
    ["code without a runtime", { runtime: undefined }, ["runtime, handler and code together"]],
    ["a file system without a VPC", { fileSystem: { accessPointArn: "a", mountPath: "/mnt/a" } }, ["needs vpc"]],
    ["SnapStart with provisioned concurrency", { ...snap, provisionedConcurrency: 1 }, ["provisionedConcurrency is 1"]],
    ["SnapStart with a large /tmp", { ...snap, ephemeralStorageMb: 1024 }, ["ephemeralStorageMb is 1024", "512 MB"]],
    ["SnapStart with EFS", { ...snap, ...efs }, ['fileSystem is "/mnt/data"', "EFS"]],
  ];
  for (const [what, args, parts] of outside) {
    it(`refuses ${what}, naming function, property, value and what is allowed`, () => refused(args, ...parts));
  }

  it("refuses a name that would be too long for the role made of it", () =>
    assert.rejects(
      declare(() => new Function("x".repeat(52), python)),
      /51 characters are allowed/,
    ));

  it("refuses a failure destination that Lambda cannot write to, when its ARN is known at last", () =>
    assert.rejects(
      declare(() => {
        const failureDestinationArn = pulumi.output(Promise.resolve("arn:aws:kinesis:eu-west-1:123456789012:stream/x"));
        return new Function("orders", { ...python, failureDestinationArn });
      }),
      /failureDestinationArn is an ARN of "kinesis"/,
    ));

  it("takes every runtime that Lambda has, in each language", () => {
    const runtimes = Object.keys(limits.runtimes);
    for (const newest of ["nodejs24.x", "python3.14", "java25", "dotnet10", "ruby4.0", "provided.al2023"]) {
      assert.ok(runtimes.includes(newest), newest);
    }
    for (const runtime of runtimes) assert.deepEqual(functionArgsProblems({ ...python, runtime }), []);
  });

  it("starts from a snapshot of a published version, which callers reach by the alias", async () => {
    let target: pulumi.Output<string> | undefined;
    const declared = await declare(() => {
      target = new Function("orders", { ...python, snapStart: true }).invokeTargetArn;
    });
    const resource = one(declared, "aws:lambda/function:Function");
    assert.deepEqual(resource.snapStart, { applyOn: "PublishedVersions" });
    assert.equal(resource.publish, true);
    const alias = one(declared, "aws:lambda/alias:Alias");
    assert.deepEqual([alias.name, alias.functionVersion], ["live", "7"]); // the version just published
    const asynchronous = one(declared, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
    assert.equal(asynchronous.qualifier, "live");
    const arn = await new Promise((resolve) => target?.apply(resolve));
    assert.equal(arn, "arn:aws:lambda:eu-west-1:123456789012:orders-alias");
  });

  it("starts from a snapshot on Java 11+, Python 3.12+ and .NET 8+, and says so to all others", () => {
    const able = [
      "java11",
      "java17",
      "java21",
      "java25",
      "python3.12",
      "python3.13",
      "python3.14",
      "dotnet8",
      "dotnet10",
    ];
    for (const runtime of Object.keys(limits.runtimes)) {
      const problems = functionArgsProblems({ ...python, runtime, snapStart: true });
      const named = problems.map(({ property, value, allowed }) => `${property} is ${String(value)}; ${allowed}`);
      if (able.includes(runtime)) assert.deepEqual(named, []);
      else {
        assert.match(
          named.join("\n"),
          /^runtime is .*; SnapStart supports Java 11\+, Python 3.12\+ and .NET 8\+, .*snapstart.html/,
        );
      }
    }
  });

  it("does not start a container image from a snapshot", () =>
    refused(
      { imageUri: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1", snapStart: true, ...none },
      "imageUri",
      "snapstart-runtime-hooks-custom.html",
    ));

  it("names everything that keeps a function from starting from a snapshot at once", () =>
    refused(
      { runtime: "nodejs24.x", snapStart: true, provisionedConcurrency: 2, ephemeralStorageMb: 513, ...efs },
      'runtime is "nodejs24.x"',
      "provisionedConcurrency is 2",
      "ephemeralStorageMb is 513",
      'fileSystem is "/mnt/data"',
    ));

  it("is declared in a preview, in which nothing of AWS is known yet", async () => {
    const declared = await declare(() => new Function("orders", { ...python, alias: {} }), { preview: true });
    assert.equal(one(declared, "aws:lambda/function:Function").timeout, 29);
    assert.ok(pulumi.containsUnknowns(one(declared, "aws:iam/rolePolicy:RolePolicy").policy));
  });

  it("leaves a timeout that is known only after creation to the policy pack", async () => {
    const timeoutSeconds = pulumi.output(Promise.resolve(901));
    const declared = await declare(() => new Function("orders", { ...python, timeoutSeconds }));
    assert.equal(one(declared, "aws:lambda/function:Function").timeout, 901);
  });
});
