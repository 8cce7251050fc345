import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import {
  DynamoDBClient,
  ExportTableToPointInTimeCommand,
  type ExportTableToPointInTimeInput,
} from "@aws-sdk/client-dynamodb";
import { moveClock } from "../../../local/emulator/clock";
import { REGION } from "../../handlers/emulator";
import { identityWith } from "../../handlers/identity";
import { Cloud, type Json, shared, until } from "./cloud";

describe("tables on the emulator are recovered and exported as DynamoDB does it", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  shared(Cloud, async (started) => {
    cloud = started;
    await cloud.aws.s3.createBucket({ Bucket: "exports" });
  });

  const put = (TableName: string, id: string, value: string) =>
    cloud.aws.dynamodb.putItem({ TableName, Item: { id: { S: id }, value: { S: value } } });
  async function table(TableName: string, recovery = true): Promise<string> {
    const { TableDescription } = await cloud.aws.dynamodb.createTable({
      TableName,
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      BillingMode: "PAY_PER_REQUEST",
    });
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
    if (recovery) await cloud.aws.dynamodb.updateContinuousBackups({ TableName, PointInTimeRecoverySpecification });
    return TableDescription?.TableArn ?? "";
  }
  const items = async (TableName: string) => {
    const { Items = [] } = await cloud.aws.dynamodb.scan({ TableName });
    return Items.map(({ id, value }) => `${id?.S} ${value?.S}`).sort();
  };
  /** A time after everything that was written, and before everything that will be. */
  const now = async () => {
    const time = new Date(Date.now() + 1);
    await until(() => Promise.resolve(Date.now() > time.getTime() + 1 || undefined), "the next moment");
    return time;
  };

  it("restores a table as it was at a time, without what was written, changed and deleted since", async () => {
    await table("orders");
    const { dynamodb } = cloud.aws;
    await put("orders", "a", "first");
    await put("orders", "b", "first");
    const time = await now();
    await put("orders", "a", "second");
    await put("orders", "c", "late");
    await dynamodb.deleteItem({ TableName: "orders", Key: { id: { S: "b" } } });
    const restore = (TargetTableName: string, when: object) =>
      dynamodb.restoreTableToPointInTime({ SourceTableName: "orders", TargetTableName, ...when });
    await restore("as-it-was", { RestoreDateTime: time });
    assert.deepEqual(await items("as-it-was"), ["a first", "b first"]);
    await restore("as-it-is", { UseLatestRestorableTime: true });
    assert.deepEqual(await items("as-it-is"), ["a second", "c late"]);
    await assert.rejects(restore("too-early", { RestoreDateTime: new Date(Date.now() - 3_600_000) }), {
      name: "InvalidRestoreTimeException",
    });
  });

  it("has nothing to restore or to export where recovery is off", async () => {
    const TableArn = await table("unprotected", false);
    const { dynamodb } = cloud.aws;
    const restored = dynamodb.restoreTableToPointInTime({
      SourceTableName: "unprotected",
      TargetTableName: "none",
      UseLatestRestorableTime: true,
    });
    const unavailable = { name: "PointInTimeRecoveryUnavailableException" };
    await assert.rejects(restored, unavailable);
    await assert.rejects(dynamodb.exportTableToPointInTime({ TableArn, S3Bucket: "exports" }), unavailable);
  });

  it("restores an on-demand backup as the table was when it was made", async () => {
    await table("saved");
    await put("saved", "a", "first");
    const { dynamodb } = cloud.aws;
    const { BackupDetails } = await dynamodb.createBackup({ TableName: "saved", BackupName: "before" });
    await put("saved", "a", "second");
    await dynamodb.restoreTableFromBackup({ BackupArn: BackupDetails?.BackupArn, TargetTableName: "again" });
    assert.deepEqual(await items("again"), ["a first"]);
  });

  const text = async (Key: string) =>
    (await cloud.aws.s3.getObject({ Bucket: "exports", Key })).Body?.transformToString() ?? "";
  async function done(ExportArn: string | undefined) {
    return until(async () => {
      const { ExportDescription } = await cloud.aws.dynamodb.describeExport({ ExportArn });
      return ExportDescription?.ExportStatus === "IN_PROGRESS" ? undefined : ExportDescription;
    }, "the end of the export");
  }
  /** Exports, and reads what was written. */
  async function exported(input: ExportTableToPointInTimeInput) {
    const { ExportDescription } = await cloud.aws.dynamodb.exportTableToPointInTime(input);
    const found = await done(ExportDescription?.ExportArn);
    assert.equal(found.ExportStatus, "COMPLETED", found.FailureMessage);
    const summaryKey = found.ExportManifest ?? "";
    const summary = JSON.parse(await text(summaryKey)) as Json;
    const filesKey = summary.manifestFilesS3Key as string;
    for (const key of [summaryKey, filesKey]) {
      const sum = createHash("md5")
        .update(await text(key))
        .digest("base64");
      assert.equal(await text(key.replace(/json$/, "checksum")), sum);
    }
    const file = JSON.parse(await text(filesKey)) as { dataFileS3Key: string; md5Checksum: string; etag: string };
    const { Body, ETag } = await cloud.aws.s3.getObject({ Bucket: "exports", Key: file.dataFileS3Key });
    const data = Buffer.from((await Body?.transformToByteArray()) ?? []);
    assert.equal(file.md5Checksum, createHash("md5").update(data).digest("base64"));
    assert.equal(`"${file.etag}"`, ETag);
    const lines = gunzipSync(data).toString().split("\n").filter(Boolean);
    return { summary, file, summaryKey, lines };
  }

  const parsed = (line: string) => JSON.parse(line) as Json;

  it("exports a table as it was, with manifests that agree with the data", async () => {
    const TableArn = await table("exported");
    await put("exported", "a", "first");
    const ExportTime = await now();
    await put("exported", "b", "late");
    const S3Prefix = "daily";
    const { summary, file, summaryKey, lines } = await exported({
      TableArn,
      S3Bucket: "exports",
      S3Prefix,
      ExportTime,
    });
    assert.deepEqual(lines.map(parsed), [{ Item: { id: { S: "a" }, value: { S: "first" } } }]);
    const id = (summary.exportArn as string).split("/").at(-1);
    assert.equal(summaryKey, `daily/AWSDynamoDB/${id}/manifest-summary.json`);
    assert.match(file.dataFileS3Key, new RegExp(`^daily/AWSDynamoDB/${id}/data/[a-z0-9]{26}\\.json\\.gz$`));
    const { version, tableArn, itemCount, exportType, outputFormat, exportTime } = summary;
    assert.deepEqual(
      [version, tableArn, itemCount, exportType, outputFormat, exportTime],
      ["2020-06-30", TableArn, 1, "FULL_EXPORT", "DYNAMODB_JSON", ExportTime.toISOString()],
    );
    assert.equal(await text(`daily/AWSDynamoDB/${id}/_started`), "");
  });

  it("exports a table in Amazon Ion, with its decimals and its sets", async () => {
    const TableArn = await table("ion");
    const Item = {
      id: { S: 'ä "1"' },
      pages: { N: "600" },
      number: { N: "103" },
      price: { N: "12.50" },
      "it's": { BOOL: false },
      null: { NULL: true },
      bytes: { B: new Uint8Array([104, 105]) },
      authors: { SS: ["a"] },
      sizes: { NS: ["-0.25"] },
      nested: { L: [{ M: { deep: { S: "yes" } } }] },
    };
    await cloud.aws.dynamodb.putItem({ TableName: "ion", Item });
    const { summary, file, lines } = await exported({ TableArn, S3Bucket: "exports", ExportFormat: "ION" });
    assert.equal(summary.outputFormat, "ION");
    assert.match(file.dataFileS3Key, /\.ion\.gz$/);
    assert.deepEqual(lines, [
      "$ion_1_0 {Item:{id:\"ä \\\"1\\\"\",pages:6d2,number:103.,price:12.5,'it\\'s':false,'null':null," +
        'bytes:{{aGk=}},authors:$dynamodb_SS::["a"],sizes:$dynamodb_NS::[-25d-2],nested:[{deep:"yes"}]}}',
    ]);
  });

  it("exports what changed in a period, each item once, before and after", async () => {
    const TableArn = await table("changing");
    await put("changing", "kept", "first");
    await put("changing", "gone", "first");
    await moveClock(cloud.emulator.endpoint, 3_600);
    await put("changing", "kept", "second");
    await put("changing", "kept", "third");
    await put("changing", "brief", "first");
    const { dynamodb } = cloud.aws;
    for (const id of ["gone", "brief"]) await dynamodb.deleteItem({ TableName: "changing", Key: { id: { S: id } } });
    const ExportToTime = await now();
    const IncrementalExportSpecification = {
      ExportFromTime: new Date(ExportToTime.getTime() - 1_800_000),
      ExportToTime,
    };
    const incremental = { ExportType: "INCREMENTAL_EXPORT", IncrementalExportSpecification } as const;
    const { summary, file, lines } = await exported({ TableArn, S3Bucket: "exports", ...incremental });
    const image = (id: string, value: string) => ({ id: { S: id }, value: { S: value } });
    assert.deepEqual(
      lines.map(parsed).map(({ Metadata: _when, ...line }) => line),
      [
        { Keys: { id: { S: "kept" } }, OldImage: image("kept", "first"), NewImage: image("kept", "third") },
        { Keys: { id: { S: "gone" } }, OldImage: image("gone", "first") },
      ],
    );
    assert.match(file.dataFileS3Key, /^AWSDynamoDB\/data\/[a-z0-9]{26}\.json\.gz$/);
    assert.deepEqual([summary.version, summary.outputView], ["2023-08-01", "NEW_AND_OLD_IMAGES"]);
    IncrementalExportSpecification.ExportFromTime = new Date(ExportToTime.getTime() - 60_000);
    await assert.rejects(dynamodb.exportTableToPointInTime({ TableArn, S3Bucket: "exports", ...incremental }), {
      name: "InvalidExportTimeException",
    });
  });

  it("writes an export by the right of whoever asked for it", async () => {
    const TableArn = await table("guarded");
    const all = (...Action: string[]) => [{ Effect: "Allow" as const, Action, Resource: "*" }];
    const as = async (name: string, ...actions: string[]) => {
      const credentials = await identityWith(cloud.emulator.endpoint, name, all("dynamodb:*", ...actions));
      const dynamodb = new DynamoDBClient({ endpoint: cloud.emulator.endpoint, region: REGION, credentials });
      const asked = dynamodb.send(new ExportTableToPointInTimeCommand({ TableArn, S3Bucket: "exports" }));
      const { ExportDescription } = await asked.finally(() => dynamodb.destroy());
      const { ExportStatus, FailureCode } = await done(ExportDescription?.ExportArn);
      return [ExportStatus, FailureCode];
    };
    assert.deepEqual(await as("reader"), ["FAILED", "S3AccessDenied"]);
    assert.deepEqual(await as("exporter", "s3:PutObject"), ["COMPLETED", undefined]);
  });
});
