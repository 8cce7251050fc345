import assert from "node:assert/strict";
import fc from "fast-check";
import { printable, printableOutput } from "../../../cli/terminal/printable";

describe("what others wrote, on a terminal", () => {
  it("has its control characters escaped, and lines and tabs as they are", () => {
    assert.equal(
      printable("a\u001b[2Jb\rc\u0007\u009b1m\u007f\u202e\n\td"),
      "a\\u001b[2Jb\\u000dc\\u0007\\u009b1m\\u007f\\u202e\n\td",
    );
    assert.equal(printable("über 100% 😀 \ud83d"), "über 100% 😀 \ud83d");
  });

  it("keeps our own colours and Windows' ends of lines in what a command prints, and nothing else of the kind", () => {
    assert.equal(printableOutput("\u001b[31mred\u001b[39m\r\n"), "\u001b[31mred\u001b[39m\r\n");
    assert.equal(printableOutput("\u001b[31mred\u001b[2J\rgone"), "\u001b[31mred\\u001b[2J\\u000dgone");
    assert.equal(printableOutput("\u001b]0;title\u0007\u001bc"), "\\u001b]0;title\\u0007\\u001bc");
  });

  it("changes no value of a JSON document, and leaves none of the characters (property)", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const printed = printableOutput(JSON.stringify(value, null, 2));
        assert.deepEqual(JSON.parse(printed), JSON.parse(JSON.stringify(value)));
        assert.doesNotMatch(printed, /(?![\t\n])\p{Cc}|[\u202a-\u202e]/u);
      }),
    );
  });
});
