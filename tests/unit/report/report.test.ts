import fc from "fast-check";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { differ } from "../../../cli/terminal/differ";
import { projectRoot } from "../../../local/project";
import { type RunReport } from "../../../policy/frame/runReport";
import { type Plan } from "../../../report/changes";
import { composeReport, type ReportInput } from "../../../report/compose";
import { readUsage } from "../../../report/cost";
import { type ReportDocument, reportSchema } from "../../../report/document";
import { countResources, type Finding, groupFindings, originWords } from "../../../report/findings";
import { commentLimit, renderComment } from "../../../report/comment";
import { renderMarkdown, summaryLimit } from "../../../report/markdown";
import { renderPage } from "../../../report/page";
import { type Scene } from "../../../report/picture/scene";
import { renderSvg } from "../../../report/picture/svg";
import { withoutRandomNames } from "../../../report/randomNames";
import { type PlannedResource, unknownText } from "../../../report/resource";
import { reportJsonSchema } from "../../../report/schema";

const urn = (type: string, name: string): string => `urn:pulumi:dev::headroom::${type}::${name}`;
const fnType = "aws:lambda/function:Function";
const tableType = "aws:dynamodb/table:Table";
const bucketType = "aws:s3/bucket:Bucket";

function resource(type: string, name: string, inputs: Record<string, unknown> = {}, parent?: string): PlannedResource {
  return { urn: urn(type, name), type, name, component: false, inputs, ...(parent && { parent }) };
}
const fn = (timeout: number, more = {}) => resource(fnType, "resize", { timeout, role: "r", memorySize: 128, ...more });
const makePlan = (...resources: PlannedResource[]): Plan => ({ resources, links: [] });

function compose(plan: Plan, base?: Plan, more: Partial<ReportInput> = {}): ReportDocument {
  return composeReport({ ...given(plan), base: base && { name: "main", plan: base }, ...more });
}

function given(plan: Plan): ReportInput {
  return {
    project: "headroom",
    stack: "dev",
    region: "eu-west-1",
    plan,
    policy: undefined,
    findings: [],
    errors: [],
    threshold: 80,
    usage: readUsage(undefined),
    differ,
  };
}
const told = (report: ReportDocument) =>
  report.changes.map(({ kind, name, places }) => [
    kind,
    name,
    ...places.map(({ path: at, from, to }) => `${at}: ${from} → ${to}`),
  ]);

