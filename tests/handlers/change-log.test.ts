import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import assert from "node:assert/strict";

import { type handler as changeLogHandler } from "../../handlers/change-log/handler";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { flakyProxy } from "./flaky-proxy";
import { identityWith } from "./identity";
import { coldStart, contextWith, type Credentials, runtimeEnvironment } from "./load";

type Handler = typeof changeLogHandler;
const BUCKET = "handlers-changes";

const record = (number: number) => ({
  eventID: `event-${number}`,
  eventName: "INSERT",
  eventSourceARN: `arn:aws:dynamodb:${REGION}:000000000000:table/Users/stream/2026-11-23T20:00:00.000`,
  dynamodb: {
    ApproximateCreationDateTime: 1_795_468_356,
    Keys: { UserID: { S: `u${number}` } },
    NewImage: { UserID: { S: `u${number}` } },
    SequenceNumber: String(number),
  },
});

describe("change-log function on the emulator, with its role's rights only", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let s3: S3Client;
  let identity: Credentials;

  const load = (endpoint = emulator.endpoint): Handler =>
    coldStart<Handler>("change-log", { ...runtimeEnvironment(endpoint, identity), CHANGES_BUCKET: BUCKET });
  const keys = async () =>
    ((await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).Contents ?? []).map(({ Key }) => Key);

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    s3 = new S3Client({ endpoint: emulator.endpoint, region: REGION, credentials: root, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
    identity = await identityWith(emulator.endpoint, "change-log", [
      { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: `arn:aws:s3:::${BUCKET}/changes/*` },
      { Effect: "Allow", Action: ["s3:ListBucket"], Resource: `arn:aws:s3:::${BUCKET}` },
    ]);
  });
  after(async () => {
    s3.destroy();
    await emulator.stop();
  });

  it("refuses what is no event of a table's stream, with the reason", async () => {
    const reason = /^Error: not an event of a table's stream: /;
    for (const event of [
      { detail: "hello" },
      null,
      "text",
      [],
      { Records: 5 },
      { Records: "ab" },
      { Records: [null] },
    ]) {
      await assert.rejects(load()(event as never, contextWith()), reason);
    }
    await assert.rejects(load()({ detail: "hello" } as never, contextWith()), /hello/);
  });

  it("writes each change once, however often it comes", async () => {
    const handler = load();
    const event = { Records: [record(1), record(2)] };
    assert.deepEqual(await handler(event, contextWith()), { batchItemFailures: [] });
    assert.deepEqual(await handler(event, contextWith()), { batchItemFailures: [] });
    assert.deepEqual(await keys(), [
      "changes/Users/2026/11/23/1-event-1.json",
      "changes/Users/2026/11/23/2-event-2.json",
    ]);
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: BUCKET, Key: "changes/Users/2026/11/23/2-event-2.json" }),
    );
    const change = JSON.parse((await Body?.transformToString()) ?? "") as Record<string, unknown>;
    assert.deepEqual([change.event, change.after], ["INSERT", { UserID: "u2" }]);
  });

  it("stops at the first change that cannot be written, and asks to come again from there", async () => {
    const proxy = await flakyProxy(emulator.endpoint);
    proxy.judge = ({ url = "" }) => (url.includes("4-event-4") ? { status: 403, code: "AccessDenied" } : "pass");
    const answer = await load(proxy.endpoint)({ Records: [record(3), record(4), record(5)] }, contextWith());
    await proxy.close();
    assert.deepEqual(answer, { batchItemFailures: [{ itemIdentifier: "4" }] });
    const names = (await keys()).map((key) => key?.split("/").at(-1));
    assert.ok(names.includes("3-event-3.json"));
    assert.ok(!names.includes("5-event-5.json"), "later changes of an item must not overtake an earlier one");
  });
});
