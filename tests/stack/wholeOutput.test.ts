import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "../freePort";
import { type Ended } from "./checkout";
import { dependencies, InstalledTool } from "./installedTool";

const program = `const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const lost = new aws.sqs.Queue("lost", { sqsManagedSseEnabled: true });
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
// One after the other, so that they are printed in one order.
const role = new aws.iam.Role("hello", { assumeRolePolicy }, { dependsOn: lost });
const text = 'process.emitWarning("old", { type: "DeprecationWarning", code: "DEP0169" }); exports.handler = async () => "hello";';
const hello = new aws.lambda.Function("hello", {
  runtime: "nodejs24.x",
  handler: "index.handler",
  role: role.arn,
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(text) }),
  deadLetterConfig: { targetArn: lost.arn },
});
exports.hello = hello.name;
`;

describe("all that a command prints of a small program", function () {
  this.timeout(600_000); // it installs from the npm registry
  const tool = new InstalledTool();
  const name = "small";

  before(async () => {
    tool.environment.HEADROOM_PORT = String(await freePort());
    const { "@pulumi/aws": aws, "@pulumi/pulumi": pulumi, typescript } = dependencies as Record<string, string>;
    await tool.install({ "@pulumi/aws": aws, "@pulumi/pulumi": pulumi, typescript });
    tool.write(name, {
      "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
      "package.json": '{ "main": "index.js" }',
      "index.js": program,
    });
  });
  after(async () => {
    if (existsSync(tool.path(name))) await tool.run(name, "down");
    tool.remove();
  });

  for (const [what, ...args] of [
    ["doctor", "doctor"],
    ["preview", "preview"],
    ["up", "up"],
    ["up, with nothing to change", "up"],
    ["invoke", "invoke", "hello"],
    ["dead-letters", "dead-letters"],
    ["down", "down"],
  ] as const)
    it(`${what} prints what its snapshot has`, async () => {
      const printed = asPage(await tool.run(name, ...args), tool.folder);
      const file = path.join("tests", "stack", "snapshots", `${what.replaceAll(/\W+/g, "-")}.txt`);
      if (process.env.HEADROOM_SNAPSHOTS) writeFileSync(file, printed);
      assert.equal(printed, readFileSync(file, "utf8"), "HEADROOM_SNAPSHOTS=1 npm test -- (this file) writes it anew");
    });
});

/** What was printed, without what differs from run to run: names, times, processes, places, versions, and progress. */
function asPage({ code, stdout, stderr }: Ended, folder: string): string {
  const steady = (text: string): string =>
    text
      .replaceAll(folder, "FOLDER")
      .replaceAll(process.env.HOME ?? "~", "HOME")
      .replaceAll(/-[0-9a-f]{7}\b/g, "-NAME")
      .replaceAll(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, "ID")
      .replaceAll(/\b\d+(\.\d+)? m?s\b/g, "TIME")
      .replaceAll(/\b\d+ MB\b/g, "SIZE")
      .replaceAll(/\bv?\d+\.\d+\.\d+[\w.-]*/g, "VERSION")
      .replaceAll(/, of .*$|, on PATH.*$/gm, ", PLACE")
      .replaceAll(/\b(port|127\.0\.0\.1:) ?\d{4,5}\b/g, "$1 PORT");
  const lines = (text: string): string[] =>
    steady(text)
      .split("\n")
      .filter((line) => !progress.test(line));
  return [`exit code ${code}`, "", "stdout", ...lines(stdout), "stderr", ...lines(stderr)].join("\n");
}

/** Every five seconds a line, as far as the run is by then. */
const progress = /^ {2}(dev: (reading|planning|checking|removing)|\d+ of \d+ created)|installing|\(TIME\)$/;
