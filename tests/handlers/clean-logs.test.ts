import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import assert from "node:assert/strict";

import { type handler as cleanLogsHandler } from "../../handlers/clean-logs/handler";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { type FlakyProxy, flakyProxy } from "./flaky-proxy";
import { identityWith } from "./identity";
import { coldStart, contextWith, type Credentials, runtimeEnvironment } from "./load";

type Handler = typeof cleanLogsHandler;

const LOGS = "handlers-logs";
const STATE = "handlers-state";
const STATE_KEY = "state/clean-logs.json";

/** Exactly what the function's role is granted. */
const rights = [
  {
    Effect: "Allow" as const,
    Action: ["s3:ListBucket"],
    Resource: [`arn:aws:s3:::${LOGS}`, `arn:aws:s3:::${STATE}`],
  },
  { Effect: "Allow" as const, Action: ["s3:DeleteObject"], Resource: `arn:aws:s3:::${LOGS}/logs/*` },
  {
    Effect: "Allow" as const,
    Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
    Resource: `arn:aws:s3:::${STATE}/${STATE_KEY}`,
  },
  { Effect: "Allow" as const, Action: ["logs:DescribeLogGroups"], Resource: "*" },
  {
    Effect: "Allow" as const,
    Action: ["logs:PutRetentionPolicy"],
    Resource: "arn:aws:logs:*:*:log-group:/aws/lambda/*",
  },
];

/** Makes every object with "old" in its key 100 days old: the emulator takes no other date than today's. */
function age(_request: unknown, body: string): string {
  const old = new Date(Date.now() - 100 * 86_400_000).toISOString();
  return body.replace(/<Contents>.*?<\/Contents>/gs, (object) =>
    /<Key>[^<]*old/.test(object) ? object.replace(/(<LastModified>)[^<]*/, `$1${old}`) : object,
  );
}

