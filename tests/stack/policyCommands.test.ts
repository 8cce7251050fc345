import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import type { Log } from "sarif";
import Ajv4 from "ajv-draft-04";
import { XMLParser } from "fast-xml-parser";
import { type AccountLimit } from "../../cli/commands/limits";
import { type PolicyDocument } from "../../cli/commands/policy";
import { Checkout, type Ended } from "./checkout";
import sarifSchema from "./fixtures/sarif-schema-2.1.0.json";

const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const provider = urn("pulumi:providers:aws", "default_6_50_0");
const secret = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext: "v1:QUJDREVGR0hJSks=:QUJD",
};
const environment = { variables: { API_KEY: secret } };

/** A stack of somebody else, as `pulumi stack export` writes it from Pulumi Cloud: secrets that only they can read. */
const stranger = {
  version: 3,
  deployment: {
    manifest: { time: "2026-11-23T00:00:00Z", magic: "", version: "" },
    secrets_providers: { type: "service", state: { url: "https://api.pulumi.com", owner: "shop", stack: "prod" } },
    resources: [
      { urn: urn("pulumi:pulumi:Stack", "shop-prod"), type: "pulumi:pulumi:Stack", custom: false },
      {
        urn: provider,
        type: "pulumi:providers:aws",
        custom: true,
        id: "1",
        inputs: { region: "eu-west-1" },
        outputs: { region: "eu-west-1" },
      },
      ...["random", "aws-native"].map((name) => ({
        urn: urn(`pulumi:providers:${name}`, "default"),
        type: `pulumi:providers:${name}`,
        custom: true,
        id: "1",
      })),
      resource("random:index/randomPet:RandomPet", "pet", {}, { id: "happy-cat" }),
      resource(
        "aws:lambda/permission:Permission",
        "events",
        {
          function: "resize",
          action: "lambda:InvokeFunction",
          principal: "s3.amazonaws.com",
          sourceArn: "arn:aws:s3:::media",
          sourceAccount: "123456789012",
        },
        {},
      ),
      resource("aws-native:s3:Bucket", "native", {}, {}),
      resource("aws-native:s3:Bucket", "other", {}, {}),
      { urn: urn("shop:web:Site", "site"), type: "shop:web:Site", custom: false },
      resource("aws:s3/bucketV2:BucketV2", "media", { bucket: "media" }, { arn: "arn:aws:s3:::media", policy: "" }),
      {
        ...resource(
          "aws:lambda/function:Function",
          "resize",
          {
            name: "resize",
            runtime: "nodejs18.x",
            handler: "index.handler",
            timeout: 900,
            memorySize: 512,
            environment,
          },
          { arn: "arn:aws:lambda:eu-west-1:1:function:resize", layers: [], deadLetterConfig: null, environment },
        ),
        parent: urn("shop:web:Site", "site"),
        // As the SDK of Node tells the engine: the component's package, then the program.
        sourcePosition: "project:///node_modules/site/index.js#3,1",
        stackTrace: [
          { sourcePosition: "project:///node_modules/site/index.js#3,1" },
          {},
          { sourcePosition: "project:///shop/index.ts#12,5" },
        ],
      },
    ],
  },
};

function resource(type: string, name: string, inputs: Record<string, unknown>, outputs: Record<string, unknown>) {
  const own = type.startsWith("aws:") ? provider : urn(`pulumi:providers:${type.split(":")[0]}`, "default");
  const owned = { provider: `${own}::1` };
  return { urn: urn(type, name), type, custom: true, id: name, inputs, outputs: { ...inputs, ...outputs }, ...owned };
}

/** By OASIS's own schema, which the file says that it follows. */
function assertSarif(log: unknown): void {
  const ajv = new Ajv4({ strict: false, validateFormats: false });
  assert.ok(ajv.validate(sarifSchema, log), ajv.errorsText());
}

