import assert from "node:assert/strict";
import fc from "fast-check";

import { takeApart } from "../../../handlers/book-payments/aggregated";
import { aggregate } from "../../handlers/aggregate";

describe("records that a producer library has put together", () => {
  const read = (data: Buffer): string[] => takeApart(data).map(String);

  it("come apart again, whatever is in them and however many there are (property)", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 50 }), (texts) => assert.deepEqual(read(aggregate(texts)), texts)),
    );
    const large = ["x".repeat(900_000), "", "y".repeat(100_000)];
    assert.deepEqual(read(aggregate(large)), large);
  });

  it("data that is no aggregate is one record as it is, also when it begins like one (property)", () => {
    const data = fc.oneof(
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from([0xf3, 0x89, 0x9a, 0xc2, ...bytes])),
    );
    fc.assert(fc.property(data, (bytes) => assert.deepEqual(takeApart(bytes), [bytes])));
    const changed = aggregate(["a payment"]);
    changed[10]! ^= 1;
    assert.deepEqual(takeApart(changed), [changed]);
  });
});
