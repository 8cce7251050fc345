import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Rule } from "../../policy/frame/rule";
import { rules } from "../../policy/rules";

const folder = path.resolve(__dirname, "../../policy/rules");
const services = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());

/** Whatever the folder has, without a list of names. */
const load = createRequire(__filename);

const isRule = (value: unknown): value is Rule =>
  typeof value === "object" && value !== null && "check" in value && "id" in value && "scope" in value;

/** The rules that a file exports, one by one or as a table. */
function exportedRules(file: string): readonly Rule[] {
  const exported = load(file) as Record<string, unknown>;
  return Object.values(exported).flat().filter(isRule);
}

describe("the pack's rules", () => {
  for (const { name } of services) {
    it(`are all that the files of ${name}/ export`, () => {
      const files = readdirSync(path.join(folder, name)).filter((file) => file !== "index.ts");
      const written = files.flatMap((file) => exportedRules(path.join(folder, name, file)));
      if (name === "shared") assert.deepEqual(written, [], "rules belong to a service");
      else assert.ok(written.length > 0, "a service without rules");
      const forgotten = written.filter((rule) => !rules.includes(rule)).map(({ id }) => id);
      assert.deepEqual(forgotten, [], `not exported by ${name}/index.ts, or ${name} is not listed in rules/index.ts`);
    });
  }

  it("are each listed once", () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual([...new Set(ids)], ids);
  });
});