describe("the commands of the policy pack", function () {
  this.timeout(180_000);
  let checkout: Checkout;
  before(async () => {
    checkout = await Checkout.copy();
    writeFileSync(checkout.path("state.json"), JSON.stringify(stranger));
    rmSync(checkout.path("policy-config.json")); // a stranger has none of ours
  });
  after(() => checkout.close());

  const onState = (...args: string[]): Promise<Ended> => checkout.run("policy", "--file", "state.json", ...args);

  it("judge a stranger's exported state: what is wrong in it, and nothing else", async () => {
    const { code, stdout } = await onState("--json");
    assert.equal(code, 1);
    const document = JSON.parse(stdout) as PolicyDocument;
    const found = document.policyViolations.map(({ policy, urn: of = "" }) => `${policy} ${of.split("::").at(-1)}`);
    assert.deepEqual(found.sort(), [
      "headroom shop-prod",
      "headroom shop-prod",
      "lambda-dead-letters resize",
      "lambda-error-alarm resize",
      "lambda-log-group resize",
      "lambda-runtime-deprecated resize",
      "lambda-secret-names resize",
      "lambda-tracing resize",
      "near-limit resize",
      "s3-aborted-uploads media",
      "s3-access-logs media",
      "s3-public-access media",
      "s3-tls-only media",
    ]);
    assert.deepEqual(
      document.policyReport?.notEvaluated.map(({ rule }) => rule),
      ["lambda-package-unzipped"],
    );
    const [nearest] = document.policyReport?.headroom ?? [];
    assert.equal(`${nearest?.resource} ${nearest?.limit} ${nearest?.percent}`, 'Function "resize" lambda.timeout 100');
    assert.ok(!stdout.includes("QUJD"), "no ciphertext is printed");
  });

  it("print the same as SARIF for code scanning: rules, levels, places and fingerprints", async () => {
    const { code, stdout } = await onState("--sarif");
    assert.equal(code, 1);
    assertSarif(JSON.parse(stdout));
    const { version, runs } = JSON.parse(stdout) as Log;
    assert.equal(version, "2.1.0");
    const [run] = runs;
    assert.ok(run?.results && run.tool.driver.rules);
    assert.equal(run.results.length, 11);
    for (const { ruleId, ruleIndex = -1, locations, message, partialFingerprints, level } of run.results) {
      assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
      const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
      const ofFunction = locations?.[0]?.logicalLocations?.[0]?.name?.endsWith(" resize");
      assert.equal(artifactLocation?.uri, ofFunction ? "shop/index.ts" : "state.json");
      assert.deepEqual(region, ofFunction ? { startLine: 12, startColumn: 5 } : undefined);
      assert.match(locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName ?? "", /^urn:pulumi:prod::shop::aws:/);
      assert.match(message.text ?? "", /\nFix: /);
      assert.match(partialFingerprints?.["violation/v2"] ?? "", /^[0-9a-f]{64}$/);
      assert.ok(level === "error" || level === "warning");
    }
    assert.equal(run.results.find(({ ruleId }) => ruleId === "s3-public-access")?.level, "warning");
    assert.equal(run.results.find(({ ruleId }) => ruleId === "lambda-runtime-deprecated")?.level, "error");
    assert.match(
      run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text ?? "",
      /1 check was not evaluated/,
    );
  });

  it("write SARIF and JUnit into files, and print what has to be done, the worst first, for people", async () => {
    const { code, stdout } = await onState("--sarif", "scans/found.sarif", "--junit", "scans/found.xml");
    assert.equal(code, 1);
    const log: unknown = JSON.parse(checkout.read("scans", "found.sarif"));
    assertSarif(log);
    assert.equal((log as Log).runs[0]?.results?.length, 11);
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(checkout.read("scans", "found.xml")) as {
      testsuites: { testsuite: { testcase: Record<string, string>[] } & Record<string, string> };
    };
    const { testsuite } = testsuites;
    assert.deepEqual([testsuite["@_tests"], testsuite["@_failures"], testsuite["@_skipped"]], ["12", "1", "1"]);
    const failed = testsuite.testcase.filter((each) => each["failure"] !== undefined);
    assert.deepEqual(
      failed.map((each) => [each["@_classname"], each["@_file"]]),
      [["lambda-runtime-deprecated", "shop/index.ts"]],
    );
    const heads = [...stdout.matchAll(/^ {2}[✗!] policy ([\w-]+) \((\w+), (\w+)\): (\d+) resources?$/gm)];
    const rank = heads.map(([, , level = "", severity = ""]) =>
      [
        "mandatory critical",
        "mandatory high",
        "advisory critical",
        "advisory high",
        "advisory medium",
        "advisory low",
      ].indexOf(`${level} ${severity}`),
    );
    assert.equal(heads.length, 11);
    assert.deepEqual(
      rank,
      rank.toSorted((a, b) => a - b),
    );
    assert.equal(heads[0]?.[1], "lambda-runtime-deprecated");
    assert.match(stdout, /^ {8}Function "resize": runtime is nodejs18\.x.* \(in Site "site", shop\/index\.ts:12\)$/m);
    assert.match(stdout, /^state\.json: 1 mandatory, 10 advisory; 11 things to do$/m);
  });

  it("say in one line what no rule looks at: other providers, and AWS's native one", async () => {
    const { stdout } = await onState();
    assert.match(
      stdout,
      /^ +3 resources are of types that no rule looks at: 2 of aws-native \(s3:Bucket 2\), 1 of random \(index:RandomPet 1\)\.$/m,
    );
  });

  it("write a baseline, under which the same state has nothing new", async () => {
    assert.equal((await onState("--write-baseline", "baseline.json")).code, 0);
    const { code, stdout } = await onState("--baseline", "baseline.json");
    assert.equal(code, 0, stdout);
    assert.match(stdout, /\d+ findings of the baseline still there, not counted\./);
    assert.match(stdout, /^state\.json: 0 mandatory, 0 advisory; 0 things to do$/m);
    assert.equal((await onState("--baseline", "nothing.json")).code, 2);
  });

  it("hold back newer rules, and say how many", async () => {
    const { code, stdout } = await onState("--rules-as-of", "2020-01-01");
    assert.equal(code, 0, stdout);
    assert.match(stdout, /\d+ rules are newer than 2020-01-01 and held back\./);
    assert.equal((await onState("--rules-as-of", "soon")).code, 2);
  });

  it("never apply this project's own exemptions to another program", async () => {
    const exemptions = [{ rule: "lambda-runtime-deprecated", resource: "*", reason: "ours alone" }];
    writeFileSync(checkout.path("policy-config.json"), JSON.stringify({ headroom: { exemptions } }));
    try {
      const { code, stdout } = await onState();
      assert.equal(code, 1);
      assert.ok(!stdout.includes("ours alone"));
      assert.ok(stdout.includes("policy lambda-runtime-deprecated (mandatory, "));
    } finally {
      rmSync(checkout.path("policy-config.json"));
    }
  });

  it("end with exit code 0 when what is mandatory is exempt, and print the exemptions", async () => {
    const exemptions = ["lambda-runtime-deprecated", "s3-public-access", "s3-tls-only"].map((rule) => ({
      rule,
      resource: "*",
      reason: `accepted: ${rule}`,
    }));
    writeFileSync(checkout.path("policy-config.json"), JSON.stringify({ headroom: { exemptions } }));
    const { code, stdout } = await onState("--policy-config", "policy-config.json");
    assert.equal(code, 0, stdout);
    for (const { reason } of exemptions) assert.ok(stdout.includes(reason), reason);
    assert.match(stdout, /^state\.json: 0 mandatory, \d+ advisory; \d+ things to do$/m);
  });

  it("take the account's own quotas into the configuration, and leave the rest of it", async () => {
    const quota = (QuotaCode: string, Value: number) => ({ QuotaCode, Value, Adjustable: true });
    const answers = [
      { Quotas: [quota("L-B99A9384", 3000), quota("L-2ACBD22F", 75)] },
      { Quotas: [quota("L-F7858A77", 50)] },
    ];
    writeFileSync(checkout.path("quotas.json"), JSON.stringify(answers));
    const { code, stdout } = await checkout.run("limits", "--file", "quotas.json", "--json");
    assert.equal(code, 0);
    const limits = new Map((JSON.parse(stdout) as AccountLimit[]).map((limit) => [limit.id, limit]));
    assert.equal(limits.get("lambda.concurrency")?.account, 3000);
    assert.equal(limits.get("dynamodb.globalIndexes")?.account, 50);
    assert.equal(limits.get("lambda.timeout")?.account, undefined);
    const { headroom } = JSON.parse(checkout.read("policy-config.json")) as { headroom: Record<string, unknown> };
    assert.deepEqual(headroom.limits, { "lambda.concurrency": 3000, "dynamodb.globalIndexes": 50 });
    assert.equal((headroom.exemptions as unknown[]).length, 3);
    const listed = await checkout.run("limits");
    assert.match(listed.stdout, /lambda\.concurrency .*at most 1,000 executions; this account: 3,000 executions/);
  });

  it("name key, value and what is allowed of a wrong configuration, each error on a line", async () => {
    const wrong = {
      headroom: {
        levels: { "lambda-timeout": "off" },
        limits: { "lambda.timeout": 5 },
        exemptions: [{ rule: "lambda-timeout", resource: "*", expires: "soon" }],
        nearLimitPercent: 101,
      },
      "lambda-timeot": "disabled",
    };
    writeFileSync(checkout.path("wrong.json"), JSON.stringify(wrong));
    const { code, stderr } = await onState("--policy-config", "wrong.json");
    assert.equal(code, 2);
    for (const line of [
      /^headroom: wrong\.json is wrong:$/m,
      /^ {2}headroom\.levels\["lambda-timeout"\] is "off"; allowed: mandatory, advisory, disabled$/m,
      /^ {2}headroom\.limits\["lambda\.timeout"\]: there is no such key; allowed: lambda\.concurrency, /m,
      /^ {2}headroom\.exemptions\[0\]\.reason is missing$/m,
      /^ {2}headroom\.exemptions\[0\]\.expires is "soon"; it must match /m,
      /^ {2}headroom\.nearLimitPercent is 101; it must be <= 100/m,
      /^ {2}lambda-timeot: there is no such key; allowed: the ids in docs\/rules\.md$/m,
    ]) {
      assert.match(stderr, line);
    }
  });

  for (const name of ["recommended", "strict"]) {
    it(`take the ready configuration policy/${name}.json`, async () => {
      const { code, stdout, stderr } = await onState("--policy-config", `policy/${name}.json`);
      assert.equal(code, 1, stderr);
      assert.equal(/policy lambda-dead-letters \(mandatory, /.test(stdout), name === "strict");
    });
  }
});