describe("the report of a change", () => {
  it("shows a timeout that was raised and a table that was added, and nothing else", () => {
    const table = resource(tableType, "users", { hashKey: "id", billingMode: "PAY_PER_REQUEST" });
    const bucket = resource(bucketType, "photos", { bucket: "photos" });
    const report = compose(makePlan(fn(120), table, bucket), makePlan(fn(60), bucket));
    assert.deepEqual(told(report), [
      ["update", "resize", "timeout: 60 → 120"],
      ["create", "users"],
    ]);
    assert.deepEqual([report.verdict.outcome, report.comparedWith], ["ready", "main"]);
    const text = renderMarkdown(report);
    assert.match(text, /~ lambda Function \*\*resize\*\*: `timeout: 60 → 120`/);
    assert.match(text, /\+ dynamodb Table \*\*users\*\*/);
    assert.match(text, /<summary>Changes: 1 created, 1 updated<\/summary>/);
  });

  it("says that a bucket which is made anew, or deleted, loses what it holds", () => {
    const bucket = (name: string) => resource(bucketType, "photos", { bucket: name });
    const anew = compose(makePlan(bucket("new")), makePlan(bucket("old")));
    assert.deepEqual(told(anew), [["replace", "photos", "bucket: old → new"]]);
    assert.deepEqual(anew.verdict, {
      outcome: "review",
      reasons: ["s3 Bucket photos will be replaced: its data is lost"],
    });
    const gone = compose(makePlan(), makePlan(bucket("old")));
    assert.deepEqual(told(gone), [["delete", "photos"]]);
    assert.equal(gone.verdict.outcome, "review");
  });

  it("takes what a data source decides as it is deployed, with all that is made from it, but not what a change makes unknown", () => {
    const subnet = (zone: string, cidr = "10.0.0.0/24") =>
      resource("aws:ec2/subnet:Subnet", "inner", { vpcId: "vpc-1", cidrBlock: cidr, availabilityZone: zone });
    const route = (subnetId: string) =>
      resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "inner", { subnetId, routeTableId: "rtb-1" });
    const compared = (cidr: string) => {
      const [zone, association] = [subnet(unknownText, cidr), route(unknownText)];
      const links = [{ from: association.urn, property: "subnetId", to: zone.urn }];
      const base = {
        name: "state.json",
        plan: { ...makePlan(subnet("us-east-1a"), route("subnet-1")), links },
        deployed: true,
      };
      return compose({ resources: [zone, association], links }, undefined, { base });
    };
    const same = compared("10.0.0.0/24");
    assert.deepEqual(same.changes, []);
    assert.deepEqual(
      same.undecided.map(({ name, path: at }) => [name, at]),
      [["inner", "availabilityZone"]],
    );
    assert.match(renderMarkdown(same), /taken as deployed, since only AWS answers .*: inner .{0,2}availabilityZone/);
    const other = compared("10.0.1.0/24");
    assert.deepEqual(told(other), [
      ["replace", "inner", "subnetId: subnet-1 → known after the deployment"],
      ["replace", "inner", "cidrBlock: 10.0.0.0/24 → 10.0.1.0/24"],
    ]);
  });

  it("takes a name that Pulumi makes up for the same name, wherever it is", () => {
    const planned = (suffix: string) =>
      withoutRandomNames(
        makePlan(
          resource(bucketType, "photos", { bucket: `photos-${suffix}`, __defaults: ["bucket"] }),
          fn(60, {
            environment: { variables: { BUCKET: `photos-${suffix}`, ARN: `arn:aws:s3:::photos-${suffix}/*` } },
          }),
        ),
      );
    assert.deepEqual(compose(planned("0a1b2c3"), planned("ffffff0")).changes, []);
  });

  it("shows that a value which only a deployment knows comes from another resource than before", () => {
    const plan = (source: string): Plan => ({
      resources: [fn(60, { role: unknownText }), resource("aws:iam/role:Role", source)],
      links: [{ from: urn(fnType, "resize"), property: "role", to: urn("aws:iam/role:Role", source) }],
    });
    const report = compose(plan("new"), plan("old"));
    assert.ok(JSON.stringify(told(report)).includes("role: made from old → made from new"));
  });

  const finding = (more: Partial<Finding>): Finding => ({
    policy: "lambda-timeout",
    enforcement: "mandatory",
    severity: "high",
    title: "A timeout is within the limit",
    says: "Function: timeout is 901.",
    fix: "less.",
    message: "Title\nFunction: timeout is 901.\nFix: less.",
    ...more,
  });
  const mandatory = finding({});

  it("is blocked by a mandatory finding, and tells it first", () => {
    const report = compose(makePlan(fn(901)), undefined, { findings: [mandatory] });
    assert.deepEqual(report.verdict, { outcome: "blocked", reasons: ["1 mandatory policy is violated"] });
    assert.match(renderMarkdown(report), /^## ⛔ `dev` is blocked\n\n- 1 mandatory policy is violated\n/);
    for (const text of [renderMarkdown(report), renderComment(report)])
      assert.match(
        text,
        /\*\*mandatory\*\* high `lambda-timeout` .*: 1 resource {2}\n.*less.*\n {2}- Function: timeout is 901\./,
      );
  });

  it("tells findings by rule and by what has to be done, the worst first, each fix once", () => {
    const function_ = (name: string): Partial<Finding> => ({ urn: urn(fnType, name), resource: `${fnType} ${name}` });
    const findings = [
      finding({ ...function_("a"), policy: "advice", enforcement: "advisory", severity: "critical", says: "advice a" }),
      finding({ ...function_("b"), policy: "mild", severity: "low", says: "mild b" }),
      finding({ ...function_("c"), policy: "bad", severity: "critical", fix: "other", says: "bad c" }),
      finding({ ...function_("b"), policy: "bad", severity: "critical", fix: "one", says: "bad b" }),
      finding({ ...function_("a"), policy: "bad", severity: "critical", fix: "one", says: "bad a" }),
      finding({ ...function_("a"), policy: "bad", severity: "critical", fix: "one", says: "bad a too" }),
    ];
    const groups = groupFindings(findings).map((group) => [
      `${group.policy} ${group.fix} ${countResources(group)}`,
      ...group.findings.map(({ says }) => says),
    ]);
    assert.deepEqual(groups, [
      ["bad one 2 resources", "bad a", "bad a too", "bad b"],
      ["bad other 1 resource", "bad c"],
      ["mild less. 1 resource", "mild b"],
      ["advice less. 1 resource", "advice a"],
    ]);
    const report = compose(makePlan(fn(901)), undefined, { findings });
    for (const text of [renderMarkdown(report), renderComment(report), renderPage(report, undefined)]) {
      const places = ["bad a", "bad b", "bad c", "mild b", "advice"].map((says) => text.lastIndexOf(says));
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
        "in order",
      );
      assert.ok(!places.includes(-1), "all of them");
      assert.equal(text.split("Fix: one").length, 2, "a fix is said once");
    }
    assert.match(renderMarkdown(report), /advice a/);
    const comment = renderComment(report);
    assert.match(comment, /^- \*\*advisory\*\* critical `advice` A timeout is within the limit: 1 resource$/m);
    assert.doesNotMatch(comment, /advice a/, "the comment is short");
  });

  it("says which component made the resource, and where, as far as it is known", () => {
    const component = { type: "shop:web:Site", name: "shop" };
    const made = finding({ component, place: { file: "index.ts", line: 12, column: 3 } });
    assert.equal(originWords(made), 'in Site "shop", index.ts:12');
    assert.equal(originWords(finding({ component })), 'in Site "shop"');
    assert.equal(originWords(finding({})), "");
    const report = compose(makePlan(fn(901)), undefined, { findings: [made] });
    assert.match(renderMarkdown(report), /\(in Site "shop", index\.ts:12\)/);
  });

  it("tells of a preview that failed why, and nothing else: no change, no cost, no headroom, no picture", () => {
    const [now, before] = [makePlan(fn(120), resource(bucketType, "b")), makePlan(fn(60, { role: unknownText }))];
    const report = compose(now, before, { errors: ["it broke"], findings: [mandatory], policy: policyWith() });
    assert.deepEqual(report.verdict, { outcome: "blocked", reasons: ["it broke"] });
    assert.equal(report.failed, true);
    for (const list of ["changes", "findings", "headroom", "notEvaluated", "resources", "links"] as const)
      assert.deepEqual(report[list], [], list);
    assert.deepEqual([report.cost, report.picture.groups], [undefined, []]);
    assert.equal(renderMarkdown(report), "## ⛔ `dev` is blocked\n\n- it broke\n");
    assert.equal(renderComment(report), "<!-- headroom report -->\n\n## ⛔ `dev` is blocked\n\n- it broke\n");
    const page = renderPage(report, undefined);
    assert.match(page, /it broke/);
    assert.ok(!/<main>|<dl>|<table/.test(page));
  });

  /** What the pack says of two functions' open checks. */
  function policyWith(...open: ReportDocument["notEvaluated"]): RunReport {
    const exemptions = { exempted: [], expiredExemptions: [], unusedExemptions: [] };
    const nothing = { ...exemptions, findings: [], formsNotEvaluated: [], heldBack: [], notLookedAt: [], links: [] };
    const row = { rule: "lambda-package-unzipped", limit: "lambda.unzippedBytes", title: "Unzipped", unit: "bytes" };
    const unmeasured = { ...row, allowed: 262_144_000, adjustable: false, page: "https://docs.aws.amazon.com/x" };
    return { ...nothing, headroom: [unmeasured], notEvaluated: open };
  }
  const open = (rule: string, name: string, level: "mandatory" | "advisory") => ({
    ...{ rule, level, urn: name === "" ? "" : urn(fnType, name), what: `${name} (role)` },
  });

  it("asks for a look while a changed resource has an open mandatory check, and counts every open check once", () => {
    const policy = policyWith(
      open("iam-administrator", "resize", "mandatory"),
      open("lambda-package-zip", "resize", "mandatory"),
      open("lambda-tracing", "resize", "advisory"),
      open("iam-administrator", "other", "mandatory"),
    );
    const other = resource(fnType, "other", { role: "r" });
    const changed = compose(makePlan(fn(120), other), makePlan(fn(60), other), { policy });
    const reason = "2 mandatory checks on changed resources can only run during the deployment";
    assert.deepEqual(changed.verdict, { outcome: "review", reasons: [reason] });
    const words = "4 open, 2 of them mandatory and on changed resources";
    for (const text of [renderMarkdown(changed), renderComment(changed)])
      assert.ok(text.includes(`**Checks** ${words}`), text);
    assert.match(renderMarkdown(changed), /Not evaluated: 4 checks/);
    const page = renderPage(changed, undefined);
    assert.ok(page.includes(words) && page.includes("Checks that need values from a deployment: 4"));
    assert.deepEqual(changed.openChecks, { all: 4, mandatoryOnChanged: 2 });
    assert.equal(compose(makePlan(fn(60), other), makePlan(fn(60), other), { policy }).verdict.outcome, "ready");
    const stack = policyWith(open("iam-administrator", "", "mandatory"));
    assert.equal(compose(makePlan(fn(120)), makePlan(fn(60)), { policy: stack }).verdict.outcome, "review");
  });

  it("shows a use that is not measured as that, and not as zero", () => {
    const report = compose(makePlan(fn(60)), makePlan(fn(60)), { policy: policyWith() });
    assert.equal("used" in report.headroom[0]!, false);
    for (const text of [renderMarkdown(report), renderPage(report, undefined)]) {
      assert.match(text, /not measured: at most 262,144,000 bytes/);
      assert.ok(!/\b0 (%|of 262)/.test(text), text);
    }
  });

  it("says that a base cannot be previewed, and asks for a look", () => {
    const base = { name: "main (1234567)", failure: "it broke there" };
    const report = composeReport({ ...given(makePlan(fn(60))), base });
    assert.equal(report.comparedWith, "nothing: main (1234567) cannot be previewed");
    assert.equal(report.verdict.outcome, "review");
    assert.match(report.verdict.reasons.join(), /everything counts as new: it broke there/);
  });

  it("draws what is deleted where it was, and what an identity pool gives its users access to", () => {
    const [pool, attachment, role, policy, table] = [
      resource("aws:cognito/identityPool:IdentityPool", "users"),
      resource("aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment", "roles"),
      resource("aws:iam/role:Role", "signed-in"),
      resource("aws:iam/rolePolicy:RolePolicy", "own-rows"),
      resource(tableType, "orders"),
    ];
    const links = [
      { from: attachment.urn, property: "identityPoolId", to: pool.urn },
      { from: attachment.urn, property: "roles", to: role.urn },
      { from: policy.urn, property: "role", to: role.urn },
      { from: policy.urn, property: "policy", to: table.urn },
    ];
    const access = { from: pool.urn, to: table.urn, flow: "access" };
    const before = { resources: [pool, attachment, role, policy, table], links };
    assert.deepEqual(compose(before).picture.edges, [access]);
    const { picture } = compose({ resources: [pool], links: [] }, before);
    const drawn = picture.groups.flatMap(({ nodes }) => nodes.map(({ name, mark }) => [name, mark]));
    assert.deepEqual(drawn, [
      ["users", undefined],
      ["orders", "delete"],
    ]);
    assert.deepEqual(picture.edges, [access], "the arrow that goes with it is drawn too");
  });

  it("folds many changes by pattern, what is lost first and open, and says of what it was made", () => {
    const parts = (pattern: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        resource(bucketType, `${pattern}-${index}`, {}, urn("a:b:C", pattern)),
      );
    const [site, shop] = ["site", "shop"].map((name) => ({ ...resource("a:b:C", name), component: true }));
    assert.ok(site && shop);
    const made = { at: "2026-11-29T16:42:10.000Z", commit: "1a2b3c4" };
    const base = makePlan(site, shop, ...parts("shop", 2));
    const report = compose(makePlan(site, shop, ...parts("site", 30), ...parts("shop", 1)), base, { made });
    const text = renderMarkdown(report);
    assert.match(text, /\*\*Made\*\* .*commit 1a2b3c4, 2026\\-11\\-29 16:42 UTC/);
    const open = text.indexOf("<details open><summary>shop: 1 deleted</summary>");
    assert.ok(open > 0 && open < text.indexOf("<details><summary>site: 30 created</summary>"), text);
    const page = renderPage(report, undefined);
    assert.match(page, /<details open>\s*<summary><b>shop<\/b>: 1 deleted<\/summary>/);
    assert.match(page, /<details\s*>\s*<summary><b>site<\/b>: 30 created<\/summary>/);
    for (const [, id] of page.matchAll(/<li><a href="#([a-z]+)">/g))
      assert.ok(page.includes(`<section id="${id}">`), id);
  });

  it("prices the change", () => {
    const report = compose(makePlan(fn(60, { memorySize: 1_024 })), makePlan(fn(60)));
    assert.ok((report.cost?.difference?.monthly ?? 0) > 0);
    assert.match(renderMarkdown(report), /USD more than before/);
  });
});

