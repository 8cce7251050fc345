import { CloudWatchLogsClient, paginateFilterLogEvents } from "@aws-sdk/client-cloudwatch-logs";
import { CreateTableCommand, DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import {
  AddPermissionCommand,
  InvokeCommand,
  LambdaClient,
  PutFunctionEventInvokeConfigCommand,
} from "@aws-sdk/client-lambda";
import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { ACCOUNT, allow, deployPacked } from "./packed";

const NAME = "database-events";
const arn = (service: string, resource: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;

/** As RDS publishes an event. */
const published = (number: string, message: string): string =>
  JSON.stringify({
    "Event Source": "db-cluster",
    "Event Time": "2026-11-27 12:00:00.000",
    "Identifier Link": `https://console.aws.amazon.com/rds/home?region=${REGION}#dbclusters:id=orders`,
    "Source ID": "orders",
    "Source ARN": arn("rds", "cluster:orders"),
    "Event ID": `http://docs.amazonwebservices.com/AmazonRDS/latest/UserGuide/USER_Events.html#RDS-EVENT-${number}`,
    "Event Message": message,
    Tags: {},
  });

describe("database-events function, called by the emulator's SNS under its own role", function () {
  this.timeout(120_000);
  let emulator: TestEmulator;
  let clients: {
    sns: SNSClient;
    sqs: SQSClient;
    lambda: LambdaClient;
    logs: CloudWatchLogsClient;
    dynamodb: DynamoDBClient;
  };
  let TopicArn: string | undefined;
  const queues: Record<"critical" | "dead", string> = { critical: "", dead: "" };

  async function deploy(): Promise<void> {
    const { lambda } = clients;
    await deployPacked(emulator, lambda, NAME, {
      rights: [
        allow(["dynamodb:GetItem", "dynamodb:PutItem"], arn("dynamodb", "table/handled")),
        allow(["sns:Publish"], arn("sns", "critical")),
        allow(["sqs:SendMessage"], arn("sqs", "dead")),
      ],
      variables: { CRITICAL_TOPIC_ARN: arn("sns", "critical"), HANDLED_TABLE: "handled" },
    });
    await lambda.send(
      new PutFunctionEventInvokeConfigCommand({
        FunctionName: NAME,
        MaximumRetryAttempts: 0,
        DestinationConfig: { OnFailure: { Destination: arn("sqs", "dead") } },
      }),
    );
  }

  const publish = (Message: string) => clients.sns.send(new PublishCommand({ TopicArn, Message }));
  async function logged(): Promise<Record<string, unknown>[]> {
    const lines: Record<string, unknown>[] = [];
    for await (const { events = [] } of paginateFilterLogEvents(
      { client: clients.logs },
      { logGroupName: `/aws/lambda/${NAME}` },
    )) {
      for (const { message = "" } of events) {
        const json = message.trim();
        if (json.startsWith("{") && json.endsWith("}")) lines.push(JSON.parse(json) as Record<string, unknown>);
      }
    }
    return lines;
  }
  /** The line of the log that is so, when it has come. */
  async function line(is: (line: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    for (;;) {
      const found = (await logged().catch(() => [])).find(is);
      if (found) return found;
      await sleep(50);
    }
  }
  async function received(queue: keyof typeof queues): Promise<unknown[]> {
    const { Messages = [] } = await clients.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queues[queue], MaxNumberOfMessages: 10, WaitTimeSeconds: 5 }),
    );
    return Messages.map(({ Body = "" }) => JSON.parse(Body) as unknown);
  }

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    const settings = { endpoint: emulator.endpoint, region: REGION, credentials: root };
    clients = {
      sns: new SNSClient(settings),
      sqs: new SQSClient(settings),
      lambda: new LambdaClient(settings),
      logs: new CloudWatchLogsClient(settings),
      dynamodb: new DynamoDBClient(settings),
    };
    await clients.dynamodb.send(
      new CreateTableCommand({
        TableName: "handled",
        AttributeDefinitions: [{ AttributeName: "event", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "event", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    for (const name of ["critical", "dead"] as const) {
      const Policy = JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { Service: "sns.amazonaws.com" }, Action: "sqs:SendMessage", Resource: "*" },
        ],
      });
      const { QueueUrl = "" } = await clients.sqs.send(
        new CreateQueueCommand({ QueueName: name, Attributes: { Policy } }),
      );
      queues[name] = QueueUrl;
    }
    const { TopicArn: critical } = await clients.sns.send(new CreateTopicCommand({ Name: "critical" }));
    await clients.sns.send(
      new SubscribeCommand({ TopicArn: critical, Protocol: "sqs", Endpoint: arn("sqs", "critical") }),
    );
    await deploy();
    ({ TopicArn } = await clients.sns.send(new CreateTopicCommand({ Name: "events" })));
    await clients.lambda.send(
      new AddPermissionCommand({
        FunctionName: NAME,
        StatementId: "events",
        Action: "lambda:InvokeFunction",
        Principal: "sns.amazonaws.com",
        SourceArn: TopicArn,
      }),
    );
    await clients.sns.send(
      new SubscribeCommand({ TopicArn, Protocol: "lambda", Endpoint: arn("lambda", `function:${NAME}`) }),
    );
  });
  after(async () => {
    for (const client of Object.values(clients)) client.destroy();
    await emulator.stop();
  });

  it("logs and counts an ordinary event, and hands it to nobody", async () => {
    await publish(published("0169", "Automated cluster snapshot created"));
    const { level, severity, source, sourceType } = await line(({ id }) => id === "RDS-EVENT-0169");
    assert.deepEqual([level, severity, source, sourceType], ["INFO", "info", "orders", "db-cluster"]);
    const metric = await line(({ DatabaseEventsInfo }) => DatabaseEventsInfo === 1);
    assert.match(JSON.stringify(metric._aws), /"Namespace":"Headroom"/);
  });

  it("hands a critical event on once, however often it comes", async () => {
    const failed = published(
      "0069",
      "Cluster failover failed, check the status of your cluster instances and try again.",
    );
    await publish(failed);
    assert.equal((await line(({ id }) => id === "RDS-EVENT-0069")).level, "ERROR");
    await publish(failed);
    await line(({ DatabaseEventsRepeated }) => DatabaseEventsRepeated === 1);
    const told = (await received("critical")) as { Subject: string; Message: string }[];
    assert.deepEqual(
      told.map(({ Subject }) => Subject),
      ["CRITICAL RDS-EVENT-0069: db-cluster orders"],
    );
    assert.match(told[0]?.Message ?? "", /the failover of the cluster has failed\.\nRDS says: Cluster failover failed/);
    const { Items = [] } = await clients.dynamodb.send(new ScanCommand({ TableName: "handled" }));
    assert.equal(Items.length, 2, "each event once");
  });

  it("makes a dead letter of what is no event of RDS", async () => {
    // The emulator's SNS does not retry what failed, as Lambda does with its own events.
    const Payload = JSON.stringify({ Records: [{ Sns: { Message: "hello" } }] });
    await clients.lambda.send(new InvokeCommand({ FunctionName: NAME, InvocationType: "Event", Payload }));
    const [letter] = await received("dead");
    assert.match(JSON.stringify(letter), /not an RDS event/);
    assert.match(JSON.stringify(letter), /hello/);
  });

  it("makes a dead letter of what SNS did not bring", async () => {
    const Payload = JSON.stringify({ source: "aws.rds", detail: { EventID: "RDS-EVENT-0049" } });
    await clients.lambda.send(new InvokeCommand({ FunctionName: NAME, InvocationType: "Event", Payload }));
    const [letter] = await received("dead");
    assert.match(JSON.stringify(letter), /not an SNS event/);
  });
});
