import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { CreateFunctionCommand, InvokeCommand, LambdaClient, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { CreateTopicCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { strToU8, zipSync } from "fflate";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { type handler as usageReportHandler } from "../../handlers/usage-report/handler";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { flakyProxy } from "./flaky-proxy";
import { createRole, identityWith } from "./identity";
import { coldStart, contextWith, type Credentials, runtimeEnvironment } from "./load";

type Handler = typeof usageReportHandler;

const REPORTS = "handlers-reports";
const DATA = "handlers-data";
const EMPTY = "handlers-empty";
const ACCOUNT = "000000000000";
const TOPIC_ARN = `arn:aws:sns:${REGION}:${ACCOUNT}:handlers-reports`;

const matchListing = (bucket: string) => new RegExp(`/${bucket}/?\\?list-type=2`);

/** Exactly what the function's role is granted. */
const rights = [
  {
    Effect: "Allow" as const,
    Action: ["s3:ListBucket"],
    Resource: [DATA, EMPTY, REPORTS].map((name) => `arn:aws:s3:::${name}`),
  },
  { Effect: "Allow" as const, Action: ["s3:GetObject", "s3:PutObject"], Resource: `arn:aws:s3:::${REPORTS}/reports/*` },
  { Effect: "Allow" as const, Action: ["cloudwatch:GetMetricData"], Resource: "*" },
  { Effect: "Allow" as const, Action: ["sns:Publish"], Resource: TOPIC_ARN },
];

describe("usage-report function on the emulator, with its role's rights only", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let s3: S3Client;
  let sqs: SQSClient;
  let lambda: LambdaClient;
  let cloudwatch: CloudWatchClient;
  let identity: Credentials;
  let QueueUrl: string | undefined;

  const load = (more: Record<string, string> = {}, endpoint = emulator.endpoint): Handler =>
    coldStart<Handler>("usage-report", {
      ...runtimeEnvironment(endpoint, identity),
      REPORTS_BUCKET: REPORTS,
      TOPIC_ARN,
      BUCKETS: JSON.stringify([DATA, EMPTY]),
      FUNCTIONS: JSON.stringify(["measured", "never-called"]),
      PERIOD_HOURS: "24",
      ...more,
    });
  const read = async (address: string) => {
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: REPORTS, Key: address.replace(`s3://${REPORTS}/`, "") }),
    );
    return (await Body?.transformToString()) ?? "";
  };
  /** The row of the CSV whose second field is `name`. */
  const findRow = (csv: string, name: string) =>
    csv
      .split("\r\n")
      .map((line) => line.split(","))
      .find((fields) => fields[1] === name);
  /** Takes what was announced since the last call. */
  const announcements = async (): Promise<string[]> => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 3600 }),
    );
    return Messages.map(({ Body = "{}" }) => (JSON.parse(Body) as { Message: string }).Message);
  };

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    const client = { endpoint: emulator.endpoint, region: REGION, credentials: root };
    s3 = new S3Client({ ...client, forcePathStyle: true });
    sqs = new SQSClient(client);
    lambda = new LambdaClient(client);
    cloudwatch = new CloudWatchClient(client);
    for (const Bucket of [REPORTS, DATA, EMPTY]) await s3.send(new CreateBucketCommand({ Bucket }));
    for (let index = 0; index < 1003; index += 59) {
      const keys = Array.from({ length: Math.min(59, 1003 - index) }, (_, offset) => `object-${index + offset}`);
      await Promise.all(keys.map((Key) => s3.send(new PutObjectCommand({ Bucket: DATA, Key, Body: "12345" }))));
    }
    const sns = new SNSClient(client);
    await sns.send(new CreateTopicCommand({ Name: "handlers-reports" }));
    ({ QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "handlers-reports" })));
    const Policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { Service: "sns.amazonaws.com" }, Action: "sqs:SendMessage", Resource: "*" },
      ],
    });
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }));
    await sns.send(new SubscribeCommand({ TopicArn: TOPIC_ARN, Protocol: "sqs", Endpoint: Attributes?.QueueArn }));
    sns.destroy();
    identity = await identityWith(emulator.endpoint, "usage-report", rights);
  });
  after(async () => {
    for (const client of [s3, sqs, lambda, cloudwatch]) client.destroy();
    await emulator.stop();
  });

  it("a scheduled run leaves a CSV and an HTML page of its day and announces both", async () => {
    const result = await load()(
      { scheduledTime: "2026-03-04T05:06:07Z", executionId: "e1", attempt: "1" },
      contextWith(),
    );
    const folder = `s3://${REPORTS}/reports/2026/03/04/usage-2026-03-04T05-06-07Z`;
    assert.deepEqual(result, { announced: true, csv: `${folder}.csv`, html: `${folder}.html` });
    const row = findRow(await read(result.csv), DATA);
    assert.deepEqual(row?.slice(0, 4), ["bucket", DATA, "1003", "5015"]);
    assert.ok(Math.abs(Date.parse(row?.[4] ?? "") - Date.now()) < 3_600_000);
    assert.match(await read(result.html), /<th scope="row">handlers-data<\/th><td class="number">1,003<\/td>/);
    const [message = ""] = await announcements();
    assert.match(message, /objects: 1003/);
    assert.ok(message.includes(result.csv) && message.includes(result.html));
    const { ContentType } = await s3.send(
      new HeadObjectCommand({ Bucket: REPORTS, Key: result.html.replace(`s3://${REPORTS}/`, "") }),
    );
    assert.equal(ContentType, "text/html; charset=utf-8");
  });

  it("what has no data says so, and an empty bucket has zero objects", async () => {
    const { csv } = await load()({ scheduledTime: "2026-03-05T00:00:00Z" }, contextWith());
    const text = await read(csv);
    assert.deepEqual(findRow(text, EMPTY)?.slice(2, 5), ["0", "0", "no data"]);
    assert.deepEqual(findRow(text, "never-called")?.slice(5, 10), Array(5).fill("no data"));
    await announcements();
  });

  it("a retry of the same scheduled run announces nothing a second time", async () => {
    const handler = load();
    const event = { scheduledTime: "2026-03-06T00:00:00Z", executionId: "first", attempt: "1" };
    await handler(event, contextWith(undefined, "request-a"));
    const retry = await handler({ ...event, executionId: "second", attempt: "2" }, contextWith(undefined, "request-b"));
    assert.equal(retry.announced, false);
    assert.equal((await announcements()).length, 1);
  });

  it("five calls for one run, one after the other or at once, announce once", async () => {
    const five = ["a", "b", "c", "d", "e"];
    for (const event of [{ scheduledTime: "2026-03-11T00:00:00Z" }, { executionId: "4f9c2f0a-1" }]) {
      const handler = load({ BUCKETS: "[]" });
      const results = [];
      for (const id of five) results.push(await handler(event, contextWith(undefined, `one-${id}`)));
      assert.equal(results.filter(({ announced }) => announced).length, 1);
      assert.equal((await announcements()).length, 1);
    }
    for (const event of [{ scheduledTime: "2026-03-12T00:00:00Z" }, { executionId: "4f9c2f0a-2" }]) {
      const handler = load({ BUCKETS: "[]" });
      const results = await Promise.all(five.map(() => handler(event, contextWith())));
      assert.equal(results.filter(({ announced }) => announced).length, 1);
      assert.equal((await announcements()).length, 1);
    }
  });

  it("a call that died while it had the announcement does not keep it for longer than it could run", async () => {
    const event = { scheduledTime: "2026-03-13T00:00:00Z" };
    const proxy = await flakyProxy(emulator.endpoint);
    try {
      let published = false;
      proxy.judge = ({ method, url }) => {
        if (method !== "POST" || url !== "/") return "pass";
        published = true;
        return new Promise(() => undefined); // nobody answers any more
      };
      void load({ BUCKETS: "[]", FUNCTIONS: "[]" }, proxy.endpoint)(
        event,
        contextWith(() => 1_500),
      ).catch(() => {});
      while (!published) await sleep(20);
      const handler = load({ BUCKETS: "[]", FUNCTIONS: "[]" });
      assert.equal((await handler(event, contextWith())).announced, false);
      await sleep(1_500);
      assert.equal((await handler(event, contextWith())).announced, true);
      assert.equal((await announcements()).length, 1);
    } finally {
      await proxy.close();
    }
  });

  it("a payload whose context attributes were not replaced still makes a report, announced once per request", async () => {
    const handler = load();
    const raw = { scheduledTime: "<aws.scheduler.scheduled-time>", executionId: "<aws.scheduler.execution-id>" };
    const first = await handler(raw, contextWith(undefined, "request-raw"));
    const retry = await handler(raw, contextWith(undefined, "request-raw"));
    assert.deepEqual([first.announced, retry.announced], [true, false]);
    assert.match(first.csv, new RegExp(`/reports/${new Date().toISOString().slice(0, 4)}/`));
    assert.equal((await announcements()).length, 1);
  });

  it("the functions' own metrics, as the emulator's Lambda publishes them, are in the report", async () => {
    await createRole(emulator.endpoint, "measured");
    const code = zipSync({
      "index.js": strToU8("exports.handler = async (e) => { if (e.fail) throw new Error('no'); };"),
    });
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName: "measured",
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        Role: `arn:aws:iam::${ACCOUNT}:role/measured`,
        Code: { ZipFile: code },
      }),
    );
    await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 30 }, { FunctionName: "measured" });
    for (const fail of [false, false, true]) {
      await lambda.send(new InvokeCommand({ FunctionName: "measured", Payload: JSON.stringify({ fail }) }));
    }
    const { csv } = await load()({ scheduledTime: new Date().toISOString() }, contextWith());
    const [invocations, errors, throttles, average, maximum] = findRow(await read(csv), "measured")?.slice(5, 10) ?? [];
    assert.deepEqual([invocations, errors, throttles], ["3", "1", "0"]);
    assert.ok(Number(average) > 0 && Number(maximum) >= Number(average));
    await announcements();
  });

  it("durations are averaged over all calls, not over their averages (metrics put by the test)", async () => {
    const Dimensions = [{ Name: "FunctionName", Value: "uneven" }];
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const points = [
      [300, 100],
      [300, 100],
      [300, 100],
      [10, 500],
    ] as const;
    const MetricData = points.map(([minutes, Value]) => ({
      MetricName: "Duration",
      Dimensions,
      Timestamp: at(minutes),
      Value,
    }));
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: "AWS/Lambda", MetricData }));
    const { csv } = await load({ FUNCTIONS: '["uneven"]' })(
      { scheduledTime: at(-1).toISOString() },
      contextWith(undefined, "r"),
    );
    assert.deepEqual(findRow(await read(csv), "uneven")?.slice(5, 10), ["no data", "no data", "no data", "200", "500"]);
    await announcements();
  });

  it("a bucket too large for the time is reported as more than what was counted", async () => {
    const proxy = await flakyProxy(emulator.endpoint);
    try {
      const lists = () => proxy.seen.filter((line) => matchListing(DATA).test(line)).length;
      const handler = load({ BUCKETS: JSON.stringify([DATA]) }, proxy.endpoint);
      const { csv, html } = await handler(
        { scheduledTime: "2026-03-07T00:00:00Z" },
        contextWith(() => (lists() >= 1 ? 0 : 60_000)),
      );
      const row = findRow(await read(csv), DATA);
      assert.equal(row?.[2], "1000");
      assert.match(row?.[10] ?? "", /^more than this/);
      assert.match(await read(html), /more than 1,000/);
      assert.match((await announcements())[0] ?? "", /objects: more than 1000/);
    } finally {
      await proxy.close();
    }
  });

  it("a bucket that is gone, or closed to the role, is named in the report, which goes out all the same", async () => {
    await s3.send(new CreateBucketCommand({ Bucket: "handlers-closed" }));
    const handler = load({ BUCKETS: JSON.stringify([DATA, "handlers-closed"]) });
    const { csv } = await handler({ scheduledTime: "2026-03-08T00:00:00Z" }, contextWith());
    const row = findRow(await read(csv), "handlers-closed");
    assert.deepEqual([row?.[2], row?.[10]], ["no data", "cannot be read: AccessDenied"]);
    assert.equal(findRow(await read(csv), DATA)?.[2], "1003");
    await announcements();
  });

  it("a topic that cannot be reached fails the run, and the retry announces", async () => {
    const proxy = await flakyProxy(emulator.endpoint);
    try {
      const event = { scheduledTime: "2026-03-09T00:00:00Z" };
      proxy.judge = ({ method, url }) =>
        method === "POST" && url === "/" ? { status: 503, code: "ServiceUnavailable" } : "pass";
      await assert.rejects(load({ FUNCTIONS: "[]" }, proxy.endpoint)(event, contextWith()));
      assert.deepEqual(await announcements(), []);
      proxy.judge = () => "pass";
      const retry = await load({ FUNCTIONS: "[]" }, proxy.endpoint)(event, contextWith());
      assert.equal(retry.announced, true);
      assert.equal((await announcements()).length, 1);
    } finally {
      await proxy.close();
    }
  });

  it("throttled CloudWatch or S3 fails the run before anything is written", async () => {
    const proxy = await flakyProxy(emulator.endpoint);
    try {
      proxy.judge = ({ url }) => (matchListing(EMPTY).test(url ?? "") ? { status: 503, code: "SlowDown" } : "pass");
      await assert.rejects(load({}, proxy.endpoint)({ scheduledTime: "2026-03-10T00:00:00Z" }, contextWith()), {
        name: "SlowDown",
      });
      const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket: REPORTS, Prefix: "reports/2026/03/10/" }));
      assert.equal(KeyCount, 0);
    } finally {
      await proxy.close();
    }
  });

  it("lists that are not JSON, and a topic that is no ARN, are refused at the start", () => {
    assert.throws(
      () => load({ BUCKETS: "a,b", TOPIC_ARN: "reports" }),
      /TOPIC_ARN: the ARN of an SNS topic[\s\S]*BUCKETS: not JSON/,
    );
  });
});
