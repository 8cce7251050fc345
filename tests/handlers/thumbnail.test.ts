import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { type S3Event } from "aws-lambda";
import assert from "node:assert/strict";
import sharp from "sharp";

import { type handler as thumbnailHandler } from "../../handlers/thumbnail/handler";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { flakyProxy, type Verdict } from "./flaky-proxy";
import { identityWith } from "./identity";
import { coldStart, contextWith, type Credentials, runtimeEnvironment } from "./load";

type Handler = typeof thumbnailHandler;

const UPLOADS = "handlers-uploads";
const THUMBNAILS = "handlers-thumbnails";
const RENDITIONS = [
  { width: 200, format: "webp" },
  { width: 80, format: "jpeg" },
];

/** Exactly what the function's role is granted. */
const rights = [
  { Effect: "Allow" as const, Action: ["s3:GetObject", "s3:GetObjectVersion"], Resource: `arn:aws:s3:::${UPLOADS}/*` },
  {
    Effect: "Allow" as const,
    Action: ["s3:ListBucket"],
    Resource: [`arn:aws:s3:::${UPLOADS}`, `arn:aws:s3:::${THUMBNAILS}`],
  },
  {
    Effect: "Allow" as const,
    Action: ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"],
    Resource: [`arn:aws:s3:::${THUMBNAILS}/thumbnails/*`, `arn:aws:s3:::${THUMBNAILS}/rejected/*`],
  },
];

const photo = (width = 640, height = 480, background = "crimson") =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();

/** A record as S3 sends it: form-encoded key. */
const record = (key: string) =>
  ({
    eventSource: "aws:s3",
    s3: {
      bucket: { name: UPLOADS },
      object: { key: encodeURIComponent(key).replaceAll("%20", "+").replaceAll("%2F", "/") },
    },
  }) as S3Event["Records"][number];
const event = (...keys: string[]): S3Event => ({ Records: keys.map(record) });

