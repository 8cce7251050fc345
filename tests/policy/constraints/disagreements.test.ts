import assert from "node:assert/strict";
import disagreements from "../../../policy/constraints/generate/disagreements.json";
import { readGenerated } from "../../../policy/constraints/rules";
import { type Schema } from "../../../policy/constraints/schema";
import { findService } from "../../../policy/constraints/service";

interface Disagreement {
  readonly aws: Schema;
  readonly taken: Schema;
}

const listed = Object.entries(disagreements as Readonly<Record<string, Disagreement>>);

describe("where AWS's models and the provider disagree", () => {
  it("the list says what each of them has", () => {
    assert.ok(listed.length > 0);
    for (const [at, { aws, taken }] of listed) assert.notDeepEqual(aws, taken, at);
  });

  it("the more lenient of the two is what the pack asks for", () => {
    for (const [place, { aws, taken }] of listed) {
      const [type = "", at = ""] = place.split(" ");
      const row = readGenerated(findService(type))[type]?.rows[at];
      assert.ok(row, place);
      for (const value of [...(aws.enum ?? []), ...(taken.enum ?? [])]) assert.ok(row.enum?.includes(value), place);
      for (const { minimum, maximum } of [aws, taken]) {
        assert.ok(minimum === undefined || (row.minimum ?? -Infinity) <= minimum, place);
        assert.ok(maximum === undefined || (row.maximum ?? Infinity) >= maximum, place);
      }
    }
  });
});
