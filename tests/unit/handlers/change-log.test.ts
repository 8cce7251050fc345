import assert from "node:assert/strict";
import fc from "fast-check";

import { parseChange, objectKey, plain, type StreamRecord } from "../../../handlers/change-log/change";

const record: StreamRecord = {
  eventID: "e1",
  eventName: "MODIFY",
  eventSourceARN: "arn:aws:dynamodb:eu-west-1:123456789012:table/Users/stream/2026-11-23T20:00:00.000",
  dynamodb: {
    ApproximateCreationDateTime: 1_795_468_356,
    Keys: { UserID: { S: "u1" } },
    OldImage: { UserID: { S: "u1" }, Age: { N: "41" } },
    NewImage: { UserID: { S: "u1" }, Age: { N: "42" }, Tags: { SS: ["a", "b"] }, Address: { M: { Zip: { S: "1" } } } },
    SequenceNumber: "111",
  },
};

describe("the change log's lines", () => {
  it("have the item before and after as plain JSON, under the table and the day", () => {
    const change = parseChange(record);
    assert.deepEqual(change, {
      id: "e1",
      table: "Users",
      event: "MODIFY",
      at: "2026-11-23T21:12:36.000Z",
      sequenceNumber: "111",
      keys: { UserID: "u1" },
      before: { UserID: "u1", Age: 41 },
      after: { UserID: "u1", Age: 42, Tags: ["a", "b"], Address: { Zip: "1" } },
      expired: false,
    });
    assert.equal(objectKey(change, "changes/"), "changes/Users/2026/11/23/111-e1.json");
  });

  it("tell what the time to live deleted from what somebody did", () => {
    const byItself = { ...record, eventName: "REMOVE", userIdentity: { principalId: "dynamodb.amazonaws.com" } };
    assert.equal(parseChange(byItself).expired, true);
  });

  it("keep every number that JavaScript can hold as a number, and any other digit by digit", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        assert.equal(plain({ N: String(number) }), number === 0 ? 0 : number);
      }),
    );
    for (const text of ["12345678901234567890", "0.1234567890123456789012345678901234567", "-9007199254740993"]) {
      assert.equal(plain({ N: text }), text);
    }
    assert.deepEqual([plain({ N: "1.50" }), plain({ N: "1E3" }), plain({ N: "-0.0010" })], [1.5, 1_000, -0.001]);
  });

  it("keep lists, sets, null, truth values and binary values", () => {
    const list = { L: [{ N: "1" }, { NULL: true }, { BOOL: false }, { B: "AQI=" }, { NS: ["1", "2.5"] }] };
    assert.deepEqual(plain(list), [1, null, false, "AQI=", [1, 2.5]]);
  });

  it("are refused for what is no record of a table", () => {
    assert.throws(() => parseChange({ eventID: "e" }), /not a record of a table's stream/);
  });
});