describe("thumbnail function on the emulator, with its role's rights only", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let s3: S3Client;
  let identity: Credentials;
  let handler: Handler;

  const load = (endpoint: string, more: Record<string, string> = {}): Handler =>
    coldStart<Handler>("thumbnail", {
      ...runtimeEnvironment(endpoint, identity),
      THUMBNAILS_BUCKET: THUMBNAILS,
      RENDITIONS: JSON.stringify(RENDITIONS),
      MAX_PIXELS: "100000000",
      ...more,
    });
  const upload = (Key: string, Body: Buffer | string) => s3.send(new PutObjectCommand({ Bucket: UPLOADS, Key, Body }));
  const head = (Key: string) => s3.send(new HeadObjectCommand({ Bucket: THUMBNAILS, Key }));
  const keysUnder = async (Prefix: string) => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: THUMBNAILS, Prefix }));
    return Contents.map(({ Key }) => Key).sort();
  };
  const read = async (Key: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: THUMBNAILS, Key }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  };
  const rejection = async (key: string) =>
    JSON.parse((await read(`rejected/${key}.json`)).toString()) as Record<string, string>;

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    s3 = new S3Client({ endpoint: emulator.endpoint, region: REGION, credentials: root, forcePathStyle: true });
    for (const Bucket of [UPLOADS, THUMBNAILS]) await s3.send(new CreateBucketCommand({ Bucket }));
    identity = await identityWith(emulator.endpoint, "thumbnail", rights);
    handler = load(emulator.endpoint);
  });
  after(async () => {
    s3.destroy();
    await emulator.stop();
  });

  it("a photo gets a thumbnail of every configured size and format, with type, caching and origin", async () => {
    const { ETag } = await upload("cat.jpg", await photo());
    const outcomes = await handler(event("cat.jpg"), contextWith());
    assert.deepEqual(outcomes, [{ bucket: UPLOADS, key: "cat.jpg", status: "made", made: 2 }]);
    assert.deepEqual(await keysUnder("thumbnails/cat.jpg/"), [
      "thumbnails/cat.jpg/200.webp",
      "thumbnails/cat.jpg/80.jpg",
    ]);
    const webp = await sharp(await read("thumbnails/cat.jpg/200.webp")).metadata();
    assert.deepEqual([webp.format, webp.width, webp.height], ["webp", 200, 150]);
    const stored = await head("thumbnails/cat.jpg/80.jpg");
    assert.equal(stored.ContentType, "image/jpeg");
    assert.match(stored.CacheControl ?? "", /max-age=\d+/);
    assert.equal(`"${stored.Metadata?.["source-etag"]}"`, ETag);
  });

  for (const key of [
    "holiday/2026/a photo with spaces.jpg",
    "1+1=2.jpg",
    "straße/日本 🗻.jpg",
    "100%25.jpg",
    "a&b;c=d?e#f.jpg",
    "cat.jpg/200.webp",
  ]) {
    it(`a photo whose key is ${JSON.stringify(key)} gets its thumbnails`, async () => {
      await upload(key, await photo());
      const [outcome] = await handler(event(key), contextWith());
      assert.equal(outcome?.status, "made");
      assert.deepEqual(await keysUnder(`thumbnails/${key}/`), [
        `thumbnails/${key}/200.webp`,
        `thumbnails/${key}/80.jpg`,
      ]);
    });
  }

  it("the same event again does no work: no download and no write", async () => {
    await upload("again.jpg", await photo());
    await handler(event("again.jpg"), contextWith());
    const proxy = await flakyProxy(emulator.endpoint);
    try {
      const [outcome] = await load(proxy.endpoint)(event("again.jpg"), contextWith());
      assert.equal(outcome?.status, "unchanged");
      assert.deepEqual([...new Set(proxy.seen.map((line) => line.split(" ")[0]))], ["HEAD"]);
    } finally {
      await proxy.close();
    }
  });

  it("a replaced photo gets new thumbnails, whichever of its two events comes last", async () => {
    await upload("replaced.jpg", await photo(640, 480, "crimson"));
    await handler(event("replaced.jpg"), contextWith());
    await upload("replaced.jpg", await photo(640, 320, "navy"));
    const [first] = await handler(event("replaced.jpg"), contextWith());
    const [late] = await handler(event("replaced.jpg"), contextWith());
    assert.deepEqual([first?.status, late?.status], ["made", "unchanged"]);
    const { width, height } = await sharp(await read("thumbnails/replaced.jpg/200.webp")).metadata();
    assert.deepEqual([width, height], [200, 100]);
  });

  it("a photo replaced while it is worked on ends with thumbnails of the new one", async () => {
    await upload("race.jpg", await photo(640, 480));
    const replacement = await photo(640, 320);
    const proxy = await flakyProxy(emulator.endpoint);
    let replaced: Promise<unknown> | undefined;
    proxy.judge = (request) => {
      if (request.method === "PUT") replaced ??= upload("race.jpg", replacement);
      return "pass";
    };
    try {
      const [outcome] = await load(proxy.endpoint)(event("race.jpg"), contextWith());
      await replaced;
      assert.equal(outcome?.status, "made");
      const { height } = await sharp(await read("thumbnails/race.jpg/200.webp")).metadata();
      assert.equal(height, 100);
    } finally {
      await proxy.close();
    }
  });

  for (const [name, meddle, status] of [
    ["replaced", async () => upload("between.jpg", await photo(640, 320)), "made"],
    ["deleted", () => s3.send(new DeleteObjectCommand({ Bucket: UPLOADS, Key: "between.jpg" })), "gone"],
  ] as const) {
    it(`a photo ${name} between the look at it and its download ends as ${status}, and nothing is made of the old one`, async () => {
      await upload("between.jpg", await photo(640, 480));
      const proxy = await flakyProxy(emulator.endpoint);
      let meddled = false;
      proxy.judge = async ({ method, url }): Promise<Verdict> => {
        if (method === "GET" && url?.includes("between.jpg?") && !meddled) {
          meddled = true;
          await meddle();
        }
        return "pass";
      };
      try {
        const [outcome] = await load(proxy.endpoint)(event("between.jpg"), contextWith());
        assert.ok(meddled);
        assert.equal(outcome?.status, status);
        const [webp] = await keysUnder("thumbnails/between.jpg/");
        assert.equal(webp && (await sharp(await read(webp)).metadata()).height, status === "made" ? 100 : undefined);
        assert.deepEqual(await keysUnder("rejected/between"), []);
      } finally {
        await proxy.close();
      }
    });
  }

  it("only the rendition that is missing is made again", async () => {
    await upload("partial.jpg", await photo());
    await handler(event("partial.jpg"), contextWith());
    await s3.send(new DeleteObjectCommand({ Bucket: THUMBNAILS, Key: "thumbnails/partial.jpg/80.jpg" }));
    const [outcome] = await handler(event("partial.jpg"), contextWith());
    assert.deepEqual(outcome, { bucket: UPLOADS, key: "partial.jpg", status: "made", made: 1 });
  });

  it("a text file named .jpg is rejected with a record, and a good photo under the key removes the record", async () => {
    await upload("notes.jpg", "Dear diary, this is no photo.");
    const [outcome] = await handler(event("notes.jpg"), contextWith());
    assert.equal(outcome?.status, "rejected");
    const found = await rejection("notes.jpg");
    assert.deepEqual(
      { bucket: found.bucket, key: found.key, reason: found.reason },
      { bucket: UPLOADS, key: "notes.jpg", reason: "unsupported-format" },
    );
    assert.match(found.detail ?? "", /JPEG/);
    assert.ok(Date.parse(found.at ?? "") > Date.now() - 60_000);
    await upload("notes.jpg", await photo());
    await handler(event("notes.jpg"), contextWith());
    assert.deepEqual(await keysUnder("rejected/notes.jpg"), []);
  });

  it("a bad photo in place of a good one is rejected, and the good one's thumbnails go", async () => {
    await upload("spoilt.jpg", await photo());
    await handler(event("spoilt.jpg"), contextWith());
    await upload("spoilt.jpg", (await photo()).subarray(0, 400));
    const [outcome] = await handler(event("spoilt.jpg"), contextWith());
    assert.equal(outcome?.status === "rejected" && outcome.reason, "unreadable");
    assert.deepEqual(await keysUnder("thumbnails/spoilt.jpg/"), []);
  });

  it("an empty object is rejected as empty", async () => {
    await upload("empty.png", Buffer.alloc(0));
    const [outcome] = await handler(event("empty.png"), contextWith());
    assert.equal(outcome?.status === "rejected" && outcome.reason, "empty");
  });

  it("an object above the byte limit is rejected before it is downloaded", async () => {
    await upload("heavy.jpg", await photo());
    const proxy = await flakyProxy(emulator.endpoint);
    try {
      const [outcome] = await load(proxy.endpoint, { MAX_BYTES: "100" })(event("heavy.jpg"), contextWith());
      assert.equal(outcome?.status === "rejected" && outcome.reason, "too-many-bytes");
      assert.deepEqual(
        proxy.seen.filter((line) => line.startsWith("GET") && line.includes("heavy.jpg?")),
        [],
      );
    } finally {
      await proxy.close();
    }
  });

  it("a key too long for its thumbnails is rejected, with a record under the key's hash", async () => {
    const key = `${"k".repeat(1016)}.jpg`;
    await upload(key, await photo());
    const [outcome] = await handler(event(key), contextWith());
    assert.equal(outcome?.status === "rejected" && outcome.reason, "key-too-long");
    const [name = ""] = await keysUnder("rejected/sha256-");
    assert.equal((JSON.parse((await read(name)).toString()) as { key: string }).key, key);
  });

  it("a photo deleted meanwhile is an outcome, not an error, and leaves no thumbnails", async () => {
    await upload("brief.jpg", await photo());
    await handler(event("brief.jpg"), contextWith());
    await s3.send(new DeleteObjectCommand({ Bucket: UPLOADS, Key: "brief.jpg" }));
    const [outcome] = await handler(event("brief.jpg"), contextWith());
    assert.equal(outcome?.status, "gone");
    assert.deepEqual(await keysUnder("thumbnails/brief.jpg/"), []);
  });

  it("removing a photo's thumbnails spares those of a photo in a folder of the same name", async () => {
    await upload("dir", await photo());
    await upload("dir/inner.jpg", await photo());
    await handler(event("dir", "dir/inner.jpg"), contextWith());
    await s3.send(new DeleteObjectCommand({ Bucket: UPLOADS, Key: "dir" }));
    await handler(event("dir"), contextWith());
    assert.deepEqual(await keysUnder("thumbnails/dir/"), [
      "thumbnails/dir/inner.jpg/200.webp",
      "thumbnails/dir/inner.jpg/80.jpg",
    ]);
  });

  it("S3's test event does nothing", async () => {
    const testEvent = { Service: "Amazon S3", Event: "s3:TestEvent", Bucket: UPLOADS };
    assert.deepEqual(await handler(testEvent, contextWith()), []);
  });

  const queued = (...bodies: object[]) => ({
    Records: bodies.map((body, index) => ({
      eventSource: "aws:sqs",
      messageId: `m${index}`,
      body: JSON.stringify(body),
    })),
  });
  const published = (message: object) => ({
    Type: "Notification",
    TopicArn: `arn:aws:sns:${REGION}:000000000000:uploads`,
    Message: JSON.stringify(message),
  });
  const onTheBus = (key: string) => ({
    "detail-type": "Object Created",
    source: "aws.s3",
    detail: { bucket: { name: UPLOADS }, object: { key } },
  });
  const ways: Record<string, (key: string) => object> = {
    "a topic": (key) => ({ Records: [{ EventSource: "aws:sns", Sns: published(event(key)) }] }),
    "a queue": (key) => queued(event(key)),
    "a topic and a queue": (key) => queued(published(event(key))),
    EventBridge: onTheBus,
    "EventBridge and a queue": (key) => queued(onTheBus(key)),
  };
  for (const [way, wrapped] of Object.entries(ways)) {
    it(`a photo whose event comes by ${way} gets its thumbnails`, async () => {
      const key = `by ${way}/ü+%.jpg`;
      await upload(key, await photo());
      assert.deepEqual(await handler(wrapped(key), contextWith()), [{ bucket: UPLOADS, key, status: "made", made: 2 }]);
    });
  }

  it("a batch with the test event and two photos makes the thumbnails of both", async () => {
    for (const key of ["one.jpg", "two.jpg"]) await upload(key, await photo());
    const batch = queued({ Service: "Amazon S3", Event: "s3:TestEvent" }, event("one.jpg"), onTheBus("two.jpg"));
    const outcomes = await handler(batch, contextWith());
    assert.deepEqual(
      outcomes.map(({ key, status }) => [key, status]),
      [
        ["one.jpg", "made"],
        ["two.jpg", "made"],
      ],
    );
  });

  it("a message that is no event of S3 fails, and does not keep the photos of its batch from their thumbnails", async () => {
    for (const key of ["before.jpg", "behind.jpg"]) await upload(key, await photo());
    const badKey = { Records: [{ s3: { bucket: { name: UPLOADS }, object: { key: "%" } } }] };
    const batch = queued(event("before.jpg"), { order: 1 }, badKey, event("behind.jpg"));
    await assert.rejects(handler(batch, contextWith()), /^AggregateError: 2 of 4 .*not an event of S3.*not a key/s);
    for (const key of ["before.jpg", "behind.jpg"]) assert.equal((await keysUnder(`thumbnails/${key}/`)).length, 2);
  });

  for (const [name, other] of Object.entries({
    "no event": {},
    "no object": null,
    "an event of another service": { "detail-type": "Order", source: "shop", detail: { id: 1 } },
    "a message that is no JSON": { Records: [{ body: "hello" }] },
    "records of a stream": { Records: [{ eventSource: "aws:kinesis", kinesis: { data: "aGVsbG8=" } }] },
    "no record": { Records: [] },
  })) {
    it(`${name} is refused with the reason, so that it becomes a dead letter instead of nothing`, () =>
      assert.rejects(handler(other, contextWith()), /not an event of S3/));
  }

  it("a key that is not encoded as S3 does it is refused with the key", () =>
    assert.rejects(
      handler({ Records: [{ s3: { bucket: { name: UPLOADS }, object: { key: "50%.jpg" } } }] }, contextWith()),
      /"50%.jpg" is not a key as S3 encodes it/,
    ));

  for (const [name, verdict] of [
    ["throttles", { status: 503, code: "SlowDown" }],
    ["fails", { status: 500, code: "InternalError" }],
    ["denies access", { status: 403, code: "AccessDenied" }],
    ["hangs up", "hang up"],
  ] as const) {
    it(`S3 that ${name} fails the event, so that it is retried, and nothing is recorded as rejected`, async () => {
      const key = `storm-${name.replaceAll(" ", "-")}.jpg`;
      await upload(key, await photo());
      const proxy = await flakyProxy(emulator.endpoint);
      proxy.judge = (request) => (request.method === "GET" ? verdict : "pass");
      try {
        await assert.rejects(load(proxy.endpoint)(event(key), contextWith()), /1 of 1 photos failed/);
        proxy.judge = () => "pass";
        const [outcome] = await load(proxy.endpoint)(event(key), contextWith());
        assert.equal(outcome?.status, "made");
        assert.deepEqual(await keysUnder("rejected/storm"), []);
      } finally {
        await proxy.close();
      }
    });
  }

  it("S3 that recovers within the SDK's own retries is not noticed", async () => {
    await upload("hiccup.jpg", await photo());
    const proxy = await flakyProxy(emulator.endpoint);
    let faults = 2;
    proxy.judge = () => (faults-- > 0 ? { status: 503, code: "SlowDown" } : "pass");
    try {
      const [outcome] = await load(proxy.endpoint)(event("hiccup.jpg"), contextWith());
      assert.equal(outcome?.status, "made");
    } finally {
      await proxy.close();
    }
  });

  it("one failing photo of an event does not keep the others from their thumbnails", async () => {
    for (const key of ["one.jpg", "two.jpg", "three.jpg"]) await upload(key, await photo());
    const proxy = await flakyProxy(emulator.endpoint);
    proxy.judge = ({ url }) => (url?.includes("two.jpg") ? { status: 503, code: "SlowDown" } : "pass");
    try {
      await assert.rejects(
        load(proxy.endpoint)(event("one.jpg", "two.jpg", "three.jpg"), contextWith()),
        /1 of 3 photos failed/,
      );
      assert.equal((await keysUnder("thumbnails/one.jpg/")).length, 2);
      assert.equal((await keysUnder("thumbnails/three.jpg/")).length, 2);
    } finally {
      await proxy.close();
    }
  });

  it("a wrong environment fails at once, naming every variable, what it holds and what is allowed", () => {
    const wrong = {
      RENDITIONS: '[{"width":20000,"format":"webp"}]',
      MAX_PIXELS: "many",
      AWS_LAMBDA_FUNCTION_NAME: "thumbs",
    };
    assert.throws(
      () => load(emulator.endpoint, wrong),
      /function thumbs[\s\S]*RENDITIONS\.0\.width: .*10000[\s\S]*MAX_PIXELS: a whole number.*"many"/,
    );
  });
});
