import assert from "node:assert/strict";
import { Cloud, document, type Json, until } from "./cloud";

describe("who may call whom on the emulator", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let aws: Cloud["aws"];
  before(async function () {
    this.timeout(300_000);
    cloud = await Cloud.start();
    ({ aws } = cloud);
  });
  after(() => cloud.emulator.stop());

  const calls = (name: string, count: number) =>
    until(async () => {
      const events = await cloud.events(name);
      return events.length >= count ? events : undefined;
    }, `call ${count} of ${name}`);
  const logged = (line: RegExp) => until(() => Promise.resolve(line.exec(cloud.log())?.[0]), String(line));
  const allow = (FunctionName: string, Principal: string, SourceArn?: string, SourceAccount?: string) =>
    aws.lambda.addPermission({
      FunctionName,
      StatementId: `s${Math.random()}`.replace(".", ""),
      Action: "lambda:InvokeFunction",
      Principal,
      SourceArn,
      SourceAccount,
    });

  describe("S3 calls a function", () => {
    const Bucket = "calling";
    const notify = (LambdaFunctionArn: string) =>
      aws.s3.putBucketNotificationConfiguration({
        Bucket,
        NotificationConfiguration: {
          LambdaFunctionConfigurations: [{ LambdaFunctionArn, Events: ["s3:ObjectCreated:*"] }],
        },
      });

    it("only with its permission, without which the notification is refused, and with which of another account too", async () => {
      await aws.s3.createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint: "eu-central-1" } });
      const arn = await cloud.function("on-object");
      const refused = { name: "InvalidArgument", message: /Unable to validate the following destination/ };
      await assert.rejects(notify(arn), refused);
      await allow("on-object", "s3.amazonaws.com", "arn:aws:s3:::another");
      await assert.rejects(notify(arn), refused);
      await allow("on-object", "s3.amazonaws.com", `arn:aws:s3:::${Bucket}`, "111122223333");
      await assert.rejects(notify(arn), refused);
      await logged(
        /s3\.amazonaws\.com may not lambda:InvokeFunction \S*on-object for arn:aws:s3:::calling.*Fix: an aws\.lambda\.Permission/,
      );
      await allow("on-object", "s3.amazonaws.com", `arn:aws:s3:::${Bucket}`, "000000000000");
      await notify(arn);
      await aws.s3.putObject({ Bucket, Key: "a", Body: "x" });
      assert.equal((await calls("on-object", 1)).length, 1);
    });

    it("no more when the permission is taken away", async () => {
      const { Policy = "{}" } = await aws.lambda.getPolicy({ FunctionName: "on-object" });
      for (const { Sid } of (JSON.parse(Policy) as { Statement: { Sid: string }[] }).Statement)
        await aws.lambda.removePermission({ FunctionName: "on-object", StatementId: Sid });
      const before = cloud.log().length;
      await aws.s3.putObject({ Bucket, Key: "b", Body: "x" });
      await until(
        () => Promise.resolve(/refused: s3\.amazonaws\.com/.test(cloud.log().slice(before)) || undefined),
        "the refusal",
      );
      assert.equal((await cloud.events("on-object")).length, 1);
    });
  });

  it("SNS calls a function only for a topic that may, and again when it fails, as Lambda does", async () => {
    const arn = await cloud.function("on-message", 'throw new Error("not today");');
    const { TopicArn } = await aws.sns.createTopic({ Name: "calling" });
    await aws.sns.subscribe({ TopicArn, Protocol: "lambda", Endpoint: arn });
    await aws.sns.publish({ TopicArn, Message: "refused" });
    await logged(/sns\.amazonaws\.com may not lambda:InvokeFunction \S*on-message for \S*:calling/);
    await allow("on-message", "sns.amazonaws.com", TopicArn);
    await aws.sns.publish({ TopicArn, Message: "allowed" });
    const events = await calls("on-message", 3);
    const messages = events.map(({ Records }) => ((Records as Json[])[0]?.Sns as Json).Message);
    assert.deepEqual(messages, ["allowed", "allowed", "allowed"]);
  });

  describe("a rule of EventBridge", () => {
    const rule = async (
      Name: string,
      Arn: string,
      more: { RoleArn?: string; DeadLetterConfig?: { Arn: string } } = {},
    ) => {
      const EventPattern = JSON.stringify({ source: [Name] });
      const { RuleArn } = await aws.events.putRule({ Name, EventPattern });
      await aws.events.putTargets({ Rule: Name, Targets: [{ Id: "target", Arn, ...more }] });
      return RuleArn;
    };
    const send = (Source: string) => aws.events.putEvents({ Entries: [{ Source, DetailType: "test", Detail: "{}" }] });

    it("calls a function only if it may; what it may not give is a dead letter with the reason", async () => {
      const arn = await cloud.function("on-event");
      const dead = await cloud.queue("rule-dead");
      const ruleArn = await rule("function-rule", arn, { DeadLetterConfig: { Arn: dead.arn } });
      await send("function-rule");
      const { Messages = [] } = await aws.sqs.receiveMessage({
        QueueUrl: dead.url,
        WaitTimeSeconds: 5,
        MessageAttributeNames: ["All"],
      });
      const [letter] = Messages;
      assert.equal(letter?.MessageAttributes?.ERROR_CODE?.StringValue, "NO_PERMISSIONS");
      assert.equal(letter?.MessageAttributes?.RULE_ARN?.StringValue, ruleArn);
      assert.equal((JSON.parse(letter?.Body ?? "{}") as Json).source, "function-rule");
      await allow("on-event", "events.amazonaws.com", ruleArn);
      await send("function-rule");
      assert.equal((await calls("on-event", 1)).length, 1);
    });

    it("sends to a queue and to a topic whose policy has it, with the rule as the source", async () => {
      const arn = cloud.arn("sqs", "on-rule");
      const only = (rule: string) =>
        document({
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: arn,
          Condition: { ArnEquals: { "aws:SourceArn": rule } },
        });
      const { url } = await cloud.queue("on-rule", { Policy: only(cloud.arn("events", "rule/another")) });
      const ruleArn = await rule("queue-rule", arn);
      await send("queue-rule");
      await logged(/events\.amazonaws\.com may not sqs:SendMessage \S*:on-rule for \S*rule\/queue-rule/);
      await aws.sqs.setQueueAttributes({ QueueUrl: url, Attributes: { Policy: only(ruleArn ?? "") } });
      await send("queue-rule");
      const { Messages = [] } = await aws.sqs.receiveMessage({ QueueUrl: url, WaitTimeSeconds: 5 });
      assert.equal(Messages.length, 1);
      const { TopicArn = "" } = await aws.sns.createTopic({ Name: "on-rule" });
      await rule("topic-rule", TopicArn);
      await send("topic-rule");
      await logged(/events\.amazonaws\.com may not sns:Publish \S*:on-rule for \S*rule\/topic-rule/);
    });

    it("starts a state machine by a role that may", async () => {
      const definition = JSON.stringify({ StartAt: "Done", States: { Done: { Type: "Succeed" } } });
      const machine = await aws.sfn.createStateMachine({
        name: "on-rule",
        definition,
        roleArn: await cloud.role("machine"),
      });
      const started = async () =>
        (await aws.sfn.listExecutions({ stateMachineArn: machine.stateMachineArn })).executions?.length ?? 0;
      await rule("machine-rule", machine.stateMachineArn ?? "", { RoleArn: await cloud.role("no-starter") });
      await send("machine-rule");
      await logged(/the role \S*no-starter has no states:StartExecution on \S*:on-rule/);
      assert.equal(await started(), 0);
      await rule("machine-rule", machine.stateMachineArn ?? "", {
        RoleArn: await cloud.role("starter", "states:StartExecution"),
      });
      await send("machine-rule");
      await until(async () => (await started()) || undefined, "the execution");
    });
  });

  it("Scheduler calls a function by its role, whatever the function's policy says", async () => {
    const arn = await cloud.function("on-time");
    await allow("on-time", "scheduler.amazonaws.com");
    const schedule = async (Name: string, RoleArn: string) =>
      aws.scheduler.createSchedule({
        Name,
        ScheduleExpression: `at(${new Date(Date.now() - 1_000).toISOString().slice(0, 19)})`,
        FlexibleTimeWindow: { Mode: "OFF" },
        Target: { Arn: arn, RoleArn, Input: JSON.stringify({ Name }) },
      });
    await schedule("may-not", await cloud.role("no-caller"));
    await schedule("may", await cloud.role("caller", "lambda:InvokeFunction"));
    assert.deepEqual(await calls("on-time", 1), [{ Name: "may" }]);
    await logged(/the role \S*no-caller has no lambda:InvokeFunction on \S*on-time/);
  });

  it("an HTTP API calls a function for the routes of the permission only", async () => {
    const body = 'return { statusCode: 200, body: "called" };';
    const arn = await cloud.function("on-request", body);
    const { ApiId = "" } = await aws.apigatewayv2.createApi({ Name: "http", ProtocolType: "HTTP" });
    const { IntegrationId } = await aws.apigatewayv2.createIntegration({
      ApiId,
      IntegrationType: "AWS_PROXY",
      IntegrationUri: arn,
      PayloadFormatVersion: "2.0",
    });
    for (const RouteKey of ["GET /orders/{id}", "ANY /open"])
      await aws.apigatewayv2.createRoute({ ApiId, RouteKey, Target: `integrations/${IntegrationId}` });
    await aws.apigatewayv2.createStage({ ApiId, StageName: "$default", AutoDeploy: true });
    const get = (path: string) => cloud.get(path, `${ApiId}.execute-api.localhost`);
    assert.deepEqual(await get("/orders/1"), [500, '{"message":"Internal Server Error"}']);
    await logged(
      /apigateway\.amazonaws\.com may not lambda:InvokeFunction \S*on-request for \S*\/\$default\/GET\/orders\/{id}/,
    );
    await allow("on-request", "apigateway.amazonaws.com", cloud.arn("execute-api", `${ApiId}/*/*/orders/{id}`));
    assert.deepEqual(await get("/orders/1"), [200, "called"]);
    assert.equal((await get("/open"))[0], 500);
    await allow("on-request", "apigateway.amazonaws.com", cloud.arn("execute-api", `${ApiId}/*/*/open`));
    assert.deepEqual(await get("/open"), [200, "called"]);
  });

  it("a REST API calls a function with a permission for its method, or by the integration's role", async () => {
    const arn = await cloud.function("on-method", 'return { statusCode: 200, body: "called" };');
    const { id: restApiId = "", rootResourceId: resourceId = "" } = await aws.apigateway.createRestApi({
      name: "rest",
    });
    await aws.apigateway.putMethod({ restApiId, resourceId, httpMethod: "GET", authorizationType: "NONE" });
    const integrate = async (credentials?: string) => {
      await aws.apigateway.putIntegration({
        restApiId,
        resourceId,
        httpMethod: "GET",
        type: "AWS_PROXY",
        integrationHttpMethod: "POST",
        uri: `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${arn}/invocations`,
        credentials,
      });
      await aws.apigateway.createDeployment({ restApiId, stageName: "live" });
    };
    const get = async () => {
      const response = await fetch(`${cloud.emulator.endpoint}/restapis/${restApiId}/live/_user_request_/`);
      return [response.status, await response.text()];
    };
    await integrate();
    assert.deepEqual(await get(), [500, '{"message": "Internal server error"}']);
    await allow("on-method", "apigateway.amazonaws.com", cloud.arn("execute-api", `${restApiId}/*/POST/`));
    assert.equal((await get())[0], 500);
    await allow("on-method", "apigateway.amazonaws.com", cloud.arn("execute-api", `${restApiId}/live/GET/`));
    assert.deepEqual(await get(), [200, "called"]);
    await integrate(await cloud.role("rest-no-caller"));
    assert.equal((await get())[0], 500);
    await integrate(await cloud.role("rest-caller", "lambda:InvokeFunction"));
    assert.deepEqual(await get(), [200, "called"]);
  });

  it("a user pool calls its triggers only with their permission", async () => {
    const arn = await cloud.function("on-sign-up", "return event;");
    const { UserPool } = await aws.cognitoIdp.createUserPool({ PoolName: "users", LambdaConfig: { PreSignUp: arn } });
    const { UserPoolClient } = await aws.cognitoIdp.createUserPoolClient({
      UserPoolId: UserPool?.Id,
      ClientName: "web",
    });
    const signUp = (Username: string) =>
      aws.cognitoIdp.signUp({ ClientId: UserPoolClient?.ClientId, Username, Password: "Secret-123456" });
    await assert.rejects(signUp("ada"), { name: "UnexpectedLambdaException", message: /AccessDeniedException/ });
    assert.deepEqual(await cloud.events("on-sign-up"), []);
    await allow("on-sign-up", "cognito-idp.amazonaws.com", UserPool?.Arn);
    await signUp("ada");
    assert.equal((await calls("on-sign-up", 1))[0]?.userName, "ada");
  });
});
