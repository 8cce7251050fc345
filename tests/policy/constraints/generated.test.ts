import assert from "node:assert/strict";
import fc from "fast-check";
import index from "../../../policy/constraints/generated/index.json";
import { readGenerated } from "../../../policy/constraints/rules";
import { type Schema } from "../../../policy/constraints/schema";
import { tables } from "../../../policy/constraints/tables";
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

/** Paths in groups in which none leads through another. */
function apart(paths: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  const meets = (a: string, b: string) =>
    a === b || a.startsWith(`${b}.`) || a.startsWith(`${b}[`) || b.startsWith(`${a}.`) || b.startsWith(`${a}[`);
  for (const path of paths) {
    const free = groups.find((group) => !group.some((other) => meets(path, other)));
    if (free) free.push(path);
    else groups.push([path]);
  }
  return groups;
}

type Members = Record<string, unknown>;

/** Two values as one: the elements of lists of one are one. */
function merged(a: Members, b: Members): Members {
  const both = (x: unknown, y: unknown): unknown => {
    if (Array.isArray(x) && Array.isArray(y)) return [both(x[0], y[0])];
    const areObjects = [x, y].every((each) => typeof each === "object" && each !== null && !Array.isArray(each));
    return areObjects ? merged(x as Members, y as Members) : (y ?? x);
  };
  const shared = Object.keys(a).filter((key) => key in b);
  return { ...a, ...b, ...Object.fromEntries(shared.map((key) => [key, both(a[key], b[key])])) };
}

const isRefusedBy = (service: string) => (each: Violation) => each.rule === `${service}-arguments`;

describe("the generated rows", () => {
  let [rows, withGood, withBad] = [0, 0, 0];
  for (const service of Object.keys(index.types)) {
    it(`of ${service} take their good values and refuse their bad ones, and no other rule says the same`, async () => {
      const server = await policyServer();
      const send = (type: string, values: ReadonlyMap<string, unknown>): Promise<readonly Violation[]> => {
        const properties = [...values].map(([at, value]) => valueAt(at, value)).reduce(merged, {});
        const resource: Sent = { type, name: "subject", properties, links: {} };
        return server.analyze(resource);
      };
      for (const [type, { rows: own }] of Object.entries(readGenerated(service))) {
        rows += Object.keys(own).length;
        for (const group of apart(Object.keys(own))) {
          const each = group.map((at) => [at, examples(own[at] ?? {})] as const);
          const good = new Map(each.flatMap(([at, { good: value }]) => (value === undefined ? [] : [[at, value]])));
          const bad = new Map(each.flatMap(([at, { bad: value }]) => (value === undefined ? [] : [[at, value]])));
          withGood += good.size;
          withBad += bad.size;
          const isWritten = tables.some((table) => table.type === type);
          const concerns = (at: string, { message }: Violation): boolean =>
            [" is ", " has "].some((verb) => message.includes(`${at.replaceAll("[]", "[0]")}${verb}`));
          const said = (await send(type, good)).filter(isRefusedBy(service));
          const wrong = said.filter((each) => [...good.keys()].some((at) => concerns(at, each)));
          if (!isWritten) assert.deepEqual(wrong, [], type);
          const found = (await send(type, bad)).filter(({ mandatory }) => mandatory);
          for (const at of bad.keys()) {
            const own = found.filter((each) => concerns(at, each));
            assert.ok(own.length >= 1, `${type} ${at}: ${JSON.stringify(bad.get(at))}`);
            const others = own.filter((each) => !isRefusedBy(service)(each));
            assert.ok(own.length === 1 || others.length === 0, `${type} ${at}: ${JSON.stringify(own)}`);
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
