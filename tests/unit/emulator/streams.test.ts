import assert from "node:assert/strict";
import { type CreateEventSourceMappingRequest } from "@aws-sdk/client-lambda";
import { Cloud, type Json, until, shared } from "./cloud";

describe("streams on the emulator are read as Lambda reads them", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  shared(Cloud, (started) => (cloud = started));

  async function table(TableName: string): Promise<string> {
    const { TableDescription } = await cloud.aws.dynamodb.createTable({
      TableName,
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
    });
    return TableDescription?.LatestStreamArn ?? "";
  }
  const put = async (TableName: string, ...ids: string[]) => {
    for (const id of ids) await cloud.aws.dynamodb.putItem({ TableName, Item: { id: { S: id } } });
  };
  const read = (FunctionName: string, EventSourceArn: string, more: Partial<CreateEventSourceMappingRequest>) =>
    cloud.aws.lambda.createEventSourceMapping({
      FunctionName,
      EventSourceArn,
      StartingPosition: "TRIM_HORIZON",
      BatchSize: 10,
      ...more,
    });
  const idOf = (record: Json) => ((record.dynamodb as Json).Keys as { id: { S: string } }).id.S;
  /** The ids of each batch that a function got. */
  const batches = async (name: string) =>
    (await cloud.events(name)).map(({ Records }) => (Records as Json[]).map(idOf).join(""));
  const untilBatches = (name: string, last: string) =>
    until(async () => {
      const found = await batches(name);
      return found.at(-1) === last ? found : undefined;
    }, `the batch ${last} of ${name}`);
  const fails = (id: string) =>
    `if (event.Records.some(({ dynamodb }) => dynamodb.Keys.id.S === "${id}")) throw new Error("poison");`;
  const reports = (id: string) =>
    `const failed = event.Records.find(({ dynamodb }) => dynamodb.Keys.id.S === "${id}");
     return { batchItemFailures: failed ? [{ itemIdentifier: failed.dynamodb.SequenceNumber }] : [] };`;

  /** A table with records a to e that a function reads, and a queue for what it gives up. */
  async function reader(name: string, body: string, settings: Partial<CreateEventSourceMappingRequest>) {
    const [arn, dead] = [await table(name), await cloud.queue(`${name}-dead`)];
    await cloud.function(name, body);
    await put(name, "a", "b", "c", "d", "e");
    await read(name, arn, { DestinationConfig: { OnFailure: { Destination: dead.arn } }, ...settings });
    return { arn, dead };
  }
  const letters = (url: string, count: number) => {
    const found: Json[] = [];
    return until(async () => {
      found.push(...(await cloud.take(url)));
      return found.length >= count ? found : undefined;
    }, "the letter");
  };

  it("halves a batch that failed until the record that fails is alone, tries that as often as allowed, and goes on", async () => {
    const { arn, dead } = await reader("bisected", fails("d"), {
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 1,
    });
    assert.deepEqual(await untilBatches("bisected", "e"), ["abcde", "ab", "cde", "c", "de", "d", "d", "e"]);
    const [letter] = await letters(dead.url, 1);
    const { requestContext, DDBStreamBatchInfo } = letter as { requestContext: Json; DDBStreamBatchInfo: Json };
    assert.equal(requestContext.condition, "RetryAttemptsExhausted");
    assert.equal(requestContext.approximateInvokeCount, 2);
    assert.equal(requestContext.functionArn, cloud.arn("lambda", "function:bisected"));
    assert.deepEqual([DDBStreamBatchInfo.batchSize, DDBStreamBatchInfo.streamArn], [1, arn]);
    assert.equal(DDBStreamBatchInfo.startSequenceNumber, DDBStreamBatchInfo.endSequenceNumber);
  });

  it("gives a batch up whole where it is not halved", async () => {
    const { dead } = await reader("whole", fails("d"), { MaximumRetryAttempts: 2 });
    const [letter] = await letters(dead.url, 1);
    assert.equal((letter?.DDBStreamBatchInfo as Json).batchSize, 5);
    await put("whole", "f");
    assert.deepEqual(await untilBatches("whole", "f"), ["abcde", "abcde", "abcde", "f"]);
  });

  it("goes on from the first record that an answer says failed", async () => {
    const { dead } = await reader("partial", reports("c"), {
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      MaximumRetryAttempts: 1,
    });
    const [letter] = await letters(dead.url, 1);
    assert.deepEqual(await batches("partial"), ["abcde", "cde"]);
    assert.equal((letter?.DDBStreamBatchInfo as Json).batchSize, 3, "what is left of the batch is given up with it");
    assert.equal((letter?.responseContext as Json).functionError, undefined);
  });

  it("splits a batch where its answer says, not in halves, and tries it again from there", async () => {
    const { dead } = await reader("split", reports("c"), {
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 2,
    });
    const [letter] = await letters(dead.url, 1);
    assert.deepEqual(await batches("split"), ["abcde", "cde", "cde"]);
    assert.equal((letter?.DDBStreamBatchInfo as Json).batchSize, 3);
  });

  it("takes no partial answer that was not asked for", async () => {
    await reader("unasked", reports("c"), { MaximumRetryAttempts: 1 });
    await untilBatches("unasked", "abcde");
    await put("unasked", "f");
    assert.deepEqual(await untilBatches("unasked", "f"), ["abcde", "f"]);
  });

  it("takes an answer that names no record of the batch for a failure of all", async () => {
    const answer = 'return { batchItemFailures: [{ itemIdentifier: "" }] };';
    const { dead } = await reader("misnamed", answer, {
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      MaximumRetryAttempts: 1,
    });
    await letters(dead.url, 1);
    assert.deepEqual(await batches("misnamed"), ["abcde", "abcde"]);
  });

  it("gives up records that grew older than allowed", async () => {
    const { dead } = await reader("old", fails("a"), { MaximumRecordAgeInSeconds: 1 });
    const [letter] = await letters(dead.url, 1);
    assert.equal((letter?.requestContext as Json).condition, "RecordAgeExceeded");
    await put("old", "f");
    assert.equal((await untilBatches("old", "f")).at(-1), "f");
  });

  it("does not wait with one stream for a function that is slow with another", async () => {
    await reader("slow", "await new Promise((resolve) => setTimeout(resolve, 30_000));", {});
    await untilBatches("slow", "abcde");
    await reader("quick", "", {});
    assert.deepEqual(await untilBatches("quick", "abcde"), ["abcde"]);
  });

  it("gives the function what its filters let through, and counts the rest as done", async () => {
    const Filters = [{ Pattern: JSON.stringify({ dynamodb: { Keys: { id: { S: ["b", "d"] } } } }) }];
    await reader("filtered", "", { FilterCriteria: { Filters } });
    assert.deepEqual(await untilBatches("filtered", "bd"), ["bd"]);
    await put("filtered", "x");
    await cloud.aws.dynamodb.deleteItem({ TableName: "filtered", Key: { id: { S: "b" } } });
    assert.deepEqual(await untilBatches("filtered", "b"), ["bd", "b"]);
  });

  it("sends nothing where the function's role has no right to, and says so in the emulator's log", async () => {
    const dead = await cloud.queue("forbidden-dead", { Policy: "" });
    const arn = await table("forbidden");
    await cloud.function("forbidden", fails("a"));
    await cloud.aws.iam.deleteRolePolicy({ RoleName: "forbidden-role", PolicyName: "rights" });
    await put("forbidden", "a");
    const OnFailure = { Destination: dead.arn };
    await read("forbidden", arn, { DestinationConfig: { OnFailure }, MaximumRetryAttempts: 0 });
    await until(
      () => Promise.resolve(/forbidden-role has no sqs:SendMessage on .*forbidden-dead/.exec(cloud.log()) ?? undefined),
      "the line",
    );
    assert.deepEqual(await cloud.take(dead.url), []);
  });

  it("is the same for Kinesis, with the place of the records in their shard", async () => {
    await cloud.aws.kinesis.createStream({ StreamName: "orders", ShardCount: 1 });
    const dead = await cloud.queue("orders-dead");
    await cloud.function(
      "kinesis",
      'if (event.Records.some(({ kinesis }) => atob(kinesis.data) === "b")) throw new Error("poison");',
    );
    const { StreamDescription } = await until(async () => {
      const found = await cloud.aws.kinesis.describeStream({ StreamName: "orders" });
      return found.StreamDescription?.StreamStatus === "ACTIVE" ? found : undefined;
    }, "the stream");
    for (const text of ["a", "b", "c"])
      await cloud.aws.kinesis.putRecord({ StreamName: "orders", PartitionKey: "p", Data: Buffer.from(text) });
    await read("kinesis", StreamDescription?.StreamARN ?? "", {
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: dead.arn } },
    });
    const [letter] = await letters(dead.url, 1);
    const { batchSize, shardId } = letter?.KinesisBatchInfo as Json;
    assert.deepEqual([batchSize, shardId], [1, StreamDescription?.Shards?.[0]?.ShardId]);
    const sizes = await until(async () => {
      const events = await cloud.events("kinesis");
      return events.length >= 5 ? events.map(({ Records }) => (Records as Json[]).length) : undefined;
    }, "the last batch");
    assert.deepEqual(sizes, [3, 1, 2, 1, 1]);
  });
});
