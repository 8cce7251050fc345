import { type Message } from "@aws-sdk/client-sqs";
import assert from "node:assert/strict";

import { type DeadLetterQueue } from "../../cli/functions/deadLetterQueues";
import { parseLetter } from "../../cli/functions/letter";
import { redriveLetter } from "../../cli/functions/redrive";
import { Aws } from "../../local/provider/frame/aws";
import { REGION, startEmulator, type TestEmulator } from "./emulator";

describe("dead letters that SQS moved go back to their queue", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let aws: Aws;
  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    aws = new Aws(emulator.endpoint, REGION);
  });
  after(() => emulator.stop());

  const everything = {
    MaxNumberOfMessages: 10,
    WaitTimeSeconds: 1,
    MessageSystemAttributeNames: ["All" as const],
    MessageAttributeNames: ["All"],
  };
  async function receive(QueueUrl: string | undefined, VisibilityTimeout = 30): Promise<Message[]> {
    const { Messages = [] } = await aws.sqs.receiveMessage({ QueueUrl, VisibilityTimeout, ...everything });
    return Messages;
  }
  /** A queue that gives a message up after one receive. */
  async function queues(name: string, suffix: "" | ".fifo") {
    const fifo = suffix ? { FifoQueue: "true" } : {};
    const names = { dead: `${name}-dead${suffix}`, source: `${name}${suffix}` };
    const { QueueUrl: dead } = await aws.sqs.createQueue({ QueueName: names.dead, Attributes: fifo });
    const arn = `arn:aws:sqs:${REGION}:000000000000:${names.dead}`;
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arn, maxReceiveCount: 1 });
    const content = suffix ? { ContentBasedDeduplication: "true" } : {};
    const Attributes = { ...fifo, ...content, RedrivePolicy };
    const { QueueUrl: source } = await aws.sqs.createQueue({ QueueName: names.source, Attributes });
    const queue: DeadLetterQueue = { name: names.dead, arn, sources: [names.source] };
    return { source, dead, queue };
  }

  for (const suffix of ["", ".fifo"] as const) {
    it(`from a queue${suffix && " with an order"}, as they were, though it had them minutes ago`, async () => {
      const { source, dead, queue } = await queues(`moved${suffix ? "-ordered" : ""}`, suffix);
      const MessageAttributes = { trace: { DataType: "String", StringValue: "t1" } };
      const group = suffix ? { MessageGroupId: "g" } : {};
      await aws.sqs.sendMessage({ QueueUrl: source, MessageBody: "a \t body", MessageAttributes, ...group });
      assert.equal((await receive(source, 0)).length, 1);
      assert.deepEqual(await receive(source), []);
      const [message] = await receive(dead);
      assert.ok(message);
      assert.equal(await redriveLetter(aws, queue, message, parseLetter(message)), "moved back");
      const [back] = await receive(source);
      assert.equal(back?.Body, "a \t body");
      assert.equal(back.MessageAttributes?.trace?.StringValue, "t1");
      assert.equal(back.Attributes?.MessageGroupId, suffix ? "g" : undefined);
    });
  }

  it("also those that a reader put there with its reason, which stays behind", async () => {
    const { source, dead, queue } = await queues("given-up", "");
    const reason = { DataType: "String", StringValue: "not a payment" };
    await aws.sqs.sendMessage({ QueueUrl: dead, MessageBody: "{", MessageAttributes: { ERROR_MESSAGE: reason } });
    const [message] = await receive(dead);
    const letter = parseLetter(message ?? {});
    assert.equal(letter.error, "not a payment");
    assert.equal(await redriveLetter(aws, queue, message ?? {}, letter), "moved back");
    const [back] = await receive(source);
    assert.deepEqual([back?.Body, back?.MessageAttributes], ["{", undefined]);
  });

  it("not where nobody knows from which queue they are", async () => {
    const { dead, queue } = await queues("unknown", "");
    await aws.sqs.sendMessage({ QueueUrl: dead, MessageBody: "lost" });
    const [message = {}] = await receive(dead);
    const outcome = (sources: string[]) => redriveLetter(aws, { ...queue, sources }, message, parseLetter(message));
    assert.match(JSON.stringify(await outcome([])), /names no function, and no queue has its dead letters here/);
    assert.match(JSON.stringify(await outcome(["one", "two"])), /does not name its queue: one, two/);
    assert.match(JSON.stringify(await outcome(["no-such-queue"])), /kept/);
  });
});
