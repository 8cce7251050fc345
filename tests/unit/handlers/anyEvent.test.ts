/** Whatever arrives, a consumer makes something of it or says why not: never a fault of its own. */
import assert from "node:assert/strict";
import fc from "fast-check";

import { open } from "../../../handlers/book-payments/envelopes";
import { parsePayment, PaymentFault } from "../../../handlers/book-payments/payment";
import { isBatch, readEvent, readRecord } from "../../../handlers/book-payments/sources";
import { parseChange } from "../../../handlers/change-log/change";
import { readMessages, parseNotification } from "../../../handlers/database-events/notification";
import { readObjectEvents } from "../../../handlers/object-events";
import { Problem } from "../../../handlers/users/problem";
import { parseContent } from "../../../handlers/users/user";

const odd = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "__proto__", "constructor", "\ud800", "\u0000", "%zz", "a+b%2Fc"),
  fc.double(),
  fc.constant(null),
);
const payment = fc.record({ id: odd, account: odd, amount: fc.oneof(odd, fc.integer()) }, { requiredKeys: [] });
const file = fc.record({
  eventName: fc.constantFrom("ObjectCreated:Put", "ObjectRemoved:Delete"),
  s3: fc.record({ bucket: fc.record({ name: odd }), object: fc.record({ key: odd, versionId: odd }) }),
});
const plain = fc.oneof(
  payment,
  file.map((record) => ({ Records: [record] })),
  fc.jsonValue(),
);
const enveloped = (inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    inner,
    inner.map((value) => JSON.stringify(value)),
    inner.map((value) => ({ Type: "Notification", TopicArn: "arn:aws:sns:", Message: JSON.stringify(value) })),
    inner.map((detail) => ({ "detail-type": "Paid", source: "shop", detail })),
  );
const message = enveloped(enveloped(enveloped(plain)));
const inQueue = (body: unknown) => ({ messageId: "1", eventSource: "aws:sqs", body: JSON.stringify(body) });

const sayingWhy = (reason: RegExp) => (error: unknown) => assert.match((error as Error).message, reason);
function check<T>(
  arbitrary: fc.Arbitrary<T>,
  consume: (value: T) => unknown,
  refused?: (error: unknown) => void,
): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      try {
        consume(value);
      } catch (error) {
        if (!refused) throw error;
        refused(error);
      }
    }),
    { numRuns: 2_000 },
  );
}

describe("any event at all (property)", () => {
  it("is payments, files with payments, or a fault with its reason", () => {
    check(message, (value) => {
      for (const content of open(value)) {
        if (!("value" in content)) continue;
        assert.ok(content.value === undefined || parsePaymentOrFault(content.value));
      }
    });
    check(message, (value) => readRecord(inQueue(value) as never));
    check(fc.record({ Records: fc.array(fc.oneof(file, fc.jsonValue())) }), (event) => readEvent(event as never));
  });
  const parsePaymentOrFault = (value: unknown): boolean => {
    try {
      return Boolean(parsePayment(value));
    } catch (error) {
      return error instanceof PaymentFault;
    }
  };

  it("is no batch because its source has the name of what every object has", () => {
    for (const eventSource of ["constructor", "toString", "__proto__"]) {
      assert.equal(isBatch({ Records: [{ eventSource }] }), false, eventSource);
    }
  });

  it("is objects in a bucket, or says that it is none of S3's", () => {
    check(message, (value) => readObjectEvents(value), sayingWhy(/not an event of S3|is not a key/));
  });

  it("is a change of a table, or says what it lacks", () => {
    const dynamodb = fc.record({
      SequenceNumber: fc.constant("1"),
      Keys: fc.constant({ id: { S: "a" } }),
      ApproximateCreationDateTime: fc.double(),
    });
    const record = fc.record({
      eventID: odd,
      eventName: fc.constant("INSERT"),
      eventSourceARN: fc.constant("arn:aws:dynamodb:eu-west-1:1:table/t/stream/1"),
      dynamodb,
    });
    check(record, (value) => parseChange(value as never), sayingWhy(/not a record of|a time that is none/));
  });

  it("is an event of a database, or says that it is none", () => {
    check(
      message,
      (value) => readMessages({ Records: [{ Sns: { Message: JSON.stringify(value) } }] }).map(parseNotification),
      sayingWhy(/not an RDS event/),
    );
  });

  it("is a user, or a mistake of the caller's", () => {
    const body = fc.record({ name: odd, email: odd, metadata: fc.dictionary(fc.string(), odd) }, { requiredKeys: [] });
    check(
      body,
      (value) => parseContent(Buffer.from(JSON.stringify(value))),
      (error) => assert.ok(error instanceof Problem && error.status < 500),
    );
  });
});
