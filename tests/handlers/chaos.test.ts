import { CreateTableCommand, DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Context } from "aws-lambda";
import fc from "fast-check";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { type FlakyProxy, flakyProxy, type Verdict } from "./flaky-proxy";
import { coldStart, contextWith, runtimeEnvironment } from "./load";

/** With HEADROOM_SEED a run is repeated, with HEADROOM_RUNS it is longer. */
const seed = Number(process.env.HEADROOM_SEED ?? Math.floor(Math.random() * 2 ** 31));
const numRuns = 6 * Number(process.env.HEADROOM_RUNS ?? 1);

/**
 * What happens to a call of AWS: its process is killed before the call or after it, the call is throttled or fails, or its
 * answer is lost; or nothing at all.
 */
type Fate = "killed before" | "killed after" | "throttled" | "failed" | "hang up" | "well";
const fate = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>("well") },
  { weight: 4, arbitrary: fc.constantFrom<Fate>("killed before", "killed after", "throttled", "failed", "hang up") },
);
type Handler = (event: never, context: Context) => Promise<unknown>;

describe(`faults at each step, drawn at random (seed ${seed})`, function () {
  this.timeout(300_000 * Math.max(1, numRuns / 6));
  let emulator: TestEmulator;
  let proxy: FlakyProxy;
  let dynamodb: DynamoDBClient;
  let count = 0;

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    proxy = await flakyProxy(emulator.endpoint);
    dynamodb = new DynamoDBClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
    const keys: Record<string, string[]> = {
      ledger: ["id"],
      idempotency: ["id"],
      orders: ["id", "entry"],
      users: ["UserID"],
    };
    for (const [TableName, names] of Object.entries(keys)) {
      await dynamodb.send(
        new CreateTableCommand({
          TableName,
          AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
          KeySchema: names.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? "HASH" : "RANGE" })),
          BillingMode: "PAY_PER_REQUEST",
        }),
      );
    }
  });
  after(async () => {
    dynamodb.destroy();
    await proxy.close();
    await emulator.stop();
  });

  const items = async (TableName: string): Promise<Record<string, unknown>[]> => {
    const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName, ConsistentRead: true }));
    return Items.map((item) => unmarshall(item));
  };

  /**
   * Calls a handler once, in a process of its own as far as anybody can see: after it was killed none of its calls gets through
   * any more, and the next call is a cold start.
   * @returns undefined when it was killed
   */
  async function call<T>(name: string, variables: Record<string, string>, event: object, fates: () => Fate) {
    const mine = await flakyProxy(proxy.endpoint);
    let killed = (): void => undefined;
    const death = new Promise<undefined>((resolve) => (killed = () => resolve(undefined)));
    let dead = false;
    mine.judge = (): Verdict => {
      if (dead) return "hang up";
      const next = fates();
      if (next === "throttled") return { status: 400, code: "ThrottlingException" };
      if (next === "failed") return { status: 500, code: "InternalServerError" };
      if (next === "hang up") return "hang up";
      if (next === "well") return "pass";
      dead = true;
      setTimeout(killed, 30); // what is under way already gets through
      return next === "killed after" ? "no answer" : "hang up";
    };
    const handler = coldStart<Handler>(name, { ...runtimeEnvironment(mine.endpoint, root), ...variables });
    // The rest of its time is short, so that a try that was killed holds nothing for long.
    const run = handler(
      event as never,
      contextWith(() => 200),
    ) as Promise<T>;
    const answer = await Promise.race([run.catch((error: Error) => ({ failed: error })), death]);
    await mine.close(); // ends what waits for an answer that never comes
    await run.catch(() => undefined); // the next cold start has an environment of its own
    return answer;
  }
  /** The fates of one run, then all is well. */
  const drawFates = (drawn: Fate[]) => () => drawn.shift() ?? "well";

  it("a batch of payments is booked once, whatever stops the function where", async () => {
    const variables = { LEDGER_TABLE: "ledger", IDEMPOTENCY_TABLE: "idempotency" };
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { minLength: 4, maxLength: 30 }), async (drawn) => {
        const fates = drawFates([...drawn]);
        const account = `chaos-${count++}`;
        const payments = [1, 20, 300].map((amount) => ({ id: `${account}-${amount}`, account, amount }));
        let waiting = payments.map((body, index) => ({
          messageId: `m${index}`,
          body: JSON.stringify(body),
          attributes: { MessageGroupId: "g" },
          eventSource: "aws:sqs",
          eventSourceARN: `arn:aws:sqs:${REGION}:000000000000:pay.fifo`,
        }));
        for (let round = 0; waiting.length > 0; round++) {
          assert.ok(round < 40, "it never ends");
          const answer = await call<{ batchItemFailures: { itemIdentifier: string }[] }>(
            "book-payments",
            variables,
            { Records: waiting },
            fates,
          );
          if (answer && "batchItemFailures" in answer) {
            const failed = answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
            waiting = waiting.filter(({ messageId }) => failed.includes(messageId));
          }
          if (waiting.length > 0) await sleep(250); // longer than a try that was killed holds its payment
        }
        const booked = (await items("ledger")).filter(({ id }) => String(id).startsWith(`payment#${account}-`));
        assert.equal(booked.length, 3);
        assert.equal((await items("ledger")).find(({ id }) => id === `account#${account}`)?.balance, 321);
      }),
      { numRuns, seed },
    );
  });

  it("an order is paid and reserved once, or not at all, whatever stops its steps where", async () => {
    const variables = { LEDGER_TABLE: "orders", OPENING_BALANCE: "1000", OPENING_STOCK: "10" };
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 20 }), fc.boolean(), async (drawn, undone) => {
        const fates = drawFates([...drawn]);
        const mark = `chaos-${count++}`;
        const order = { orderId: mark, customer: mark, lines: [{ article: mark, quantity: 2, price: 100 }] };
        /** As the workflow does: again until there is an answer. */
        const step = async (name: string) => {
          for (let round = 0; ; round++) {
            assert.ok(round < 40, "it never ends");
            const event = { step: name, order, total: 200, execution: mark };
            const answer = await call<{ done: boolean }>("order-step", variables, event, fates);
            if (answer && "done" in answer) return assert.equal(answer.done, true, name);
          }
        };
        for (const name of ["charge", "reserve", ...(undone ? ["release", "refund"] : [])]) await step(name);
        const levels = new Map(
          (await items("orders")).map(({ id, entry, amount }) => [`${String(id)} ${String(entry)}`, amount]),
        );
        const expected = undone ? [1000, 10] : [800, 8];
        assert.deepEqual([levels.get(`customer#${mark} level`), levels.get(`article#${mark} level`)], expected);
      }),
      { numRuns, seed },
    );
  });

  it("a user is made once for a key, whatever stops the function where", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 12 }), async (drawn) => {
        const fates = drawFates([...drawn]);
        const name = `chaos-${count++}`;
        const event = {
          httpMethod: "POST",
          resource: "/users",
          body: JSON.stringify({ name, email: "ada@example.com" }),
          headers: { "Idempotency-Key": name },
          requestContext: { requestId: "r", identity: {}, authorizer: { principalId: "ada" } },
        };
        for (let round = 0; ; round++) {
          assert.ok(round < 40, "it never ends");
          const answer = await call<{ statusCode: number }>("users", { USERS_TABLE: "users" }, event, fates);
          if (answer && "statusCode" in answer && answer.statusCode === 201) break;
          if (answer && "statusCode" in answer)
            assert.ok([500, 503].includes(answer.statusCode), `${answer.statusCode}`);
        }
        const made = (await items("users")).filter((item) => item.name === name);
        assert.equal(made.length, 1);
      }),
      { numRuns, seed },
    );
  });
});
