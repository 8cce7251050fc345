import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { rulesPage } from "../../policy/docs";
import { unreleased } from "../../policy/frame/rule";
import { findLevel, defaults, type Settings } from "../../policy/frame/settings";
import { rules } from "../../policy/rules";
import { catalog } from "../../policy/docs";
import listed from "../../policy/rules/catalog.json";
import dates from "../../policy/rules/dates.json";
import { policyServer, resource, run } from "./expectations";

/** The settings of a configuration that is handed out. */
function profile(name: string): Settings {
  const text = readFileSync(path.resolve(__dirname, `../../policy/${name}.json`), "utf8");
  return { ...defaults, ...(JSON.parse(text) as { headroom: Partial<Settings> }).headroom };
}

describe("the levels of the rules", () => {
  it("are mandatory on one of the grounds alone, with a page of AWS", () => {
    for (const { id, level, ground, page } of rules) {
      assert.equal(level === "mandatory", ground !== undefined, id);
      if (ground !== undefined) assert.match(page, /^https:\/\/docs\.aws\.amazon\.com\/.+\.html/, id);
    }
  });

  it("stand in the documentation with ground and page", () => {
    const [, table = ""] = rulesPage().split("## What is mandatory");
    const listed = Array.from(table.matchAll(/^\| `([\w-]+)` \| ([^|]+) \| \[[^\]]+\]\((https:[^)]+)\) \|$/gm));
    const mandatory = rules.filter(({ level }) => level === "mandatory");
    assert.deepEqual(
      listed.map(([, id, , page]) => [id, page]),
      mandatory.map(({ id, page }) => [id, page]),
    );
    for (const [, id, why = ""] of listed) {
      assert.match(
        why,
        /^(AWS refuses it|a stranger gets in|the runtime has reached its end|your own configuration forbids it; .*)$/,
        id,
      );
    }
  });

  it("are with strict.json mandatory for whatever is of medium severity or more", () => {
    const strict = profile("strict");
    for (const rule of rules) {
      assert.equal(findLevel(rule, strict), rule.severity === "low" ? "advisory" : "mandatory", rule.id);
    }
  });

  for (const [name, framework] of [
    ["aws-fsbp", "AWS Foundational Security Best Practices"],
    ["well-architected", "AWS Well-Architected"],
  ] as const) {
    it(`are with ${name}.json mandatory for the controls of that framework, and their own for all else`, () => {
      const settings = profile(name);
      const covered = rules.filter(({ controls }) => controls.some((control) => control.framework === framework));
      assert.ok(covered.length > 10);
      for (const rule of rules) {
        assert.equal(findLevel(rule, settings), covered.includes(rule) ? "mandatory" : undefined, rule.id);
      }
    });
  }

  it("are given by control, over those by framework and under those by service", async () => {
    const server = await policyServer();
    try {
      await server.configure({ frameworks: { "aws-fsbp": "mandatory" }, controls: { "S3.5": "disabled" } });
      const bucket = resource("bucket", "b", { bucket: "b" });
      const levels = async () =>
        new Map((await run(bucket)).violations.map(({ rule, mandatory }) => [rule, mandatory]));
      assert.equal((await levels()).get("s3-tls-only"), undefined);
      assert.equal((await levels()).get("s3-access-logs"), true);
      await server.configure({ controls: { "S3.9": "mandatory" }, services: { s3: "advisory" } });
      assert.equal((await levels()).get("s3-access-logs"), false);
    } finally {
      await server.configure({});
    }
  });
});

describe("the catalog of the rules", () => {
  it("says of every rule what it is (npm run docs -w policy writes it)", () => assert.deepEqual(listed, catalog()));
});

describe("the days of the rules", () => {
  it("are listed for every rule, and for nothing else (npm run docs -w policy writes those that are missing)", () => {
    const dated = Object.values(dates).flat();
    assert.deepEqual([...dated].sort(), rules.map(({ id }) => id).sort());
    for (const { id, since = "" } of rules) assert.match(since, /^20\d\d-\d\d-\d\d$/, id);
    for (const day of Object.keys(dates)) assert.match(day, /^20\d\d-\d\d-\d\d$/);
  });

  it("hold back newer rules where a day is asked for, and say so in one line", async () => {
    const server = await policyServer();
    try {
      const slow = resource("function", "slow", { timeout: 901 });
      await server.configure({ rulesAsOf: "2026-11-28" });
      const before = await run(slow);
      assert.deepEqual(before.violations, []);
      const [line] = before.said.filter(({ message }) => message.includes("held back"));
      assert.match(
        line?.message ?? "",
        new RegExp(`^.*\\n?${rules.length} rules are newer than 2026-11-28 and held back`),
      );
      await server.configure({ rulesAsOf: Object.keys(dates).toSorted().at(-1) });
      const after = await run(slow);
      assert.ok(after.violations.some(({ rule }) => rule === "lambda-timeout"));
      assert.ok(!after.said.some(({ message }) => message.includes("held back")));
    } finally {
      await server.configure({});
    }
  });

  it("put a rule without one after every day", () => {
    const [rule] = rules;
    assert.ok(rule);
    assert.equal(findLevel({ ...rule, since: unreleased }, { ...defaults, rulesAsOf: "2999-12-31" }), "disabled");
    assert.equal(findLevel({ ...rule, since: unreleased }, defaults), undefined);
  });
});
