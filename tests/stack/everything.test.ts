import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { type PreviewDocument } from "../../cli/commands/preview";
import { Checkout } from "./checkout";

type Settings = Record<string, unknown>;
const readConfig = (file: string): Settings => (parse(readFileSync(file, "utf8")) as { config: Settings }).config;
const isObject = (value: unknown): value is Settings =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Switches that AWS does not take together with the rest of the file, with what stands in their place. */
const instead: Settings = {
  "headroom:usersTable.onDemand": "autoscaling needs provisioned capacity",
  "headroom:usersTable.consistency": "strong consistency takes no time to live, which the users API needs",
  "headroom:database.kind": "an instance takes no capacity, and has tests of its own",
  "headroom:userPool.managedLogin": "the classic pages are the ones that need no style",
};

/** What the file asks for, and the policy pack would not have: each is told with its reason. */
const exemptions = [
  { rule: "cognito-guests", resource: "identities", reason: "guests are switched on" },
  { rule: "dynamodb-deletion-protection", resource: "*", reason: "forceDestroy is switched on" },
  { rule: "sns-encryption", resource: "*alarms", reason: "CloudWatch cannot use the key that SNS manages" },
];

describe("the stack with everything switched on", function () {
  this.timeout(300_000);
  const file = "tests/stack/everything.yaml";

  it("names every pattern and every option, and leaves none that can be switched on off", () => {
    const declared = (parse(readFileSync("Pulumi.yaml", "utf8")) as { config: Record<string, { default: unknown }> })
      .config;
    const config = readConfig(file);
    for (const [key, { default: value }] of Object.entries(declared)) {
      assert.ok(key in config, `${file} has no ${key}`);
      const [given, defaults] = [config[key], value].map((each) => (isObject(each) ? each : {})) as [
        Settings,
        Settings,
      ];
      for (const [option, own] of Object.entries(defaults)) {
        const path = `${key}.${option}`;
        assert.ok(option in given, `${file} has no ${path}`);
        if (path in instead) continue;
        if (option === "enabled") assert.equal(given[option], true, path);
        else if (typeof own !== "boolean") assert.notDeepEqual(given[option], own, `${path} has its default`);
      }
    }
  });

  it("is previewed for AWS: every resource is to be created, and the policy pack finds nothing that could be better", async () => {
    const checkout = await Checkout.copy();
    try {
      copyFileSync(file, checkout.path("Pulumi.everything.yaml"));
      writeFileSync(checkout.path("policy-config.json"), JSON.stringify({ headroom: { exemptions } }));
      const { code, stdout, stderr } = await checkout.run("preview", "--stack", "everything", "--json");
      assert.equal(code, 0, stdout + stderr);
      const { steps, policyViolations, diagnostics, changes } = JSON.parse(stdout) as PreviewDocument;
      // A language whose toolchain this machine lacks is left out, and named; so is what a database has left.
      const skipped = / is skipped: .*: install | connections of the proxy are reserved /;
      assert.deepEqual(
        diagnostics.filter(({ message }) => !skipped.test(message)),
        [],
      );
      assert.deepEqual(
        policyViolations.flatMap(({ policy, resource }) => (policy === "headroom" ? [] : [[policy, resource]])),
        // What "headroom" tells is which values only a deployment knows. A phone number, which Cognito sends codes to, is no resource that a policy could name.
        [["iam-wildcard-resources", "aws:iam/rolePolicy:RolePolicy users-text-messages-publish"]],
      );
      assert.equal(steps.filter(({ component }) => !component).length, changes.create);
      const count = (type: string): number => steps.filter((step) => step.type === type).length;
      // Nothing is left without what it must have.
      const functions = count("headroom:compute:NodeFunction") + count("headroom:compute:LanguageFunction");
      const buckets = count("headroom:storage:Bucket");
      assert.ok(functions >= 8 && buckets >= 7, `${functions} functions, ${buckets} buckets`);
      assert.equal(count("aws:lambda/function:Function"), functions + count("headroom:edge:EdgeFunction"));
      for (const type of ["Bucket", "BucketPolicy", "BucketPublicAccessBlock", "BucketOwnershipControls"]) {
        assert.equal(count(`aws:s3/${type[0]?.toLowerCase()}${type.slice(1)}:${type}`), buckets, type);
      }
      assert.equal(count("aws:sqs/queue:Queue"), count("aws:sqs/queuePolicy:QueuePolicy"));
      assert.equal(count("aws:apigateway/method:Method"), count("aws:apigateway/integration:Integration"));
      assert.equal(count("aws:scheduler/schedule:Schedule"), count("headroom:schedule:ScheduledJob"));
    } finally {
      await checkout.close();
    }
  });
});
