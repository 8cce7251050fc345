import assert from "node:assert/strict";
import { moveClock } from "../../../local/emulator/clock";
import { startDatabase } from "../../handlers/database";
import { Cloud, shared, until } from "./cloud";
import { json, makeApi, serviceUri } from "./restApi";

type Dimensions = { [name: string]: string };

describe("metrics of services on the emulator are those that AWS's services emit", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  shared(Cloud, (started) => (cloud = started));

  const dimensions = (map: Dimensions) => Object.entries(map).map(([Name, Value]) => ({ Name, Value }));
  /** What a metric has of the last two hours: sum and maximum; undefined without a point. */
  async function measured(Namespace: string, MetricName: string, of: Dimensions) {
    const { Datapoints = [] } = await cloud.aws.cloudwatch.getMetricStatistics({
      Namespace,
      MetricName,
      Dimensions: dimensions(of),
      StartTime: new Date(Date.now() - 7_200_000),
      EndTime: new Date(Date.now() + 60_000),
      Period: 86_400,
      Statistics: ["Sum", "Maximum"],
    });
    if (!Datapoints.length) return undefined;
    return {
      sum: Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0),
      maximum: Math.max(...Datapoints.map(({ Maximum = 0 }) => Maximum)),
    };
  }
  const alarm = (AlarmName: string, Namespace: string, MetricName: string, of: Dimensions, more: object = {}) =>
    cloud.aws.cloudwatch.putMetricAlarm({
      AlarmName,
      Namespace,
      MetricName,
      Dimensions: dimensions(of),
      Statistic: "Sum",
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 0,
      ComparisonOperator: "GreaterThanThreshold",
      TreatMissingData: "notBreaching",
      ...more,
    });
  const alarmed = async (AlarmName: string) => {
    const { MetricAlarms = [] } = await cloud.aws.cloudwatch.describeAlarms({ AlarmNames: [AlarmName] });
    return MetricAlarms[0]?.StateValue;
  };
  const move = (seconds: number) => moveClock(cloud.emulator.endpoint, seconds);

  it("of a queue: what waits, since when, and what was sent, received and deleted", async () => {
    const { url: QueueUrl } = await cloud.queue("measured");
    const of = { QueueName: "measured" };
    await alarm("waiting", "AWS/SQS", "ApproximateNumberOfMessagesVisible", of, { Statistic: "Maximum" });
    const old = { Statistic: "Maximum", Threshold: 600 };
    await alarm("old", "AWS/SQS", "ApproximateAgeOfOldestMessage", of, old);
    for (const MessageBody of ["first", "second", "third"]) await cloud.aws.sqs.sendMessage({ QueueUrl, MessageBody });
    const { Messages = [] } = await cloud.aws.sqs.receiveMessage({ QueueUrl });
    await cloud.aws.sqs.deleteMessage({ QueueUrl, ReceiptHandle: Messages[0]?.ReceiptHandle });
    await move(300);
    const value = (name: string) => measured("AWS/SQS", name, of);
    assert.equal((await value("ApproximateNumberOfMessagesVisible"))?.maximum, 2);
    for (const [name, count] of [
      ["Sent", 3],
      ["Received", 1],
      ["Deleted", 1],
    ] as const)
      assert.equal((await value(`NumberOfMessages${name}`))?.sum, count, name);
    assert.equal((await value("SentMessageSize"))?.maximum, "second".length);
    assert.deepEqual([await alarmed("waiting"), await alarmed("old")], ["ALARM", "OK"]);
    await move(600);
    assert.equal(await alarmed("old"), "ALARM");
    const left = await cloud.aws.sqs.receiveMessage({ QueueUrl, MaxNumberOfMessages: 10 });
    for (const { ReceiptHandle } of left.Messages ?? []) await cloud.aws.sqs.deleteMessage({ QueueUrl, ReceiptHandle });
    await move(600);
    assert.deepEqual([await alarmed("waiting"), await alarmed("old")], ["OK", "OK"]);
  });

  it("of a stream: what was put and read, and how old it was", async () => {
    const { kinesis, lambda } = cloud.aws;
    const of = { StreamName: "measured" };
    await kinesis.createStream({ ...of, ShardCount: 1 });
    await until(async () => {
      const { StreamDescriptionSummary } = await kinesis.describeStreamSummary(of);
      return StreamDescriptionSummary?.StreamStatus === "ACTIVE" || undefined;
    }, "the stream");
    const Data = Buffer.from("12345");
    await kinesis.putRecord({ ...of, PartitionKey: "a", Data });
    await kinesis.putRecords({ ...of, Records: [1, 2].map((each) => ({ PartitionKey: String(each), Data })) });
    const sum = async (name: string) => (await measured("AWS/Kinesis", name, of))?.sum;
    assert.deepEqual([await sum("IncomingRecords"), await sum("IncomingBytes")], [3, 15]);
    assert.deepEqual([await sum("PutRecord.Success"), await sum("PutRecords.SuccessfulRecords")], [1, 2]);
    const { ShardIterator } = await kinesis.getShardIterator({
      ...of,
      ShardId: "shardId-000000000000",
      ShardIteratorType: "TRIM_HORIZON",
    });
    await kinesis.getRecords({ ShardIterator });
    assert.deepEqual([await sum("GetRecords.Records"), await sum("GetRecords.Bytes")], [3, 15]);
    await cloud.function("behind");
    const EventSourceArn = cloud.arn("kinesis", "stream/measured");
    await lambda.createEventSourceMapping({ FunctionName: "behind", EventSourceArn, StartingPosition: "TRIM_HORIZON" });
    const age = () => measured("AWS/Lambda", "IteratorAge", { FunctionName: "behind" });
    assert.ok((await until(age, "the age of its records")).maximum > 0);
    await until(
      async () => ((await sum("GetRecords.Records")) === 6 ? true : undefined),
      "the records that Lambda read",
    );
    assert.ok(((await measured("AWS/Kinesis", "GetRecords.IteratorAgeMilliseconds", of))?.maximum ?? 0) > 0);
  });

  it("of a database: who is connected", async () => {
    const database = await startDatabase(cloud.emulator);
    const admin = await database.admin();
    await move(60);
    const connections = () => measured("AWS/RDS", "DatabaseConnections", { DBClusterIdentifier: "db" });
    assert.equal((await connections())?.maximum, 1);
    await admin.end();
    database.destroy();
  });

  it("of queues that a service sends to and a function reads, and none of queues that were never used", async () => {
    const queue = await cloud.queue("read");
    await cloud.queue("unused");
    await cloud.function("reader");
    await cloud.aws.lambda.createEventSourceMapping({ FunctionName: "reader", EventSourceArn: queue.arn });
    const { TopicArn } = await cloud.aws.sns.createTopic({ Name: "sending" });
    await cloud.aws.sns.subscribe({ TopicArn, Protocol: "sqs", Endpoint: queue.arn });
    await cloud.aws.sns.publish({ TopicArn, Message: "hello" });
    const count = (name: string) => measured("AWS/SQS", `NumberOfMessages${name}`, { QueueName: "read" });
    await until(async () => (await count("Deleted")) ?? undefined, "the deletion");
    assert.deepEqual([(await count("Sent"))?.sum, (await count("Received"))?.sum], [1, 1]);
    await move(60);
    const unused = await measured("AWS/SQS", "ApproximateNumberOfMessagesVisible", { QueueName: "unused" });
    assert.equal(unused, undefined);
  });

  it("of a table: the capacity that each way of calling took, and what was refused", async () => {
    const { dynamodb } = cloud.aws;
    const TableName = "measured";
    await dynamodb.createTable({
      TableName,
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      BillingMode: "PAY_PER_REQUEST",
    });
    const key = (id: string) => ({ id: { S: id } });
    const plain = await dynamodb.putItem({ TableName, Item: key("a") });
    assert.equal(plain.ConsumedCapacity, undefined);
    const told = await dynamodb.putItem({ TableName, Item: key("b"), ReturnConsumedCapacity: "TOTAL" });
    assert.equal(told.ConsumedCapacity?.CapacityUnits, 1);
    await dynamodb.batchWriteItem({ RequestItems: { [TableName]: [{ PutRequest: { Item: key("c") } }] } });
    await dynamodb.transactWriteItems({ TransactItems: [{ Put: { TableName, Item: key("d") } }] });
    await dynamodb.getItem({ TableName, Key: key("a"), ConsistentRead: true });
    await dynamodb.scan({ TableName });
    const refused = dynamodb.putItem({ TableName, Item: key("a"), ConditionExpression: "attribute_not_exists(id)" });
    await assert.rejects(refused, { name: "ConditionalCheckFailedException" });
    const value = async (name: string, more: Dimensions = {}) =>
      (await measured("AWS/DynamoDB", name, { TableName, ...more }))?.sum;
    assert.equal(await value("ConsumedWriteCapacityUnits"), 5);
    assert.equal(await value("ConsumedReadCapacityUnits"), 1.5);
    assert.equal(await value("ConditionalCheckFailedRequests"), 1);
    assert.ok((await value("SuccessfulRequestLatency", { Operation: "PutItem" })) !== undefined);
    assert.equal(await value("SystemErrors", { Operation: "PutItem" }), undefined);
  });

  it("of REST and HTTP APIs: requests, errors of clients and of servers, latency; their alarms go off", async () => {
    const requestTemplates = json('{"statusCode": 200}');
    const call = await makeApi(cloud, { integration: { type: "MOCK", uri: "", requestTemplates } });
    const rest = { ApiName: "api", Stage: "live" };
    const broken = await makeApi(cloud, { integration: { uri: serviceUri("sqs", "action/SendMessage") } });
    await alarm("server-errors", "AWS/ApiGateway", "5XXError", rest);
    await call();
    await call(undefined, { at: "/missing" });
    assert.equal((await broken()).status, 500);
    const value = async (name: string, of: Dimensions) => (await measured("AWS/ApiGateway", name, of))?.sum;
    for (const of of [rest, { ApiName: "api" }]) {
      assert.equal(await value("Count", of), 3);
      assert.equal(await value("4XXError", of), 1);
      assert.equal(await value("5XXError", of), 1);
      assert.ok(((await value("Latency", of)) ?? 0) > 0);
    }
    const { apigatewayv2 } = cloud.aws;
    const { ApiId = "" } = await apigatewayv2.createApi({ Name: "http", ProtocolType: "HTTP" });
    await apigatewayv2.createStage({ ApiId, StageName: "$default", AutoDeploy: true });
    assert.equal((await cloud.get("/missing", `${ApiId}.execute-api.localhost`))[0], 404);
    const http = { ApiId, Stage: "$default" };
    assert.deepEqual([await value("Count", http), await value("4xx", http), await value("5xx", http)], [1, 1, 0]);
    await move(60);
    assert.equal(await alarmed("server-errors"), "ALARM");
  });

  it("of workflows, of readers of streams, and of the lines of functions that have metrics in them", async () => {
    const { sfn } = cloud.aws;
    const definition = JSON.stringify({ StartAt: "End", States: { End: { Type: "Fail", Error: "Broken" } } });
    const roleArn = await cloud.role("workflow");
    const { stateMachineArn = "" } = await sfn.createStateMachine({ name: "fails", definition, roleArn });
    await sfn.startExecution({ stateMachineArn });
    const executions = (name: string) =>
      measured("AWS/States", name, { StateMachineArn: stateMachineArn }).then((found) => found?.sum);
    await until(() => executions("ExecutionsFailed"), "the failure");
    assert.equal(await executions("ExecutionsStarted"), 1);
    const line = {
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [
          { Namespace: "Headroom", Dimensions: [["service"]], Metrics: [{ Name: "Rejected", Unit: "Count" }] },
        ],
      },
      service: "photos",
      Rejected: [1, 2],
    };
    await cloud.function("telling", `console.log(${JSON.stringify(JSON.stringify(line))});`);
    await cloud.aws.lambda.invoke({ FunctionName: "telling" });
    const { sum } = await until(() => measured("Headroom", "Rejected", { service: "photos" }), "the line's metric");
    assert.equal(sum, 3);
    await cloud.aws.kinesis.createStream({ StreamName: "aging", ShardCount: 1 });
    const stream = await until(async () => {
      const { StreamDescription } = await cloud.aws.kinesis.describeStream({ StreamName: "aging" });
      return StreamDescription?.StreamStatus === "ACTIVE" ? StreamDescription : undefined;
    }, "the stream");
    await cloud.function("aging");
    const mapping = { FunctionName: "aging", EventSourceArn: stream.StreamARN };
    await cloud.aws.kinesis.putRecord({ StreamName: "aging", PartitionKey: "p", Data: Buffer.from("a") });
    await cloud.aws.lambda.createEventSourceMapping({ ...mapping, StartingPosition: "TRIM_HORIZON" });
    const age = await until(() => measured("AWS/Lambda", "IteratorAge", { FunctionName: "aging" }), "the age");
    assert.ok(age.maximum > 0);
  });
});
