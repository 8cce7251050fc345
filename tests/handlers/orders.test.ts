import { CreateTableCommand, DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import fc from "fast-check";
import assert from "node:assert/strict";

import { type handler as stepHandler, type StepEvent } from "../../handlers/order-step/handler";
import { type Order } from "../../handlers/order-step/order";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { identityWith } from "./identity";
import { coldStart, contextWith, runtimeEnvironment } from "./load";

const TABLE = "handlers-orders";
const OPENING = { balance: 1_000, stock: 10 };
/** Exactly what the function's role is granted of this. */
const rights = [
  {
    Effect: "Allow" as const,
    Action: ["GetItem", "PutItem", "UpdateItem", "DeleteItem"].map((action) => `dynamodb:${action}`),
    Resource: `arn:aws:dynamodb:${REGION}:000000000000:table/${TABLE}`,
  },
];

describe("steps of orders on the emulator, with their role's rights only", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let dynamodb: DynamoDBClient;
  let handler: typeof stepHandler;

  const step = async (event: StepEvent): Promise<unknown> => handler(event, contextWith());
  const makeOrder = (orderId: string, customer: string, article: string, quantity: number, price: number): Order => ({
    orderId,
    customer,
    lines: [{ article, quantity, price }],
  });
  /** What a customer has left, or how much of an article; what it began with where nobody touched it. */
  const levels = async (): Promise<Map<string, number>> => {
    const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: TABLE, ConsistentRead: true }));
    const items = Items.map((item) => unmarshall(item)).filter(({ entry }) => entry === "level");
    return new Map(items.map(({ id, amount }) => [id as string, amount as number]));
  };

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    dynamodb = new DynamoDBClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
    await dynamodb.send(
      new CreateTableCommand({
        TableName: TABLE,
        AttributeDefinitions: ["id", "entry"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: [
          { AttributeName: "id", KeyType: "HASH" },
          { AttributeName: "entry", KeyType: "RANGE" },
        ],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    const identity = await identityWith(emulator.endpoint, "order-steps", rights);
    handler = coldStart<typeof stepHandler>("order-step", {
      ...runtimeEnvironment(emulator.endpoint, identity),
      LEDGER_TABLE: TABLE,
      OPENING_BALANCE: String(OPENING.balance),
      OPENING_STOCK: String(OPENING.stock),
    });
  });
  after(async () => {
    dynamodb.destroy();
    await emulator.stop();
  });

  it("an order is charged and reserved once, however often its steps run", async () => {
    const order = makeOrder("once", "ann", "pen", 3, 100);
    for (let time = 0; time < 3; time++) {
      assert.deepEqual(await step({ step: "charge", order, total: 300 }), { done: true });
      assert.deepEqual(await step({ step: "reserve", order }), { done: true });
    }
    const left = await levels();
    assert.deepEqual([left.get("customer#ann"), left.get("article#pen")], [700, 7]);
  });

  it("what a customer cannot afford, and what is out of stock, is an answer and takes nothing", async () => {
    assert.deepEqual(await step({ step: "charge", order: makeOrder("dear", "bob", "car", 1, 1_001), total: 1_001 }), {
      done: false,
    });
    const lines = [
      { article: "ink", quantity: 1, price: 1 },
      { article: "desk", quantity: 11, price: 1 },
    ];
    assert.deepEqual(await step({ step: "reserve", order: { orderId: "many", customer: "bob", lines } }), {
      done: false,
    });
    const left = await levels();
    assert.deepEqual(
      [left.get("customer#bob"), left.get("article#ink"), left.get("article#desk")],
      [undefined, undefined, undefined],
    );
  });

  it("what was taken is given back once, however often that runs, and nothing where nothing was taken", async () => {
    const order = makeOrder("undone", "cid", "cup", 4, 50);
    await step({ step: "charge", order, total: 200 });
    await step({ step: "reserve", order });
    for (let time = 0; time < 3; time++) {
      await step({ step: "release", order });
      await step({ step: "refund", order });
      await step({ step: "refund", order: makeOrder("never", "cid", "cup", 1, 1) });
    }
    const left = await levels();
    assert.deepEqual([left.get("customer#cid"), left.get("article#cup")], [OPENING.balance, OPENING.stock]);
  });

  it("two orders at once never take the same piece", async () => {
    const answers = await Promise.all(
      ["left", "right", "middle"].map((orderId) =>
        step({ step: "reserve", order: makeOrder(orderId, "dan", "last", 6, 1) }),
      ),
    );
    assert.equal(answers.filter((answer) => (answer as { done: boolean }).done).length, 1);
    assert.equal((await levels()).get("article#last"), OPENING.stock - 6);
  });

  it("an order is its customer's: another customer's order of its id is not paid by it, and undoes nothing of it", async () => {
    const order = makeOrder("mine", "eve", "bag", 1, 400);
    const other = makeOrder("mine", "fay", "bag", 1, 400);
    assert.deepEqual(await step({ step: "charge", order, total: 400, execution: "e1" }), { done: true });
    assert.deepEqual(await step({ step: "reserve", order, execution: "e1" }), { done: true });
    const taken = { done: false, taken: true };
    assert.deepEqual(await step({ step: "charge", order: other, total: 400, execution: "e2" }), taken);
    assert.deepEqual(await step({ step: "reserve", order: other, execution: "e2" }), taken);
    for (const name of ["release", "refund"] as const) await step({ step: name, order: other, execution: "e2" });
    const left = await levels();
    assert.deepEqual(
      [left.get("customer#eve"), left.get("customer#fay"), left.get("article#bag")],
      [600, undefined, OPENING.stock - 1],
    );
  });

  it("of two executions with orders of one id, at once or not, one is paid, and the other changes nothing", async () => {
    const order = makeOrder("both", "gus", "hat", 1, 300);
    const cheaper = makeOrder("both", "gus", "hat", 1, 200);
    const pay = (execution: string, of: Order, total: number) => step({ step: "charge", order: of, total, execution });
    const answers = await Promise.all([pay("f1", order, 300), pay("f2", order, 300), pay("f3", cheaper, 200)]);
    assert.equal(answers.filter((answer) => (answer as { done: boolean }).done).length, 1, JSON.stringify(answers));
    const winner = answers.findIndex((answer) => (answer as { done: boolean }).done);
    for (const [index, execution] of ["f1", "f2", "f3"].entries()) {
      if (index !== winner) await step({ step: "refund", order: index === 2 ? cheaper : order, execution });
    }
    assert.equal((await levels()).get("customer#gus"), OPENING.balance - (winner === 2 ? 200 : 300));
    const again = await pay(`f${winner + 1}`, winner === 2 ? cheaper : order, winner === 2 ? 200 : 300);
    assert.deepEqual(again, { done: true }, "its own execution may ask again");
  });

  it("whatever steps run in whatever order, nothing appears and nothing is lost (property)", async () => {
    const event = fc.record({
      step: fc.constantFrom("charge", "reserve", "release", "refund"),
      orderId: fc.constantFrom("p1", "p2", "p3"),
    });
    const quantities: Record<string, number> = { p1: 4, p2: 5, p3: 8 };
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
        const mark = `run${run++}`;
        const [charged, reserved] = [new Set<string>(), new Set<string>()];
        for (const { step: name, orderId } of events) {
          const quantity = quantities[orderId]!;
          const order = makeOrder(`${mark}-${orderId}`, mark, mark, quantity, 100);
          const answer = (await step({ step: name, order, total: quantity * 100 })) as { done: boolean };
          if (name === "charge" && answer.done) charged.add(orderId);
          if (name === "reserve" && answer.done) reserved.add(orderId);
          if (name === "refund") charged.delete(orderId);
          if (name === "release") reserved.delete(orderId);
        }
        const sum = (orders: Set<string>): number => [...orders].reduce((all, id) => all + quantities[id]!, 0);
        const left = await levels();
        assert.equal((left.get(`customer#${mark}`) ?? OPENING.balance) + 100 * sum(charged), OPENING.balance);
        assert.equal((left.get(`article#${mark}`) ?? OPENING.stock) + sum(reserved), OPENING.stock);
      }),
      { numRuns: 25 },
    );
  });

  it("a step that there is not is an error", async () => {
    await assert.rejects(step({ step: "gift", order: {} } as unknown as StepEvent), /there is no step "gift"/);
  });
});
