import assert from "node:assert/strict";
import { Cloud, document, type Json, until, shared } from "./cloud";

describe("who may call whom on the emulator", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let aws: Cloud["aws"];
  shared(Cloud, (started) => {
    cloud = started;
    ({ aws } = cloud);
  });

  const calls = (name: string, count: number) =>
    until(async () => {
      const events = await cloud.events(name);
      return events.length >= count ? events : undefined;
    }, `call ${count} of ${name}`);

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
      await cloud.allow("on-object", "s3.amazonaws.com", "arn:aws:s3:::another");
      await assert.rejects(notify(arn), refused);
      await cloud.allow("on-object", "s3.amazonaws.com", `arn:aws:s3:::${Bucket}`, "111122223333");
      await assert.rejects(notify(arn), refused);
      await cloud.logged(
        /s3\.amazonaws\.com may not lambda:InvokeFunction \S*on-object for arn:aws:s3:::calling.*Fix: an aws\.lambda\.Permission/,
      );
      await cloud.allow("on-object", "s3.amazonaws.com", `arn:aws:s3:::${Bucket}`, "000000000000");
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
    await cloud.logged(/sns\.amazonaws\.com may not lambda:InvokeFunction \S*on-message for \S*:calling/);
    await cloud.allow("on-message", "sns.amazonaws.com", TopicArn);
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
      await cloud.allow("on-event", "events.amazonaws.com", ruleArn);
      await send("function-rule");
      assert.equal((await calls("on-event", 1)).length, 1);
    });

    it("sends no dead letter to a queue whose policy does not have it", async () => {
      const closed = await cloud.queue("rule-closed", { Policy: "" });
      await rule("closed-rule", cloud.arn("lambda", "function:on-event"), { DeadLetterConfig: { Arn: closed.arn } });
      await send("closed-rule");
      await cloud.logged(/events\.amazonaws\.com may not sqs:SendMessage \S*:rule-closed for \S*rule\/closed-rule/);
      assert.deepEqual(await cloud.take(closed.url), []);
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
      await cloud.logged(/events\.amazonaws\.com may not sqs:SendMessage \S*:on-rule for \S*rule\/queue-rule/);
      await aws.sqs.setQueueAttributes({ QueueUrl: url, Attributes: { Policy: only(ruleArn ?? "") } });
      await send("queue-rule");
      const { Messages = [] } = await aws.sqs.receiveMessage({ QueueUrl: url, WaitTimeSeconds: 5 });
      assert.equal(Messages.length, 1);
      const { TopicArn = "" } = await aws.sns.createTopic({ Name: "on-rule" });
      await rule("topic-rule", TopicArn);
      await send("topic-rule");
      await cloud.logged(/events\.amazonaws\.com may not sns:Publish \S*:on-rule for \S*rule\/topic-rule/);
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
      await cloud.logged(/the role \S*no-starter has no states:StartExecution on \S*:on-rule/);
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
    await cloud.allow("on-time", "scheduler.amazonaws.com");
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
    await cloud.logged(/the role \S*no-caller has no lambda:InvokeFunction on \S*on-time/);
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
    await assert.rejects(signUp("ada"), {
      name: "UnexpectedLambdaException",
      message: /PreSignUp invocation failed due to error AccessDeniedException\.$/,
    });
    assert.deepEqual(await cloud.events("on-sign-up"), []);
    await cloud.allow("on-sign-up", "cognito-idp.amazonaws.com", UserPool?.Arn);
    await signUp("ada");
    assert.equal((await calls("on-sign-up", 1))[0]?.userName, "ada");
  });
});
