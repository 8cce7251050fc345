import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { type PreviewDocument } from "../../cli/commands/preview";
import * as components from "../../components";
import { localFolder, projectRoot } from "../../local/project";

const handlers = {
  "handler.ts": "export const handler = async () => ({ statusCode: 200 });\n",
  "edge.ts": "export const handler = (event: unknown) => event;\n",
  "cff.ts": "export function handler(event: { request: unknown }) {\n  return event.request;\n}\n",
};

describe("components with nothing but what they have to be given", function () {
  this.timeout(900_000);
  let folder: string;
  let document: PreviewDocument;

  before(async () => {
    // Beside the packages of this checkout, which the program imports the components of.
    const made = path.join(localFolder, "build"); // as deep as the program is now
    mkdirSync(made, { recursive: true });
    folder = mkdtempSync(path.join(made, "defaults-"));
    copyFileSync(path.join(__dirname, "programs", "defaults.ts"), path.join(folder, "index.ts"));
    const files = {
      ...handlers,
      "Pulumi.yaml": "name: defaults\nruntime: nodejs\n",
      "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
      "package.json": JSON.stringify({ main: "index.ts" }),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const tool = path.join(projectRoot, "tool", "headroom.mjs");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [tool, "preview", "--stack", "dev", "--skip-type-check", "--json"],
      { cwd: folder, maxBuffer: 1 << 27 },
    ).catch((error: Error & { stdout: string }) => error);
    document = JSON.parse(stdout) as PreviewDocument;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("preview, with every component that the library exports among them", () => {
    assert.ok(document.ok, JSON.stringify(document.diagnostics));
    const made = new Set(document.steps.map(({ type }) => type.split(":").at(-1)));
    const exported = Object.entries(components).filter(
      ([, each]) => typeof each === "function" && each.prototype instanceof pulumi.ComponentResource,
    );
    assert.ok(exported.length > 45, `${exported.length} components`);
    const program = readFileSync(path.join(folder, "index.ts"), "utf8"); // a GlobalTable is a Table to Pulumi
    const missing = exported.filter(([name]) => !made.has(name) && !program.includes(`new h.${name}(`));
    assert.deepEqual(
      missing.map(([name]) => name),
      [],
    );
  });

  it("draw no finding of the policy pack but on the routes that the program leaves open", () => {
    const found = document.findings.map(({ policy, enforcement, resource }) => `${policy} ${enforcement}: ${resource}`);
    assert.deepEqual(found.sort(), [
      "apigateway-method-authorizer advisory: aws:apigateway/method:Method open-GET-/",
      "apigateway-route-authorizer advisory: aws:apigatewayv2/route:Route openHttp-GET-/",
      "apigateway-waf advisory: aws:apigateway/stage:Stage open",
    ]);
  });

  it("say what they leave to the program, each with its reason", () => {
    const rules = new Set(document.policyReport?.exempted.map(({ rule }) => rule));
    for (const rule of ["cloudwatch-alarm-actions", "s3-access-logs", "cloudfront-waf"])
      assert.ok(rules.has(rule), rule);
  });
});
