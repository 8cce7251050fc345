import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { ConfigError, parseConfig } from "../../stack/config";
import { findExample } from "../../stack/config/examples";
import { namesWithin } from "../../stack/config/shape";

const source = { project: "headroom", stack: "dev" };
const check = (given: Record<string, unknown>): void =>
  void parseConfig(Object.fromEntries(Object.entries(given).map(([key, value]) => [`headroom:${key}`, value])), source);

/** All keys, each by its names from the outermost on; `usage.patterns` has names of the user's own within. */
function keysWithin(names: string[]): string[][] {
  const within = namesWithin(names);
  return within.length === 0 ? [names] : within.flatMap((name) => keysWithin([...names, name]));
}
const all = keysWithin([]).filter((names) => !["redirects", "patterns"].includes(names[1] ?? ""));

/** Values of a kind that no key takes: far beyond every limit, or a text that names nothing. */
const beyond = { number: [-1, 1e12], string: [`\u0000${"x".repeat(5_000)}`] };

/** A whole setting with one value in it, and with what the value needs beside it to be judged. */
function nestSetting(names: string[], value: unknown): Record<string, unknown> {
  const [key = "", ...inner] = names;
  const given = inner.reduceRight((within, name) => ({ [name]: within }), value);
  if (names[1] === "domain" && key === "edge") {
    const domain = {
      name: findExample(["edge", "domain", "name"]),
      certificateArn: findExample(["edge", "domain", "certificateArn"]),
    };
    return { edge: { domain: { ...domain, [names[2] ?? ""]: value } } };
  }
  if (names.join(".") === "database.instanceClass") return { database: { kind: "postgres", instanceClass: value } };
  if (names.join(".") === "userPool.domain")
    return { userPool: { domain: value, callbackUrls: example("callbackUrls") } };
  if (names.join(".") === "userPool.callbackUrls")
    return { userPool: { domain: example("domain"), callbackUrls: value } };
  return { [key]: given };
}

const example = (name: string): unknown => findExample(["userPool", name]);

/** One example for each key whose values are words of ours, or that is a list: other kinds are numbers and texts. */
const findKind = (names: string[]): "number" | "string" | undefined => {
  const example = findExample(names);
  if (typeof example === "number" || typeof example === "string") return typeof example as "number" | "string";
  return undefined;
};

describe("every key of the configuration", () => {
  it("is known to the test", () => {
    const { config } = parse(readFileSync("Pulumi.yaml", "utf8")) as { config: Record<string, unknown> };
    assert.deepEqual(
      namesWithin([]).sort(),
      Object.keys(config)
        .map((key) => key.replace("headroom:", ""))
        .sort(),
    );
    assert.ok(all.filter((names) => findKind(names) === "number").length > 40);
  });

  for (const names of all) {
    const kind = findKind(names);
    const path = `headroom:${names.join(".")}`;
    for (const value of kind ? beyond[kind].filter((each) => !mayBe(names, each)) : []) {
      it(`${path} far out of its range (${JSON.stringify(value).slice(0, 12)}) is refused by its name`, () => {
        assert.throws(
          () => check(nestSetting(names, value)),
          (error: unknown) => {
            assert.ok(error instanceof ConfigError, String(error));
            assert.ok(`\n${error.message}`.includes(`\n${path} is `), error.message);
            assert.match(error.message, / Fix: in Pulumi\.dev\.yaml, under config, write for example /);
            return true;
          },
        );
      });
    }
    if (kind) {
      it(`${path} of a wrong kind is refused in our words`, () => {
        const wrong = kind === "number" ? "many" : 1;
        assert.throws(
          () => check(nestSetting(names, wrong)),
          (error: unknown) => {
            assert.ok(error instanceof ConfigError, String(error));
            assert.ok(`\n${error.message}`.includes(`\n${path} is ${JSON.stringify(wrong)}: give `), error.message);
            assert.doesNotMatch(error.message, /expected|received|invalid/i);
            return true;
          },
        );
      });
    }
  }

  it("far out of its range is listed with all others", () => {
    const numbers = all.filter((names) => findKind(names) === "number" && names[0] !== "usage" && !mayBe(names, 1e12));
    const given: Record<string, Record<string, unknown>> = {};
    for (const [key = "", name] of numbers) if (name) given[key] = { ...given[key], [name]: 1e12 };
    assert.throws(
      () => check(given),
      (error: unknown) => {
        for (const names of numbers.filter(({ length }) => length === 2)) {
          assert.ok((error as Error).message.includes(`headroom:${names.join(".")} is 1000000000000`), names.join("."));
        }
        return true;
      },
    );
  });

  for (const names of all.filter((names) => names.length > 1)) {
    it(`headroom:${names.join(".")} takes the example that an error would give`, () => {
      const needs = names[0] === "usersTable" && names[1] === "witnessRegion" ? { consistency: "STRONG" } : {};
      const given = nestSetting(names, findExample(names)) as Record<string, Record<string, unknown>>;
      try {
        check({ ...given, [names[0] ?? ""]: { ...given[names[0] ?? ""], ...needs } });
      } catch (error) {
        // What it needs of others is told by their names.
        assert.doesNotMatch((error as Error).message, /: (give |AWS allows|S3 |DynamoDB allows)/);
      }
    });
  }
});

/** Usage has no upper bound to speak of. */
function mayBe(names: string[], value: unknown): boolean {
  return value === 1e12 && names[0] === "usage";
}
