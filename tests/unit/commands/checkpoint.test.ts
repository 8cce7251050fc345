import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stateProblem } from "../../../cli/state/checkpoint";

describe("the engine's state of the stack local", () => {
  let state: string;
  let file: string;
  beforeEach(() => {
    state = mkdtempSync(path.join(tmpdir(), "headroom-test-"));
    const folder = path.join(state, ".pulumi", "stacks", "headroom");
    mkdirSync(folder, { recursive: true });
    file = path.join(folder, "local.json");
  });
  afterEach(() => rmSync(state, { recursive: true }));

  const whole = (...pending: string[]): string =>
    JSON.stringify({ version: 3, checkpoint: { latest: { pending_operations: pending.map((type) => ({ type })) } } });
  const told: string[] = [];
  const why = (): string | undefined =>
    stateProblem(state, { project: "headroom", stack: "local" }, (line) => told.push(line));

  it("tells what there is when it is whole, also in the middle of an update, or not there yet", () => {
    assert.equal(why(), undefined);
    writeFileSync(file, whole("updating", "deleting"));
    assert.equal(why(), undefined);
  });

  it("does not tell it when a run was killed while it made resources", () => {
    writeFileSync(file, whole("creating", "updating", "creating"));
    assert.equal(why(), "a run was killed while it made resources (2)");
  });

  for (const [name, content] of Object.entries({
    empty: "",
    cut: whole().slice(0, 30),
    zeros: "\0\0\0\0",
    null: "null",
  })) {
    it(`is taken from its backup when it is damaged (${name}), and given up when that is damaged as well`, () => {
      writeFileSync(file, content);
      writeFileSync(`${file}.bak`, whole());
      assert.equal(why(), undefined);
      assert.equal(readFileSync(file, "utf8"), whole());
      assert.match(told.at(-1) ?? "", /was damaged; its backup of \d{4}-.* is restored/);

      for (const damaged of [file, `${file}.bak`]) writeFileSync(damaged, content);
      assert.match(why() ?? "", /is damaged, and so is its backup/);
    });
  }
});
