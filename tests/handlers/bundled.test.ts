import { CloudWatchLogsClient, paginateFilterLogEvents } from "@aws-sdk/client-cloudwatch-logs";
import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";

import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { type Statement } from "./identity";
import { allow, deployPacked } from "./packed";

const BUCKET = "bundled-uploads";
const OUTPUT = "bundled-output";

const listing = allow(["s3:ListBucket"], `arn:aws:s3:::${BUCKET}`, `arn:aws:s3:::${OUTPUT}`);

describe("the packages as they are deployed, run by the emulator's Lambda under their own roles", function () {
  this.timeout(120_000);
  let emulator: TestEmulator;
  let lambda: LambdaClient;
  let logs: CloudWatchLogsClient;
  let s3: S3Client;

  const deploy = (
    name: string,
    native: string[],
    rights: Statement[],
    variables: Record<string, string>,
  ): Promise<void> => deployPacked(emulator, lambda, name, { native, rights, variables });
  async function invoke(FunctionName: string, event: unknown): Promise<unknown> {
    const { Payload, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
    );
    const text = Buffer.from(Payload ?? []).toString();
    assert.equal(FunctionError, undefined, text);
    return JSON.parse(text);
  }
  /** The JSON lines that the function wrote. */
  async function logged(name: string): Promise<Record<string, unknown>[]> {
    const lines: Record<string, unknown>[] = [];
    const pages = paginateFilterLogEvents({ client: logs }, { logGroupName: `/aws/lambda/${name}` });
    for await (const { events = [] } of pages) {
      for (const { message = "" } of events) {
        const json = message.indexOf("{");
        if (json >= 0 && message.trimEnd().endsWith("}"))
          lines.push(JSON.parse(message.slice(json)) as Record<string, unknown>);
      }
    }
    return lines;
  }

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    const client = { endpoint: emulator.endpoint, region: REGION, credentials: root };
    lambda = new LambdaClient(client);
    logs = new CloudWatchLogsClient(client);
    s3 = new S3Client({ ...client, forcePathStyle: true });
    for (const Bucket of [BUCKET, OUTPUT]) await s3.send(new CreateBucketCommand({ Bucket }));
  });
  after(async () => {
    for (const client of [lambda, logs, s3]) client.destroy();
    await emulator.stop();
  });

  it("thumbnail: a good photo has its thumbnail, a bad one is logged, counted and recorded", async () => {
    const photo = await sharp({ create: { width: 400, height: 200, channels: 3, background: "red" } })
      .jpeg()
      .toBuffer();
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "good.jpg", Body: photo }));
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "bad.jpg", Body: "no photo" }));
    const rights = [
      allow(["s3:GetObject", "s3:GetObjectVersion"], `arn:aws:s3:::${BUCKET}/*`),
      listing,
      allow(
        ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"],
        `arn:aws:s3:::${OUTPUT}/thumbnails/*`,
        `arn:aws:s3:::${OUTPUT}/rejected/*`,
      ),
    ];
    const renditions = JSON.stringify([{ width: 100, format: "webp" }]);
    await deploy("thumbnail", ["sharp"], rights, {
      THUMBNAILS_BUCKET: OUTPUT,
      RENDITIONS: renditions,
      MAX_PIXELS: "1000000",
    });
    const Records = ["good.jpg", "bad.jpg"].map((key) => ({ s3: { bucket: { name: BUCKET }, object: { key } } }));
    const outcomes = (await invoke("thumbnail", { Records })) as { status: string }[];
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ["made", "rejected"],
    );
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: OUTPUT, Key: "thumbnails/good.jpg/100.webp" }));
    assert.equal((await sharp(await Body?.transformToByteArray()).metadata()).width, 100);
    await s3.send(new GetObjectCommand({ Bucket: OUTPUT, Key: "rejected/bad.jpg.json" }));

    const lines = await logged("thumbnail");
    const line = lines.find(({ message }) => message === "photo rejected");
    assert.deepEqual(
      [line?.level, line?.key, line?.reason, line?.service],
      ["ERROR", "bad.jpg", "unsupported-format", "thumbnail"],
    );
    assert.ok(lines.some((metric) => metric.PhotosRejected === 1 && metric.ThumbnailsMade === 1));
    assert.ok(lines.some((metric) => metric.PhotosRejectedByReason === 1 && metric.reason === "unsupported-format"));
    assert.match(JSON.stringify(lines.find((metric) => metric.PhotosRejected === 1)?._aws), /"Namespace":"Headroom"/);
    assert.ok(!lines.some((entry) => JSON.stringify(entry).includes("Records")), "the event itself is not logged");
  });

  it("clean-logs: a dry run of the package lists the bucket and says so in the log", async () => {
    const rights = [
      listing,
      allow(["s3:DeleteObject"], `arn:aws:s3:::${BUCKET}/*`),
      allow(["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], `arn:aws:s3:::${OUTPUT}/state.json`),
      allow(["logs:DescribeLogGroups", "logs:PutRetentionPolicy"], "*"),
    ];
    await deploy("clean-logs", [], rights, {
      LOGS_BUCKET: BUCKET,
      LOGS_PREFIX: "good",
      MAX_AGE_DAYS: "1",
      LOG_GROUP_PREFIX: "/aws/lambda/",
      RETENTION_DAYS: "7",
      DRY_RUN: "true",
      STATE_BUCKET: OUTPUT,
      STATE_KEY: "state.json",
    });
    const summary = (await invoke("clean-logs", {})) as { deleted: number; kept: number; complete: boolean };
    assert.deepEqual([summary.deleted, summary.kept, summary.complete], [0, 1, true]);
    assert.ok(
      (await logged("clean-logs")).some(
        ({ message, kept }) => message === "dry run: nothing was changed" && kept === 1,
      ),
    );
  });

  it("with a wrong environment: the log tells each variable and the reason, also when only an event set it off", async () => {
    const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: "clean-logs" }));
    const { LOGS_BUCKET: _, ...others } = Environment?.Variables ?? {};
    const Variables = { ...others, MAX_AGE_DAYS: "soon" };
    await lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: "clean-logs", Environment: { Variables } }),
    );
    await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: 60 }, { FunctionName: "clean-logs" });
    await lambda.send(new InvokeCommand({ FunctionName: "clean-logs", InvocationType: "Event", Payload: "{}" }));
    const wrong = async () => (await logged("clean-logs")).filter(({ level }) => level === "ERROR");
    while (!(await wrong()).length) await sleep(50);
    assert.deepEqual((await wrong())[0]?.variables, [
      "LOGS_BUCKET is not set",
      'MAX_AGE_DAYS: a whole number in decimal digits is needed (the variable holds "soon")',
    ]);
  });

  it("usage-report: the package writes its report and announces it", async () => {
    const sns = new SNSClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
    const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: "bundled" }));
    sns.destroy();
    const rights = [
      listing,
      allow(["s3:GetObject", "s3:PutObject"], `arn:aws:s3:::${OUTPUT}/reports/*`),
      allow(["cloudwatch:GetMetricData"], "*"),
      allow(["sns:Publish"], TopicArn),
    ];
    await deploy("usage-report", [], rights, {
      REPORTS_BUCKET: OUTPUT,
      TOPIC_ARN: TopicArn,
      BUCKETS: JSON.stringify([BUCKET]),
      FUNCTIONS: JSON.stringify(["usage-report"]),
      PERIOD_HOURS: "1",
    });
    const result = (await invoke("usage-report", { scheduledTime: "2026-01-02T03:04:05Z" })) as {
      announced: boolean;
      csv: string;
    };
    assert.equal(result.announced, true);
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: OUTPUT, Key: result.csv.replace(`s3://${OUTPUT}/`, "") }),
    );
    assert.match((await Body?.transformToString()) ?? "", /\r\nbucket,bundled-uploads,2,/);
  });
});
