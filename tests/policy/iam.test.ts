import assert from "node:assert/strict";
import { runUnsafeSimulation } from "@cloud-copilot/iam-simulate";
import fc from "fast-check";
import { allows, covers, intersects, type Statement, statements } from "../../policy/readings/iam";
import { Property } from "../../policy/frame/known";
import { limits } from "../../limits";
import { holds, open, resource, unknown, violates } from "./expectations";

const policy = (statement: unknown) =>
  resource("rolePolicy", "rights", {
    role: "r",
    policy: JSON.stringify({ Version: "2012-10-17", Statement: statement }),
  });
const allow = (more: Record<string, unknown>) => policy([{ Effect: "Allow", ...more }]);

describe("iam-administrator", () => {
  const rule = "iam-administrator";
  it("refuses every action on every resource, however it is written", async () => {
    for (const statement of [
      { Action: "*", Resource: "*" },
      { Action: ["s3:GetObject", "*"], Resource: ["arn:aws:s3:::x", "*"] },
      { Action: "*:*", Resource: "*" },
      { NotAction: "iam:*", Resource: "*" },
      { Action: "*", NotResource: "arn:aws:s3:::x" },
    ]) {
      await violates(rule, ["every action on every resource"], allow(statement));
    }
  });
  it("takes less than that, and denials", async () => {
    await holds(rule, allow({ Action: "*", Resource: "arn:aws:s3:::x" }));
    await holds(rule, allow({ Action: "s3:*", Resource: "*" }));
    await holds(rule, policy({ Effect: "Deny", Action: "*", Resource: "*" }));
  });
  it("looks into managed policies and inline ones too", async () => {
    const document = JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } });
    await violates(rule, ['Policy "p"'], resource("policy", "p", { policy: document }));
    await violates(rule, ['Role "r"'], resource("role", "r", { inlinePolicies: [{ name: "x", policy: document }] }));
  });
  it("is not evaluated while a document is unknown, or on one that IAM could not read", async () => {
    await open(rule, ["rights (policy)"], resource("rolePolicy", "rights", { policy: unknown }));
    await open(rule, ["rights (policy)"], resource("rolePolicy", "rights", { policy: "{" }));
    await open(rule, ["rights (policy)"], resource("rolePolicy", "rights", { policy: "{}" }));
  });
});

describe("iam-wildcard-actions and iam-wildcard-resources", () => {
  it("point out whole services and everything-but", async () => {
    await violates(
      "iam-wildcard-actions",
      ["allows s3:*"],
      allow({ Action: ["s3:*", "sqs:SendMessage"], Resource: "x" }),
    );
    await violates("iam-wildcard-actions", ["NotAction"], allow({ NotAction: "iam:*", Resource: "x" }));
    await holds("iam-wildcard-actions", allow({ Action: ["s3:Get*"], Resource: "x" }));
  });
  it("point out actions on every resource, apart from those that know no resources or stand under a condition", async () => {
    await violates(
      "iam-wildcard-resources",
      ["s3:GetObject on every resource"],
      allow({ Action: ["s3:GetObject", "xray:PutTraceSegments"], Resource: "*" }),
    );
    await holds(
      "iam-wildcard-resources",
      allow({ Action: ["xray:PutTraceSegments", "cloudwatch:PutMetricData"], Resource: "*" }),
    );
    await holds("iam-wildcard-resources", allow({ Action: "s3:GetObject", Resource: "arn:aws:s3:::x/*" }));
    await holds(
      "iam-wildcard-resources",
      allow({
        Action: "s3:GetObject",
        Resource: "*",
        Condition: { StringEquals: { "aws:ResourceTag/app": "orders" } },
      }),
    );
  });
});

describe("iam-policy-size and iam-role-policy-size", () => {
  const sized = (characters: number) => `{"a":"${"x".repeat(characters - 8)}"}`;
  it("count characters without white space: 6,144 for a managed policy", async () => {
    const { max } = limits.iam.managedPolicyCharacters;
    const managed = (document: unknown) => resource("policy", "p", { policy: document });
    await holds("iam-policy-size", managed(sized(max) + " \n\t".repeat(100)));
    await violates("iam-policy-size", ["6,145 characters"], managed(sized(max + 1)));
    await open("iam-policy-size", ["policy"], managed(unknown));
  });
  it("count all inline policies of a role together: 10,240", async () => {
    const { max } = limits.iam.rolePolicyCharacters;
    const role = resource("role", "r", { name: "r" });
    const inline = (name: string, document: unknown) => resource("rolePolicy", name, { role: "r", policy: document });
    await holds("iam-role-policy-size", role, inline("a", sized(max - 5000)), inline("b", sized(5000)));
    await violates(
      "iam-role-policy-size",
      ["10,241 characters"],
      role,
      inline("a", sized(max - 5000)),
      inline("b", sized(5001)),
    );
    await open("iam-role-policy-size", ["inline policies"], role, inline("a", unknown));
    await violates(
      "iam-role-policy-size",
      ["10,241 characters"],
      role,
      inline("a", sized(max + 1)),
      inline("b", unknown),
    );
  });
});

