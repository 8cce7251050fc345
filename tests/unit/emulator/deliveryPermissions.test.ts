import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { signed } from "../../signed";
import { REGION, root } from "../../handlers/emulator";
import { Cloud, document, type Json, until, shared } from "./cloud";

describe("who may read and deliver on the emulator", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let aws: Cloud["aws"];
  shared(Cloud, (started) => {
    cloud = started;
    ({ aws } = cloud);
  });

  /** A role that a service may have, with rights that can be set again. */
  const roleOf = async (RoleName: string, Service: string, ...actions: string[]) => {
    const AssumeRolePolicyDocument = document({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service } });
    const { Role } = await aws.iam.createRole({ RoleName, AssumeRolePolicyDocument });
    const allow = (...Action: string[]) =>
      aws.iam.putRolePolicy({
        RoleName,
        PolicyName: "rights",
        PolicyDocument: document({ Effect: "Allow", Action, Resource: "*" }),
      });
    if (actions.length) await allow(...actions);
    return { arn: Role?.Arn ?? "", allow };
  };

  it("a pipe reads its table's stream and starts a state machine by its role only", async () => {
    const { TableDescription } = await aws.dynamodb.createTable({
      TableName: "piped",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
    });
    const { stateMachineArn: Target } = await aws.sfn.createStateMachine({
      name: "piped",
      definition: JSON.stringify({ StartAt: "Done", States: { Done: { Type: "Succeed" } } }),
      roleArn: await cloud.role("machine"),
    });
    const started = async () =>
      (await aws.sfn.listExecutions({ stateMachineArn: Target })).executions?.length || undefined;
    const role = await roleOf("pipe", "pipes.amazonaws.com", "states:StartExecution");
    const body = JSON.stringify({
      Source: TableDescription?.LatestStreamArn,
      Target,
      RoleArn: role.arn,
      SourceParameters: { DynamoDBStreamParameters: { StartingPosition: "TRIM_HORIZON" } },
    });
    const at = { service: "pipes", region: REGION, credentials: root };
    const headers = { "content-type": "application/json" };
    const made = await signed(`${cloud.emulator.endpoint}/v1/pipes/piped`, at, { method: "POST", headers, body });
    assert.equal(made.status, 200);
    await aws.dynamodb.putItem({ TableName: "piped", Item: { id: { S: "1" } } });
    await cloud.logged(/refused: the role \S*pipe has no dynamodb:DescribeStream on \S*piped/);
    await role.allow("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator");
    await cloud.logged(/refused: the role \S*pipe has no states:StartExecution on \S*piped/);
    assert.equal(await started(), undefined);
    await role.allow("dynamodb:*", "states:StartExecution");
    await until(started, "the execution");
  });

  describe("CloudWatch Logs sends lines", () => {
    const logGroupName = "lines";
    const subscribe = (filterName: string, destinationArn: string, roleArn?: string) =>
      aws.logs.putSubscriptionFilter({ logGroupName, filterName, filterPattern: "", destinationArn, roleArn });
    const write = (message: string) =>
      aws.logs.putLogEvents({ logGroupName, logStreamName: "s", logEvents: [{ timestamp: Date.now(), message }] });
    const messagesOf = (data: Uint8Array) =>
      (JSON.parse(gunzipSync(data).toString()) as { logEvents: { message: string }[] }).logEvents.map(
        ({ message }) => message,
      );
    before(async () => {
      await aws.logs.createLogGroup({ logGroupName });
      await aws.logs.createLogStream({ logGroupName, logStreamName: "s" });
    });

    it("to a function with its permission only", async () => {
      const arn = await cloud.function("on-lines");
      const refused = { name: "InvalidParameterException", message: /Could not execute the lambda function/ };
      await assert.rejects(subscribe("function", arn), refused);
      await cloud.logged(/logs\.amazonaws\.com may not lambda:InvokeFunction \S*on-lines for \S*:log-group:lines:\*/);
      await cloud.allow("on-lines", "logs.amazonaws.com", cloud.arn("logs", "log-group:another:*"));
      await assert.rejects(subscribe("function", arn), refused);
      await cloud.allow("on-lines", `logs.${REGION}.amazonaws.com`, cloud.arn("logs", "log-group:lines:*"));
      await subscribe("function", arn);
      await write("first");
      const [event] = await until(async () => {
        const events = await cloud.events("on-lines");
        return events.length ? events : undefined;
      }, "the lines");
      assert.deepEqual(messagesOf(Buffer.from((event?.awslogs as { data: string }).data, "base64")), ["first"]);
      const { Policy = "{}" } = await aws.lambda.getPolicy({ FunctionName: "on-lines" });
      for (const { Sid } of (JSON.parse(Policy) as { Statement: { Sid: string }[] }).Statement)
        await aws.lambda.removePermission({ FunctionName: "on-lines", StatementId: Sid });
      const before = cloud.log().length;
      await write("second");
      await until(() => Promise.resolve(cloud.log().includes("refused", before) || undefined), "the refusal");
      assert.equal((await cloud.events("on-lines")).length, 1);
      await aws.logs.deleteSubscriptionFilter({ logGroupName, filterName: "function" });
    });

    it("to a stream by a role, and through a destination whose policy has the account", async () => {
      await aws.kinesis.createStream({ StreamName: "lines", ShardCount: 1 });
      const { StreamARN = "", Shards = [] } = await until(async () => {
        const { StreamDescription } = await aws.kinesis.describeStream({ StreamName: "lines" });
        return StreamDescription?.StreamStatus === "ACTIVE" ? StreamDescription : undefined;
      }, "the stream");
      const refused = {
        name: "InvalidParameterException",
        message: /Could not deliver test message to specified Kinesis/,
      };
      await assert.rejects(subscribe("stream", StreamARN), refused);
      const role = await roleOf("logs", "logs.amazonaws.com", "kinesis:ListStreams");
      await assert.rejects(subscribe("stream", StreamARN, role.arn), refused);
      await cloud.logged(/refused: the role \S*logs has no kinesis:PutRecord on \S*lines/);
      await role.allow("kinesis:PutRecord");
      const { destination } = await aws.logs.putDestination({
        destinationName: "far",
        targetArn: StreamARN,
        roleArn: role.arn,
      });
      await assert.rejects(subscribe("far", destination?.arn ?? ""), refused);
      await cloud.logged(
        /refused: the policy of \S*destination:far does not allow logs:PutSubscriptionFilter to 0{12}/,
      );
      await aws.logs.putDestinationPolicy({
        destinationName: "far",
        accessPolicy: document({
          Effect: "Allow",
          Principal: { AWS: "000000000000" },
          Action: "logs:PutSubscriptionFilter",
          Resource: destination?.arn,
        }),
      });
      await subscribe("stream", StreamARN, role.arn);
      await subscribe("far", destination?.arn ?? "");
      await write("third");
      const { ShardIterator } = await aws.kinesis.getShardIterator({
        StreamName: "lines",
        ShardId: Shards[0]?.ShardId,
        ShardIteratorType: "TRIM_HORIZON",
      });
      const records = await until(async () => {
        const { Records = [] } = await aws.kinesis.getRecords({ ShardIterator });
        return Records.length >= 2 ? Records : undefined;
      }, "the records");
      const kinds = records.map(({ Data }) => JSON.parse(gunzipSync(Data!).toString()) as Json);
      assert.deepEqual(kinds.map(({ subscriptionFilters }) => subscriptionFilters).sort(), [["far"], ["stream"]]);
      assert.deepEqual(messagesOf(records[0]!.Data!), ["third"]);
    });
  });
});
