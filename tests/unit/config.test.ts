import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { Region } from "@pulumi/aws";
import { usersApiAuthorizer } from "../../stack/api/settings";
import { ConfigError, parseConfig as parseStack } from "../../stack/config";
import { type Settings } from "../../stack/config/keys";
import { sharedSettings } from "../../stack/general/shared";
import { type ConfigSource } from "../../stack/config/source";

interface ProjectFile {
  config: Record<string, { type: string; default?: unknown; description?: string }>;
}
const project = parse(readFileSync("Pulumi.yaml", "utf8")) as ProjectFile;
const local = (key: string): string => key.replace("headroom:", "");

const dev: ConfigSource = { project: "headroom", stack: "dev" };

/** Checks settings of the project, named without its namespace. */
const parseConfig = (given: Record<string, unknown>, source = dev): Settings =>
  parseStack(Object.fromEntries(Object.entries(given).map(([key, value]) => [`headroom:${key}`, value])), source);

function refusedBy(parse: () => unknown, ...parts: string[]): void {
  assert.throws(parse, (error: unknown) => {
    assert.ok(error instanceof ConfigError);
    for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
    return true;
  });
}
const off = { enabled: false };
const refused = (given: Record<string, unknown>, ...parts: string[]): void =>
  refusedBy(() => parseConfig(given), ...parts);

