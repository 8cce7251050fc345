import assert from "node:assert/strict";
import fc from "fast-check";
import { sameDocument } from "../../../local/provider/frame/documents";

const statement = { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: ["arn:a", "arn:b"] };
const policy = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

describe("JSON documents", () => {
  it("are the same in another order of keys and with other white space", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        assert.ok(sameDocument(JSON.stringify(value), JSON.stringify(reversed, undefined, 2), "json"));
      }),
    );
  });

  it("differ when a value, a type or the order of a list differs", () => {
    for (const [a, b] of [
      ['{"a": 1}', '{"a": 2}'],
      ['{"maxReceiveCount": 3}', '{"maxReceiveCount": "3"}'],
      ['{"a": [1, 2]}', '{"a": [2, 1]}'],
      ['{"kind": ["x"]}', '{"kind": "x"}'],
    ] as const) {
      assert.ok(!sameDocument(a, b, "json"), `${a} and ${b}`);
    }
  });

  it("that are no JSON are the same only as texts", () => {
    assert.ok(sameDocument("not json", "not json", "json"));
    assert.ok(!sameDocument("not json", "not  json", "json"));
  });
});

describe("IAM policies", () => {
  const pairs: [title: string, same: boolean, a: object, b: object][] = [
    ["one action, alone or in a list", true, { Action: "s3:*" }, { Action: ["s3:*"] }],
    ["two orders of actions", true, statement, { ...statement, Action: [...statement.Action].reverse() }],
    ["an empty Sid and none", true, { ...statement, Sid: "" }, statement],
    ["every principal, in both spellings", true, { Principal: "*" }, { Principal: { AWS: "*" } }],
    ["one account, alone or in a list", true, { Principal: { AWS: "1" } }, { Principal: { AWS: ["1"] } }],
    [
      "a condition's value as a text and as a truth value",
      true,
      { Condition: { Bool: { "aws:SecureTransport": "false" } } },
      { Condition: { Bool: { "aws:securetransport": [false] } } },
    ],
    ["another action", false, statement, { ...statement, Action: "s3:*" }],
    ["another effect", false, statement, { ...statement, Effect: "Deny" }],
    ["a resource more", false, statement, { ...statement, Resource: ["arn:a", "arn:b", "arn:c"] }],
    ["another principal", false, { Principal: { AWS: "1" } }, { Principal: { Service: "1" } }],
  ];
  for (const [title, same, a, b] of pairs) {
    it(`${same ? "are the same" : "differ"}: ${title}`, () => {
      assert.equal(sameDocument(policy(a), policy(b), "policy"), same);
    });
  }

  it("are the same with one statement, alone or in a list, and in another order of statements", () => {
    const single = JSON.stringify({ Version: "2012-10-17", Statement: statement });
    assert.ok(sameDocument(policy(statement), single, "policy"));
    const other = { ...statement, Effect: "Deny" };
    assert.ok(sameDocument(policy(statement, other), policy(other, statement), "policy"));
  });
});
