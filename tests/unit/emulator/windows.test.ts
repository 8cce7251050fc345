import assert from "node:assert/strict";
import { type CreateEventSourceMappingRequest } from "@aws-sdk/client-lambda";
import { Cloud, type Json, shared, until } from "./cloud";

/** What a function keeps: the ids that it has seen in the window. */
const counting = `const ids = event.Records.map(({ dynamodb }) => dynamodb.Keys.id.S).join("");
  return { state: { ids: (event.state.ids ?? "") + ids } };`;

interface WindowEvent {
  Records: Json[];
  window: { start: string; end: string };
  state: { ids?: string };
  shardId: string;
  eventSourceARN: string;
  isFinalInvokeForWindow: boolean;
  isWindowTerminatedEarly: boolean;
}

describe("windows of event sources on the emulator are Lambda's", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  shared(Cloud, (started) => (cloud = started));

  const put = async (TableName: string, ...ids: string[]) => {
    for (const id of ids) await cloud.aws.dynamodb.putItem({ TableName, Item: { id: { S: id } } });
  };
  const ids = ({ Records }: Json) =>
    (Records as { dynamodb: { Keys: { id: { S: string } } } }[]).map(({ dynamodb }) => dynamodb.Keys.id.S).join("");
  /** A function that reads a table of the same name by a mapping with these settings. */
  async function reader(name: string, body: string, settings: Partial<CreateEventSourceMappingRequest>) {
    const { TableDescription } = await cloud.aws.dynamodb.createTable({
      TableName: name,
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
    });
    const EventSourceArn = TableDescription?.LatestStreamArn;
    await cloud.function(name, body);
    return cloud.aws.lambda.createEventSourceMapping({
      FunctionName: name,
      EventSourceArn,
      StartingPosition: "TRIM_HORIZON",
      ...settings,
    });
  }
  const eventsOnce = (name: string, done: (events: Json[]) => boolean) =>
    until(async () => {
      const events = await cloud.events(name);
      return done(events) ? events : undefined;
    }, `the events of ${name}`);

  it("hands the state of a tumbling window from call to call, and ends it with a call for the result", async () => {
    const mapping = await reader("tumbling", counting, { BatchSize: 2, TumblingWindowInSeconds: 1 });
    assert.equal(mapping.TumblingWindowInSeconds, 1);
    await put("tumbling", "a", "b", "c", "d", "e");
    const isFinal = (event: Json) => event.isFinalInvokeForWindow as boolean;
    const results = (events: Json[]) => events.filter(isFinal).map(({ state }) => (state as Json).ids);
    const found = await eventsOnce("tumbling", (events) => results(events).join("") === "abcde");
    const events = found as unknown as WindowEvent[];
    for (const { window, state, Records, isFinalInvokeForWindow } of events) {
      assert.equal(Date.parse(window.end) - Date.parse(window.start), 1000);
      assert.match(window.start, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      const before = events.slice(
        0,
        events.findIndex((each) => each.state === state),
      );
      const seen = before.filter((each) => each.window.start === window.start);
      assert.equal(state.ids ?? "", seen.map((each) => ids(each as unknown as Json)).join(""));
      assert.equal(Records.length === 0, isFinalInvokeForWindow);
    }
    assert.deepEqual([events[0]?.state, events[0]?.isWindowTerminatedEarly], [{}, false]);
    assert.match(events[0]?.eventSourceARN ?? "", /table\/tumbling\/stream/);
    assert.match(events[0]?.shardId ?? "", /^shardId-/);
  });

  it("takes an answer without a state for a failure", async () => {
    const dead = await cloud.queue("stateless-dead");
    await reader("stateless", "return {};", {
      TumblingWindowInSeconds: 900,
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: dead.arn } },
    });
    await put("stateless", "a");
    const [letter] = await until(async () => {
      const letters = await cloud.take(dead.url);
      return letters.length ? letters : undefined;
    }, "the letter");
    assert.equal((letter?.requestContext as Json).condition, "RetryAttemptsExhausted");
  });

  it("ends a window early whose state is larger than 1 MB, and goes on with an empty one", async () => {
    const body = `return { state: event.isWindowTerminatedEarly ? {} : { ids: "x".repeat(1024 * 1024) } };`;
    await reader("large", body, { TumblingWindowInSeconds: 900, BatchSize: 1 });
    await put("large", "a");
    await cloud.logged(/window of .*large.* ended early/);
    await put("large", "b");
    const events = await eventsOnce("large", (found) => found.some((event) => ids(event) === "b"));
    const states = events.filter((event) => !event.isWindowTerminatedEarly).map((event) => [ids(event), event.state]);
    assert.deepEqual(states, [
      ["a", {}],
      ["b", {}],
    ]);
  });

  it("gathers the records of a stream for as long as the batching window is, or until the batch is full", async () => {
    await reader("gathered", "", { BatchSize: 100, MaximumBatchingWindowInSeconds: 2 });
    await put("gathered", "a", "b", "c");
    assert.deepEqual((await eventsOnce("gathered", (events) => events.length > 0)).map(ids), ["abc"]);
    await reader("full", "", { BatchSize: 2, MaximumBatchingWindowInSeconds: 300 });
    await put("full", "a", "b", "c");
    assert.deepEqual((await eventsOnce("full", (events) => events.length > 0)).map(ids), ["ab"]);
  });

  /** A function that reads a queue of the same name. */
  async function consumer(name: string, body: string, settings: Partial<CreateEventSourceMappingRequest>) {
    const queue = await cloud.queue(name);
    await cloud.function(name, body);
    await cloud.aws.lambda.createEventSourceMapping({ FunctionName: name, EventSourceArn: queue.arn, ...settings });
    return async (...bodies: string[]) => {
      for (const MessageBody of bodies) await cloud.aws.sqs.sendMessage({ QueueUrl: queue.url, MessageBody });
    };
  }
  const bodies = ({ Records }: Json) => (Records as { body: string }[]).map(({ body }) => body).join("");

  it("gathers the messages of a queue in the same way, more than ten as well", async () => {
    const send = await consumer("letters", "", { BatchSize: 12, MaximumBatchingWindowInSeconds: 300 });
    await send(..."abcdefghijklm");
    assert.deepEqual((await eventsOnce("letters", (events) => events.length > 0)).map(bodies), ["abcdefghijkl"]);
    const sendFew = await consumer("few", "", { BatchSize: 10, MaximumBatchingWindowInSeconds: 2 });
    await sendFew("a", "b", "c");
    assert.deepEqual((await eventsOnce("few", (events) => events.length > 0)).map(bodies), ["abc"]);
  });

  it("never calls a queue's consumer more often at once than its maximum concurrency", async () => {
    const body = `console.log("SPAN " + Date.now()); await new Promise((done) => setTimeout(done, 300));
      console.log("SPAN " + Date.now());`;
    const send = await consumer("scaled", body, { BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } });
    await send(..."abcdefgh");
    const spans = await until(async () => {
      const lines = await cloud.logLines("/aws/lambda/scaled");
      const times = lines.flatMap((line) => /SPAN (\d+)/.exec(line)?.[1] ?? []);
      return times.length === 16 ? times.map(Number) : undefined;
    }, "the calls");
    const starts = spans.filter((_, index) => index % 2 === 0);
    const atOnce = starts.map((start) => starts.filter((other) => other <= start && start < other + 300).length);
    assert.equal(Math.max(...atOnce), 2);
  });
});
