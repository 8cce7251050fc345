import { CreateTableCommand, DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import assert from "node:assert/strict";
import fc from "fast-check";
import sharp from "sharp";
import { setTimeout as sleep } from "node:timers/promises";

import { type handler as bookPayments } from "../../handlers/book-payments/handler";
import { migrate } from "../../handlers/migrate-database/migrate";
import { PostgresqlMigrationStore } from "../../handlers/migrate-database/postgresql";
import { type handler as thumbnail } from "../../handlers/thumbnail/handler";
import { type handler as transfers } from "../../handlers/transfers/handler";
import { startDatabase, type TestDatabase, wanted } from "./database";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { type FlakyProxy, flakyProxy, type Verdict } from "./flaky-proxy";
import { coldStart, contextWith, runtimeEnvironment } from "./load";

/** With HEADROOM_SEED a run is repeated, with HEADROOM_RUNS it is longer, with HEADROOM_OUTAGE_SECONDS each outage is. */
const seed = Number(process.env.HEADROOM_SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.HEADROOM_RUNS ?? 1);
const outageSeconds = Number(process.env.HEADROOM_OUTAGE_SECONDS ?? 0.5);

describe(`outages, drawn at random (seed ${seed})`, function () {
  this.timeout(300_000 * runs * Math.max(1, outageSeconds));
  let emulator: TestEmulator;

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
  });
  after(() => emulator.stop());

  describe("half-written uploads", () => {
    const [uploads, thumbnails] = ["outage-uploads", "outage-thumbnails"];
    const renditions = [
      { width: 200, format: "webp", name: "200.webp" },
      { width: 80, format: "jpeg", name: "80.jpg" },
    ];
    let s3: S3Client;
    let proxy: FlakyProxy;
    before(async () => {
      proxy = await flakyProxy(emulator.endpoint);
      s3 = clientOf(emulator.endpoint);
      for (const Bucket of [uploads, thumbnails]) await s3.send(new CreateBucketCommand({ Bucket }));
    });
    after(async () => {
      s3.destroy();
      await proxy.close();
    });
    const clientOf = (endpoint: string) =>
      new S3Client({ endpoint, region: REGION, credentials: root, forcePathStyle: true, maxAttempts: 1 });

    it("leave no photo and no thumbnail that is half: what is there at the end is whole, and each once", async () => {
      const fates = fc.array(fc.constantFrom<Verdict>("half", "half", "no answer", "pass"), { maxLength: 5 });
      const [uploader, data] = [clientOf(proxy.endpoint), await noise()];
      let count = 0;
      await fc.assert(
        fc.asyncProperty(fates, fc.nat(2), async (drawn, cuts) => {
          const key = `photo-${count++}.jpg`;
          const Key = { Bucket: uploads, Key: key };
          proxy.judge = () => "half";
          for (let cut = 0; cut < cuts; cut++) {
            await assert.rejects(uploader.send(new PutObjectCommand({ ...Key, Body: data })));
            await assert.rejects(s3.send(new HeadObjectCommand(Key)), { name: "NotFound" });
          }
          proxy.judge = () => "pass";
          await uploader.send(new PutObjectCommand({ ...Key, Body: data }));
          const left = [...drawn];
          proxy.judge = ({ method }): Verdict => (method === "PUT" ? (left.shift() ?? "pass") : "pass");
          const handler = coldStart<typeof thumbnail>("thumbnail", {
            ...runtimeEnvironment(proxy.endpoint, root),
            THUMBNAILS_BUCKET: thumbnails,
            RENDITIONS: JSON.stringify(renditions.map(({ width, format }) => ({ width, format }))),
            MAX_PIXELS: "100000000",
          });
          const s3Event = { Records: [{ eventSource: "aws:s3", s3: { bucket: { name: uploads }, object: { key } } }] };
          // As Lambda does: the event comes again until it succeeds.
          const works = async () => {
            try {
              await handler(s3Event, contextWith());
              return true;
            } catch {
              return false;
            }
          };
          for (let round = 0; !(await works()); round++) assert.ok(round < 40, "it never ends");
          const { Contents = [] } = await s3.send(
            new ListObjectsV2Command({ Bucket: thumbnails, Prefix: `thumbnails/${key}/` }),
          );
          assert.deepEqual(
            Contents.map((each) => each.Key),
            renditions.map(({ name }) => `thumbnails/${key}/${name}`),
          );
          for (const { width, format, name } of renditions) {
            const { Body } = await s3.send(
              new GetObjectCommand({ Bucket: thumbnails, Key: `thumbnails/${key}/${name}` }),
            );
            const picture = sharp(Buffer.from((await Body?.transformToByteArray()) ?? []), { failOn: "warning" });
            const { info } = await picture.raw().toBuffer({ resolveWithObject: true });
            assert.deepEqual([info.width, (await picture.metadata()).format], [width, format]);
          }
        }),
        { numRuns: 3 * runs, seed },
      );
      uploader.destroy();
    });
  });

  describe("of the database", () => {
    let database: TestDatabase;
    before(async () => {
      database = await startDatabase(emulator);
    });
    after(() => database.destroy());

    /** The server is killed once `begun` holds; nobody gets in until it is started again. */
    async function outage(begun: () => boolean): Promise<void> {
      while (!begun()) await sleep(1);
      database.kill();
      await assert.rejects(database.admin());
      await sleep(1_000 * outageSeconds);
      await database.start();
    }
    /** As whoever calls does: again until it succeeds. */
    async function untilDone<T>(work: () => Promise<T>): Promise<T> {
      for (;;) {
        try {
          return await work();
        } catch {
          await sleep(50);
        }
      }
    }

    it("in the middle of a migration end with each migration made once", async () => {
      let begun = false;
      const migrated = untilDone(async () => {
        const admin = await database.admin();
        begun = true;
        try {
          await migrate(new PostgresqlMigrationStore(admin), wanted());
        } finally {
          void admin.end().catch(() => undefined);
        }
      });
      await Promise.all([migrated, outage(() => begun)]);
      const admin = await database.admin();
      const { rows } = await admin.query<{ name: string }>("SELECT name FROM headroom.migrations ORDER BY name");
      assert.deepEqual(
        rows.map(({ name }) => name),
        wanted().migrations.map(({ name }) => name),
      );
      await admin.end();
    });

    it("lose no transfer, and make none twice", async () => {
      const settings = {
        ...runtimeEnvironment(emulator.endpoint, root),
        DATABASE_HOST: database.host,
        DATABASE_PORT: String(database.port),
        DATABASE_NAME: "app",
        DATABASE_USER: "transfers",
      };
      const workers = Array.from({ length: 3 }, () => coldStart<typeof transfers>("transfers", settings));
      const ask = (handler: typeof transfers, event: object) => untilDone(() => handler(event, contextWith()));
      const names = ["a", "b", "c"];
      for (const account of names) await ask(workers[0]!, { action: "open", account, cents: 1_000 });
      let expected = new Map(names.map((name) => [name, 1_000]));
      let count = 0;
      const drawn = fc.record({
        wishes: fc.array(fc.record({ from: fc.nat(2), shift: fc.integer({ min: 1, max: 2 }), cents: fc.constant(1) }), {
          minLength: 20,
          maxLength: 60,
        }),
        part: fc.double({ min: 0, max: 0.9, noNaN: true }),
      });
      await fc.assert(
        fc.asyncProperty(drawn, async ({ wishes, part }) => {
          const made = wishes.map(({ from, shift, cents }) => ({
            action: "transfer",
            id: `outage-${count++}`,
            from: names[from]!,
            to: names[(from + shift) % names.length]!,
            cents,
          }));
          const waiting = [...made, ...made]; // each comes twice
          const left = Math.ceil(waiting.length * (1 - part));
          const work = async (handler: typeof transfers) => {
            for (let wish = waiting.pop(); wish; wish = waiting.pop()) await ask(handler, wish);
          };
          await Promise.all([...workers.map(work), outage(() => waiting.length <= left)]);
          const changed = new Map(expected);
          for (const { from, to, cents } of made) {
            changed.set(from, changed.get(from)! - cents);
            changed.set(to, changed.get(to)! + cents);
          }
          expected = changed;
          for (const [account, cents] of expected)
            assert.deepEqual(await ask(workers[0]!, { action: "balance", account }), { cents }, account);
        }),
        { numRuns: 2 * runs, seed, endOnFailure: true },
      );
    });
  });

  describe("of the emulator", () => {
    const makeLedger = async (): Promise<void> => {
      const dynamodb = new DynamoDBClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
      for (const TableName of ["ledger", "idempotency"])
        await dynamodb.send(
          new CreateTableCommand({
            TableName,
            AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
            KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
            BillingMode: "PAY_PER_REQUEST",
          }),
        );
      dynamodb.destroy();
    };

    it("which is killed in the middle, started again and set up anew, end with every payment booked once", async () => {
      await makeLedger();
      // One environment of the function, which lives through it all.
      const handler = coldStart<typeof bookPayments>("book-payments", {
        ...runtimeEnvironment(emulator.endpoint, root),
        LEDGER_TABLE: "ledger",
        IDEMPOTENCY_TABLE: "idempotency",
      });
      let count = 0;
      const batches = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(batches, fc.nat(), async (sizes, at) => {
          const all = sizes.map((size) =>
            Array.from({ length: size }, () => ({ id: `p${count++}`, account: "outage", amount: 1 })),
          );
          const send = async (payments: object[]): Promise<void> => {
            let waiting = payments.map((body, index) => ({
              messageId: `m${index}`,
              body: JSON.stringify(body),
              attributes: {},
              eventSource: "aws:sqs",
              eventSourceARN: `arn:aws:sqs:${REGION}:000000000000:pay`,
            }));
            for (let round = 0; waiting.length > 0; round++) {
              assert.ok(round < 100, "it never ends");
              const answer = (await handler(
                { Records: waiting },
                contextWith(() => 500),
              )) as { batchItemFailures: { itemIdentifier: string }[] };
              const failed = answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
              waiting = waiting.filter(({ messageId }) => failed.includes(messageId));
              if (waiting.length > 0) await sleep(600); // longer than a try that did not end holds its payment
            }
          };
          const killed = at % all.length;
          for (const [index, batch] of all.entries()) {
            if (index !== killed) {
              await send(batch);
              continue;
            }
            const restarted = emulator.killAndStart().then(makeLedger);
            // The emulator had all in its memory: what was booked before comes again with what was not.
            await Promise.all([restarted, restarted.then(() => send(all.slice(0, index).flat())), send(batch)]);
          }
          const dynamodb = new DynamoDBClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
          const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: "ledger", ConsistentRead: true }));
          dynamodb.destroy();
          const items = Items.map((item) => unmarshall(item));
          const ids = all.flat().map(({ id }) => `payment#${id}`);
          assert.deepEqual(
            items
              .map(({ id }) => String(id))
              .filter((id) => id.startsWith("payment#"))
              .sort(),
            ids.sort(),
          );
          assert.equal(items.find(({ id }) => id === "account#outage")?.balance, ids.length);
        }),
        { numRuns: 2 * runs, seed, endOnFailure: true },
      );
    });
  });
});

/** A photo of some size in bytes, so that half of it is something. */
const noise = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 640,
      height: 480,
      channels: 3,
      noise: { type: "gaussian", mean: 128, sigma: 30 },
      background: "grey",
    },
  })
    .jpeg()
    .toBuffer();
