import {
  CreateTableCommand,
  DescribeExportCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateContinuousBackupsCommand,
  waitUntilExportCompleted,
} from "@aws-sdk/client-dynamodb";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";

import { type handler as tableExportHandler } from "../../handlers/table-export/handler";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { identityWith } from "./identity";
import { coldStart, contextWith, type Credentials, runtimeEnvironment } from "./load";

type Handler = typeof tableExportHandler;
const BUCKET = "handlers-exports";
const TABLE_ARN = `arn:aws:dynamodb:${REGION}:000000000000:table/Users`;

interface SavedState {
  lastFull?: string;
  until: string;
  work: { type: string; exportArn?: string; attempts: number; prefix: string }[];
}

describe("table-export function on the emulator, with its role's rights only", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let s3: S3Client;
  let dynamodb: DynamoDBClient;
  let identity: Credentials;

  const load = (STATE_KEY: string, MODE = "full"): Handler =>
    coldStart<Handler>("table-export", {
      ...runtimeEnvironment(emulator.endpoint, identity),
      TABLE_ARN,
      EXPORTS_BUCKET: BUCKET,
      STATE_KEY,
      MODE,
      FULL_EVERY_DAYS: "30",
      RECOVERY_DAYS: "35",
    });
  /** One run that has no time to wait for what it starts. */
  const run = (STATE_KEY: string, MODE?: string) => {
    let left = 60_000;
    return load(STATE_KEY, MODE)(
      {},
      contextWith(() => (left -= 30_000)),
    );
  };
  const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
  const text = async (Key: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    return (await Body?.transformToString()) ?? "";
  };
  const readState = async (key: string) => JSON.parse(await text(key)) as SavedState;
  const completed = (ExportArn = "") =>
    waitUntilExportCompleted({ client: dynamodb, maxWaitTime: 20, minDelay: 0.1, maxDelay: 0.1 }, { ExportArn });

  /** Has an export that is done say that it has another number of items. */
  async function damage(exportArn: string): Promise<void> {
    await completed(exportArn);
    const { ExportDescription } = await dynamodb.send(new DescribeExportCommand({ ExportArn: exportArn }));
    const key = ExportDescription?.ExportManifest ?? "";
    const summary = JSON.stringify({ ...(JSON.parse(await text(key)) as object), itemCount: 99 });
    await put(key, summary);
    await put(key.replace(/json$/, "checksum"), createHash("md5").update(summary).digest("base64"));
  }

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    const client = { endpoint: emulator.endpoint, region: REGION, credentials: root };
    s3 = new S3Client({ ...client, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
    dynamodb = new DynamoDBClient(client);
    await dynamodb.send(
      new CreateTableCommand({
        TableName: "Users",
        AttributeDefinitions: [{ AttributeName: "UserID", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "UserID", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
    await dynamodb.send(new UpdateContinuousBackupsCommand({ TableName: "Users", PointInTimeRecoverySpecification }));
    for (const UserID of ["anna", "bert"])
      await dynamodb.send(new PutItemCommand({ TableName: "Users", Item: { UserID: { S: UserID } } }));
    const objects = `arn:aws:s3:::${BUCKET}`;
    identity = await identityWith(emulator.endpoint, "table-export", [
      // The emulator looks for these two rights on "*" only, whatever table they are about.
      { Effect: "Allow", Action: ["dynamodb:ExportTableToPointInTime", "dynamodb:DescribeExport"], Resource: "*" },
      {
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:PutObject"],
        Resource: [`${objects}/exports/*`, `${objects}/state/*`],
      },
      { Effect: "Allow", Action: ["s3:ListBucket"], Resource: objects },
    ]);
  });
  after(async () => {
    s3.destroy();
    dynamodb.destroy();
    await emulator.stop();
  });

  it("starts an export under the table and the day, and the next run verifies it", async () => {
    assert.deepEqual(await run("state/good.json", "incremental"), { started: 1, verified: 0, failed: 0, pending: 1 });
    const { work, until } = await readState("state/good.json");
    const { exportArn = "", prefix = "", type } = work[0] ?? {};
    assert.equal(type, "full");
    assert.equal(prefix, `exports/Users/${until.slice(0, 10).replaceAll("-", "/")}/full`);
    await completed(exportArn);
    assert.deepEqual(await run("state/good.json", "incremental"), { started: 0, verified: 1, failed: 0, pending: 0 });
    const record = JSON.parse(await text(`${prefix}/verified-${exportArn.split("/").at(-1)}.json`)) as object;
    assert.deepEqual(
      { ...record, manifest: undefined, to: undefined },
      {
        exportArn,
        type: "full",
        items: 2,
        files: 1,
        manifest: undefined,
        to: undefined,
      },
    );
  });

  it("waits for the export in the same run where it has the time", async () => {
    const end = Date.now() + 20_000;
    const done = load("state/patient.json", "incremental")(
      {},
      contextWith(() => end - Date.now()),
    );
    assert.deepEqual(await done, { started: 1, verified: 1, failed: 0, pending: 0 });
  });

  it("starts an export that is not complete again, and after three times begins anew with a full one", async () => {
    const key = "state/bad.json";
    await run(key, "incremental");
    for (const attempts of [1, 2]) {
      const { exportArn = "" } = (await readState(key)).work[0] ?? {};
      await damage(exportArn);
      assert.equal((await run(key, "incremental")).failed, 1);
      assert.deepEqual(
        (await readState(key)).work.map((each) => [each.exportArn, each.attempts]),
        [[undefined, attempts]],
      );
      assert.equal((await run(key, "incremental")).started, 1);
    }
    await damage((await readState(key)).work[0]?.exportArn ?? "");
    assert.equal((await run(key, "incremental")).failed, 1);
    const { work, lastFull } = await readState(key);
    assert.deepEqual([work, lastFull], [[], undefined]);
    const { started } = await run(key, "incremental");
    assert.equal(started, 1);
    assert.equal((await readState(key)).work[0]?.type, "full");
  });

  it("writes nothing but exports, records and state", async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
    assert.ok(Contents.every(({ Key = "" }) => /^(exports|state)\//.test(Key)));
  });
});
