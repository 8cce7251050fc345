import assert from "node:assert/strict";
import { Cloud, document, type Json, until, shared } from "./cloud";
import { json, makeApi, serviceUri } from "./restApi";

const escaped = String.raw`$util.escapeJavaScript($input.json('$')).replaceAll("\\'", "'")`;

describe("a REST API on the emulator calls a service by a mapping template", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let aws: Cloud["aws"];
  let credentials: string;
  shared(Cloud, async (started) => {
    cloud = started;
    ({ aws } = cloud);
    const rights = ["kinesis:*", "sqs:*", "sns:*", "dynamodb:*", "states:*", "events:*"];
    credentials = await cloud.role("api", ...rights);
  });

  const parse = (text: string) => JSON.parse(text) as Json;

  it("Kinesis: one record and several, as AWS's tutorial has them", async () => {
    await aws.kinesis.createStream({ StreamName: "records", ShardCount: 1 });
    await until(async () => {
      const { StreamDescriptionSummary } = await aws.kinesis.describeStreamSummary({ StreamName: "records" });
      return StreamDescriptionSummary?.StreamStatus === "ACTIVE" ? true : undefined;
    }, "the stream");
    const one = await makeApi(cloud, {
      path: "/streams/{stream-name}/record",
      integration: {
        uri: serviceUri("kinesis", "action/PutRecord"),
        credentials,
        requestParameters: { "integration.request.header.Content-Type": "'x-amz-json-1.1'" },
        requestTemplates: json(`{
          "StreamName": "$input.params('stream-name')",
          "Data": "$util.base64Encode($input.json('$.Data'))",
          "PartitionKey": "$input.path('$.PartitionKey')"
        }`),
      },
    });
    const put = await one({ Data: { some: "data" }, PartitionKey: "k" }, { at: "/streams/records/record" });
    assert.equal(put.status, 200, put.body);
    const { ShardId, SequenceNumber } = parse(put.body);
    assert.ok(ShardId && SequenceNumber);
    const several = await makeApi(cloud, {
      path: "/streams/{stream-name}/records",
      integration: {
        uri: serviceUri("kinesis", "action/PutRecords"),
        credentials,
        requestTemplates: json(`{
          "StreamName": "$input.params('stream-name')",
          "Records": [
            #foreach($elem in $input.path('$.records'))
            { "Data": "$util.base64Encode($elem.data)", "PartitionKey": "$elem.partition-key" }#if($foreach.hasNext),#end
            #end
          ]
        }`),
      },
    });
    const records = ["b", "c"].map((data) => ({ data, "partition-key": data }));
    const all = await several({ records }, { at: "/streams/records/records" });
    assert.equal(parse(all.body).FailedRecordCount, 0, all.body);
    const { ShardIterator } = await aws.kinesis.getShardIterator({
      StreamName: "records",
      ShardId: ShardId as string,
      ShardIteratorType: "TRIM_HORIZON",
    });
    const { Records = [] } = await aws.kinesis.getRecords({ ShardIterator });
    const found = Records.map(({ Data, PartitionKey }) => [Buffer.from(Data ?? []).toString(), PartitionKey]);
    assert.deepEqual(found, [
      ['{"some":"data"}', "k"],
      ["b", "b"],
      ["c", "c"],
    ]);
  });

  it("SQS, by its path and by its action, with an attribute; the answer is JSON", async () => {
    const { arn, url } = await cloud.queue("orders");
    const form = { "integration.request.header.Content-Type": "'application/x-www-form-urlencoded'" };
    const byPath = await makeApi(cloud, {
      integration: {
        uri: serviceUri("sqs", `path/${arn.split(":")[4]}/orders`),
        credentials,
        requestParameters: form,
        requestTemplates: json("Action=SendMessage&MessageBody=$util.urlEncode($input.body)"),
      },
      responses: [{ responseTemplates: json("$input.path('$.SendMessageResponse.SendMessageResult.MessageId')") }],
    });
    const sent = await byPath({ order: "1 & 2" });
    assert.match(sent.body, /^[\da-f-]{36}$/);
    const byAction = await makeApi(cloud, {
      integration: {
        uri: serviceUri("sqs", "action/SendMessage"),
        credentials,
        requestParameters: { ...form, "integration.request.querystring.QueueUrl": `'${url}'` },
        requestTemplates: json("MessageBody=$util.urlEncode($input.body)"),
      },
    });
    const { body } = await byAction({ order: 3 });
    assert.ok((parse(body).SendMessageResponse as { SendMessageResult: Json }).SendMessageResult.MessageId, body);
    const found = await cloud.take(url);
    assert.deepEqual(new Set(found.map(({ order }) => order)), new Set(["1 & 2", 3]));
  });

  it("SNS", async () => {
    const { arn, url } = await cloud.queue("told");
    const { TopicArn } = await aws.sns.createTopic({ Name: "told" });
    await aws.sns.subscribe({ TopicArn, Protocol: "sqs", Endpoint: arn, Attributes: { RawMessageDelivery: "true" } });
    const call = await makeApi(cloud, {
      integration: {
        uri: serviceUri("sns", "action/Publish"),
        credentials,
        requestParameters: {
          "integration.request.querystring.TopicArn": `'${TopicArn}'`,
          "integration.request.querystring.Message": "method.request.body",
        },
      },
    });
    const { status, body } = await call({ a: 1 });
    assert.equal(status, 200, body);
    assert.deepEqual(await cloud.take(url), [{ a: 1 }]);
  });

  it("DynamoDB, with an item written and read through templates", async () => {
    await aws.dynamodb.createTable({
      TableName: "comments",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    });
    const write = await makeApi(cloud, {
      integration: {
        uri: serviceUri("dynamodb", "action/PutItem"),
        credentials,
        requestTemplates: json(`{ "TableName": "comments", "Item": {
          "id": { "S": "$context.requestId" }, "text": { "S": "$util.escapeJavaScript($input.path('$.text'))" },
          "stage": { "S": "$stageVariables.color" } } }`),
      },
      responses: [{ statusCode: "201", responseTemplates: json('{ "id": "$context.requestId" }') }],
      variables: { color: "blue" },
    });
    const written = await write({ text: 'a "quoted" text' });
    assert.equal(written.status, 201, written.body);
    const read = await makeApi(cloud, {
      path: "/comments/{id}",
      integration: {
        uri: serviceUri("dynamodb", "action/GetItem"),
        credentials,
        requestTemplates: json(`{ "TableName": "comments", "Key": { "id": { "S": "$input.params('id')" } } }`),
      },
      responses: [
        {
          responseTemplates: json(`#set($item = $input.path('$.Item'))
            #if($item == "")#set($context.responseOverride.status = 404){ "message": "not found" }#else
            { "text": "$util.escapeJavaScript($item.text.S)", "stage": "$item.stage.S" }#end`),
        },
      ],
    });
    const get = (id: string) => read(undefined, { method: "GET", at: `/comments/${id}` });
    const found = await get(String(parse(written.body).id));
    assert.deepEqual(parse(found.body), { text: 'a "quoted" text', stage: "blue" });
    assert.equal((await get("none")).status, 404);
  });

  it("Step Functions and EventBridge", async () => {
    const { stateMachineArn } = await aws.sfn.createStateMachine({
      name: "orders",
      definition: JSON.stringify({ StartAt: "Done", States: { Done: { Type: "Pass", End: true } } }),
      roleArn: await cloud.role("machine"),
    });
    const start = await makeApi(cloud, {
      integration: {
        uri: serviceUri("states", "action/StartExecution"),
        credentials,
        requestTemplates: json(`{ "input": "${escaped}", "stateMachineArn": "${stateMachineArn}" }`),
      },
    });
    const { executionArn } = parse((await start({ order: 'it\'s "1"' })).body);
    const { input } = await aws.sfn.describeExecution({ executionArn: String(executionArn) });
    assert.deepEqual(parse(input ?? ""), { order: 'it\'s "1"' });

    const { arn, url } = await cloud.queue("events");
    await aws.events.putRule({ Name: "orders", EventPattern: JSON.stringify({ source: ["api"] }) });
    await aws.events.putTargets({ Rule: "orders", Targets: [{ Id: "queue", Arn: arn }] });
    const put = await makeApi(cloud, {
      integration: {
        uri: serviceUri("events", "path//"),
        credentials,
        requestParameters: {
          "integration.request.header.X-Amz-Target": "'AWSEvents.PutEvents'",
          "integration.request.header.Content-Type": "'application/x-amz-json-1.1'",
        },
        requestTemplates: json(`{ "Entries": [{ "Source": "api", "DetailType": "order", "Detail": "${escaped}" }] }`),
      },
    });
    const answer = await put({ order: 2 });
    assert.equal(parse(answer.body).FailedEntryCount, 0, answer.body);
    const [event] = await until(async () => {
      const taken = await cloud.take(url);
      return taken.length ? taken : undefined;
    }, "the event");
    assert.deepEqual(event?.detail, { order: 2 });
  });

  describe("only by a role that", () => {
    const uri = serviceUri("dynamodb", "action/ListTables");
    const templates = { requestTemplates: json("{}") };

    it("may: the service's refusal is an answer like others", async () => {
      const call = await makeApi(cloud, {
        integration: { uri, credentials: await cloud.role("may-not"), ...templates },
        responses: [{}, { statusCode: "403", selectionPattern: "4\\d\\d", responseTemplates: json("refused") }],
      });
      const { status, body } = await call({});
      assert.deepEqual([status, body], [403, "refused"]);
    });

    it("API Gateway may assume, and never without one", async () => {
      const AssumeRolePolicyDocument = document({
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: "lambda.amazonaws.com" },
      });
      const { Role } = await aws.iam.createRole({ RoleName: "of-another", AssumeRolePolicyDocument });
      const untrusting = await makeApi(cloud, { integration: { uri, credentials: Role?.Arn, ...templates } });
      assert.equal((await untrusting({})).status, 500);
      await cloud.logged(/refused: API Gateway may not assume the role \S*of-another\. Fix: /);
      const without = await makeApi(cloud, { integration: { uri, ...templates } });
      assert.equal((await without({})).status, 500);
      await cloud.logged(/refused: \S*ListTables is not called: the integration has no role/);
    });
  });
});
