import { InvokeCommand, LambdaClient, type TooManyRequestsException } from "@aws-sdk/client-lambda";
import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { zipSync } from "fflate";
import { REGION, root } from "../../handlers/emulator";
import { Cloud, until, shared } from "./cloud";

const megabyte = 1024 * 1024;

describe("what Lambda checks of a call is checked on the emulator", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let lambda: Cloud["aws"]["lambda"];
  shared(Cloud, async (started) => {
    cloud = started;
    ({ lambda } = cloud.aws);
    await cloud.function("sized", "return 'x'.repeat(event.answer ?? 0);");
  });

  const call = async (
    FunctionName: string,
    payload: unknown = {},
    InvocationType: "Event" | "RequestResponse" = "RequestResponse",
  ) => {
    const { Payload, FunctionError } = await lambda.invoke({
      FunctionName,
      InvocationType,
      Payload: JSON.stringify(payload),
    });
    const text = Payload?.transformToString() ?? "";
    return { error: FunctionError, answer: text ? (JSON.parse(text) as { [name: string]: unknown }) : undefined };
  };
  const ofSize = (bytes: number) => ({ padding: "x".repeat(bytes - '{"padding":""}'.length) });

  it("an event of 6 MB, and of 1 MB where nobody waits for the answer, and no larger one", async () => {
    await call("sized", ofSize(6 * megabyte));
    await call("sized", ofSize(megabyte), "Event");
    const tooLarge = {
      name: "RequestEntityTooLargeException",
      message: /payload is too large for the \w+ invocation type/,
    };
    await assert.rejects(call("sized", ofSize(6 * megabyte + 1)), tooLarge);
    await assert.rejects(call("sized", ofSize(megabyte + 1), "Event"), tooLarge);
  });

  it("an answer of 6 MB", async () => {
    assert.equal((await call("sized", { answer: 6 * megabyte })).error, undefined);
    const { error, answer } = await call("sized", { answer: 6 * megabyte + 100 });
    assert.equal(error, "Unhandled");
    assert.deepEqual(answer, {
      errorType: "Function.ResponseSizeTooLarge",
      errorMessage: "Response payload size exceeded maximum allowed payload size (6291556 bytes).",
    });
  });

  it("the timeout, as Lambda's error", async () => {
    await cloud.function("endless", "await new Promise(() => setInterval(() => {}, 1_000));", { Timeout: 1 });
    const { error, answer } = await call("endless");
    assert.deepEqual([error, answer?.errorType], ["Unhandled", "Sandbox.Timedout"]);
    assert.match(String(answer?.errorMessage), /Task timed out after 1\.00 seconds/);
  });

  it("no timeout for a burst: its calls take turns on this machine, and each has its whole time", async () => {
    const busy = "const end = Date.now() + 300; while (Date.now() < end); return process.pid;";
    await cloud.function("burst", busy, { Timeout: 3 });
    const calls = await Promise.all(Array.from({ length: 60 }, () => call("burst")));
    assert.deepEqual(calls.filter(({ error }) => error).length, 0);
    const processes = new Set(calls.map(({ answer }) => answer));
    assert.ok(processes.size <= 4 * availableParallelism(), `${processes.size} processes`);
  });

  it("the whole log of a call, however long", async () => {
    await cloud.function("wordy", "for (let i = 1; i <= 400_000; i++) console.log('line ' + i);");
    const { LogResult = "" } = await lambda.invoke({ FunctionName: "wordy", LogType: "Tail" });
    assert.match(Buffer.from(LogResult, "base64").toString(), /line 400000$/m);
  });

  it("the memory of a function: one that used more has ended, and its report says how much", async () => {
    const body = "return Buffer.alloc(200 * 1024 * 1024, 1).length;";
    await cloud.function("greedy", body, { MemorySize: 128 });
    const { error, answer } = await call("greedy");
    assert.deepEqual([error, answer?.errorType], ["Unhandled", "Runtime.ExitError"]);
    assert.match(String(answer?.errorMessage), /^RequestId: \S+ Error: Runtime exited with error: signal: killed$/);
    await cloud.function("modest", body, { MemorySize: 512 });
    assert.equal((await call("modest")).error, undefined);
    const report = await until(
      async () => (await cloud.logLines("/aws/lambda/modest")).find((line) => line.startsWith("REPORT")),
      "the report",
    );
    const megabytes = Number(/Memory Size: 512 MB\tMax Memory Used: (\d+) MB/.exec(report)?.[1]);
    assert.ok(megabytes > 200 && megabytes < 512, report);
  });

  it("a package of 50 MB in a request, and of 250 MB unzipped", async () => {
    const create = (ZipFile: Uint8Array, more: object = {}) =>
      lambda.createFunction({
        FunctionName: "packed",
        Runtime: "nodejs22.x",
        Handler: "index.handler",
        Role: cloud.arn("iam", "role/sized-role"),
        Code: { ZipFile },
        ...more,
      });
    const invalid = (message: RegExp) => ({ name: "InvalidParameterValueException", message });
    await assert.rejects(
      create(new Uint8Array(52_428_801)),
      invalid(/Zipped size must be smaller than 52428800 bytes$/),
    );
    await assert.rejects(create(new Uint8Array(0), { Description: "x".repeat(70_200_000) }), {
      name: "RequestEntityTooLargeException",
      message: /Request must be smaller than 70167211 bytes for the CreateFunction operation$/,
    });
    const small = Buffer.from(zipSync({ "index.js": new Uint8Array(1) }));
    const large = Buffer.from(small);
    // The directory of the archive says how large its file is.
    large.writeUInt32LE(262_144_001, large.indexOf("PK\x01\x02") + 24);
    await assert.rejects(create(large), invalid(/Unzipped size must be smaller than 262144000 bytes$/));
    await assert.rejects(create(small, { EphemeralStorage: { Size: 10_241 } }), {
      name: "ValidationException",
      message:
        /'10241' at 'ephemeralStorage\.size' failed to satisfy constraint: Member must have value less than or equal to 10240/,
    });
    await assert.rejects(create(small, { MemorySize: 127 }), { name: "ValidationException", message: /'memorySize'/ });
  });

  it("reserved concurrency, with the reason", async () => {
    await cloud.function("one", "await new Promise((resolve) => setTimeout(resolve, 1_000));");
    await lambda.putFunctionConcurrency({ FunctionName: "one", ReservedConcurrentExecutions: 1 });
    const once = new LambdaClient({
      endpoint: cloud.emulator.endpoint,
      region: REGION,
      credentials: root,
      maxAttempts: 1,
    });
    const calls = [1, 2].map(() => once.send(new InvokeCommand({ FunctionName: "one" })));
    const refused = (await Promise.allSettled(calls)).flatMap((each) =>
      each.status === "rejected" ? [each.reason as TooManyRequestsException] : [],
    );
    assert.deepEqual(
      refused.map(({ name, Reason, $metadata }) => [name, Reason, $metadata.httpStatusCode]),
      [["TooManyRequestsException", "ReservedFunctionConcurrentInvocationLimitExceeded", 429]],
    );
  });

  it("an error has its own name and trace, by which a state machine catches it", async () => {
    const body = 'class CardDeclined extends Error { name = "CardDeclined"; } throw new CardDeclined("no money");';
    const arn = await cloud.function("declining", body);
    const { answer } = await call("declining");
    assert.deepEqual([answer?.errorType, answer?.errorMessage], ["CardDeclined", "no money"]);
    assert.ok(Array.isArray(answer?.trace));
    const { stateMachineArn } = await cloud.aws.sfn.createStateMachine({
      name: "orders",
      roleArn: await cloud.role("orders", "lambda:InvokeFunction"),
      definition: JSON.stringify({
        StartAt: "Pay",
        States: {
          Pay: {
            Type: "Task",
            Resource: arn,
            Catch: [{ ErrorEquals: ["CardDeclined"], Next: "Declined" }],
            End: true,
          },
          Declined: { Type: "Pass", Result: "told the customer", End: true },
        },
      }),
    });
    const { executionArn } = await cloud.aws.sfn.startExecution({ stateMachineArn });
    const { output } = await until(async () => {
      const execution = await cloud.aws.sfn.describeExecution({ executionArn });
      return execution.status === "RUNNING" ? undefined : execution;
    }, "the end");
    assert.equal(output, '"told the customer"');
  });

  it("an answer about a queue's batch that names none of its messages fails all of them", async () => {
    const { arn, url } = await cloud.queue("batch", { VisibilityTimeout: "1" });
    await cloud.function("misnaming", 'return { batchItemFailures: [{ itemIdentifier: "another" }] };');
    await lambda.createEventSourceMapping({
      FunctionName: "misnaming",
      EventSourceArn: arn,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    });
    await cloud.aws.sqs.sendMessage({ QueueUrl: url, MessageBody: "{}" });
    await until(async () => ((await cloud.events("misnaming")).length >= 2 ? true : undefined), "the second call");
  });

  it("a letter of a function is sent only if its role may", async () => {
    const dead = await cloud.queue("letters", { Policy: "" });
    await cloud.function("failing", 'throw new Error("no");');
    await cloud.aws.iam.deleteRolePolicy({ RoleName: "failing-role", PolicyName: "rights" });
    await lambda.putFunctionEventInvokeConfig({
      FunctionName: "failing",
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: dead.arn } },
    });
    await call("failing", {}, "Event");
    await until(
      () => Promise.resolve(/failing-role has no sqs:SendMessage on \S*letters/.exec(cloud.log()) ?? undefined),
      "the line",
    );
    assert.deepEqual(await cloud.take(dead.url), []);
  });

  it("every call is counted once, whoever makes it", async () => {
    await cloud.function("counted");
    await call("counted");
    await call("counted", {}, "Event");
    const { TopicArn } = await cloud.aws.sns.createTopic({ Name: "counted" });
    await cloud.aws.sns.subscribe({ TopicArn, Protocol: "lambda", Endpoint: cloud.arn("lambda", "function:counted") });
    await lambda.addPermission({
      FunctionName: "counted",
      StatementId: "sns",
      Action: "lambda:InvokeFunction",
      Principal: "sns.amazonaws.com",
      SourceArn: TopicArn,
    });
    await cloud.aws.sns.publish({ TopicArn, Message: "x" });
    const sum = async () => {
      const { Datapoints = [] } = await cloud.aws.cloudwatch.getMetricStatistics({
        Namespace: "AWS/Lambda",
        MetricName: "Invocations",
        Dimensions: [{ Name: "FunctionName", Value: "counted" }],
        StartTime: new Date(Date.now() - 3_600_000),
        EndTime: new Date(Date.now() + 60_000),
        Period: 86_400,
        Statistics: ["Sum"],
      });
      return Datapoints.reduce((total, { Sum = 0 }) => total + Sum, 0);
    };
    await until(async () => ((await sum()) >= 3 ? true : undefined), "three calls");
    assert.equal(await sum(), 3);
  });

  it("the time that an API waits for its function, and no word to the client of what went wrong in it", async () => {
    const { apigateway, apigatewayv2 } = cloud.aws;
    const slow = "await new Promise((resolve) => setTimeout(resolve, 5_000)); return { statusCode: 200 };";
    const arns = [await cloud.function("slow", slow), await cloud.function("broken", 'throw new Error("secret");')];
    const { id: restApiId = "", rootResourceId = "" } = await apigateway.createRestApi({ name: "rest" });
    const { ApiId = "" } = await apigatewayv2.createApi({ Name: "http", ProtocolType: "HTTP" });
    for (const arn of arns) {
      const name = arn.split(":").at(-1);
      const permission = { FunctionName: arn, Action: "lambda:InvokeFunction", Principal: "apigateway.amazonaws.com" };
      await lambda.addPermission({ ...permission, StatementId: "api" });
      const { id: resourceId } = await apigateway.createResource({
        restApiId,
        parentId: rootResourceId,
        pathPart: name,
      });
      const method = { restApiId, resourceId, httpMethod: "GET" };
      await apigateway.putMethod({ ...method, authorizationType: "NONE" });
      await apigateway.putIntegration({
        ...method,
        type: "AWS_PROXY",
        integrationHttpMethod: "POST",
        uri: `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/${arn}/invocations`,
        timeoutInMillis: 1_000,
      });
      const { IntegrationId } = await apigatewayv2.createIntegration({
        ApiId,
        IntegrationType: "AWS_PROXY",
        IntegrationUri: arn,
        PayloadFormatVersion: "2.0",
        TimeoutInMillis: 1_000,
      });
      await apigatewayv2.createRoute({ ApiId, RouteKey: `GET /${name}`, Target: `integrations/${IntegrationId}` });
    }
    await apigateway.createDeployment({ restApiId, stageName: "live" });
    await apigatewayv2.createStage({ ApiId, StageName: "$default", AutoDeploy: true });
    const rest = (path: string) => cloud.get(`/live${path}`, `${restApiId}.execute-api.localhost`);
    assert.deepEqual(await rest("/slow"), [504, '{"message":"Endpoint request timed out"}']);
    assert.deepEqual(await rest("/broken"), [502, '{"message": "Internal server error"}']);
    assert.deepEqual(await cloud.get("/slow", `${ApiId}.execute-api.localhost`), [
      503,
      '{"message":"Service Unavailable"}',
    ]);
  });
});
