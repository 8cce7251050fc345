import assert from "node:assert/strict";
import { requestSchema } from "../../../handlers/transfers/ledger";

describe("the names of accounts and transfers", () => {
  const given = { action: "transfer", id: "t-1", from: "ann", to: "bob", cents: 1 };
  const isTaken = (more: object): boolean => requestSchema.safeParse({ ...given, ...more }).success;

  it("are any text", () => {
    for (const text of ["t 1", "ü😀", "__proto__", "'; DROP TABLE accounts; --", "x".repeat(128)]) {
      assert.ok(isTaken({ id: text, from: text }), text);
    }
  });

  for (const [what, text] of [
    ["ends with a space, as which MySQL takes the name without it", "t-1 "],
    ["has a null character, which PostgreSQL refuses", "t\0"],
    ["has half a character, which becomes the same as any other half", "t\ud83d"],
    ["is empty", ""],
    ["is too long", "x".repeat(129)],
  ] as const) {
    it(`are refused when one ${what}`, () => {
      for (const name of ["id", "from", "to"]) assert.ok(!isTaken({ [name]: text }), name);
      assert.ok(!requestSchema.safeParse({ action: "open", account: text, cents: 0 }).success);
    });
  }
});
