import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { limitsPage, rulesPage } from "../../policy/docs";

describe("the generated pages", () => {
  for (const [name, page] of [
    ["rules.md", rulesPage],
    ["limits.md", limitsPage],
  ] as const) {
    it(`docs/${name} is what the pack says now (npm run docs -w policy)`, () => {
      assert.equal(readFileSync(path.resolve(__dirname, "../../docs", name), "utf8"), page());
    });
  }
});
