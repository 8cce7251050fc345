import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { makeBaseline, withoutFigures } from "../../policy/frame/baseline";
import { policyServer, resource, run } from "./expectations";
import { makeUrn } from "./server";

describe("a baseline", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-baseline-"));
  let file = "";
  let count = 0;
  beforeEach(() => (file = path.join(folder, `${(count += 1)}.json`))); // the pack reads a file once
  after(() => rmSync(folder, { recursive: true }));

  const fn = (name: string, properties: Record<string, unknown>) => resource("function", name, properties);
  const timeout = (name: string, seconds: number) => ({
    rule: "lambda-timeout",
    urn: makeUrn("aws:lambda/function:Function", name),
    key: withoutFigures(`timeout is ${seconds} s; AWS allows 1 to 900 s`),
  });

  async function under<T>(settings: Record<string, unknown>, work: () => Promise<T>): Promise<T> {
    const server = await policyServer();
    await server.configure(settings);
    try {
      return await work();
    } finally {
      await server.configure({});
    }
  }

  it("keeps quiet what was there before, whatever its figure is now, and counts what is new", async () => {
    writeFileSync(file, JSON.stringify(makeBaseline([timeout("old", 901)])));
    await under({ baseline: file }, async () => {
      const { violations, said } = await run(fn("old", { timeout: 1200 }), fn("new", { timeout: 901 }));
      const found = violations.filter(({ rule }) => rule === "lambda-timeout").map(({ urn }) => urn);
      assert.deepEqual(found, [timeout("new", 901).urn]);
      assert.ok(said.some(({ message }) => message.includes("1 finding of the baseline still there, not counted.")));
    });
  });

  it("counts another mistake on the same resource, and says what is fixed", async () => {
    writeFileSync(file, JSON.stringify(makeBaseline([timeout("old", 901)])));
    await under({ baseline: file }, async () => {
      const { violations, said } = await run(fn("old", { timeout: 30, memorySize: 1 }));
      assert.ok(violations.some(({ rule }) => rule === "lambda-memory"));
      const [line] = said.filter(({ message }) => message.includes("baseline"));
      assert.match(
        line?.message ?? "",
        /0 findings of the baseline still there, not counted; 1 fixed, .*:\n {2}lambda-timeout on old: timeout is # s/,
      );
    });
  });

  for (const [what, content] of [
    ["is no JSON", "{"],
    ["is not one", "[]"],
    ["has something else in it", JSON.stringify({ findings: [{ rule: "lambda-timeout" }] })],
  ] as const) {
    it(`ends the run where the file ${what}, on every resource`, async () => {
      writeFileSync(file, content);
      await under({ baseline: file }, async () => {
        for (const name of ["a", "b"]) {
          await assert.rejects(run(fn(name, { timeout: 901 })), /headroom\.baseline: .*\d\.json (cannot|has no)/);
        }
      });
    });
  }

  it("is the same file whatever the order of the findings, and their number", () => {
    const finding = fc.record({ rule: fc.constantFrom("a", "b"), urn: fc.constantFrom("x", "y"), key: fc.string() });
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        assert.deepEqual(makeBaseline([...findings, ...findings].reverse()), makeBaseline(findings));
      }),
    );
  });

  it("knows a finding again by its words, with any figures", () => {
    const figure = fc
      .oneof(fc.nat(), fc.float({ noNaN: true, noDefaultInfinity: true, min: 0.5, max: 9e5 }))
      .map((n) => n.toLocaleString("en-US"));
    fc.assert(
      fc.property(figure, figure, (one, other) => {
        assert.equal(withoutFigures(`timeout is ${one} s`), withoutFigures(`timeout is ${other} s`));
        assert.notEqual(withoutFigures(`timeout is ${one} s`), withoutFigures(`memorySize is ${one} s`));
      }),
    );
  });
});
