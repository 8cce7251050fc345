import assert from "node:assert/strict";
import { type Record } from "../../../cli/run/record";
import { adviceLines, adviceTally } from "../../../cli/terminal/advice";
import { changeLines, listChanges } from "../../../cli/terminal/changes";
import { fit } from "../../../cli/terminal/display";
import { type Finding } from "../../../report/findings";

describe("what a run changed, on the terminal", () => {
  const component = (name: string): Record["planned"][number] => ({
    urn: `urn:${name}`,
    type: "headroom:patterns:Thumbnailer",
    name,
    component: true,
    inputs: {},
  });
  const part = (of: string, type: string, name: string, inputs: object = {}): Record["planned"][number] => ({
    urn: `urn:${of}:${type}:${name}`,
    type,
    name,
    parent: `urn:${of}`,
    component: false,
    inputs: { ...inputs },
  });
  const lines = (before: Record["planned"], planned: Record["planned"], steps: Record["steps"] = []): string[] =>
    changeLines(listChanges({ before, planned, steps }));
  const photos = component("photos");
  const fn = (inputs: object) => part("photos", "aws:lambda/function:Function", "resize", inputs);
  const role = part("photos", "aws:iam/role:Role", "resize", { path: "/" });

  it("is its places with their values, by pattern, and nothing of what stayed", () => {
    const before = [photos, role, fn({ memorySize: 512, environment: { variables: { WIDTHS: "200" } } })];
    const now = [photos, role, fn({ memorySize: 1024, environment: { variables: { WIDTHS: "200,800" } } })];
    assert.deepEqual(lines(before, now), [
      "  photos: 1 updated",
      "    ~ aws:lambda:Function resize",
      "        environment.variables.WIDTHS: 200 → 200,800",
      "        memorySize: 512 → 1024",
    ]);
    assert.deepEqual(lines(before, before), []);
  });

  it("names a few new resources, counts many, and always names what goes", () => {
    const many = Array.from({ length: 12 }, (_, index) => part("photos", "aws:sqs/queue:Queue", `q${index}`));
    assert.deepEqual(lines([], [photos, role]), ["  photos: 1 created", "    + aws:iam:Role resize"]);
    assert.deepEqual(lines([], [photos, ...many]), ["  photos: 12 created"]);
    assert.deepEqual(lines([photos, role], [photos, ...many]), [
      "  photos: 12 created, 1 deleted",
      "    - aws:iam:Role resize",
    ]);
  });

  it("tells what the engine mended though the program had not changed", () => {
    const step = { op: "update", urn: fn({}).urn, type: fn({}).type, name: "resize", component: false } as const;
    assert.deepEqual(lines([photos, fn({})], [photos, fn({})], [{ ...step, changed: ["timeout"] }]), [
      "  mended: 1 updated",
      "    ~ aws:lambda:Function resize",
      "        timeout: none → as the program has it",
    ]);
  });

  it("cuts long values, and lines to the columns that there are", () => {
    const [before, now] = [fn({ description: "x".repeat(500) }), fn({ description: "y\n".repeat(500) })];
    for (const line of lines([photos, before], [photos, now])) assert.ok(line.length < 160, line);
    assert.equal(fit("abcdef", 4), "abc…");
    assert.equal(fit("abcd", 4), "abcd");
    assert.equal(fit("😀😀😀", 3), "😀😀😀");
  });

  const finding = (policy: string, resource: string, enforcement: Finding["enforcement"] = "advisory"): Finding => ({
    policy,
    enforcement,
    severity: "low",
    title: "Functions are traced",
    says: `${resource} is not`,
    fix: `Trace ${resource}.`,
    resource,
    message: "m",
  });

  it("has the advice of the policies once for each rule, with a count; in a line where nothing changed", () => {
    const findings = [finding("a", "x"), finding("a", "y"), finding("b", "x"), finding("c", "x", "mandatory")];
    assert.deepEqual(adviceLines(findings), [
      "  ! policy a (advisory, low): 2 resources. Functions are traced",
      "  ! policy b (advisory, low): 1 resource. Functions are traced",
    ]);
    assert.equal(adviceTally(findings, "x"), "advice of the policies: 2 rules, 3 findings (x lists them)");
    assert.equal(adviceTally([], "x"), "");
  });
});
