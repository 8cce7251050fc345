import assert from "node:assert/strict";
import { ArgumentError, WebAcl } from "../../components";
import { declare, one } from "./deploy";

interface Rule {
  name: string;
  priority: number;
  action?: object;
  overrideAction?: object;
  statement: { rateBasedStatement?: { limit: number } };
}

describe("WebAcl (under Pulumi's mocks)", () => {
  it("blocks what AWS's rules know, and an address that asks too often", async () => {
    const { rules, scope, defaultAction } = one(await declare(() => new WebAcl("front")), "aws:wafv2/webAcl:WebAcl");
    const [first, ...managed] = rules as Rule[];
    assert.deepEqual([scope, defaultAction], ["REGIONAL", { allow: {} }]);
    assert.deepEqual([first?.statement.rateBasedStatement?.limit, first?.action], [2_000, { block: {} }]);
    assert.deepEqual(
      managed.map(({ name, priority, overrideAction }) => [name, priority, overrideAction]),
      [
        ["AWSManagedRulesCommonRuleSet", 1, { none: {} }],
        ["AWSManagedRulesKnownBadInputsRuleSet", 2, { none: {} }],
      ],
    );
  });

  it("only counts when it is asked to", async () => {
    const { rules } = one(await declare(() => new WebAcl("front", { countOnly: true })), "aws:wafv2/webAcl:WebAcl");
    for (const { action, overrideAction } of rules as Rule[]) assert.deepEqual(action ?? overrideAction, { count: {} });
  });

  it("keeps credentials out of its log, whose name WAF takes", async () => {
    const declared = await declare(() => new WebAcl("front"));
    assert.equal(one(declared, "aws:cloudwatch/logGroup:LogGroup").namePrefix, "aws-waf-logs-front-");
    const { redactedFields } = one(declared, "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");
    assert.deepEqual(
      redactedFields,
      ["authorization", "cookie", "x-api-key"].map((name) => ({ singleHeader: { name } })),
    );
  });

  it("refuses a rate that WAF does not take, and a rule group twice", () =>
    assert.rejects(
      declare(
        () =>
          new WebAcl("front", { rateLimit: 9, managedRuleGroups: ["Mine", "AWSManagedRulesX", "AWSManagedRulesX"] }),
      ),
      (error: unknown) => {
        assert.ok(error instanceof ArgumentError);
        for (const part of ["rateLimit is 9", '"Mine"', '"AWSManagedRulesX"'])
          assert.ok(error.message.includes(part), part);
        return true;
      },
    ));
});
