import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { ConfigError, parseConfig } from "../../config";

interface ProjectFile {
  config: Record<string, { type: string; default?: unknown; description?: string }>;
}
const project = parse(readFileSync("Pulumi.yaml", "utf8")) as ProjectFile;
const local = (key: string): string => key.replace("headroom:", "");

function refused(given: Record<string, unknown>, ...parts: string[]): void {
  assert.throws(
    () => parseConfig(given),
    (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
      return true;
    },
  );
}

describe("configuration", () => {
  it("has a type, a default and a description for every key, and the defaults are those of the program", () => {
    for (const [key, { type, description, default: value }] of Object.entries(project.config)) {
      assert.ok(type && description && value !== undefined, key);
    }
    const declared = Object.entries(project.config).map(([key, { default: value }]) => [local(key), value]);
    assert.deepEqual(parseConfig(Object.fromEntries(declared) as Record<string, unknown>), parseConfig({}));
  });

  it("knows no key that Pulumi.yaml does not declare", () => {
    const known = Object.keys(project.config).map(local);
    const { nativePlatform, ...config } = parseConfig({});
    assert.deepEqual(Object.keys(config).sort(), known.sort());
  });

  it("lists every problem at once, each with its key, its value and the fix", () => {
    refused(
      {
        thumbnaler: {},
        architecture: "mips",
        thumbnailer: { widths: [0, 20_000], timeoutSeconds: "soon", colour: "red" },
        cleanLogs: { schedule: "cron(0 3 * * *)" },
      },
      "headroom:thumbnaler is not a setting",
      'headroom:architecture is "mips"',
      "headroom:thumbnailer.widths[0] is 0",
      "headroom:thumbnailer.widths[1] is 20000",
      'headroom:thumbnailer.timeoutSeconds is "soon"',
      "headroom:thumbnailer.colour is not a setting",
      "AWS takes 6",
      "pulumi config set --path headroom:cleanLogs.schedule",
    );
  });

  it("refuses a cache without a network to be in", () => {
    refused({ dax: { enabled: true } }, "headroom:dax is", "enable usersTable and network too");
    assert.equal(parseConfig({ dax: { enabled: true }, network: { enabled: true } }).dax.nodes, 3);
  });

  it("refuses what AWS would: a retention that CloudWatch does not know, a time zone, a bucket's name", () => {
    refused(
      {
        logRetentionDays: 31,
        usageReport: { timezone: "Mars/Olympus" },
        thumbnailer: { uploadsBucketName: "My_Photos" },
      },
      "headroom:logRetentionDays is 31: CloudWatch keeps logs for 1, 3, 5",
      'headroom:usageReport.timezone is "Mars/Olympus"',
      'headroom:thumbnailer.uploadsBucketName is "My_Photos"',
    );
  });

  it("refuses the same bucket for uploads and thumbnails", () => {
    const thumbnailer = { uploadsBucketName: "photos", thumbnailsBucketName: "photos" };
    refused({ thumbnailer }, "headroom:thumbnailer.thumbnailsBucketName", "two different buckets");
  });

  it("leaves AWS's own limits to the components, which name the resource", () => {
    assert.equal(parseConfig({ thumbnailer: { timeoutSeconds: 901 } }).thumbnailer.timeoutSeconds, 901);
  });

  it("keeps the defaults of settings that a stack does not name", () => {
    const { thumbnailer } = parseConfig({ thumbnailer: { widths: [64] } });
    assert.deepEqual(thumbnailer.widths, [64]);
    assert.equal(thumbnailer.timeoutSeconds, 60);
  });

  it("takes the host's architecture for a stack that runs on it", () => {
    const { architecture, nativePlatform } = parseConfig({ architecture: "host" });
    assert.equal(architecture, process.arch === "x64" ? "x86_64" : "arm64");
    assert.equal(nativePlatform, "host");
  });
});
