import assert from "node:assert/strict";
import { policyServer } from "./expectations";
import { accepted, doesNotRun, placeholders, refusedByProvider } from "./examples/accepted";
import { judgeExamples, type Judged } from "./examples/judge";
import { type Violation } from "./server";

/** Whether a finding of an example is of a row of arguments, on a mark that stands for a value of the user's own. */
const isOn = ({ examples, says }: (typeof placeholders)[number], id: string, { rule, message }: Violation): boolean =>
  /-(arguments|references)$/.test(rule) && examples.includes(id) && message.includes(says);

const isPlaceholder = (id: string, finding: Violation): boolean =>
  placeholders.some((placeholder) => isOn(placeholder, id, finding));

describe("the documentation examples of @pulumi/aws, which AWS takes", function () {
  this.timeout(900_000); // thousands of previews, on machines that are slow
  let judged: Judged;
  before(async () => {
    judged = await judgeExamples(await policyServer());
  });

  it("are run by themselves, nearly all of them", () => {
    assert.ok(judged.ran >= 2_800, `${judged.ran} examples ran`);
    assert.ok(judged.resources >= 4_500, `${judged.resources} resources were shown`);
  });

  it("that do not run each have a known reason", () => {
    const unexplained = [...judged.failed].filter(([, why]) => !doesNotRun.some(({ pattern }) => pattern.test(why)));
    assert.deepEqual(unexplained, []);
    for (const { pattern, most } of doesNotRun) {
      const count = [...judged.failed.values()].filter((why) => pattern.test(why)).length;
      assert.ok(count > 0 && count <= most, `${count} examples fail with ${String(pattern)}`);
    }
  });

  it("are stopped by nothing but what is wrong with them, as a page of AWS says", () => {
    const stopped = [...judged.findings].flatMap(([id, found]) => {
      const rules = [
        ...new Set(found.filter((each) => each.mandatory && !isPlaceholder(id, each)).map(({ rule }) => rule)),
      ].sort();
      return rules.length > 0 ? [`${id}: ${rules.join(", ")}`] : [];
    });
    const listed = accepted.flatMap(({ examples, rules }) => examples.map((id) => `${id}: ${rules.join(", ")}`));
    // Whatever the provider refuses is refused by the rows of the example's own service alone.
    const refused = refusedByProvider.flatMap(({ examples }) => examples);
    const others = stopped.filter((each) => !refused.some((id) => each.startsWith(`${id}: `)));
    assert.deepEqual(others.sort(), listed.sort());
    const itself = stopped.filter((each) => !others.includes(each)).map((each) => each.replace(/: \w+-arguments$/, ""));
    assert.deepEqual(itself.sort(), [...refused].sort());
  });

  it("have every mark that is left out of that", () => {
    const unmet = placeholders.flatMap((placeholder) =>
      placeholder.examples
        .filter((id) => !judged.findings.get(id)?.some((each) => isOn(placeholder, id, each)))
        .map((id) => `${id}: ${placeholder.says}`),
    );
    assert.deepEqual(unmet, []);
  });

  it("that are stopped rightly are few, each with a page", () => {
    assert.ok(accepted.flatMap(({ examples }) => examples).length <= 30);
    for (const { page } of accepted) assert.match(page, /^https:\/\/docs\.aws\.amazon\.com\//);
  });
});
