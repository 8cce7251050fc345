import assert from "node:assert/strict";
import fc from "fast-check";

import { MAX_LINES, validate } from "../../../handlers/order-step/order";
import { canonical, executionName, requestSchema } from "../../../handlers/start-order/execution";
import { limits } from "../../../limits";

const line = { article: "pen", quantity: 2, price: 150 };
const order = { orderId: "o1", customer: "ann@example.com", lines: [line] };

describe("an order", () => {
  it("costs what its lines cost together, in cents", () => {
    const two = { ...order, lines: [line, { article: "ink", quantity: 1, price: 99 }] };
    assert.deepEqual(validate(two), { valid: true, order: two, total: 399 });
  });

  const wrong: [what: string, given: unknown, reason: RegExp][] = [
    ["no lines", { ...order, lines: [] }, /^lines: /],
    [
      "too many lines",
      { ...order, lines: Array.from({ length: MAX_LINES + 1 }, (_, i) => ({ ...line, article: `a${i}` })) },
      /^lines: /,
    ],
    ["an article twice", { ...order, lines: [line, line] }, /name each article once/],
    ["a fraction of a piece", { ...order, lines: [{ ...line, quantity: 0.5 }] }, /^lines\.0\.quantity: /],
    ["a price below nothing", { ...order, lines: [{ ...line, price: -1 }] }, /^lines\.0\.price: /],
    ["an id that would reach other entries", { ...order, orderId: "a#b" }, /^orderId: letters/],
    ["something else", { ...order, discount: 100 }, /discount/],
    ["nothing", undefined, /^order: /],
  ];
  for (const [what, given, reason] of wrong) {
    it(`with ${what} is refused with the reason, which is no error`, () => {
      const answer = validate(given);
      assert.ok(!answer.valid);
      assert.match(answer.reason, reason);
    });
  }

  it("is started under a key of whole characters: halves of different ones would be one key", () => {
    for (const idempotencyKey of ["\ud83d", "\ude00", "a\ud83db"]) {
      assert.ok(!requestSchema.safeParse({ idempotencyKey, order }).success);
    }
    assert.ok(requestSchema.safeParse({ idempotencyKey: "😀", order }).success);
  });

  it("reaches the workflow with every member that it came with, also one called __proto__, and is refused there", () => {
    const given = JSON.parse(JSON.stringify(order).replace("{", '{"__proto__":{"total":0},')) as object;
    const { data } = requestSchema.safeParse({ idempotencyKey: "k", order: given });
    const { valid } = validate(JSON.parse(canonical(data!.order)));
    assert.ok(!valid);
    for (const none of [null, [order], "order", 5]) {
      assert.ok(!requestSchema.safeParse({ idempotencyKey: "k", order: none }).success);
    }
  });

  it("is named by its key: always the same, and a name that Step Functions takes (property)", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 256 }), (key) => {
        const name = executionName(key);
        assert.equal(name, executionName(key));
        assert.match(name, /^[\w-]+$/);
        assert.ok(name.length <= limits.states.name.max);
      }),
    );
  });

  it("is the same order in whatever order its members come (property)", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (given) => {
        const turned = Object.fromEntries(Object.entries(given).reverse());
        assert.equal(canonical(given), canonical(turned));
        assert.deepEqual(JSON.parse(canonical(given)), JSON.parse(JSON.stringify(given)));
      }),
    );
  });
});
