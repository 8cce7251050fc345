import assert from "node:assert/strict";
import { Agent } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { S3 } from "@aws-sdk/client-s3";
import { SQS } from "@aws-sdk/client-sqs";
import sharp from "sharp";
import { Checkout } from "./checkout";
import { describeLanguages, type LanguageOutputs } from "./languages";
import { describeOrders, type OrderOutputs } from "./orders";
import { describePayments, type PaymentOutputs } from "./payments";
import { describeTransfers, type TransferOutputs } from "./transfers";

interface Outputs extends LanguageOutputs, OrderOutputs, PaymentOutputs, TransferOutputs {
  uploadsBucket: string;
  thumbnailsBucket: string;
  reportsBucket: string;
}

/** Asks until there is an answer. How fast it comes is measured, not tested: machines are busy. */
async function eventually<T>(ask: () => Promise<T | undefined>, seconds = 60): Promise<T> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await sleep(100)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`nothing came within ${seconds} s`);
}

describe("the whole stack, deployed by the engine under the policy pack", function () {
  this.timeout(400_000);
  let checkout: Checkout;
  let outputs: Outputs;
  let s3: S3;
  let sqs: SQS;
  let client: { region: string; endpoint: string; credentials: { accessKeyId: string; secretAccessKey: string } };

  before(async () => {
    checkout = await Checkout.copy();
    const soon = new Date(Date.now() + 60_000).toISOString().slice(0, 19);
    const { code, stdout, stderr } = await checkout.run(
      "up",
      "--stack",
      "local",
      "--config",
      `usageReport.schedule="at(${soon})"`,
    );
    assert.equal(code, 0, stdout + stderr);
    outputs = JSON.parse(checkout.read(".local", "outputs.json")) as Outputs;
    const endpoint = `http://127.0.0.1:${checkout.port}`;
    client = { region: "us-east-1", endpoint, credentials: { accessKeyId: "test", secretAccessKey: "test" } };
    s3 = new S3({ ...client, forcePathStyle: true });
    const secure = (await (await fetch(`${endpoint}/_headroom/tls`)).json()) as Record<string, string>;
    const requestHandler = { httpsAgent: new Agent({ ca: secure.certificate }) };
    sqs = new SQS({ ...client, endpoint: secure.endpoint, requestHandler });
  });
  after(async () => {
    await checkout.close();
    s3?.destroy();
    sqs?.destroy();
  });

  const keys = async (bucket: string, prefix: string): Promise<string[]> =>
    ((await s3.listObjectsV2({ Bucket: bucket, Prefix: prefix })).Contents ?? []).flatMap(({ Key }) => Key ?? []);
  const body = async (bucket: string, key: string): Promise<Buffer> => {
    const { Body } = await s3.getObject({ Bucket: bucket, Key: key });
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  };

  it("a photo put in the uploads bucket comes back upright, in every size and format", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
    const picture = sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: "#888", noise } });
    const photo = await picture.withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const key = "holidays 2026/a+b ü.JPG";
    await s3.putObject({ Bucket: outputs.uploadsBucket, Key: key, Body: photo });
    const made = await eventually(async () => {
      const found = await keys(outputs.thumbnailsBucket, "thumbnails/");
      return found.length === 4 ? found : undefined;
    });
    assert.deepEqual(
      made.sort(),
      ["200.jpg", "200.webp", "800.jpg", "800.webp"].map((name) => `thumbnails/${key}/${name}`),
    );
    const { width, height, format, orientation } = await sharp(
      await body(outputs.thumbnailsBucket, `thumbnails/${key}/200.webp`),
    ).metadata();
    assert.deepEqual([width, height, format, orientation], [200, 267, "webp", undefined]);
  });

  it("a text file named .jpg leaves a record that an operator finds, and no dead letter", async () => {
    await s3.putObject({ Bucket: outputs.uploadsBucket, Key: "notes.jpg", Body: "not a photo" });
    const [key] = await eventually(async () => {
      const found = await keys(outputs.thumbnailsBucket, "rejected/");
      return found.length > 0 ? found : undefined;
    });
    const record = JSON.parse((await body(outputs.thumbnailsBucket, String(key))).toString()) as Record<string, string>;
    assert.equal(record.key, "notes.jpg");
    assert.equal(record.reason, "unsupported-format");
    assert.deepEqual(await deadLetters("thumbnailer-dead-letters", 0), []);
  });

  it("a photo whose thumbnails cannot be written is retried, then waits in the dead letter queue", async () => {
    const { Policy } = await s3.getBucketPolicy({ Bucket: outputs.thumbnailsBucket });
    const deny = {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::${outputs.thumbnailsBucket}/*`,
        },
      ],
    };
    await s3.putBucketPolicy({ Bucket: outputs.thumbnailsBucket, Policy: JSON.stringify(deny) });
    const photo = await sharp({ create: { width: 300, height: 300, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    await s3.putObject({ Bucket: outputs.uploadsBucket, Key: "unlucky.png", Body: photo });
    const [letter] = await deadLetters("thumbnailer-dead-letters", 60);
    await s3.putBucketPolicy({ Bucket: outputs.thumbnailsBucket, Policy });
    const { requestPayload, requestContext } = JSON.parse(String(letter)) as {
      requestPayload: { Records: { s3: { object: { key: string } } }[] };
      requestContext: { condition: string };
    };
    assert.equal(requestPayload.Records[0]?.s3.object.key, "unlucky.png");
    assert.equal(requestContext.condition, "RetriesExhausted");
  });

  it("the scheduled job runs on time, and its report can be read", async () => {
    const found = await eventually(async () => {
      const reports = await keys(outputs.reportsBucket, "reports/");
      return reports.some((key) => key.endsWith(".csv")) && reports.some((key) => key.endsWith(".html"))
        ? reports
        : undefined;
    }, 120);
    const csv = (await body(outputs.reportsBucket, String(found.find((key) => key.endsWith(".csv"))))).toString();
    assert.match(csv, new RegExp(`^bucket,${outputs.uploadsBucket},\\d+,\\d+,`, "m"));
    const html = (await body(outputs.reportsBucket, String(found.find((key) => key.endsWith(".html"))))).toString();
    assert.ok(html.includes(outputs.thumbnailsBucket));
  });

  /** The messages of the queue whose name begins so; waits for the first one. */
  async function deadLetters(name: string, seconds: number): Promise<string[]> {
    const { QueueUrls } = await sqs.listQueues({ QueueNamePrefix: name });
    const receive = async (): Promise<string[]> => {
      const { Messages = [] } = await sqs.receiveMessage({ QueueUrl: QueueUrls?.[0] });
      return Messages.flatMap(({ Body }) => Body ?? []);
    };
    if (seconds === 0) return receive();
    return eventually(async () => {
      const messages = await receive();
      return messages.length > 0 ? messages : undefined;
    }, seconds);
  }

  describeOrders({ outputs: () => outputs, client: () => client });
  describeLanguages({ outputs: () => outputs, client: () => client });
  describePayments({ outputs: () => outputs, client: () => client, sqs: () => sqs });
  describeTransfers({ outputs: () => outputs, client: () => client });
});
