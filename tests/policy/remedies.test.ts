import assert from "node:assert/strict";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { specialArchiveSig, specialAssetSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { rules } from "../../policy/rules";
import { resource } from "./expectations";
import { PolicyServer, type Sent, unknown } from "./server";

const remediable = rules.filter(({ remedy }) => remedy).map(({ id }) => id);

describe("level remediate", () => {
  let server: PolicyServer;
  before(async () => {
    server = await PolicyServer.start();
    await server.configure({}, EnforcementLevel.ADVISORY, remediable);
  });
  after(() => server.stop());

  const allow = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws-cn:s3:::uploads/*" };
  const document = (statement: unknown) => JSON.stringify({ Version: "2012-10-17", Statement: statement });
  const denial = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws-cn:s3:::uploads", "arn:aws-cn:s3:::uploads/*"],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  const fixed: readonly [what: string, rule: string, before: Sent, after: Record<string, unknown>][] = [
    [
      "gives a log group a retention",
      "logs-retention",
      resource("logGroup", "l", { name: "l" }),
      { name: "l", retentionInDays: 30 },
    ],
    [
      "turns tracing on",
      "lambda-tracing",
      resource("function", "f", { timeout: 5, tracingConfig: { mode: "PassThrough" } }),
      { timeout: 5, tracingConfig: { mode: "Active" } },
    ],
    [
      "turns on the switches that are off",
      "s3-public-access",
      resource("bucketPublicAccessBlock", "b", { bucket: "u", blockPublicAcls: true, ignorePublicAcls: false }),
      {
        bucket: "u",
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
    ],
    [
      "denies plain text, in the partition of the policy, and keeps what it says",
      "s3-tls-only",
      resource("bucketPolicy", "p", { bucket: "uploads", policy: document(allow) }),
      { bucket: "uploads", policy: document([allow, denial]) },
    ],
  ];

  for (const [what, rule, before, after] of fixed) {
    it(`${what} (${rule}), and changes nothing where it is right`, async () => {
      assert.deepEqual(await server.remediate(before), { [rule]: after });
      assert.deepEqual(await server.remediate({ ...before, properties: after }), {});
    });
  }

  it("tests the remedy of every rule that has one", () => {
    assert.deepEqual(fixed.map(([, rule]) => rule).sort(), [...remediable].sort());
  });

  it("leaves what is not known yet as it is", async () => {
    assert.deepEqual(await server.remediate(resource("logGroup", "l", { retentionInDays: unknown })), {});
    assert.deepEqual(await server.remediate(resource("bucketPolicy", "p", { bucket: "u", policy: unknown })), {});
    assert.deepEqual(await server.remediate(resource("function", "f", { tracingConfig: { mode: unknown } })), {});
  });

  it("leaves an exempt resource, and a rule that is off, as they are", async () => {
    const group = resource("logGroup", "audit", {});
    const exemptions = [{ rule: "logs-retention", resource: "audit", reason: "kept for ever by law" }];
    await server.configure({ exemptions }, EnforcementLevel.ADVISORY, remediable);
    await server.analyze(group);
    assert.deepEqual(await server.remediate(group), {});
    await server.configure({ levels: { "logs-retention": "disabled" } }, EnforcementLevel.ADVISORY, remediable);
    await server.analyze(group);
    assert.deepEqual(await server.remediate(group), {});
  });

  it("is asked for: other levels change nothing", async () => {
    await server.configure({});
    for (const [, , before] of fixed) assert.deepEqual(await server.remediate(before), {});
  });

  it("gives archives back as they were sent, and ends at no empty text", async () => {
    await server.configure({}, EnforcementLevel.ADVISORY, remediable);
    const archive = (content: Record<string, unknown>) => ({
      [specialSigKey]: specialArchiveSig,
      hash: "1",
      ...content,
    });
    const empty = { [specialSigKey]: specialAssetSig, hash: "2" };
    for (const code of [
      archive({ assets: {}, path: "./code.zip" }),
      archive({ assets: { "empty.js": empty, lib: archive({ assets: {}, path: "./lib" }) } }),
      archive({ assets: {}, uri: "https://example.com/code.zip" }),
    ]) {
      const left = await server.remediate(resource("function", "f", { code }));
      assert.deepEqual(left["lambda-tracing"], { code, tracingConfig: { mode: "Active" } });
    }
  });
});
