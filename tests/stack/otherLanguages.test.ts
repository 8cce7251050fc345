import assert from "node:assert/strict";
import path from "node:path";
import { type PreviewDocument } from "../../cli/commands/preview";
import { type UpDocument } from "../../cli/commands/up";
import { type ReportDocument } from "../../report/document";
import { freePort } from "../freePort";
import { InstalledTool } from "./installedTool";
import { hasHost, languageHost, pythonWithPulumi } from "./languageHosts";
import { pythonProgram, yamlProgram } from "./otherLanguages";

describe("the tool runs programs in other languages by Pulumi's own hosts", function () {
  this.timeout(900_000); // it may build the hosts
  const tool = new InstalledTool();
  const run = tool.run.bind(tool);
  const { PATH = "" } = tool.environment;

  before(() => tool.install({}));
  after(() => tool.remove());
  afterEach(() => {
    tool.environment.PATH = PATH;
  });

  const preview = async (name: string, ...args: string[]): Promise<PreviewDocument> => {
    const { stdout, stderr } = await run(name, "preview", "--json", ...args);
    const document = JSON.parse(stdout) as PreviewDocument;
    const errors = document.diagnostics.filter(({ severity }) => severity === "error");
    assert.deepEqual(errors, [], stderr);
    return document;
  };
  const planned = ({ steps }: PreviewDocument): string[] => steps.map(({ type, name }) => `${type} ${name}`);

  describe("in YAML", () => {
    const name = "in-yaml";
    before(async function () {
      if (!hasHost("yaml")) return this.skip();
      tool.environment.HEADROOM_PORT = String(await freePort());
      tool.write(name, yamlProgram);
    });
    beforeEach(async () => {
      tool.environment.PATH = (await languageHost("yaml")) + path.delimiter + PATH;
    });

    it("previews what it declares, with secrets, other stacks and data sources answered or unknown", async () => {
      const document = await preview(name, "--answers", "answers.yaml");
      for (const each of [
        "aws:s3/bucket:Bucket files",
        "aws:s3/bucketObject:BucketObject index",
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration files",
        "aws:ec2/securityGroup:SecurityGroup web",
        "aws:ssm/parameter:Parameter secret",
        "aws:sqs/queue:Queue east",
        "random:index/randomPet:RandomPet pet",
        "awsx:ec2:Vpc network",
        "aws:ec2/subnet:Subnet network-public-1",
        "eks:index:Cluster cluster",
      ])
        assert.ok(planned(document).includes(each), `${each} is not among\n${planned(document).join("\n")}`);
      for (const each of [
        /config in-yaml:password: a secret that cannot be decrypted here/,
        /config in-yaml:team: not given/,
        /aws:ec2\/getVpc:getVpc: only AWS can answer/,
        /stack acme\/data\/dev: its outputs are not given/,
        /eks:index:Cluster: only its own provider knows the parts/,
      ])
        assert.ok(
          document.assumptions.some((line) => each.test(line)),
          `${String(each)}\n${document.assumptions.join("\n")}`,
        );
    });

    it("is stopped by what AWS refuses, and by a property that the type does not have", async () => {
      const program = (properties: string): Record<string, string> => ({
        "Pulumi.yaml": `name: wrong\nruntime: yaml\nresources:\n  jobs:\n    type: aws:sqs:Queue\n    properties: { ${properties} }\n`,
      });
      tool.write("wrong", program("receiveWaitTimeSeconds: 21"));
      const refused = await run("wrong", "preview");
      assert.equal(refused.code, 1);
      assert.match(refused.stdout, /Queue "jobs": receiveWaitTimeSeconds is 21/);
      tool.write("wrong", program("receiveWaitTime: 20"));
      const unknown = await run("wrong", "preview");
      assert.equal(unknown.code, 1);
      assert.match(unknown.stdout, /receiveWaitTime[^]*does not exist/);
    });

    it("is reported and priced, and goes up and down on this machine", async () => {
      const report = await run(name, "report", "--json");
      const { resources } = JSON.parse(report.stdout) as ReportDocument;
      assert.ok(resources.some(({ type }) => type === "aws:s3/bucket:Bucket"));
      assert.equal((await run(name, "cost")).code, 0);
      tool.write("up-in-yaml", {
        "Pulumi.yaml": `name: up-in-yaml
runtime: yaml
resources:
  jobs: { type: "aws:sqs:Queue", properties: { visibilityTimeoutSeconds: 60 } }
outputs: { url: "\${jobs.url}" }
`,
      });
      try {
        const up = await run("up-in-yaml", "up", "--json");
        assert.equal(up.code, 0, up.stderr);
        const { outputs } = JSON.parse(up.stdout) as UpDocument;
        assert.match(JSON.stringify(outputs), /jobs-\w+/);
      } finally {
        assert.equal((await run("up-in-yaml", "down")).code, 0);
      }
    });
  });

  describe("in Python", () => {
    before(function () {
      if (!hasHost("python")) this.skip();
    });
    beforeEach(async () => {
      tool.environment.PATH = [await languageHost("python"), await pythonWithPulumi(), PATH].join(path.delimiter);
    });

    it("previews what it declares, and says in which line", async () => {
      const name = "in-python";
      tool.write(name, pythonProgram);
      const document = await preview(name);
      assert.ok(planned(document).includes("aws:sqs/queue:Queue jobs"), planned(document).join("\n"));
      for (const each of [/config in-python:team: not given/, /getAmi: only AWS can answer/, /stack acme\/data\/dev/])
        assert.ok(
          document.assumptions.some((line) => each.test(line)),
          document.assumptions.join("\n"),
        );
      const lines = pythonProgram["__main__.py"].split("\n");
      const place = document.findings.find(({ place }) => place)?.place;
      assert.equal(place?.file, "__main__.py");
      assert.match(lines[place.line - 1] ?? "", /Queue\(/);
    });

    it("fails with the program's own words", async () => {
      tool.write("raises", {
        "Pulumi.yaml": "name: raises\nruntime: python\n",
        "__main__.py": 'raise Exception("no such table")\n',
      });
      const { code, stdout, stderr } = await run("raises", "preview");
      assert.equal(code, 1);
      assert.match(stdout + stderr, /no such table/);
    });
  });

  it("ends with one line that names what to install where a host needs it", async function () {
    if (!hasHost("yaml")) return this.skip();
    tool.environment.PATH = (await languageHost("yaml")) + path.delimiter + PATH;
    const options = "{ name: yaml, options: { compiler: cue-of-nobody export } }";
    tool.write("compiled", { "Pulumi.yaml": `name: compiled\nruntime: ${options}\n` });
    const { code, stdout, stderr } = await run("compiled", "preview");
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, /compiler is "cue-of-nobody export"; cue-of-nobody is not on PATH\. Fix: install it\./);
  });
});
