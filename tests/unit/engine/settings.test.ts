import fc from "fast-check";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, stringify } from "yaml";
import { UsageError } from "../../../cli/terminal/errors";
import { readSettings } from "../../../cli/run/settings";

describe("a stack's settings", () => {
  const stackFile = `# kept\nconfig:\n  aws:region: eu-west-1\n  shop:thumbnailer:\n    timeoutSeconds: 60 # seconds\n`;
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "headroom-test-"));
    writeFileSync(path.join(root, "Pulumi.yaml"), "name: shop\nruntime: nodejs\nmain: index.ts\n");
    writeFileSync(path.join(root, "Pulumi.dev.yaml"), stackFile);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const configWith = (...overrides: string[]): Record<string, unknown> => readSettings("dev", overrides, root).config;

  it("are the stack's file, with --config over it", () => {
    const settings = readSettings("dev", ["thumbnailer.timeoutSeconds=901", "aws:region=us-east-1"], root);
    assert.equal(settings.region, "us-east-1");
    assert.deepEqual(settings.config, { "aws:region": "us-east-1", "shop:thumbnailer": { timeoutSeconds: 901 } });
    assert.deepEqual(parse(settings.stackFile), { config: settings.config });
  });

  it("reach keys that the file does not have, and objects in objects", () => {
    assert.deepEqual(configWith("report.mail.to=me")["shop:report"], { mail: { to: "me" } });
  });

  it("take any value as YAML writes it", () => {
    const value = fc.oneof(
      fc.boolean(),
      fc.integer(),
      fc.string(),
      fc.array(fc.oneof(fc.integer(), fc.string())),
      fc.dictionary(fc.stringMatching(/^[a-z]+$/), fc.string(), { noNullPrototype: true }),
    );
    fc.assert(
      fc.property(value, (given) => {
        const text = stringify(given, { collectionStyle: "flow" }).trimEnd();
        assert.deepEqual(configWith(`key=${text}`)["shop:key"], given);
      }),
    );
  });

  it("leave the committed files as they are", () => {
    configWith("thumbnailer.timeoutSeconds=901");
    assert.equal(readFileSync(path.join(root, "Pulumi.dev.yaml"), "utf8"), stackFile);
  });

  it("of a stack that does not exist are an error that lists those that do", () => {
    writeFileSync(path.join(root, "Pulumi.local.yaml"), stackFile);
    assert.throws(
      () => readSettings("prod", [], root),
      new UsageError('there is no stack "prod": no file Pulumi.prod.yaml. Stacks: dev, local.'),
    );
  });

  it("refuse a --config that sets nothing, and say what one looks like", () => {
    for (const override of ["", "timeout", "=3", "thumbnailer.=3", "a b=3"]) {
      assert.throws(() => configWith(override), /^UsageError: --config .*not key=value, such as/);
    }
  });

  it("without a Region are an error that names the file and the key", () => {
    writeFileSync(path.join(root, "Pulumi.dev.yaml"), "config: {}\n");
    assert.throws(() => configWith(), /Pulumi\.dev\.yaml sets no aws:region/);
  });

  it("that are no YAML are an error that names the file", () => {
    writeFileSync(path.join(root, "Pulumi.dev.yaml"), "config: [\n");
    assert.throws(() => configWith(), /^UsageError: Pulumi\.dev\.yaml: /);
  });
});
