import type * as sdk from "@aws-sdk/client-wafv2";
import assert from "node:assert/strict";
import { moveClock } from "../../../local/emulator/clock";
import { shared } from "./cloud";
import { Edge } from "./edge";
import { makeApi } from "./restApi";

const text = (value: string): Uint8Array => Buffer.from(value);
const plain: sdk.TextTransformation[] = [{ Priority: 0, Type: "NONE" }];
const small: sdk.TextTransformation[] = [
  { Priority: 0, Type: "URL_DECODE" },
  { Priority: 1, Type: "LOWERCASE" },
];
const path = (SearchString: string): sdk.Statement => ({
  ByteMatchStatement: {
    FieldToMatch: { UriPath: {} },
    PositionalConstraint: "STARTS_WITH",
    SearchString: text(SearchString),
    TextTransformations: plain,
  },
});

describe("a distribution's web ACL on the emulator", function () {
  this.timeout(60_000);
  let edge: Edge;
  shared(Edge, (started) => (edge = started));
  beforeEach(() => edge.reset());

  const VisibilityConfig = { SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: "acl" };
  let made = 0;
  /** A distribution with a web ACL of these rules, which block unless they say something else. */
  async function guarded(rules: Partial<sdk.Rule>[], more: Partial<sdk.CreateWebACLRequest> = {}) {
    const { Summary } = await edge.aws.wafv2.createWebACL({
      Name: `acl-${made++}`,
      Scope: "CLOUDFRONT",
      DefaultAction: { Allow: {} },
      VisibilityConfig,
      Rules: rules.map((rule, index) => ({
        Name: `rule-${index}`,
        Priority: index,
        Action: { Block: {} },
        Statement: undefined,
        VisibilityConfig,
        ...rule,
      })),
      ...more,
    });
    return (await edge.create({}, { WebACLId: Summary?.ARN })).host;
  }
  const status = async (host: string, at: string, ask?: Parameters<Edge["visit"]>[2]) =>
    (await edge.visit(host, at, ask)).status;

  it("refuses what a rule is about with CloudFront's page, before the origin is asked", async () => {
    const host = await guarded([{ Statement: path("/admin") }]);
    const { status: refused, headers, body } = await edge.visit(host, "/admin/users");
    assert.deepEqual([refused, headers["x-cache"], /Request blocked/.test(body)], [403, "Error from cloudfront", true]);
    assert.equal(edge.asked.length, 0);
    assert.equal(await status(host, "/open"), 200);
  });

  it("answers as the rule says, by the first rule that decides, or by its default", async () => {
    const CustomResponse = {
      ResponseCode: 429,
      CustomResponseBodyKey: "slow",
      ResponseHeaders: [{ Name: "x-why", Value: "rule" }],
    };
    const CustomResponseBodies = { slow: { ContentType: "TEXT_PLAIN" as const, Content: "too much" } };
    const rules = [
      { Statement: path("/open"), Action: { Allow: {} } },
      { Statement: path("/"), Action: { Count: {} } },
      { Statement: path("/o"), Action: { Block: { CustomResponse } } },
    ];
    const host = await guarded(rules, { CustomResponseBodies });
    assert.equal(await status(host, "/open"), 200);
    const { status: refused, headers, body } = await edge.visit(host, "/other");
    assert.deepEqual(
      [refused, headers["x-why"], headers["content-type"], body],
      [429, "rule", "text/plain", "too much"],
    );
    assert.equal(await status(host, "/elsewhere"), 200);
    const closed = await guarded([{ Statement: path("/open"), Action: { Allow: {} } }], {
      DefaultAction: { Block: {} },
    });
    assert.deepEqual([await status(closed, "/open"), await status(closed, "/other")], [200, 403]);
  });

  it("knows addresses, sizes, texts, patterns, and what is made of them", async () => {
    const addresses = async (Name: string, ...Addresses: string[]) => {
      const ask = { Name, Scope: "CLOUDFRONT", IPAddressVersion: "IPV4", Addresses } as const;
      return { ARN: (await edge.aws.wafv2.createIPSet(ask)).Summary?.ARN };
    };
    const here = await guarded([{ Statement: { IPSetReferenceStatement: await addresses("here", "127.0.0.0/8") } }]);
    assert.equal(await status(here, "/"), 403);
    const HeaderName = "X-Forwarded-For";
    const IPSetForwardedIPConfig = { HeaderName, FallbackBehavior: "NO_MATCH", Position: "FIRST" } as const;
    const set = { ...(await addresses("far", "192.0.2.0/24")), IPSetForwardedIPConfig };
    const far = await guarded([{ Statement: { IPSetReferenceStatement: set } }]);
    assert.equal(await status(far, "/"), 200);
    assert.equal(await status(far, "/", { headers: { "x-forwarded-for": "192.0.2.7" } }), 403);

    const long: sdk.Statement = {
      SizeConstraintStatement: {
        FieldToMatch: { Body: {} },
        ComparisonOperator: "GT",
        Size: 10,
        TextTransformations: plain,
      },
    };
    const sized = await guarded([{ Statement: long }]);
    assert.equal(await status(sized, "/", { method: "POST", body: "short" }), 200);
    assert.equal(await status(sized, "/", { method: "POST", body: "longer than ten" }), 403);

    const word: sdk.Statement = {
      ByteMatchStatement: {
        FieldToMatch: { AllQueryArguments: {} },
        PositionalConstraint: "CONTAINS_WORD",
        SearchString: text("secret"),
        TextTransformations: small,
      },
    };
    const agent: sdk.Statement = {
      RegexMatchStatement: {
        FieldToMatch: { SingleHeader: { Name: "user-agent" } },
        RegexString: "^bot/\\d+$",
        TextTransformations: plain,
      },
    };
    const both = await guarded([
      { Statement: { OrStatement: { Statements: [word, agent] } } },
      { Statement: { AndStatement: { Statements: [path("/x"), { NotStatement: { Statement: path("/xy") } }] } } },
    ]);
    assert.equal(await status(both, "/?q=a+SECRET%20b"), 403);
    assert.equal(await status(both, "/?q=secrets"), 200);
    assert.equal(await status(both, "/", { headers: { "user-agent": "bot/12" } }), 403);
    assert.deepEqual([await status(both, "/xz"), await status(both, "/xyz")], [403, 200]);
  });

  it("limits the rate of an address within its window, for the requests that the rule is about", async () => {
    const RateBasedStatement: sdk.RateBasedStatement = {
      Limit: 10,
      EvaluationWindowSec: 60,
      AggregateKeyType: "IP",
      ScopeDownStatement: path("/login"),
    };
    const host = await guarded([{ Statement: { RateBasedStatement } }]);
    for (let count = 0; count < 10; count++) assert.equal(await status(host, "/login"), 200);
    assert.deepEqual([await status(host, "/login"), await status(host, "/open")], [403, 200]);
    await moveClock(edge.cloud.emulator.endpoint, 61);
    assert.equal(await status(host, "/login"), 200);
  });

  it("lets pass what cannot be judged: countries, managed rules, injections", async () => {
    const sql: sdk.Statement = { SqliMatchStatement: { FieldToMatch: { Body: {} }, TextTransformations: plain } };
    const host = await guarded([
      { Statement: { GeoMatchStatement: { CountryCodes: ["US"] } } },
      { Statement: { NotStatement: { Statement: sql } } },
      {
        Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesCommonRuleSet" } },
        Action: undefined,
        OverrideAction: { None: {} },
      },
    ]);
    assert.equal(await status(host, "/"), 200);
  });

  it("judges the requests of a stage of a REST API as well", async () => {
    const { aws } = edge.cloud;
    const call = await makeApi(edge.cloud, { integration: { type: "MOCK", uri: "" }, path: "/{any}" });
    const { items = [] } = await aws.apigateway.getRestApis({});
    const { Summary } = await aws.wafv2.createWebACL({
      Name: "regional",
      Scope: "REGIONAL",
      DefaultAction: { Allow: {} },
      VisibilityConfig,
      Rules: [{ Name: "admin", Priority: 0, Action: { Block: {} }, Statement: path("/admin"), VisibilityConfig }],
    });
    const ResourceArn = `arn:aws:apigateway:${aws.region}::/restapis/${items[0]?.id}/stages/live`;
    await aws.wafv2.associateWebACL({ WebACLArn: Summary?.ARN, ResourceArn });
    const refused = await call(undefined, { at: "/admin" });
    assert.deepEqual([refused.status, refused.body], [403, '{"message":"Forbidden"}']);
    assert.notEqual((await call(undefined, { at: "/open" })).status, 403);
  });
});
