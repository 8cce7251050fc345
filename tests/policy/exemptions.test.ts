import assert from "node:assert/strict";
import { policyServer, resource, run } from "./expectations";
import { type Sent, unknown, makeUrn } from "./server";

const slow = resource("function", "reports-slow", { timeout: 901, tags: { team: "data" } });
const open = resource("bucket", "open", { bucket: "open" });
const today = "2026-11-23";

/** What the run says under `headroom`, and the rules that are violated. */
async function under(exemptions: readonly Record<string, string | object>[], ...resources: readonly Sent[]) {
  const server = await policyServer();
  try {
    await server.configure({ today, exemptions });
    const { violations, said } = await run(...resources);
    return { rules: violations.map(({ rule }) => rule), said };
  } finally {
    await server.configure({});
  }
}

const timeout = { rule: "lambda-timeout", resource: "reports-*", reason: "moves to AWS Batch" };

describe("an exemption", () => {
  it("takes a rule off one resource, and is printed with its reason, owner, day and what it covers", async () => {
    const { rules, said } = await under([{ ...timeout, owner: "ops", expires: "2026-11-23" }], slow);
    assert.ok(!rules.includes("lambda-timeout"));
    assert.ok(rules.includes("lambda-tracing"), "other rules stay");
    const [summary] = said;
    assert.equal(said.length, 1);
    assert.equal(summary?.mandatory, false);
    assert.match(summary.message, /^1 violation is exempt:$/m);
    assert.match(
      summary.message,
      /lambda-timeout on "reports-\*": moves to AWS Batch \(owner ops, until 2026-11-23\)\n {4}Function "reports-slow": timeout is 901 s; AWS allows 1 to 900 s$/m,
    );
  });

  for (const [how, exemption, covered] of [
    ["the whole URN", { ...timeout, resource: makeUrn(slow.type, slow.name) }, true],
    ["a pattern of the URN", { ...timeout, resource: "urn:*:Function::reports-????" }, true],
    ["its name", { ...timeout, resource: "reports-slow" }, true],
    ["a tag as well", { ...timeout, resource: "*", tags: { team: "d*" } }, true],
    ["another name", { ...timeout, resource: "reports" }, false],
    ["another tag", { ...timeout, resource: "*", tags: { team: "web" } }, false],
    ["another rule", { ...timeout, rule: "lambda-memory" }, false],
  ] as const) {
    it(`${covered ? "covers" : "does not cover"} a resource by ${how}`, async () => {
      const { rules } = await under([exemption], slow);
      assert.equal(!rules.includes("lambda-timeout"), covered);
    });
  }

  it("does not cover a resource whose tag is not known yet", async () => {
    const waiting = resource("function", "slow", { timeout: 901, tags: { team: unknown } });
    const { rules } = await under([{ ...timeout, resource: "*", tags: { team: "data" } }], waiting);
    assert.ok(rules.includes("lambda-timeout"));
  });

  it("covers what rules of the stack find on a resource, and on the stack itself", async () => {
    const greedy = resource("function", "greedy", { reservedConcurrentExecutions: 901 });
    const root = { type: "pulumi:pulumi:Stack", name: "dev", properties: {}, links: {} };
    const exemptions = [
      { rule: "s3-public-access", resource: "open", reason: "a web site" },
      { rule: "lambda-concurrency", resource: "dev", reason: "the quota is being raised" },
    ];
    const { rules, said } = await under(exemptions, root, open, greedy);
    assert.ok(!rules.includes("s3-public-access"));
    assert.ok(!rules.includes("lambda-concurrency"));
    assert.match(said[0]?.message ?? "", /2 violations are exempt/);
  });

  it("fails the run when it has run out, and covers nothing any more", async () => {
    const { rules, said } = await under([{ ...timeout, expires: "2026-11-22" }], slow);
    assert.ok(rules.includes("lambda-timeout"));
    assert.deepEqual(
      said.map(({ mandatory }) => mandatory),
      [true],
    );
    assert.match(said[0]?.message ?? "", /has expired: lambda-timeout on .*until 2026-11-22/);
  });

  it("is warned of when nothing needs it", async () => {
    const { said } = await under([{ ...timeout, resource: "gone" }], slow);
    assert.deepEqual(
      said.map(({ mandatory }) => mandatory),
      [false],
    );
    assert.match(said[0]?.message ?? "", /is not needed: lambda-timeout on "gone"/);
  });

  it("is not remembered from one run to the next", async () => {
    await under([timeout], slow);
    const { said } = await under([timeout], open);
    assert.match(said[0]?.message ?? "", /is not needed/);
  });
});