/** The language of patterns in its plainest form, to hold the fast ones against. */
function matches(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`, "s").test(text);
}

describe("IAM matching", () => {
  const pattern = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 7 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 7 });

  it("a pattern covers a text exactly when it matches it", () => {
    fc.assert(
      fc.property(pattern, text, (p, t) => assert.equal(covers(p, t), matches(p, t))),
      { numRuns: 2000 },
    );
  });
  it("a pattern that covers another one matches all that the other matches", () => {
    fc.assert(
      fc.property(pattern, pattern, text, (p, q, t) => {
        if (covers(p, q) && matches(q, t)) assert.ok(matches(p, t), `${p} should match ${t}, as ${q} does`);
      }),
      { numRuns: 5000 },
    );
  });
  it("two patterns that match one text intersect, whichever comes first", () => {
    fc.assert(
      fc.property(pattern, pattern, text, (p, q, t) => {
        if (matches(p, t) && matches(q, t)) assert.ok(intersects(p, q));
        assert.equal(intersects(p, q), intersects(q, p));
      }),
      { numRuns: 5000 },
    );
  });
  it("patterns that cannot meet do not intersect", () => {
    for (const [p, q] of [
      ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"],
      ["*.jpg", "*.png"],
      ["photos/*", "videos/*"],
      ["a?", "a"],
    ] as const) {
      assert.equal(intersects(p, q), false);
    }
  });

  const statement = fc.record({
    Effect: fc.constantFrom("Allow", "Deny"),
    Action: fc.oneof(pattern, fc.array(pattern, { maxLength: 3 })),
    Resource: fc.oneof(pattern, fc.array(pattern, { maxLength: 3 })),
  });

  it("decides one object as IAM does: an explicit denial wins, and what nothing allows is denied", () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 4 }), text, text, (made, action, object) => {
        const read = statements(Property.of({ Statement: made }));
        const list: readonly Statement[] = read.state === "known" ? read.value : [];
        const applies = (effect: string) =>
          made.some(
            (each) =>
              each.Effect === effect &&
              [each.Action].flat().some((one) => matches(one, action)) &&
              [each.Resource].flat().some((one) => matches(one, object)),
          );
        assert.equal(allows(list, action, object), applies("Allow") && !applies("Deny") ? "yes" : "no");
      }),
      { numRuns: 2000 },
    );
  });

  const actions = fc.constantFrom("*", "s3:*", "s3:Get*", "S3:getobject", "s3:GetObject", "s3:Put?bject", "sqs:*");
  const things = fc.constantFrom("*", "arn:aws:s3:::a", "arn:aws:s3:::a/*", "arn:aws:s3:::*/x", "arn:aws:s3:::a/?");
  const oneOrMore = <T>(each: fc.Arbitrary<T>) => fc.oneof(each, fc.array(each, { minLength: 1, maxLength: 3 }));
  const realistic = fc
    .tuple(
      fc.constantFrom("Allow", "Deny"),
      fc.tuple(fc.constantFrom("Action", "NotAction"), oneOrMore(actions)),
      fc.tuple(fc.constantFrom("Resource", "NotResource"), oneOrMore(things)),
    )
    .map(([Effect, [action, actions], [thing, things]]) => ({ Effect, [action]: actions, [thing]: things }));

  it("decides documents with single and listed statements, NotAction and NotResource as another evaluator does", () => {
    const document = fc.oneof(realistic, fc.array(realistic, { minLength: 1, maxLength: 3 }));
    const calls = fc.constantFrom("s3:GetObject", "s3:PutObject", "s3:DeleteObject");
    const objects = fc.constantFrom("arn:aws:s3:::a/x", "arn:aws:s3:::a/long", "arn:aws:s3:::b/x");
    fc.assert(
      fc.property(document, calls, objects, fc.boolean(), (Statement, action, resource, asText) => {
        const policy = { Version: "2012-10-17", Statement };
        const read = statements(Property.of(asText ? JSON.stringify(policy) : policy));
        assert.equal(read.state, "known");
        const decided = runUnsafeSimulation(
          {
            request: {
              action,
              principal: "arn:aws:iam::123456789012:role/r",
              resource: { resource, accountId: "123456789012" },
              contextVariables: {},
            },
            identityPolicies: [{ name: "role", policy }],
            serviceControlPolicies: [],
            resourceControlPolicies: [],
          },
          {},
        );
        assert.equal(allows(read.value, action, resource), decided === "Allowed" ? "yes" : "no");
      }),
      { numRuns: 300 },
    );
  });
});
