import assert from "node:assert/strict";
import { EnforcementLevel, PolicyType } from "@pulumi/pulumi/proto/analyzer_pb";
import { limitRecords, limits } from "../../limits";
import { rules } from "../../policy/rules";
import { policyServer, resource, run, unknown, violates } from "./expectations";
import { PolicyServer } from "./server";

const waiting = resource("function", "slow", { timeout: unknown, memorySize: unknown });
const slow = resource("function", "slow", { timeout: 901, memorySize: 512 });

describe("the policy pack", () => {
  it("tells the engine of each rule: title, level, severity, framework, fix and page", async () => {
    const info = await (await policyServer()).info();
    const policies = new Map(info.getPoliciesList().map((policy) => [policy.getName(), policy]));
    assert.equal(policies.size, rules.length + 1);
    for (const rule of rules) {
      const policy = policies.get(rule.id);
      assert.ok(policy, rule.id);
      // A policy has one type: one that mends resources is a resource policy, whatever else it does.
      const type =
        rule.scope === "stack" && !rule.remedy ? PolicyType.POLICY_TYPE_STACK : PolicyType.POLICY_TYPE_RESOURCE;
      assert.equal(Number(policy.getPolicyType()), Number(type));
      assert.equal(policy.getDescription(), rule.title);
      assert.notEqual(Number(policy.getSeverity()), 0, rule.id);
      assert.ok(policy.getFramework()?.getReference(), rule.id);
      assert.ok(policy.getFramework()?.getSpecification(), rule.id);
      assert.ok(policy.getRemediationSteps(), rule.id);
      assert.match(policy.getUrl(), /^https:\/\/docs\.aws\.amazon\.com\//, rule.id);
    }
  });

  it("has rules and limits with names of their own", () => {
    assert.equal(new Set(rules.map((rule) => rule.id)).size, rules.length);
    assert.equal(new Set(limitRecords.map((limit) => limit.id)).size, limitRecords.length);
    for (const rule of rules) assert.match(rule.fix, /^[A-Z].*\.$/, rule.id);
  });

  it("says of each limit where it stands, when that was checked, and whether it is verified", () => {
    for (const limit of limitRecords) {
      assert.match(limit.page, /^https:\/\/docs\.aws\.amazon\.com\//, limit.id);
      assert.match(limit.checked, /^20\d\d-\d\d(-\d\d)?$/, limit.id);
      const current = limit.sources.includes("api model") || limit.sources.includes("documentation");
      assert.equal(limit.verified, current, limit.id);
      assert.ok((limit.min ?? -Infinity) <= (limit.max ?? Infinity), limit.id);
      assert.ok(limit.min !== undefined || limit.max !== undefined || limit.values !== undefined, limit.id);
    }
  });

  it("says it in two lines: resource, property, value and limit; fix and page", async () => {
    const { violations } = await run(slow);
    const [, ...lines] = violations.find(({ rule }) => rule === "lambda-timeout")?.message.split("\n") ?? [];
    assert.deepEqual(lines, [
      'Function "slow": timeout is 901 s; AWS allows 1 to 900 s.',
      "Fix: Set a timeout of at most 900 s, or split the work: Step Functions and AWS Batch run for longer. " +
        `See ${limits.lambda.timeout.page}`,
    ]);
  });

  it("lists what could not be evaluated once a run, and forgets it when the value is known", async () => {
    const first = await run(waiting);
    assert.equal(first.open["lambda-timeout"], "slow (timeout)");
    assert.equal(first.open["lambda-memory"], "slow (memorySize)");
    assert.equal((await run(slow)).open["lambda-timeout"], undefined);
  });

  it("keeps apart the resources that the engine has looked at at the same time", async () => {
    const server = await policyServer();
    const sent = Array.from({ length: 200 }, (_, index) =>
      resource("function", `f${index}`, { timeout: 900 + (index % 3) }),
    );
    const found = await Promise.all(sent.map((each) => server.analyze(each)));
    found.forEach((violations, index) => {
      const said = violations
        .filter(({ rule }) => rule === "lambda-timeout")
        .map(({ message }) => message.split("\n")[1]);
      const value = 900 + (index % 3);
      const expected = value > 900 ? [`Function "f${index}": timeout is ${value} s; AWS allows 1 to 900 s.`] : [];
      assert.deepEqual(said, expected);
    });
  });

  it("never lets the engine count a rule as passed that could not be evaluated", async () => {
    const response = await (await policyServer()).analysis(waiting);
    const open = response.getNotApplicableList().map((each) => each.getPolicyName());
    assert.ok(open.includes("lambda-timeout"));
    assert.ok(!open.includes("lambda-runtime"), "no runtime is given, which is known");
  });

  it("gives levels by service, over those by severity and under the rule's own", async () => {
    const server = await policyServer();
    try {
      await server.configure({
        severities: { high: "disabled" },
        services: { lambda: "advisory", sqs: "mandatory" },
        levels: { "lambda-timeout": "mandatory" },
      });
      const fn = resource("function", "f", { timeout: 901, memorySize: 1 });
      const { violations } = await run(fn, resource("queue", "q", { delaySeconds: 901 }));
      const levels = new Map(violations.map(({ rule, mandatory }) => [rule, mandatory]));
      assert.equal(levels.get("lambda-timeout"), true);
      assert.equal(levels.get("lambda-memory"), false);
      assert.equal(levels.get("sqs-delay"), true);
    } finally {
      await server.configure({});
    }
  });

  it("gives levels by rule and by severity; the rule's own wins", async () => {
    const server = await policyServer();
    try {
      await server.configure({
        severities: { high: "advisory", low: "disabled" },
        levels: { "lambda-timeout": "mandatory" },
      });
      const { violations } = await run(slow, resource("queue", "q", { delaySeconds: 901 }));
      assert.equal(violations.find(({ rule }) => rule === "lambda-timeout")?.mandatory, true);
      assert.equal(violations.find(({ rule }) => rule === "sqs-delay")?.mandatory, false);
      assert.equal(
        violations.find(({ rule }) => rule === "lambda-tracing"),
        undefined,
      );
      await server.configure({ levels: { "lambda-timeout": "disabled", "s3-public-access": "advisory" } });
      const again = await run(slow, resource("bucket", "open", { bucket: "open" }));
      assert.equal(
        again.violations.find(({ rule }) => rule === "lambda-timeout"),
        undefined,
      );
      assert.equal(again.violations.find(({ rule }) => rule === "s3-public-access")?.mandatory, false);
    } finally {
      await server.configure({});
    }
  });

  it("counts texts whose form alone is not known yet, in one line, however many there are", async () => {
    const server = await policyServer();
    // AWS's own data alone has the form of this ARN.
    const stack = ["a", "b", "c"].map((name) => resource("stateMachine", name, { roleArn: unknown }));
    for (const each of stack) await server.analyze(each);
    const overview = async (of: typeof stack) => {
      const messages = (await server.analyzeStack(of)).filter(({ rule }) => rule === "headroom");
      return messages.flatMap(({ message }) => message.split("\n")).filter((line) => line.includes("the form of"));
    };
    assert.deepEqual(await overview(stack), ["  the form of 3 texts of 3 resources: states-arguments"]);
    assert.deepEqual(await overview(stack.slice(0, 1)), ["  the form of 1 text of 1 resource: states-arguments"]);
    const known = stack.map((each) => ({ ...each, properties: {} }));
    for (const each of known) await server.analyze(each);
    assert.deepEqual(await overview(known), []);
  });

  it("reports a violation of the whole stack on the stack", async () => {
    const root = { type: "pulumi:pulumi:Stack", name: "dev", properties: {}, links: {} };
    const { violations } = await run(resource("function", "a", { reservedConcurrentExecutions: 901 }), root);
    assert.match(violations.find(({ rule }) => rule === "lambda-concurrency")?.urn ?? "", /pulumi:pulumi:Stack::dev$/);
  });

  it("still runs the rules of the stack when the overview is disabled", async () => {
    const server = await PolicyServer.start();
    try {
      await server.configure({}, EnforcementLevel.DISABLED);
      const { violations, open } = await server.run([resource("bucket", "open", { bucket: "open" }), waiting]);
      assert.ok(violations.some(({ rule }) => rule === "s3-public-access"));
      assert.deepEqual(open, {});
    } finally {
      server.stop();
    }
  });
});

describe("near-limit", () => {
  const fn = (memorySize: number) => resource("function", "big", { memorySize });
  it("points out 80 % of a limit, with the figures, and leaves what is beyond it to the limit's own rule", async () => {
    const near = async (memorySize: number) =>
      (await run(fn(memorySize))).violations.filter(({ rule }) => rule === "near-limit").length;
    assert.equal(await near(8191), 0);
    assert.equal(await near(8192), 1);
    assert.equal(await near(10_240), 1);
    assert.equal(await near(10_241), 0);
    await violates("near-limit", ["8,192 MB of 10,240 MB (80 %)"], fn(8192));
  });
  it("takes its threshold from the configuration", async () => {
    const server = await policyServer();
    try {
      await server.configure({ nearLimitPercent: 50 });
      await violates("near-limit", ["5,120 MB of 10,240 MB (50 %)"], fn(5120));
    } finally {
      await server.configure({});
    }
  });
});
