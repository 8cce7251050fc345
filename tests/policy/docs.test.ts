import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkPolicyConfig } from "../../cli/run/policyConfig";
import { constraintPages } from "../../policy/constraints/docs";
import { limitsPage, rulesPage } from "../../policy/docs";

describe("the configurations that are handed out", () => {
  const content = (name: string) => readFileSync(path.resolve(__dirname, "../../policy", name), "utf8");
  const [, example = ""] = /```json\n([^]*?)```/.exec(content("README.md")) ?? [];
  for (const [name, text] of [
    ["the example of policy/README.md", example],
    ["policy/recommended.json", content("recommended.json")],
    ["policy/strict.json", content("strict.json")],
  ] as const) {
    it(`${name} is what the schema allows`, () => checkPolicyConfig(name, JSON.parse(text)));
  }
});

describe("the generated pages", () => {
  for (const [name, page] of [
    ["rules.md", rulesPage],
    ["limits.md", limitsPage],
  ] as const) {
    it(`docs/${name} is what the pack says now (npm run docs -w policy)`, () => {
      assert.equal(readFileSync(path.resolve(__dirname, "../../docs", name), "utf8"), page());
    });
  }

  it("docs/constraints has a page of each service with rows of its own, as the pack has them now, and no other", () => {
    const folder = path.resolve(__dirname, "../../docs/constraints");
    const pages = constraintPages();
    assert.deepEqual(readdirSync(folder).sort(), [...pages.keys()].sort());
    for (const [name, page] of pages) assert.equal(readFileSync(path.join(folder, name), "utf8"), page, name);
  });
});
