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
const odd = ["\u0001\u0001", "  ", "\u{1F4A5}\u{1F4A5}", "a b", "!!", "--"];

/** Texts of the grammars that generated rows name. */
const grammars: Readonly<Record<string, { readonly good: string; readonly bad: string }>> = {
  arn: { good: "arn:aws:iam::123456789012:role/worker", bad: "worker" },
  cidr: { good: "10.0.0.0/16", bad: "10.0.0.0" },
  dailyWindow: { good: "03:00-04:00", bad: "03:00" },
  ipv4: { good: "10.0.0.2", bad: "10.0.0.256" },
  ipv6: { good: "2001:db8::2", bad: "10.0.0.2" },
  ipv6Cidr: { good: "2001:db8::/56", bad: "10.0.0.0/16" },
  json: { good: "{}", bad: "{]" },
  weeklyWindow: { good: "sun:04:30-sun:05:30", bad: "04:30-05:30" },
  zonedTime: { good: "2026-12-01T00:00:00Z", bad: "2026-12-01" },
};

/** A value that a row takes, and one that it refuses; none where the words leave no such value. */
function examples(schema: Schema): { readonly good?: unknown; readonly bad?: unknown } {
  const { enum: several, pattern, minLength = 0, maxLength, minimum, maximum, minItems, maxItems } = schema;
  const grammar = schema.format === undefined ? undefined : grammars[schema.format];
  if (schema.format !== undefined) assert.ok(grammar, `${schema.format} has no example`);
  if (grammar) return pattern === undefined && maxLength === undefined ? grammar : { bad: grammar.bad };
  const isCompound = [schema.allOf, schema.anyOf, schema.not, schema.multipleOf].some((each) => each !== undefined);
  if (several) return { good: several[0], bad: typeof several[0] === "number" ? -7 : "no-such-value" };
  if (minimum !== undefined || maximum !== undefined) {
    const bad = minimum === undefined ? (maximum ?? 0) + 1 : minimum - 1;
    return isCompound ? { bad } : { good: minimum ?? maximum, bad };
  }
  if (minItems !== undefined || maxItems !== undefined) {
    const list = (length: number) => Array.from({ length }, () => ({}));
    return {
      good: list(minItems ?? maxItems ?? 0),
      bad: maxItems === undefined ? list((minItems ?? 1) - 1) : list(maxItems + 1),
    };
  }
  if (pattern === undefined) {
    const bad =
      maxLength === undefined ? (minLength > 1 ? "x".repeat(minLength - 1) : undefined) : "x".repeat(maxLength + 1);
    return isCompound ? { bad } : { good: "x".repeat(maxLength ?? minLength), bad };
  }
  const expression = new RegExp(pattern, "u");
  const isTaken = (text: string) =>
    text !== "" &&
    expression.test(text) &&
    [...text].length >= minLength &&
    [...text].length <= (maxLength ?? Infinity);
  let good: string | undefined;
  try {
    if (!isCompound) good = fc.sample(fc.stringMatching(expression), { seed: 7, numRuns: 60 }).find(isTaken);
  } catch {
    // Expressions that look ahead or behind are not made up.
  }
  return { good, bad: odd.find((text) => !expression.test(text)) };
}

/** Rows about several arguments of one, in the parts that each say one thing. */
const groupsOf = (schema: Schema): readonly Schema[] => schema.allOf ?? [schema];

/** Arguments that a group refuses together, and what its finding says. */
function refusedTogether({
  dependentExcluded,
  dependentRequired,
  requiredXor,
  requiredOr,
  atMostOne,
}: Schema): { readonly set: readonly string[]; readonly says: string } | undefined {
  const [excluded] = Object.entries(dependentExcluded ?? {});
  if (excluded) return { set: [excluded[0], ...excluded[1].slice(0, 1)], says: "is set beside" };
  const [needed] = Object.entries(dependentRequired ?? {});
  if (needed) return { set: [needed[0]], says: "is not set" };
  if (atMostOne) return { set: atMostOne.slice(0, 2), says: "is set beside" };
  return requiredXor || requiredOr ? { set: [], says: "has none of" } : undefined;
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

/** Whether a finding is about several arguments: the values of this test set them without others, or beside others. */
const isTogether = ({ message }: Violation): boolean => / is set beside | has none of | is not set/.test(message);

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
      for (const [type, { rows: aws, provider }] of Object.entries(readGenerated(service))) {
        const own = { ...aws, ...provider?.rows };
        rows += Object.keys(own).length;
        for (const group of apart(Object.keys(own).filter((at) => at !== ""))) {
          const each = group.map((at) => [at, examples(own[at] ?? {})] as const);
          const good = new Map(each.flatMap(([at, { good: value }]) => (value === undefined ? [] : [[at, value]])));
          const bad = new Map(each.flatMap(([at, { bad: value }]) => (value === undefined ? [] : [[at, value]])));
          withGood += good.size;
          withBad += bad.size;
          const isWritten = tables.some((table) => table.type === type);
          const concerns = (at: string, { message }: Violation): boolean =>
            [" is ", " has "].some((verb) => message.includes(`${at.replaceAll("[]", "[0]")}${verb}`));
          const said = (await send(type, good)).filter(isRefusedBy(service)).filter((each) => !isTogether(each));
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

  it("about several arguments refuse them together", async () => {
    const server = await policyServer();
    let tried = 0;
    for (const service of Object.keys(index.types)) {
      for (const [type, { provider }] of Object.entries(readGenerated(service))) {
        for (const [at, schema] of Object.entries(provider?.rows ?? {})) {
          for (const part of groupsOf(schema)) {
            const refused = refusedTogether(part);
            if (!refused) continue;
            const paths = refused.set.map((name) => (at === "" ? name : `${at}.${name}`));
            // The argument around them is there, whatever is in it.
            const around = at === "" ? {} : valueAt(at, { other: "x" });
            const properties = paths
              .map((each) => valueAt(each, grammars["arn"]?.good))
              .reduce<Members>(merged, around);
            const found = await server.analyze({ type, name: "subject", properties, links: {} });
            // A row by hand says it first, of the same argument and in words of its own.
            const last = (paths.at(-1) ?? "").replaceAll("[]", "[0]");
            const said = found.filter(
              (each) => each.mandatory && (each.message.includes(refused.says) || each.message.includes(`: ${last} `)),
            );
            assert.ok(said.length > 0, `${type} ${at}: ${JSON.stringify(part)}`);
            tried++;
          }
        }
      }
    }
    assert.ok(tried >= 300, `${tried} groups`);
  }).timeout(120_000);

  it("are thousands, nearly all with an example of each", () => {
    assert.ok(rows >= 5_000, `${rows} rows`);
    assert.ok(withGood >= rows * 0.9 && withBad >= rows * 0.9, `${withGood} and ${withBad} of ${rows}`);
  });
});