describe("what the report is written as", () => {
  const nasty = fc.oneof(
    fc.string({ minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      "<script>alert(1)</script>",
      "a|b",
      "`x`",
      "line\nbreak",
      "![x](http://evil)",
      "</table>",
      "--> end",
    ),
  );

  it("is no markup of anybody's: names and values of every kind stay text (property)", () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (name, value, message) => {
        const before = resource(fnType, name, { description: `not ${value}`, role: "r" });
        const now = resource(fnType, name, { description: value, role: "r" });
        const more = { severity: "low" as const, title: message, says: message, fix: message };
        const findings = [{ policy: "p", enforcement: "advisory" as const, message, ...more }];
        const report = compose(makePlan(now), makePlan(before), { findings });
        const page = renderPage(report, undefined);
        assert.equal(page.split("<script>").length, 2, "the page has one script, its own");
        assert.ok(!/<script>alert|<\/table>\s*<\/small>/.test(page));
        const text = renderMarkdown(report);
        const lines = text.split("\n").filter((line) => line.includes("lambda Function"));
        // What is escaped, and what is code, is no markup.
        const markup = text.replace(/\\./g, "").replace(/```[^]*?```|`[^`\n]*`/g, "");
        assert.ok(!/<script|!\[|<\/table>/i.test(markup), markup);
        assert.ok(lines.length >= 1);
      }),
      { numRuns: 100 },
    );
  });

  it("is never longer than GitHub takes, and says what is left out (property)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 1, max: 200 }), (count, length) => {
        const many = Array.from({ length: count }, (_, index) => resource(fnType, `${index}-${"é".repeat(length)}`));
        const report = compose(makePlan(...many));
        const comment = renderComment(report, "https://github.com/run");
        assert.ok(comment.length <= commentLimit);
        assert.match(comment, /\[The whole report\]\(https:\/\/github\.com\/run\)/);
        if (count > 20) assert.match(comment, new RegExp(`_and ${count - 20} more in the whole report_`));
        const whole = renderMarkdown(report);
        assert.ok(Buffer.byteLength(whole) <= summaryLimit);
        const all = many.every(({ name }) => whole.includes(name.replace("-", "\\-")));
        assert.ok(all || /Left out because of GitHub's size limit: \d sections?/.test(whole));
      }),
      { numRuns: 15 },
    );
  });

  it("tells in the comment first what is lost, however much is new", () => {
    const many = Array.from({ length: 30 }, (_, index) => resource(fnType, `new-${index}`));
    const comment = renderComment(compose(makePlan(...many), makePlan(resource("aws:sqs/queue:Queue", "orders"))));
    const [first, ...rest] = comment.split("\n").filter((line) => /^- [−+~±]/.test(line));
    assert.match(first ?? "", /− sqs Queue \*\*orders\*\*/);
    assert.equal(rest.length, 19);
  });

  it("is one page that asks nothing of a network, in a language, with a title", () => {
    const page = renderPage(compose(makePlan(fn(60))), "<svg></svg>");
    assert.ok(!/<link|<img|<iframe|@import|url\(|\bsrc=|fetch\(|XMLHttpRequest/.test(page));
    assert.match(page, /<html lang="en">/);
    assert.match(page, /<title>dev can be merged · headroom<\/title>/);
    assert.match(page, /prefers-color-scheme:dark/);
    assert.match(page, /@media print/);
  });

  it("is a picture with a text for those who do not see it, of a hundred resources as well", async () => {
    const many = Array.from({ length: 100 }, (_, index) => resource(fnType, `fn-${index}`));
    const { picture } = compose(makePlan(...many));
    const svg = (await renderSvg(picture as Scene, "The stack dev")).replace(/\s+/g, " ");
    assert.match(svg, /prefers-color-scheme:dark/);
    assert.match(svg, /role="img" aria-labelledby="picture-title picture-text"/);
    assert.match(svg, /<title id="picture-title">The stack dev<\/title>/);
    for (const index of [0, 50, 99]) assert.match(svg, new RegExp(`>fn-${index}<`));
  });

  it("is JSON that its schema takes, and the schema is the one that is published (npm run docs)", () => {
    const report = compose(makePlan(fn(60)), makePlan(fn(30)));
    assert.deepEqual(reportSchema.parse(JSON.parse(JSON.stringify(report))), report);
    assert.equal(readFileSync(path.join(projectRoot, "docs", "report.schema.json"), "utf8"), reportJsonSchema());
  });
});
