import assert from "node:assert/strict";
import fc from "fast-check";
import { parseLetter } from "../../../cli/functions/letter";

const Attributes = { SentTimestamp: "1795477130237" };
const letter = (body: unknown, attributes: Record<string, string> = {}) =>
  parseLetter({
    MessageId: "1",
    Body: JSON.stringify(body),
    Attributes,
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: "String", StringValue }]),
    ),
  });

describe("a message in a dead letter queue tells", () => {
  const functionArn = "arn:aws:lambda:eu-west-1:123456789012:function:thumbnailer-1a2b3c4";

  it("of Lambda: which function gave up which object, when and why, and the event to give it again", () => {
    const requestPayload = { Records: [{ s3: { bucket: { name: "photos" }, object: { key: "a+b%2B%C3%BC.jpg" } } }] };
    const requestContext = { functionArn, condition: "RetriesExhausted", approximateInvokeCount: 3 };
    const responsePayload = { errorMessage: "no rights", errorType: "AccessDenied" };
    assert.deepEqual(letter({ requestContext, requestPayload, responsePayload }), {
      id: "1",
      time: "2026-11-23T23:38:50.237Z",
      function: functionArn,
      error: "no rights (RetriesExhausted, 3 attempts)",
      about: "s3://photos/a b+ü.jpg",
      event: requestPayload,
    });
  });

  it("of a stream: where the records are, and no event", () => {
    const DDBStreamBatchInfo = { shardId: "shard-1", startSequenceNumber: "100", batchSize: 2 };
    const told = letter({ requestContext: { functionArn, condition: "RecordAgeExceeded" }, DDBStreamBatchInfo });
    assert.equal("event" in told, false);
    assert.match(told.about, /"startSequenceNumber":"100"/);
    assert.equal(told.error, "(RecordAgeExceeded)");
  });

  it("of Scheduler: the job that did not start, from the attributes", () => {
    const told = letter(
      { dryRun: true },
      { ERROR_CODE: "Throttled", ERROR_MESSAGE: "too many", TARGET_ARN: functionArn },
    );
    assert.deepEqual([told.function, told.error, told.event], [functionArn, "Throttled: too many", { dryRun: true }]);
  });

  it("whatever it holds, JSON or not, without fail", () => {
    const nested = fc.record({
      requestContext: fc.jsonValue(),
      requestPayload: fc.record({ Records: fc.oneof(fc.jsonValue(), fc.array(fc.record({ s3: fc.jsonValue() }))) }),
      responsePayload: fc.jsonValue(),
    });
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      nested.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(body, (Body) => {
        const { error, about } = parseLetter({ MessageId: "1", Body, Attributes });
        assert.ok(typeof about === "string" && error.length > 0);
      }),
    );
    const about = (key: string) => letter({ Records: [{ s3: { bucket: { name: "photos" }, object: { key } } }] }).about;
    assert.equal(about("100%25+sure"), "s3://photos/100% sure");
    assert.equal(about("100%+sure"), "s3://photos/100%+sure");
  });
});