describe("clean-logs function on the emulator, with its role's rights only (a proxy ages the objects)", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let proxy: FlakyProxy;
  let s3: S3Client;
  let logs: CloudWatchLogsClient;
  let identity: Credentials;

  const load = (more: Record<string, string | undefined> = {}): Handler =>
    coldStart<Handler>("clean-logs", {
      ...runtimeEnvironment(proxy.endpoint, identity),
      LOGS_BUCKET: LOGS,
      LOGS_PREFIX: "logs/",
      MAX_AGE_DAYS: "30",
      LOG_GROUP_PREFIX: "/aws/lambda/",
      RETENTION_DAYS: "14",
      DRY_RUN: "false",
      STATE_BUCKET: STATE,
      STATE_KEY,
      ...more,
    });

  const put = (Key: string, Bucket = LOGS) => s3.send(new PutObjectCommand({ Bucket, Key, Body: "line\n" }));
  async function putMany(prefix: string, count: number): Promise<void> {
    const keys = Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(5, "0")}.log`);
    for (let start = 0; start < count; start += 50)
      await Promise.all(keys.slice(start, start + 50).map((key) => put(key)));
  }
  async function keysUnder(Prefix: string): Promise<string[]> {
    const keys: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: LOGS, Prefix })) {
      keys.push(...Contents.map(({ Key = "" }) => Key));
    }
    return keys;
  }
  const readRetention = async (logGroupNamePrefix: string) =>
    (await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix }))).logGroups?.[0]?.retentionInDays;
  const hasCursor = () =>
    s3.send(new HeadObjectCommand({ Bucket: STATE, Key: STATE_KEY })).then(
      () => true,
      () => false,
    );

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    const { endpoint } = emulator;
    s3 = new S3Client({ endpoint, region: REGION, credentials: root, forcePathStyle: true });
    logs = new CloudWatchLogsClient({ endpoint, region: REGION, credentials: root });
    for (const Bucket of [LOGS, STATE]) await s3.send(new CreateBucketCommand({ Bucket }));
    identity = await identityWith(endpoint, "clean-logs", rights);
  });
  beforeEach(async () => {
    proxy = await flakyProxy(emulator.endpoint);
    proxy.rewrite = age;
  });
  afterEach(() => proxy.close());
  after(async () => {
    s3.destroy();
    logs.destroy();
    await emulator.stop();
  });

  it("a dry run reports what it would do and changes nothing", async () => {
    await put("logs/dry/old.log");
    await logs.send(new CreateLogGroupCommand({ logGroupName: "/aws/lambda/dry" }));
    const summary = await load({ DRY_RUN: "true", LOGS_PREFIX: "logs/dry/" })({}, contextWith());
    const { deleted, bytes, logGroupsChanged, complete, dryRun } = summary;
    assert.deepEqual(
      { deleted, bytes, logGroupsChanged, complete, dryRun },
      { deleted: 1, bytes: 5, logGroupsChanged: 1, complete: true, dryRun: true },
    );
    assert.deepEqual(await keysUnder("logs/dry/"), ["logs/dry/old.log"]);
    assert.equal(await readRetention("/aws/lambda/dry"), undefined);
  });

  it("old objects go, beyond a thousand of them; new ones and those outside the prefix stay", async () => {
    await putMany("logs/many/old-", 1205);
    await put("logs/many/new.log");
    await put("other/old.log");
    const summary = await load({ LOGS_PREFIX: "logs/many/" })({}, contextWith());
    assert.deepEqual([summary.deleted, summary.bytes, summary.kept, summary.complete], [1205, 6025, 1, true]);
    assert.deepEqual(await keysUnder("logs/many/"), ["logs/many/new.log"]);
    assert.deepEqual(await keysUnder("other/"), ["other/old.log"]);
  });

  it("log groups without a retention get one; those with one, or of another name, are left alone", async () => {
    for (const logGroupName of ["/aws/lambda/none", "/aws/lambda/set", "/elsewhere"]) {
      await logs.send(new CreateLogGroupCommand({ logGroupName }));
    }
    await logs.send(new PutRetentionPolicyCommand({ logGroupName: "/aws/lambda/set", retentionInDays: 3 }));
    const summary = await load()({}, contextWith());
    assert.ok(summary.logGroupsChanged >= 1);
    assert.equal(await readRetention("/aws/lambda/none"), 14);
    assert.equal(await readRetention("/aws/lambda/set"), 3);
    assert.equal(await readRetention("/elsewhere"), undefined);
  });

  it("a run that runs short of time saves how far it got, and the next goes on there and clears the cursor", async () => {
    await putMany("logs/resume/a-new-", 1000);
    await putMany("logs/resume/b-old-", 40);
    const handler = load({ LOGS_PREFIX: "logs/resume/" });
    // Time ends once the first page of a thousand has been listed.
    const lists = () => proxy.seen.filter((line) => line.includes("list-type=2")).length;
    const first = await handler(
      {},
      contextWith(() => (lists() >= 1 ? 0 : 60_000)),
    );
    assert.deepEqual([first.complete, first.deleted, first.kept], [false, 0, 1000]);
    assert.ok(await hasCursor());
    const second = await handler({}, contextWith());
    assert.equal(second.resumedAfter, "logs/resume/a-new-00999.log");
    assert.deepEqual([second.complete, second.deleted, second.kept], [true, 40, 0]);
    assert.equal(await hasCursor(), false);
  });

  it("a cursor of another prefix is not followed, and goes", async () => {
    await put("logs/mine/old.log");
    const foreign = JSON.stringify({ bucket: LOGS, prefix: "logs/", after: "logs/zzz" });
    await s3.send(new PutObjectCommand({ Bucket: STATE, Key: STATE_KEY, Body: foreign }));
    const summary = await load({ LOGS_PREFIX: "logs/mine/" })({}, contextWith());
    assert.deepEqual([summary.resumedAfter, summary.deleted], [undefined, 1]);
    assert.equal(await hasCursor(), false);
  });

  it("a key that S3 refuses to delete (an answer of the proxy) is named in the error; the others are deleted", async () => {
    await put("logs/part/old-1.log");
    await put("logs/part/old-2.log");
    const refusal = "<Error><Key>logs/part/old-2.log</Key><Code>AccessDenied</Code><Message>held</Message></Error>";
    proxy.rewrite = (request, body) =>
      request.url?.includes("?delete")
        ? body.replace(/<\/DeleteResult>|\/>\s*$/, (end) =>
            end.startsWith("</") ? refusal + end : `>${refusal}</DeleteResult>`,
          )
        : age(request, body);
    const handler = load({ LOGS_PREFIX: "logs/part/" });
    await assert.rejects(handler({}, contextWith()), {
      message: "1 could not be cleaned: logs/part/old-2.log (AccessDenied: held)",
    });
    assert.ok(!(await keysUnder("logs/part/")).includes("logs/part/old-1.log"));
  });

  it("a role that may not delete fails the run and deletes nothing", async () => {
    await put("protected/old.log");
    await assert.rejects(load({ LOGS_PREFIX: "protected/" })({}, contextWith()), /objects \(AccessDenied/);
    assert.deepEqual(await keysUnder("protected/"), ["protected/old.log"]);
  });

  it("S3 that throttles the listing fails the run, after the log groups had their turn", async () => {
    await logs.send(new CreateLogGroupCommand({ logGroupName: "/aws/lambda/storm" }));
    proxy.judge = ({ url }) => (url?.includes("list-type=2") ? { status: 503, code: "SlowDown" } : "pass");
    await assert.rejects(load()({}, contextWith()), /1 could not be cleaned: objects \(SlowDown/);
    assert.equal(await readRetention("/aws/lambda/storm"), 14);
  });

  it("listing that fails half-way leaves a cursor, so that the retry goes on there", async () => {
    await putMany("logs/half/new-", 1001);
    proxy.judge = ({ url }) => (url?.includes("start-after") ? { status: 500, code: "InternalError" } : "pass");
    const handler = load({ LOGS_PREFIX: "logs/half/" });
    await assert.rejects(handler({}, contextWith()), /objects after logs\/half\/new-00999\.log/);
    proxy.judge = () => "pass";
    const summary = await handler({}, contextWith());
    assert.deepEqual([summary.resumedAfter, summary.kept, summary.complete], ["logs/half/new-00999.log", 1, true]);
  });

  it("the cursor is never deleted as an old object, where it lies under the prefix", async () => {
    const place = {
      STATE_BUCKET: LOGS,
      STATE_KEY: "logs/own/old-cursor.json",
      LOGS_PREFIX: "logs/own/",
      DRY_RUN: "true",
    };
    await put("logs/own/old-cursor.json");
    const summary = await load(place)({}, contextWith());
    assert.deepEqual([summary.deleted, summary.kept], [0, 1]);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: LOGS, Key: place.STATE_KEY }));
    assert.equal(await Body?.transformToString(), "line\n");
  });

  for (const [name, wrong, message] of [
    ["an empty prefix", { LOGS_PREFIX: "" }, /LOGS_PREFIX: an empty prefix means everything/],
    ["no prefix", { LOGS_PREFIX: undefined }, /LOGS_PREFIX is not set/],
    ["an age of 0 days", { MAX_AGE_DAYS: "0" }, /MAX_AGE_DAYS: .*>=1/],
    ["a retention that CloudWatch does not have", { RETENTION_DAYS: "15" }, /RETENTION_DAYS: one of 1, 3, 5, 7, 14/],
    ['a dry run of "yes"', { DRY_RUN: "yes" }, /DRY_RUN: .*"true"\|"false"/],
  ] as const) {
    it(`${name} is refused at the start`, () => {
      assert.throws(() => load(wrong), message);
    });
  }
});
