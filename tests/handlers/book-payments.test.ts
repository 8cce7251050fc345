import { CreateTableCommand, DynamoDBClient, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient, PutEventsCommand, PutRuleCommand, PutTargetsCommand } from "@aws-sdk/client-eventbridge";
import { CreateStreamCommand, KinesisClient, PutRecordCommand, waitUntilStreamExists } from "@aws-sdk/client-kinesis";
import {
  AddPermissionCommand,
  CreateEventSourceMappingCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import fc from "fast-check";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { type handler as bookPayments } from "../../handlers/book-payments/handler";
import { type Payment } from "../../handlers/book-payments/payment";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { type FlakyProxy, flakyProxy, type Verdict } from "./flaky-proxy";
import { identityWith } from "./identity";
import { aggregate } from "./aggregate";
import { coldStart, contextWith, type Credentials, runtimeEnvironment } from "./load";
import { ACCOUNT, allow, deployPacked } from "./packed";

type Handler = typeof bookPayments;
type Event = Parameters<Handler>[0];

const NAME = "book-payments";
const arn = (service: string, resource: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
const variables = { LEDGER_TABLE: "ledger", IDEMPOTENCY_TABLE: "idempotency" };
const rights = [
  allow(["dynamodb:PutItem", "dynamodb:UpdateItem"], arn("dynamodb", "table/ledger")),
  allow(
    ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
    arn("dynamodb", "table/idempotency"),
  ),
  allow(["s3:GetObject", "s3:GetObjectVersion"], "arn:aws:s3:::payments/*"),
  allow(["s3:ListBucket"], "arn:aws:s3:::payments"),
  allow(["sqs:SendMessage"], arn("sqs", "at-once"), arn("sqs", "at-once.fifo"), arn("sqs", "at-once-*")),
];

/** A batch of a queue, as Lambda hands it over. */
const messages = (bodies: unknown[], { fifo = false, groups = [] as string[] } = {}) =>
  ({
    Records: bodies.map((body, index) => ({
      messageId: `message-${index}`,
      body: typeof body === "string" ? body : JSON.stringify(body),
      attributes: { MessageGroupId: groups[index] },
      eventSource: "aws:sqs",
      eventSourceARN: arn("sqs", fifo ? "orders.fifo" : "orders"),
    })),
  }) as unknown as Event;

describe("book-payments function on the emulator", function () {
  this.timeout(120_000);
  let emulator: TestEmulator;
  let proxy: FlakyProxy;
  let identity: Credentials;
  let dynamodb: DynamoDBClient;
  let count = 0;

  /** A payment of its own for each test. */
  const payment = (more: Partial<Payment> = {}): Payment => {
    count++;
    return { id: `p${count}`, account: `account-${count}`, amount: 100, ...more };
  };
  /** In process, with the rights of its role only; its calls of AWS go through the proxy. */
  const load = (more: Record<string, string> = {}): Handler =>
    coldStart<Handler>(NAME, { ...runtimeEnvironment(proxy.endpoint, identity), ...variables, ...more });

  /** The balance of each account, and how many payments were booked. */
  async function ledger(): Promise<{ balances: Map<string, number>; booked: string[] }> {
    const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: "ledger", ConsistentRead: true }));
    const items = Items.map((item) => unmarshall(item) as { id: string; balance?: number });
    const balances = items.filter(({ id }) => id.startsWith("account#"));
    return {
      balances: new Map(balances.map(({ id, balance = 0 }) => [id.slice("account#".length), balance])),
      booked: items.filter(({ id }) => id.startsWith("payment#")).map(({ id }) => id.slice("payment#".length)),
    };
  }
  const balance = async (account: string): Promise<number | undefined> => (await ledger()).balances.get(account);

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    proxy = await flakyProxy(emulator.endpoint);
    dynamodb = new DynamoDBClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
    for (const TableName of ["ledger", "idempotency"]) {
      await dynamodb.send(
        new CreateTableCommand({
          TableName,
          AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
          KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
          BillingMode: "PAY_PER_REQUEST",
        }),
      );
    }
    const s3 = new S3Client({ endpoint: emulator.endpoint, region: REGION, credentials: root, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: "payments" }));
    s3.destroy();
    identity = await identityWith(emulator.endpoint, NAME, rights);
  });
  beforeEach(() => {
    proxy.judge = () => "pass";
  });
  after(async () => {
    dynamodb.destroy();
    await proxy.close();
    await emulator.stop();
  });

  describe("called with its role's rights only", () => {
    it("asks a queue for the messages that failed, whatever is wrong with them, and books the others", async () => {
      const [good, other] = [payment(), payment()];
      const wrong = ["{", { ...payment(), amount: 1.5 }, { ...payment(), fee: 1 }, {}, "[]"];
      const answer = await load()(messages([good, ...wrong, other]), contextWith());
      assert.deepEqual(answer, {
        batchItemFailures: [1, 2, 3, 4, 5].map((index) => ({ itemIdentifier: `message-${index}` })),
      });
      assert.deepEqual([await balance(good.account), await balance(other.account)], [100, 100]);
    });

    const fifo = (bodies: unknown[], groups: string[]) => messages(bodies, { fifo: true, groups });
    /** All tries of the second booking fail. */
    const failSecond = () => {
      let bookings = 0;
      proxy.judge = ({ headers }) => {
        if (!String(headers["x-amz-target"]).endsWith("TransactWriteItems")) return "pass";
        bookings++;
        return bookings >= 2 && bookings <= 5 ? { status: 500, code: "InternalServerError" } : "pass";
      };
    };

    it("keeps the order of a FIFO queue: what may succeed later holds its group, and other groups go on", async () => {
      const [one, later, two, three] = [payment(), payment(), payment(), payment()];
      failSecond();
      const answer = await load()(fifo([one, later, two, three], ["a", "a", "a", "b"]), contextWith());
      assert.deepEqual(answer, {
        batchItemFailures: [{ itemIdentifier: "message-1" }, { itemIdentifier: "message-2" }],
      });
      const booked = await Promise.all([one, later, two, three].map(({ account }) => balance(account)));
      assert.deepEqual(booked, [100, undefined, undefined, 100]);
    });

    it("what can never be booked does not hold its group, and comes again alone where it has no dead letters", async () => {
      const [one, two] = [payment(), payment()];
      const answer = await load()(fifo(["{", one, { ...one, amount: 7 }, two], ["a", "a", "a", "a"]), contextWith());
      assert.deepEqual(answer, {
        batchItemFailures: [{ itemIdentifier: "message-0" }, { itemIdentifier: "message-2" }],
      });
      assert.deepEqual([await balance(one.account), await balance(two.account)], [100, 100]);
    });

    for (const [kind, suffix] of [
      ["a queue", ""],
      ["a FIFO queue", ".fifo"],
    ] as const) {
      it(`what can never be booked goes to the dead letters of ${kind} at once, as it came and with its reason`, async () => {
        const sqs = new SQSClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
        const Attributes = suffix ? { FifoQueue: "true" } : {};
        const QueueName = `at-once${suffix}`;
        const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
        const DEAD_LETTER_QUEUES = JSON.stringify({ [arn("sqs", `orders${suffix}`)]: QueueUrl });
        const [good, other] = [payment(), payment()];
        const bodies = ["{", good, { ...good, amount: 7 }, { ...payment(), amount: 0.5 }, other];
        const event = messages(bodies, { fifo: suffix !== "", groups: bodies.map(() => "a") });
        for (let time = 0; time < 2; time++) {
          const answer = await load({ DEAD_LETTER_QUEUES })(event, contextWith());
          assert.deepEqual(answer, { batchItemFailures: [] });
        }
        assert.deepEqual([await balance(good.account), await balance(other.account)], [100, 100]);
        const letters: Record<string, string | undefined> = {};
        for (let round = 0; round < 3; round++) {
          const asked = { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ["All"], VisibilityTimeout: 60 };
          const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(asked));
          for (const { Body = "", MessageAttributes: { ERROR_CODE, ERROR_MESSAGE } = {} } of Messages) {
            assert.equal(ERROR_CODE?.StringValue, "PaymentFault");
            letters[Body] = ERROR_MESSAGE?.StringValue;
          }
        }
        const wrong = [bodies[0], JSON.stringify(bodies[2]), JSON.stringify(bodies[3])] as string[];
        assert.deepEqual(Object.keys(letters).sort(), [...wrong].sort());
        assert.match(letters[wrong[0]!] ?? "", /not JSON/);
        assert.match(letters[wrong[1]!] ?? "", /was booked with another account or amount/);
        assert.match(letters[wrong[2]!] ?? "", /expected int/);
        sqs.destroy();
      });
    }

    for (const spare of [0, 40, 50, 10_000]) {
      it(`what can never be booked is a dead letter also when it leaves ${spare} bytes of the largest message`, async () => {
        const sqs = new SQSClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
        const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: `at-once-${spare}` }));
        const DEAD_LETTER_QUEUES = JSON.stringify({ [arn("sqs", "orders")]: QueueUrl });
        const largest = `{${"é".repeat((1_048_576 - spare - 2) / 2)}}`;
        const answer = await load({ DEAD_LETTER_QUEUES })(messages([largest]), contextWith());
        assert.deepEqual(answer, { batchItemFailures: [] });
        const { Messages: [letter] = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ["All"] }),
        );
        assert.equal(letter?.Body, largest);
        const attributes = Object.entries(letter.MessageAttributes ?? {});
        const bytes = attributes.map(([name, { StringValue }]) => Buffer.byteLength(`${name}String${StringValue}`));
        assert.ok(bytes.reduce((sum, each) => sum + each, 0) <= spare);
        assert.equal(attributes.length > 0, spare >= 50);
        sqs.destroy();
      });
    }

    it("a dead letter that cannot be sent is no dead letter: the message comes again", async () => {
      const DEAD_LETTER_QUEUES = JSON.stringify({
        [arn("sqs", "orders")]: `${emulator.endpoint}/${ACCOUNT}/no-such-queue`,
      });
      const answer = await load({ DEAD_LETTER_QUEUES })(messages(["{"]), contextWith());
      assert.deepEqual(answer, { batchItemFailures: [{ itemIdentifier: "message-0" }] });
    });

    it("unwraps what services put around a payment: SNS without raw delivery, EventBridge, one in the other", async () => {
      const [direct, bus, both] = [payment(), payment(), payment()];
      const sns = (Message: unknown) => ({
        Type: "Notification",
        MessageId: "m",
        TopicArn: arn("sns", "payments"),
        Message: JSON.stringify(Message),
        Timestamp: "2026-01-01T00:00:00Z",
      });
      const event = (detail: unknown) => ({ id: "e", source: "shop", "detail-type": "payment", detail });
      const bodies = [sns(direct), event(bus), sns(event(both)), { Service: "Amazon S3", Event: "s3:TestEvent" }];
      assert.deepEqual(await load()(messages(bodies), contextWith()), { batchItemFailures: [] });
      const booked = await Promise.all([direct, bus, both].map(({ account }) => balance(account)));
      assert.deepEqual(booked, [100, 100, 100]);
    });

    it("S3's test event is nothing to do, however it comes", async () => {
      const test = { Service: "Amazon S3", Event: "s3:TestEvent", Bucket: "payments" };
      await load()(test as unknown as Event, contextWith());
      await load()({ Records: [{ Sns: { Message: JSON.stringify(test) } }] } as unknown as Event, contextWith());
    });

    it("takes an aggregate of a producer library apart, and books what is good in it", async () => {
      const [one, two] = [payment(), payment()];
      const record = (...parts: string[]) => ({
        eventSource: "aws:kinesis",
        kinesis: { data: aggregate(parts).toString("base64"), sequenceNumber: "11" },
      });
      const all = [one, two].map((each) => JSON.stringify(each));
      assert.deepEqual(await load()({ Records: [record(...all)] }, contextWith()), { batchItemFailures: [] });
      const three = payment();
      const mixed = record("poison", JSON.stringify(three));
      assert.deepEqual(await load()({ Records: [mixed] }, contextWith()), {
        batchItemFailures: [{ itemIdentifier: "11" }],
      });
      const booked = await Promise.all([one, two, three].map(({ account }) => balance(account)));
      assert.deepEqual(booked, [100, 100, 100]);
    });

    it("what is no text, or has half a character in its id, is refused, not booked under a stand-in for it", async () => {
      const Records = ["ä", "ö"].map((letter, index) => {
        const data = Buffer.from(JSON.stringify({ ...payment(), id: letter, account: "latin" }), "latin1");
        const kinesis = { data: data.toString("base64"), sequenceNumber: String(index) };
        return { eventSource: "aws:kinesis", kinesis };
      });
      const failed = { batchItemFailures: [{ itemIdentifier: "0" }, { itemIdentifier: "1" }] };
      assert.deepEqual(await load()({ Records }, contextWith()), failed);
      const halves = ["\\ud83d", "\\ude00"].map((id) => `{"id":"${id}","account":"half","amount":100}`);
      const both = ["message-0", "message-1"].map((itemIdentifier) => ({ itemIdentifier }));
      assert.deepEqual(await load()(messages(halves), contextWith()), { batchItemFailures: both });
      assert.deepEqual([await balance("latin"), await balance("half")], [undefined, undefined]);
    });

    it("-0 is 0: the same payment when it comes again", async () => {
      const { id, account } = payment();
      const bodies = [-0, 0].map(
        (amount) => `{"id":"${id}","account":"${account}","amount":${Object.is(amount, -0) ? "-0" : "0"}}`,
      );
      for (const body of [...bodies, ...bodies]) {
        assert.deepEqual(await load()(messages([body]), contextWith()), { batchItemFailures: [] });
      }
      assert.equal(await balance(account), 0);
    });

    it("a row that is removed, by whomever, is no payment, and the reason says so", async () => {
      const dynamodb = { SequenceNumber: "8", Keys: { id: { S: "x" } }, OldImage: { id: { S: "x" } } };
      const userIdentity = { type: "Service", principalId: "dynamodb.amazonaws.com" };
      const Records = [{ eventSource: "aws:dynamodb", eventName: "REMOVE", dynamodb, userIdentity }];
      const answer = await load()({ Records } as unknown as Event, contextWith());
      assert.deepEqual(answer, { batchItemFailures: [{ itemIdentifier: "8" }] });
    });

    for (const event of [
      null,
      "text",
      7,
      [],
      { Records: 5 },
      { Records: "abc" },
      { Records: [null] },
      { Records: [true, "text"] },
      { Records: [{}] },
    ]) {
      it(`${JSON.stringify(event)}, which no service sends, is refused with a reason`, () =>
        assert.rejects(load()(event as unknown as Event, contextWith()), { name: "PaymentFault" }));
    }

    it("no records at all are nothing to do", async () => {
      await load()({ Records: [] }, contextWith());
    });

    describe("files", () => {
      let s3: S3Client;
      const Bucket = "payments";
      before(() => {
        s3 = new S3Client({ endpoint: emulator.endpoint, region: REGION, credentials: root, forcePathStyle: true });
      });
      after(() => s3.destroy());
      const versions = (Status: "Enabled" | "Suspended") =>
        s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
      async function put(Key: string, payments: Payment[]) {
        const answer = await s3.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify(payments) }));
        return { key: Key, versionId: answer.VersionId, eTag: answer.ETag?.replaceAll('"', "") };
      }
      const makeEvent = (object: object, eventName = "ObjectCreated:Put") =>
        ({
          Records: [{ eventSource: "aws:s3", eventName, s3: { bucket: { name: Bucket }, object } }],
        }) as unknown as Event;

      it("each version is booked once, also when it was replaced or deleted before it is read", async () => {
        await versions("Enabled");
        const [first, second] = [[payment(), payment()], [payment()]];
        const events = [await put("payments/a.json", first), await put("payments/a.json", second)];
        await s3.send(new DeleteObjectCommand({ Bucket, Key: "payments/a.json" }));
        const handler = load();
        for (const object of [...events, ...events]) await handler(makeEvent(object), contextWith());
        const { balances } = await ledger();
        for (const { account } of [...first, ...second]) assert.equal(balances.get(account), 100);
        await versions("Suspended");
      });

      it("where there are no versions, the event of a file that was replaced or deleted fails with that reason", async () => {
        const gone = [payment()];
        const { key, eTag } = await put("payments/b.json", gone);
        const now = [payment()];
        const replaced = await put("payments/b.json", now);
        await assert.rejects(load()(makeEvent({ key, eTag }), contextWith()), /payments\/b\.json was replaced before/);
        await load()(makeEvent({ key, eTag: replaced.eTag }), contextWith());
        await s3.send(new DeleteObjectCommand({ Bucket, Key: key }));
        await assert.rejects(load()(makeEvent({ key, eTag }), contextWith()), /was deleted before/);
        assert.deepEqual([await balance(gone[0]!.account), await balance(now[0]!.account)], [undefined, 100]);
      });

      it("a new object is read also when the same message tells of one that is gone", async () => {
        const fresh = [payment()];
        const object = await put("payments/e.json", fresh);
        const records = (event: Event) => (event as { Records: object[] }).Records;
        const Records = [
          ...records(makeEvent(object, "ObjectRemoved:DeleteMarkerCreated")),
          ...records(makeEvent(object)),
        ];
        const answer = await load()(messages([{ Records }]), contextWith());
        assert.deepEqual(answer, { batchItemFailures: [{ itemIdentifier: "message-0" }] });
        assert.equal(await balance(fresh[0]!.account), 100);
      });

      it("one that is not UTF-8 is refused, and one with a byte order mark is read", async () => {
        const marked = payment();
        const write = async (Key: string, Body: Buffer) => {
          const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
          return makeEvent({ key: Key, eTag: ETag?.replaceAll('"', "") });
        };
        const latin = Buffer.from(JSON.stringify([{ ...payment(), id: "ü" }]), "latin1");
        await assert.rejects(load()(await write("payments/f.json", latin), contextWith()), /not UTF-8/);
        await load()(await write("payments/g.json", Buffer.from("\ufeff" + JSON.stringify([marked]))), contextWith());
        assert.equal(await balance(marked.account), 100);
      });

      it("comes by EventBridge, or through a queue, as well; other events of objects are refused", async () => {
        const [bus, queued] = [[payment()], [payment()]];
        const { key, eTag } = await put("payments/über + d.json", bus);
        const detail = { bucket: { name: Bucket }, object: { key, etag: eTag } };
        const event = { source: "aws.s3", "detail-type": "Object Created", detail };
        await load()(event as unknown as Event, contextWith());
        const other = await put("payments/d.json", queued);
        assert.deepEqual(await load()(messages([makeEvent(other)]), contextWith()), { batchItemFailures: [] });
        assert.deepEqual([await balance(bus[0]!.account), await balance(queued[0]!.account)], [100, 100]);
        await assert.rejects(
          load()(makeEvent(other, "ObjectRemoved:Delete"), contextWith()),
          /does not report a new object/,
        );
        await assert.rejects(
          load()({ ...event, "detail-type": "Object Deleted" } as unknown as Event, contextWith()),
          /does not report a new object/,
        );
      });
    });

    it("asks a stream to come again from the record that failed", async () => {
      const good = payment();
      const record = (data: string, number: number) => ({
        eventSource: "aws:kinesis",
        kinesis: { data: Buffer.from(data).toString("base64"), sequenceNumber: String(number) },
      });
      const Records = [record(JSON.stringify(good), 1), record("poison", 2)];
      assert.deepEqual(await load()({ Records }, contextWith()), {
        batchItemFailures: [{ itemIdentifier: "2" }],
      });
      const row = { eventSource: "aws:dynamodb", dynamodb: { SequenceNumber: "7", NewImage: { id: { S: "x" } } } };
      assert.deepEqual(await load()({ Records: [row] }, contextWith()), {
        batchItemFailures: [{ itemIdentifier: "7" }],
      });
      assert.equal(await balance(good.account), 100);
    });

    it("does not take another payment under the same id for the same one", async () => {
      const first = payment();
      const handler = load();
      await handler(messages([first]), contextWith());
      const answer = await handler(messages([first, { ...first, amount: 999 }]), contextWith());
      assert.deepEqual(answer, { batchItemFailures: [{ itemIdentifier: "message-1" }] });
      assert.equal(await balance(first.account), 100);
    });

    it("loses nothing and does nothing twice, whatever is throttled, cut off, unanswered or sent again", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ account: fc.nat(2), amount: fc.integer({ min: -500, max: 500 }) }), {
            minLength: 1,
            maxLength: 5,
          }),
          fc.infiniteStream(fc.nat(99)),
          async (amounts, dice) => {
            count++;
            const payments = amounts.map(({ account, amount }, index) => ({
              id: `r${count}-${index}`,
              account: `r${count}-${account}`,
              amount,
            }));
            proxy.judge = (): Verdict => {
              const { value } = dice.next() as { value: number };
              if (value < 2) return { status: 400, code: "ProvisionedThroughputExceededException" };
              if (value < 8) return { status: 500, code: "InternalServerError" };
              return value < 16 ? "hang up" : "pass";
            };
            const handler = load();
            // Each message comes twice, and those that failed come until none fails.
            let waiting = [...payments, ...payments];
            for (let round = 0; waiting.length > 0; round++) {
              assert.ok(round < 50, "it never ends");
              const batch = waiting;
              const answer = await handler(
                messages(batch),
                contextWith(() => 1),
              );
              assert.ok(answer);
              waiting = answer.batchItemFailures.map(({ itemIdentifier }) => batch[Number(itemIdentifier.slice(8))]!);
            }
            const { balances } = await ledger();
            for (const { account } of payments) {
              const mine = payments.filter((each) => each.account === account);
              const total = mine.reduce((sum, { amount }) => sum + amount, 0);
              assert.equal(balances.get(account), total);
            }
          },
        ),
        { numRuns: 8 },
      );
    });
  });

  describe("deployed, with its event sources", () => {
    let lambda: LambdaClient;
    let sqs: SQSClient;
    const queues: Record<string, string> = {};

    const send = (body: unknown) =>
      sqs.send(
        new SendMessageCommand({
          QueueUrl: queues.payments,
          MessageBody: typeof body === "string" ? body : JSON.stringify(body),
        }),
      );
    async function until(holds: () => Promise<boolean>): Promise<void> {
      for (let tries = 0; !(await holds()); tries++) {
        assert.ok(tries < 600, "it never happens");
        await sleep(100);
      }
    }
    const listen = (source: string, more = {}) =>
      lambda.send(
        new CreateEventSourceMappingCommand({
          EventSourceArn: source,
          FunctionName: NAME,
          FunctionResponseTypes: ["ReportBatchItemFailures"],
          ...more,
        }),
      );
    /** Seconds that the function has, and that a message which it took is hidden from others. */
    async function setTimeouts(Timeout: number, VisibilityTimeout: number): Promise<void> {
      await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: NAME, Timeout }));
      const Attributes = { VisibilityTimeout: String(VisibilityTimeout) };
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl: queues.payments, Attributes }));
    }
    const settings = () => ({ endpoint: emulator.endpoint, region: REGION, credentials: root });

    before(async () => {
      lambda = new LambdaClient(settings());
      sqs = new SQSClient(settings());
      await deployPacked(emulator, lambda, NAME, {
        rights,
        variables: { ...variables, AWS_ENDPOINT_URL_DYNAMODB: proxy.endpoint },
      });
      queues.dead = (await sqs.send(new CreateQueueCommand({ QueueName: "dead" }))).QueueUrl!;
      const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arn("sqs", "dead"), maxReceiveCount: 3 });
      // Seconds, so that nothing that is being booked comes again meanwhile, and is received too often, on a busy machine.
      const Attributes = { VisibilityTimeout: "5", RedrivePolicy };
      queues.payments = (await sqs.send(new CreateQueueCommand({ QueueName: "payments", Attributes }))).QueueUrl!;
      await listen(arn("sqs", "payments"), { BatchSize: 10 });
    });
    after(() => {
      lambda.destroy();
      sqs.destroy();
    });

    it("books what comes twice once, and makes a dead letter of poison", async () => {
      const account = "twice";
      const payments = Array.from({ length: 8 }, () => payment({ account }));
      await Promise.all([...payments, "poison", ...payments].map(send));
      await until(async () => (await balance(account)) === 800);
      const dead: (string | undefined)[] = [];
      await until(async () => {
        const received = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queues.dead, WaitTimeSeconds: 5 }));
        dead.push(...(received.Messages ?? []).map(({ Body }) => Body));
        return dead.length > 0;
      });
      assert.deepEqual(dead, ["poison"]);
      assert.equal(await balance(account), 800);
    });

    it("books once what it was booking when its time ran out", async () => {
      // Seconds for a start on a busy machine; meanwhile nobody else gets the message, which may be received three times.
      await setTimeouts(5, 7);
      let unanswered = 0;
      proxy.judge = ({ headers }) =>
        String(headers["x-amz-target"]).endsWith("TransactWriteItems") && unanswered++ === 0 ? "no answer" : "pass";
      const interrupted = payment();
      await send(interrupted);
      await until(() => Promise.resolve(unanswered > 1));
      await until(async () => {
        const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: "idempotency" }));
        return Items.map((item) => unmarshall(item)).every(({ status }) => status === "COMPLETED");
      });
      assert.equal(await balance(interrupted.account), 100);
      await setTimeouts(60, 1);
    });

    it("takes payments from a stream, a table, a topic, a rule and a bucket, and the same one from all of them once", async () => {
      const kinesis = new KinesisClient(settings());
      const sns = new SNSClient(settings());
      const events = new EventBridgeClient(settings());
      const s3 = new S3Client({ ...settings(), forcePathStyle: true });
      const target = arn("lambda", `function:${NAME}`);

      await kinesis.send(new CreateStreamCommand({ StreamName: "payments", ShardCount: 1 }));
      await waitUntilStreamExists({ client: kinesis, maxWaitTime: 60 }, { StreamName: "payments" });
      await listen(arn("kinesis", "stream/payments"), { StartingPosition: "TRIM_HORIZON" });
      const { TableDescription } = await dynamodb.send(
        new CreateTableCommand({
          TableName: "requests",
          AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
          KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
          BillingMode: "PAY_PER_REQUEST",
          StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
        }),
      );
      await listen(TableDescription!.LatestStreamArn!, { StartingPosition: "TRIM_HORIZON" });
      for (const [service, SourceArn] of Object.entries({
        sns: arn("sns", "payments"),
        events: arn("events", "rule/payments"),
        s3: "arn:aws:s3:::payments",
      })) {
        const Principal = `${service}.amazonaws.com`;
        const allowed = {
          FunctionName: NAME,
          StatementId: service,
          Action: "lambda:InvokeFunction",
          Principal,
          SourceArn,
        };
        await lambda.send(new AddPermissionCommand(allowed));
      }
      const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: "payments" }));
      await sns.send(new SubscribeCommand({ TopicArn, Protocol: "lambda", Endpoint: target }));
      await events.send(
        new PutRuleCommand({ Name: "payments", EventPattern: JSON.stringify({ source: ["headroom.payments"] }) }),
      );
      await events.send(new PutTargetsCommand({ Rule: "payments", Targets: [{ Id: "function", Arn: target }] }));
      await s3.send(
        new PutBucketNotificationConfigurationCommand({
          Bucket: "payments",
          NotificationConfiguration: {
            LambdaFunctionConfigurations: [{ LambdaFunctionArn: target, Events: ["s3:ObjectCreated:*"] }],
          },
        }),
      );

      const shared = payment({ account: "shared" });
      const own = Object.fromEntries(
        ["stream", "table", "topic", "rule", "bucket"].map((source) => [source, payment({ account: source })]),
      ) as Record<"stream" | "table" | "topic" | "rule" | "bucket", Payment>;
      for (const each of [shared, own.stream]) {
        const Data = Buffer.from(JSON.stringify(each));
        await kinesis.send(new PutRecordCommand({ StreamName: "payments", PartitionKey: each.account, Data }));
      }
      for (const { id, account, amount } of [shared, own.table]) {
        const Item = { id: { S: id }, account: { S: account }, amount: { N: String(amount) } };
        await dynamodb.send(new PutItemCommand({ TableName: "requests", Item }));
      }
      for (const each of [shared, own.topic]) {
        await sns.send(new PublishCommand({ TopicArn, Message: JSON.stringify(each) }));
      }
      await events.send(
        new PutEventsCommand({
          Entries: [shared, own.rule].map((each) => ({
            Source: "headroom.payments",
            DetailType: "payment",
            Detail: JSON.stringify(each),
          })),
        }),
      );
      const Body = JSON.stringify([shared, own.bucket]);
      await s3.send(new PutObjectCommand({ Bucket: "payments", Key: "payments/of a day+1.json", Body }));
      await send(shared);

      await until(async () => {
        const { balances } = await ledger();
        return ["shared", ...Object.keys(own)].every((account) => balances.has(account));
      });
      const { balances, booked } = await ledger();
      for (const account of ["shared", ...Object.keys(own)]) assert.equal(balances.get(account), 100, account);
      assert.equal(booked.filter((id) => id === shared.id).length, 1);
      for (const client of [kinesis, sns, events, s3]) client.destroy();
    });
  });
});
