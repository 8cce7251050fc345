import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type PreviewDocument } from "../../cli/commands/preview";
import { dependencies, InstalledTool } from "./installedTool";

describe("the tool with Pulumi's own AWS plugin", function () {
  this.timeout(900_000); // it installs from the npm registry
  const tool = new InstalledTool();
  const place = tool.path.bind(tool);
  const run = tool.run.bind(tool);

  before(() => tool.install(dependencies));
  after(() => tool.remove());

  const name = "by-the-plugin";
  const program = (bucket: string) => `
import * as aws from "@pulumi/aws";
import * as random from "@pulumi/random";
const other = new aws.Provider("other", { region: "eu-central-1", profile: "prod", allowedAccountIds: ["123456789012"] });
new aws.sqs.Queue("jobs");
new aws.s3.Bucket("files", { bucket: "${bucket}" }, { provider: other });
new random.RandomPet("pet");
const vpc = aws.ec2.getVpcOutput({ default: true });
new aws.ec2.SecurityGroup("web", { description: "web", vpcId: vpc.id });
`;
  const write = (bucket = "files-1a2b") =>
    tool.write(name, {
      "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n  aws:profile: prod\n",
      "index.ts": program(bucket),
    });
  const preview = (...args: string[]) =>
    run(name, "preview", "--json", "--skip-type-check", "--provider", "official", ...args);
  const { PATH } = tool.environment;

  /** Puts the plugin's stand-in on PATH. */
  function install(): () => Record<string, unknown>[] {
    mkdirSync(place("plugin"), { recursive: true });
    copyFileSync(path.join("tests", "stack", "awsPlugin.cjs"), place("plugin", "pulumi-resource-aws"));
    tool.environment.PATH = place("plugin") + path.delimiter + PATH;
    return () =>
      readFileSync(place("plugin", "sent.jsonl"), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
  }
  afterEach(() => {
    tool.environment.PATH = PATH;
    rmSync(place("plugin"), { recursive: true, force: true });
  });

  it("previews through it, without an account of the user's", async () => {
    const sent = install();
    write();
    tool.environment.AWS_PROFILE = "prod";
    const { stdout, stderr } = await preview();
    delete tool.environment.AWS_PROFILE;
    const { steps, assumptions, diagnostics } = JSON.parse(stdout) as PreviewDocument;
    assert.deepEqual(
      diagnostics.filter(({ severity }) => severity === "error"),
      [],
      stderr,
    );
    for (const each of ["Queue jobs", "Bucket files", "RandomPet pet", "SecurityGroup web"])
      assert.ok(
        steps.some(({ type, name }) => `${type} ${name}`.endsWith(each)),
        each,
      );
    assert.ok(
      assumptions.some((line) => line.includes("getVpc")),
      assumptions.join("\n"),
    );
    const of = (call: string) => sent().filter((each) => each.call === call);
    for (const { environment } of of("start") as { environment: Record<string, string> }[]) {
      assert.equal(environment.AWS_ENDPOINT_URL, "http://127.0.0.1:9");
      assert.deepEqual([environment.AWS_ACCESS_KEY_ID, environment.AWS_PROFILE || ""], ["test", ""]);
    }
    const configured = of("configure") as { args: Record<string, unknown> }[];
    assert.deepEqual(configured.map(({ args }) => args.region).sort(), ["eu-central-1", "eu-west-1"]);
    for (const { args } of configured) {
      const { skipCredentialsValidation, skipMetadataApiCheck, skipRequestingAccountId, ...others } = args;
      assert.deepEqual(
        [skipCredentialsValidation, skipMetadataApiCheck, skipRequestingAccountId],
        ["true", "true", "true"],
      );
      assert.ok(!("profile" in others) && !("allowedAccountIds" in others), JSON.stringify(others));
    }
    assert.equal(of("invoke").length, 0);
    assert.ok(of("create").length >= 3 && of("create").every((each) => each.preview === true));
  });

  it("ends with its refusal", async () => {
    install();
    write("Refused");
    const { code, stdout } = await preview();
    assert.equal(code, 1);
    const { diagnostics } = JSON.parse(stdout) as PreviewDocument;
    assert.match(diagnostics.map(({ message }) => message).join("\n"), /the plugin refuses this name/);
  });

  it("says how to install it where it is not there", async () => {
    write();
    const { code, stdout } = await preview();
    assert.equal(code, 2);
    const { diagnostics } = JSON.parse(stdout) as PreviewDocument;
    assert.match(
      diagnostics[0]!.message,
      /the official AWS plugin [\d.]+\. Fix: pulumi plugin install resource aws [\d.]+/,
    );
  });
});
