import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { configKeys, stackOutputNames } from "../../../cli/project/configKeys";
import { placeholderFor } from "../../../cli/project/placeholders";
import { readProjectConfig } from "../../../cli/project/projectConfig";
import { yamlUsage } from "../../../cli/project/yamlUsage";

describe("what a user's program reads", () => {
  let folder: string;
  const write = (file: string, text: string): void => writeFileSync(path.join(folder, file), text);
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "headroom-config-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is found in every language, with its kind and whether the program fails without it", () => {
    write("index.ts", 'config.requireNumber("workers"); config.get("note"); ref.requireOutput("vpcId");');
    write("__main__.py", "config.require_secret('token')\nconfig.get_bool('debug')\nref.get_output('table')\n");
    write(
      "main.go",
      'cfg.RequireInt("size")\nconfig.Require(ctx, "owner")\nref.GetStringOutput(pulumi.String("zone"))\n',
    );
    write("Main.yaml", 'value: ${shared.outputs["queue"]} ${shared.outputs.topic}\n');
    assert.deepEqual(Object.fromEntries(configKeys(folder)), {
      workers: { kind: "number", required: true },
      note: { kind: "text", required: false },
      token: { kind: "text", required: true },
      debug: { kind: "boolean", required: false },
      size: { kind: "number", required: true },
      owner: { kind: "text", required: true },
    });
    assert.deepEqual(stackOutputNames(folder).sort(), ["queue", "table", "topic", "vpcId", "zone"]);
  });

  it("has the values of Pulumi.yaml, and kinds where that declares no value", () => {
    const { values, keys } = readProjectConfig("shop", {
      "aws:region": "eu-west-1",
      size: { type: "integer", default: 3 },
      zones: { type: "array", items: { type: "string" } },
      owner: { type: "string", secret: true },
      plain: "text",
    });
    assert.deepEqual(values, { "aws:region": "eu-west-1", "shop:size": 3, "shop:plain": "text" });
    assert.deepEqual(
      [...keys].map(([key, { kind }]) => [key, kind]),
      [
        ["zones", "list"],
        ["owner", "text"],
      ],
    );
  });

  it("gets a placeholder of the form that its key says, short enough for a name", () => {
    assert.ok(/^[a-z][a-z0-9]{0,15}$/.test(placeholderFor("shop:dbUser")));
    assert.match(placeholderFor("shop:vpcCidr"), /^10\.\d+\.\d+\.\d+\/16$/);
    assert.match(placeholderFor("shop:alarmEmail"), /^\w+@example\.com$/);
    assert.match(placeholderFor("shop:roleArn"), /^arn:aws:iam::\d{12}:role\/\w+$/);
    assert.match(placeholderFor("shop:webhookUrl"), /^https:\/\/\w+\.example\.com$/);
    assert.equal(placeholderFor("shop:sizes", "list"), "[]");
  });

  it("is told to a host of YAML by full names: resources, functions, and what is taken of them", () => {
    write(
      "Pulumi.yaml",
      `resources:
  files: { type: "aws:s3:Bucket", properties: { tags: {} } }
  cluster: { type: "eks:Cluster", properties: { vpcId: x } }
variables:
  vpc: { fn::invoke: { Function: "aws:ec2:getVpc", Arguments: { default: true } } }
  account: { fn::aws:getCallerIdentity: {} }
outputs: { config: "\${cluster.kubeconfig}", vpc: "\${vpc.id} of \${account.accountId}" }
`,
    );
    const { resources, functions } = yamlUsage(folder);
    const listed = (map: ReadonlyMap<string, ReadonlySet<string>>) =>
      [...map].map(([token, names]) => [token, [...names]]);
    assert.deepEqual(listed(resources), [
      ["aws:s3/bucket:Bucket", ["tags"]],
      ["eks:index:Cluster", ["vpcId", "kubeconfig"]],
    ]);
    assert.deepEqual(listed(functions), [
      ["aws:ec2/getVpc:getVpc", ["default", "id"]],
      ["aws:index/getCallerIdentity:getCallerIdentity", ["accountId"]],
    ]);
  });
});