describe("configuration", () => {
  it("has a type, a default and a description for every key, and the defaults are those of the program", () => {
    for (const [key, { type, description, default: value }] of Object.entries(project.config)) {
      assert.ok(type && description && value !== undefined, key);
    }
    const declared = Object.entries(project.config).map(([key, { default: value }]) => [local(key), value]);
    assert.deepEqual(parseConfig(Object.fromEntries(declared) as Record<string, unknown>), parseConfig({}));
  });

  it("refuses a language whose toolchain is not on this machine, unless it may be skipped", () => {
    const { PATH } = process.env;
    process.env.PATH = "";
    try {
      const languages = { enabled: true, names: ["node", "ruby"] };
      refused(
        { languages },
        'headroom:languages.names[1] is "ruby": there is no ruby on PATH: install Ruby 3.2',
        "Fix: in Pulumi.dev.yaml, under config, write for example headroom:languages: { names: [node, python] }",
      );
      assert.deepEqual(
        parseConfig({ languages: { ...languages, skipMissing: true } }).languages.names,
        languages.names,
      );
      assert.deepEqual(parseConfig({ languages: { ...languages, enabled: false } }).languages.names, languages.names);
    } finally {
      process.env.PATH = PATH;
    }
  });

  it("knows no key that Pulumi.yaml does not declare", () => {
    const known = Object.keys(project.config).map(local);
    const config = parseConfig({});
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
      "headroom:thumbnaler is not a setting (did you mean thumbnailer?)",
      'headroom:architecture is "mips"',
      "headroom:thumbnailer.widths[0] is 0",
      "headroom:thumbnailer.widths[1] is 20000",
      'headroom:thumbnailer.timeoutSeconds is "soon": give a number. Fix: in Pulumi.dev.yaml, under config, write for example headroom:thumbnailer: { timeoutSeconds: 60 }',
      "headroom:thumbnailer.colour is not a setting",
      "AWS takes 6",
      'write for example headroom:cleanLogs: { schedule: "cron(0 3 * * ? *)" }',
    );
  });

  it("refuses a cache without a network to be in", () => {
    refused({ dax: { enabled: true } }, "headroom:dax.enabled is true: a cluster", "enable network and usersTable too");
    assert.equal(parseConfig({ dax: { enabled: true }, network: { enabled: true } }).dax.nodes, 3);
  });

  it("asks for the ways out of the network that a database needs, before anything is made", () => {
    const database = { enabled: true, announce: true };
    refused({ database }, "headroom:database.enabled is true", "enable network too");
    refused(
      { database, network: { enabled: true } },
      "headroom:network.interfaceEndpoints",
      "add secretsmanager",
      "add lambda",
    );
    const secrets = { enabled: true, interfaceEndpoints: ["secretsmanager"] };
    refused({ database, network: secrets }, "add lambda to the endpoints");
    assert.ok(parseConfig({ database: { enabled: true }, network: secrets }).database.enabled);
    assert.ok(parseConfig({ database, network: { enabled: true, nat: "Single" } }).database.enabled);
  });

  it("refuses what AWS would: a retention that CloudWatch does not know, a time zone, a bucket's name", () => {
    refused(
      {
        logRetentionDays: 31,
        usageReport: { timezone: "Mars/Olympus" },
        thumbnailer: { uploadsBucketName: "My_Photos" },
      },
      "headroom:logRetentionDays is 31: AWS allows 1, 3, 5",
      'headroom:usageReport.timezone is "Mars/Olympus"',
      'headroom:thumbnailer.uploadsBucketName is "My_Photos"',
    );
  });

  it("refuses the same bucket for uploads and thumbnails", () => {
    const thumbnailer = { uploadsBucketName: "photos", thumbnailsBucketName: "photos" };
    refused({ thumbnailer }, 'headroom:thumbnailer.thumbnailsBucketName is "photos": it', "two different buckets");
  });

  it("refuses what the function would: a width or a format twice, suffixes that end alike, more pixels than WebP holds", () => {
    refused({ thumbnailer: { widths: [200, 200] } }, "headroom:thumbnailer.widths is [200,200]: give each once");
    refused({ thumbnailer: { formats: ["webp", "webp"] } }, 'headroom:thumbnailer.formats is ["webp","webp"]');
    refused({ thumbnailer: { suffixes: [".jpg", ".min.JPG"] } }, "headroom:thumbnailer.suffixes", "end alike");
    refused({ thumbnailer: { suffixes: [""] } }, "headroom:thumbnailer.suffixes", "give no empty one");
    refused({ thumbnailer: { maxPixels: 16_383 ** 2 + 1 } }, "headroom:thumbnailer.maxPixels is 268402690");
    refused({ cleanLogs: { prefix: '""', logGroupPrefix: "" } }, "headroom:cleanLogs.prefix", "logGroupPrefix");
  });

  for (const name of ["a..b", "192.168.1.1", "Photos", "ab", "xn--photos", "photos-s3alias"]) {
    it(`refuses a bucket named ${name}`, () => {
      const thumbnailer = { uploadsBucketName: name };
      refused({ thumbnailer }, `headroom:thumbnailer.uploadsBucketName is "${name}": S3 `, "bucketnamingrules");
    });
  }

  it("refuses a namespace that nobody reads, and names the one that was meant", () => {
    refusedBy(
      () => parseStack({ "headrom:thumbnailer": {}, "awx:region": "eu-west-1", "shop:size": 3, plain: 1 }, dev),
      "headrom:thumbnailer is not a setting",
      "(did you mean headroom?)",
      "(did you mean aws?)",
      "shop:size is not a setting: namespaces are headroom, pulumi, aws, awsx. Fix: remove shop:size",
      "plain is not a setting: namespaces are headroom, pulumi, aws, awsx; it has none, and headroom: is the project's",
    );
    parseStack({ "pulumi:tags": {}, "aws:defaultTags": {}, "awsx:any": 1 }, dev);
  });

  it("knows every Region of AWS, and refuses another one, with the nearest", () => {
    for (const region of Object.values(Region)) parseStack({ "aws:region": region }, dev);
    refusedBy(() => parseStack({ "aws:region": "mars-1" }, dev), 'aws:region is "mars-1": AWS has no such Region (');
    refusedBy(() => parseStack({ "aws:region": "eu-west1" }, dev), "(did you mean eu-west-1?)");
    refused({ usersTable: { replicaRegions: ["us-west-9"] } }, 'headroom:usersTable.replicaRegions[0] is "us-west-9"');
  });

  it("says where to mend a value: in the stack's file, or on the command line when that gave it", () => {
    const overrides = ["headroom:thumbnailer.widths", "headrom:thumbnailer.formats", "aws:region"];
    const thumbnailer = { widths: [0], maxPixels: 0, colour: "red" };
    const all = { "headroom:thumbnailer": thumbnailer, "headrom:thumbnailer": {}, "aws:region": "mars-1" };
    refusedBy(
      () => parseStack(all, { ...dev, overrides }),
      "headroom:thumbnailer.widths[0] is 0: give whole pixels from 1 to 10,000. Fix: give another, for example --config 'thumbnailer.widths=[200, 800]'",
      "Fix: in Pulumi.dev.yaml, under config, write for example headroom:thumbnailer: { maxPixels: 100000000 }",
      "Fix: remove headroom:thumbnailer: { colour: … } in Pulumi.dev.yaml, or correct its spelling",
      "Fix: remove --config headrom:thumbnailer.formats=…, or correct its spelling",
      "Fix: give another, for example --config aws:region=eu-west-1",
    );
  });

  it("refuses the host's architecture for a stack that does not run on it", () => {
    refused(
      { architecture: "host" },
      'headroom:architecture is "host"',
      "write for example headroom:architecture: arm64",
    );
  });

  it("lets users of the pool call the API unless told otherwise, and principals of IAM where there is no pool", () => {
    const authorizer = (given: Record<string, unknown>) => usersApiAuthorizer(parseConfig(given));
    assert.equal(authorizer({}), "userPool");
    assert.equal(authorizer({ userPool: { enabled: false } }), "iam");
    assert.equal(authorizer({ usersApi: { authorizer: "jwt" } }), "jwt");
    assert.equal(authorizer({ usersApi: { authorizer: "iam" } }), "iam");
    refused(
      { usersApi: { authorizer: "jwt" }, userPool: { enabled: false } },
      'headroom:usersApi.authorizer is "jwt": without the user pool there are no tokens',
    );
  });

  it("refuses what a component refuses, by the key that the argument comes from", () => {
    refused(
      {
        thumbnailer: { timeoutSeconds: 901, memoryMb: 1 },
        usersTable: { readCapacity: 0, maxCapacity: -1, replicaRegions: ["eu-west-1"] },
        userPool: { passwordLength: 100, domain: "my-aws" },
        usersApi: { corsOrigin: "example.com" },
        tableBackup: { timezone: "Mars/Olympus" },
      },
      "headroom:thumbnailer.timeoutSeconds is 901: AWS allows whole numbers from 1 to 900 s (https://docs.aws.amazon.com/lambda/",
      "headroom:thumbnailer.memoryMb is 1: AWS allows",
      "headroom:usersTable.readCapacity is 0: AWS allows",
      'headroom:usersApi.corsOrigin is "example.com": give one origin',
      "headroom:userPool.passwordLength is 100: AWS allows",
      'headroom:userPool.domain is "my-aws": a prefix',
      "headroom:userPool.callbackUrls is []: the sign-in pages on domain redirect to callbackUrls",
      'headroom:tableBackup.timezone is "Mars/Olympus"',
    );
  });

  it("knows the Region that a table must not be copied to, and those that strong consistency stays within", () => {
    const inRegion = (usersTable: object) =>
      parseStack({ "aws:region": "eu-west-1", "headroom:usersTable": usersTable, "headroom:usersApi": off }, dev);
    refusedBy(
      () => inRegion({ replicaRegions: ["eu-west-1"] }),
      'usersTable.replicaRegions is ["eu-west-1"]: eu-west-1',
    );
    const far = { replicaRegions: ["us-east-1", "us-east-2"], consistency: "STRONG", maxCapacity: 50 };
    refusedBy(() => inRegion(far), "headroom:usersTable.replicaRegions", "strong consistency stays within");
    inRegion({ replicaRegions: ["eu-central-1"] });
  });

  it("keeps the defaults of settings that a stack does not name", () => {
    const { thumbnailer } = parseConfig({ thumbnailer: { widths: [64] } });
    assert.deepEqual(thumbnailer.widths, [64]);
    assert.equal(thumbnailer.timeoutSeconds, 60);
  });

  it("takes the host's architecture for a stack that runs on it", () => {
    const settings = parseConfig({ architecture: "host" }, { ...dev, stack: "local" });
    const { architecture, nativePlatform } = sharedSettings(settings);
    assert.equal(architecture, process.arch === "x64" ? "x86_64" : "arm64");
    assert.equal(nativePlatform, "host");
  });
});
