import assert from "node:assert/strict";
import fc from "fast-check";
import index from "../../../policy/constraints/generated/index.json";
import { readGenerated } from "../../../policy/constraints/rules";
import { type Schema } from "../../../policy/constraints/schema";
import { policyServer } from "../expectations";
import { type Sent, type Violation } from "../server";
import { valueAt } from "./values";

/** A text that no expression of a name takes. */
const odd = ["\u0001", " ", "\u{1F4A5}", "", "a b", "!", "-"];

/** A value that a row takes, and one that it refuses; none where the words leave no such value. */
function examples({ enum: several, pattern, minLength = 0, maxLength, minimum, maximum, minItems, maxItems }: Schema): {
  readonly good?: unknown;
  readonly bad?: unknown;
} {
  if (several) return { good: several[0], bad: "no-such-value" };
  if (minimum !== undefined || maximum !== undefined) {
    return { good: minimum ?? maximum, bad: minimum === undefined ? (maximum ?? 0) + 1 : minimum - 1 };
  }
  if (minItems !== undefined || maxItems !== undefined) {
    const list = (length: number) => Array.from({ length }, () => ({}));
    return {
      good: list(minItems ?? maxItems ?? 0),
      bad: maxItems === undefined ? list((minItems ?? 1) - 1) : list(maxItems + 1),
    };
  }
  if (pattern === undefined) {
    return { good: "x".repeat(maxLength ?? minLength), bad: maxLength === undefined ? "x" : "x".repeat(maxLength + 1) };
  }
  const expression = new RegExp(pattern, "u");
  const isTaken = (text: string) =>
    text !== "" &&
    expression.test(text) &&
    [...text].length >= minLength &&
    [...text].length <= (maxLength ?? Infinity);
  let good: string | undefined;
  try {
    good = fc.sample(fc.stringMatching(expression), { seed: 7, numRuns: 60 }).find(isTaken);
  } catch {
    // Expressions that look ahead or behind are not made up.
  }
  return { good, bad: odd.find((text) => text !== "" && !expression.test(text)) };
}

const isOf = (service: string) => (each: Violation) => each.rule === `${service}-arguments`;

describe("the generated rows", () => {
  let [rows, withGood, withBad] = [0, 0, 0];
  for (const service of Object.keys(index.types)) {
    it(`of ${service} take their good values and refuse their bad ones, and no other rule says the same`, async () => {
      const server = await policyServer();
      const send = (type: string, at: string, value: unknown): Promise<readonly Violation[]> => {
        const resource: Sent = { type, name: "subject", properties: valueAt(at, value), links: {} };
        return server.analyze(resource);
      };
      for (const [type, { rows: own }] of Object.entries(readGenerated(service))) {
        for (const [at, schema] of Object.entries(own)) {
          rows += 1;
          const { good, bad } = examples(schema);
          const path = at.replaceAll("[]", "[0]");
          const concerns = ({ message }: Violation) =>
            message.includes(`": ${path} is `) || message.includes(`": ${path} has `);
          if (good !== undefined) {
            withGood += 1;
            const found = (await send(type, at, good)).filter(isOf(service)).filter(concerns);
            assert.deepEqual(found, [], `${type} ${at}: ${JSON.stringify(good)}`);
          }
          if (bad !== undefined) {
            withBad += 1;
            const found = (await send(type, at, bad)).filter((each) => each.mandatory && concerns(each));
            assert.equal(found.length, 1, `${type} ${at}: ${JSON.stringify(bad)} ${JSON.stringify(found)}`);
          }
        }
      }
    }).timeout(120_000);
  }

  it("are thousands, nearly all with an example of each", () => {
    assert.ok(rows >= 5_000, `${rows} rows`);
    assert.ok(withGood >= rows * 0.9 && withBad >= rows * 0.9, `${withGood} and ${withBad} of ${rows}`);
  });
});
