import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import fc from "fast-check";

import { classifyFailure } from "../../handlers/database/failures";
import { tokens } from "../../handlers/database/token";
import { type Session, Transactions } from "../../handlers/database/transactions";
import { computeChecksum, type Migration } from "../../handlers/migrate-database/files";
import { migrate, MigrationFault } from "../../handlers/migrate-database/migrate";
import { PostgresqlMigrationStore } from "../../handlers/migrate-database/postgresql";
import { type handler as transfersHandler } from "../../handlers/transfers/handler";
import { balance, open, transfer, type Transfer, TransferFault } from "../../handlers/transfers/ledger";
import { connect } from "../../handlers/database/connection";
import { migrations, startDatabase, type TestDatabase, wanted } from "./database";
import { REGION, startEmulator, type TestEmulator } from "./emulator";
import { identityWith } from "./identity";
import { coldStart, contextWith, type Credentials, runtimeEnvironment } from "./load";

const coded = (code: string, message = code) => Object.assign(new Error(message), { code });
const quick = { tries: 50, pauseMillis: 5, longestPauseMillis: 200, idleMillis: 60_000 };

describe("transfers on a real PostgreSQL, behind the sign-in of RDS Proxy", function () {
  this.timeout(120_000);
  let emulator: TestEmulator;
  let database: TestDatabase;
  let admin: Client;

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    database = await startDatabase(emulator);
    admin = await database.admin();
    await migrate(new PostgresqlMigrationStore(admin), wanted());
  });
  after(async () => {
    try {
      await admin.end();
      database.destroy();
    } finally {
      await emulator.stop();
    }
  });

  /** Sign-in of a user with one right: to connect as `user` to what has this id. */
  async function signIn(name: string, resource: string, user: string): Promise<Credentials> {
    const Resource = `arn:aws:rds-db:${REGION}:000000000000:dbuser:${resource}/${user}`;
    return identityWith(emulator.endpoint, name, [{ Effect: "Allow", Action: ["rds-db:connect"], Resource }]);
  }

  const makeEnvironment = (credentials: Credentials, user = "transfers") => ({
    ...runtimeEnvironment(emulator.endpoint, credentials),
    DATABASE_HOST: database.host,
    DATABASE_PORT: String(database.port),
    DATABASE_NAME: "app",
    DATABASE_USER: user,
  });

  const makeHandler = (credentials: Credentials, user?: string) =>
    coldStart<typeof transfersHandler>("transfers", makeEnvironment(credentials, user));

  it("are made once by a function that signs in with a token of its role", async () => {
    const handler = makeHandler(await signIn("transfers", database.proxyId, "transfers"));
    const ask = (event: object) => handler(event, contextWith());
    assert.deepEqual(await ask({ action: "open", account: "ada", cents: 100 }), { done: true });
    assert.deepEqual(await ask({ action: "open", account: "ada", cents: 100 }), { done: false });
    assert.deepEqual(await ask({ action: "open", account: "bob", cents: 0 }), { done: true });
    const made = { action: "transfer", id: "first", from: "ada", to: "bob", cents: 60 };
    assert.deepEqual(await ask(made), { done: true });
    assert.deepEqual(await ask(made), { done: false });
    assert.deepEqual(await ask({ action: "balance", account: "bob" }), { cents: 60 });
    await assert.rejects(ask({ ...made, cents: 61 }), /first was made with other accounts or another amount/);
    await assert.rejects(ask({ ...made, id: "second", cents: 41 }), /ada does not have 41 cents/);
    await assert.rejects(ask({ ...made, id: "third", to: "nobody", cents: 1 }), /there is no account nobody/);
    await assert.rejects(ask({ action: "balance", account: "nobody" }), /there is no account nobody/);
    await assert.rejects(ask({ ...made, to: "ada" }), /The request is wrong.*money comes from/s);
    assert.deepEqual(await ask({ action: "balance", account: "ada" }), { cents: 40 });
  });

  it("let in whom IAM lets in as that user of that proxy, and nobody else", async () => {
    const refused = async (credentials: Credentials, words: RegExp, user?: string) => {
      const handler = makeHandler(credentials, user);
      await assert.rejects(handler({ action: "balance", account: "ada" }, contextWith()), words);
    };
    const other = await signIn("other", database.proxyId, "somebody_else");
    await refused(other, /may not rds-db:connect/);
    await refused(other, /role "somebody_else" does not exist|no pg_hba.conf entry/, "somebody_else");
    await refused(await signIn("elsewhere", "prx-0000000000000000", "transfers"), /may not rds-db:connect/);
    await refused(await signIn("first", database.proxyId, "master_user"), /may not rds-db:connect/, "master_user");
    const user = { host: database.host, port: database.port, database: "app", user: "transfers" };
    await assert.rejects(connect({ ...user, password: "guessed" }), /authentication failed/);
    await assert.rejects(new Client({ ...user, password: "x" }).connect(), /over TLS only/);
  });

  it("may be asked for, and nothing else: the user reads and writes the ledger, and changes no table", async () => {
    const credentials = await signIn("narrow", database.proxyId, "transfers");
    const { Signer } = await import("@aws-sdk/rds-signer");
    const { host: hostname, port } = database;
    const password = await new Signer({
      hostname,
      port,
      username: "transfers",
      region: REGION,
      credentials,
    }).getAuthToken();
    const client = await connect({ host: hostname, port, database: "app", user: "transfers", password });
    try {
      for (const statement of [
        "CREATE TABLE ledger.mine ()",
        "DELETE FROM ledger.transfers",
        "UPDATE ledger.accounts SET id = 'x'",
        "SELECT * FROM headroom.settings",
        "SELECT aws_lambda.invoke('x', '{}'::json)",
        "SELECT ledger.announce(t) FROM ledger.transfers t",
      ]) {
        await assert.rejects(client.query(statement), /permission denied/, statement);
      }
    } finally {
      await client.end();
    }
  });

  it("conserve all money, and happen once each, whatever stands in the way: conflicts, repeats, lost connections, a failover", async () => {
    const names = ["a", "b", "c", "d"];
    const happened = { conflict: 0, lost: 0 };
    const workers = Array.from(
      { length: 6 },
      () =>
        new Transactions(
          () => database.admin(),
          ({ failure }) => happened[failure]++,
          quick,
        ),
    );
    for (const name of names) await workers[0]!.run((session) => open(session, name, 1_000));
    const orders = fc.sample(
      fc.record({
        cents: fc.integer({ min: 1, max: 20 }),
        from: fc.constantFrom(...names),
        shift: fc.integer({ min: 1, max: 3 }),
      }),
      { numRuns: 150, seed: 7 },
    );
    const wishes = orders.map(({ cents, from, shift }, index): Transfer => {
      const to = names[(names.indexOf(from) + shift) % names.length]!;
      return { action: "transfer", id: `t${index}`, from, to, cents };
    });
    const queue = [...wishes, ...wishes].sort((a, b) => (a.id < b.id ? -1 : 1)); // a repeat meets the first of its kind
    let done = 0;
    const work = async (transactions: Transactions) => {
      for (let wish = queue.pop(); wish; wish = queue.pop()) {
        const asked = wish;
        if (await transactions.run((session) => transfer(session, asked))) done++;
      }
    };
    const trouble = async () => {
      while (queue.length > 200) await sleep(5);
      await admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'app' AND usename = 'master_user' AND pid <> pg_backend_pid()",
      );
      while (queue.length > 100) await sleep(5);
      await database.rds.rebootDBInstance({ DBInstanceIdentifier: "db-1" }); // every connection ends, as in a failover
    };
    await Promise.all([...workers.map(work), trouble()]);
    admin = await database.admin();
    const { rows: made } = await admin.query<Transfer & { source: string; target: string }>(
      "SELECT id, source, target, cents::int FROM ledger.transfers WHERE id LIKE 't%'",
    );
    assert.deepEqual(made.map(({ id }) => id).sort(), wishes.map(({ id }) => id).sort());
    const expected = Object.fromEntries(names.map((name) => [name, 1_000]));
    for (const { from, to, cents } of wishes) {
      expected[from]! -= cents;
      expected[to]! += cents;
    }
    for (const name of names) {
      assert.equal(await workers[0]!.run((session) => balance(session, name)), expected[name], name);
    }
    // A transfer whose commit was not answered is made, and found made by its next try.
    assert.ok(done <= wishes.length && done >= wishes.length - happened.lost, `${done} of ${wishes.length}`);
    assert.ok(happened.conflict > 0 && happened.lost > 0, JSON.stringify(happened));
    await Promise.all(workers.map((transactions) => transactions.close()));
  });

  it("share one connection for each container, which is ended when it is idle", async () => {
    let opened = 0;
    const transactions = new Transactions(
      () => {
        opened++;
        return database.admin();
      },
      () => {},
      { ...quick, idleMillis: 100 },
    );
    for (let turn = 0; turn < 5; turn++) await transactions.run((session) => balance(session, "ada"));
    assert.equal(opened, 1);
    await sleep(300);
    const { rows } = await admin.query<{ count: string }>(
      "SELECT count(*) FROM pg_stat_activity WHERE usename = 'master_user' AND pid <> pg_backend_pid()",
    );
    assert.equal(rows[0]?.count, "0");
    await transactions.run((session) => balance(session, "ada"));
    assert.equal(opened, 2);
    await transactions.close();
  });

  it("are announced to the function that the settings name; a call that fails costs no transfer and is made up for", async () => {
    const own = new Transactions(
      () => database.admin(),
      () => {},
      quick,
    );
    const make = (id: string) =>
      own.run((session) => transfer(session, { action: "transfer", id, from: "ada", to: "bob", cents: 1 }));
    const announced = async (id: string) =>
      (await admin.query<{ announced: boolean }>("SELECT announced FROM ledger.transfers WHERE id = $1", [id])).rows[0]
        ?.announced;
    await make("nobody is told");
    assert.equal(await announced("nobody is told"), false);
    await migrate(new PostgresqlMigrationStore(admin), {
      ...wanted(),
      settings: { announced_function: "x".repeat(171) },
    });
    assert.equal(await make("the call fails"), true);
    assert.equal(await announced("the call fails"), false);
    await migrate(new PostgresqlMigrationStore(admin), {
      ...wanted(),
      settings: { announced_function: "arn:aws:lambda:eu-central-1:000000000000:function:x" },
    });
    assert.equal(await make("it is told"), true);
    assert.equal(await announced("it is told"), true);
    const { rows: calls } = await admin.query<{ call: { function: string; payload: Record<string, unknown> } }>(
      "SELECT call FROM aws_lambda._calls",
    );
    const call = calls.find(({ call: { payload } }) => payload.id === "it is told")!.call;
    assert.equal(call.function, "arn:aws:lambda:eu-central-1:000000000000:function:x");
    const { id, from, to, cents } = call.payload;
    assert.deepEqual({ id, from, to, cents }, { id: "it is told", from: "ada", to: "bob", cents: 1 });
    const { rows } = await admin.query<{ announce_missed: number }>("SELECT ledger.announce_missed(1000)");
    assert.ok(rows[0]!.announce_missed >= 2);
    assert.equal(await announced("the call fails"), true);
    await own.close();
  });

  describe("the migrations", () => {
    const file = (version: number, sql: string): Migration => {
      const name = `00${version}_test.sql`;
      return { version, name, sql, checksum: computeChecksum([{ version, name, sql, checksum: "" }]) };
    };
    let fresh: Client;

    beforeEach(async () => {
      await admin.query("DROP DATABASE IF EXISTS fresh WITH (FORCE)");
      await admin.query("CREATE DATABASE fresh");
      fresh = await database.admin("fresh");
    });
    afterEach(() => fresh.end());

    const run = (list: Migration[], client = fresh) =>
      migrate(new PostgresqlMigrationStore(client), { migrations: list, users: [], settings: {} });

    it("are applied once, in their order, also when two run at once", async () => {
      const list = [file(1, "CREATE TABLE t (n int)"), file(2, "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)")];
      const second = await database.admin("fresh");
      const applied = await Promise.all([run(list), run(list, second)]);
      await second.end();
      assert.deepEqual(applied.map(({ length }) => length).sort(), [0, 2]);
      assert.deepEqual((await fresh.query("SELECT n FROM t")).rows, [{ n: 1 }, { n: 2 }]);
      assert.deepEqual(await run([...list, file(3, "DROP TABLE t")]), ["003_test.sql"]);
    });

    it("change nothing when one fails, and say where", async () => {
      const good = file(1, "CREATE TABLE t (n int)");
      const bad = file(2, "INSERT INTO t VALUES (1);\nINSERT INTO nowhere VALUES (2)");
      await assert.rejects(run([good, bad]), (error: Error) => {
        assert.ok(error instanceof MigrationFault);
        assert.match(
          error.message,
          /002_test.sql failed at line 2, and changed nothing: relation "nowhere" does not exist/,
        );
        return true;
      });
      assert.deepEqual((await fresh.query("SELECT n FROM t")).rows, []);
      assert.deepEqual(await run([good, file(2, "INSERT INTO t VALUES (1)")]), ["002_test.sql"]);
    });

    it("are refused when an applied one was changed or taken away", async () => {
      await run([file(1, "CREATE TABLE t (n int)"), file(2, "SELECT 1")]);
      await assert.rejects(
        run([file(1, "CREATE TABLE t (n bigint)"), file(2, "SELECT 1")]),
        /001_test.sql is not what was applied/,
      );
      await assert.rejects(
        run([file(1, "CREATE TABLE t (n int)")]),
        /has migration 002_test.sql, which is not among the files/,
      );
    });

    it("make the users, without a password and for IAM alone, and keep the settings", async () => {
      await run([
        file(
          1,
          "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN CREATE ROLE reader; END IF; END $$",
        ),
      ]);
      const users = [{ name: "someone", roles: ["reader"] }];
      const list = [
        file(
          1,
          "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN CREATE ROLE reader; END IF; END $$",
        ),
      ];
      for (const settings of [{ a: "1", b: "2" }, { b: "3" }] as Record<string, string>[])
        await migrate(new PostgresqlMigrationStore(fresh), { migrations: list, users, settings });
      const { rows } = await fresh.query(
        "SELECT pg_has_role('someone', 'rds_iam', 'member') AS iam, pg_has_role('someone', 'reader', 'member') AS reader",
      );
      assert.deepEqual(rows, [{ iam: true, reader: true }]);
      assert.deepEqual((await fresh.query("SELECT key, value FROM headroom.settings")).rows, [
        { key: "b", value: "3" },
      ]);
    });

    it("of the transfers are those of the folder", () => {
      assert.ok(migrations.endsWith("migrations"));
      assert.deepEqual(
        wanted().migrations.map(({ version }) => version),
        [1, 2],
      );
    });
  });
});

describe("a transaction", () => {
  /** A session that fails with what it is given, one for each BEGIN. */
  function scripted(errors: (Error | undefined)[]) {
    const seen = { opened: 0, ended: 0, texts: [] as string[] };
    const open = (): Promise<Session> => {
      seen.opened++;
      return Promise.resolve({
        query: (text: string) => {
          seen.texts.push(text);
          const error = text === "work" ? errors.shift() : undefined;
          return error ? Promise.reject(error) : Promise.resolve({ rows: [] });
        },
        end: () => {
          seen.ended++;
          return Promise.resolve();
        },
      });
    };
    return { seen, open };
  }
  const settings = { ...quick, tries: 4, pauseMillis: 1 };
  const work = (session: Session) => session.query("work");

  it("comes again after a conflict on the same connection, after a loss on another one, and after nothing else", async () => {
    const { seen, open } = scripted([coded("40001"), coded("40P01"), coded("57P01"), undefined]);
    const retried: string[] = [];
    await new Transactions(open, ({ failure }) => retried.push(failure), settings).run(work);
    assert.deepEqual(retried, ["conflict", "conflict", "lost"]);
    assert.deepEqual([seen.opened, seen.ended], [2, 1]);
    const other = scripted([coded("23505")]);
    await assert.rejects(new Transactions(other.open, () => {}, settings).run(work), /23505/);
    assert.deepEqual(other.seen.texts.at(-1), "ROLLBACK");
  });

  it("does not wait for the farewell of a connection whose other side is gone", async () => {
    const { seen, open } = scripted([coded("57P01"), undefined, undefined]);
    const silent = async (): Promise<Session> => ({ ...(await open()), end: () => new Promise<void>(() => {}) });
    const transactions = new Transactions(silent, () => {}, { ...settings, idleMillis: 0 });
    await transactions.run(work);
    await transactions.run(work);
    assert.equal(seen.opened, 3);
  });

  it("is given up after its tries, and at once when there is no more time", async () => {
    const always = () => Array.from({ length: 100 }, () => coded("40001"));
    const bounded = scripted(always());
    await assert.rejects(new Transactions(bounded.open, () => {}, settings).run(work), /40001/);
    assert.equal(bounded.seen.texts.filter((text) => text === "work").length, settings.tries);
    const late = scripted(always());
    await assert.rejects(
      new Transactions(late.open, () => {}, settings).run(work, () => false),
      /40001/,
    );
    assert.equal(late.seen.texts.filter((text) => text === "work").length, 1);
  });

  it("tells failures apart by their codes, and by the driver's words where it has none", () => {
    for (const code of ["40001", "40P01"]) assert.equal(classifyFailure(coded(code)), "conflict");
    for (const code of ["08006", "57P01", "57P03", "25006", "ECONNRESET", "ECONNREFUSED"])
      assert.equal(classifyFailure(coded(code)), "lost");
    assert.equal(classifyFailure(new Error("Connection terminated unexpectedly")), "lost");
    assert.equal(classifyFailure(new AggregateError([coded("ECONNREFUSED")])), "lost");
    for (const error of [coded("23505"), coded("28000"), new TransferFault("no money"), "text"])
      assert.equal(classifyFailure(error), "other");
  });
});

describe("the token of a database user", () => {
  it("is signed again before it is too old, and after a failure", async () => {
    let [time, signed, fails] = [0, 0, false];
    const sign = () => (fails ? Promise.reject(new Error("no credentials")) : Promise.resolve(`token ${++signed}`));
    const token = tokens({ hostname: "h", port: 1, username: "u", region: "r" }, { sign, now: () => time });
    assert.deepEqual([await token(), await token()], ["token 1", "token 1"]);
    time = 599_999;
    assert.equal(await token(), "token 1");
    time = 600_000;
    assert.equal(await token(), "token 2");
    [time, fails] = [1_200_000, true];
    await assert.rejects(token(), /no credentials/);
    fails = false;
    assert.equal(await token(), "token 3");
  });
});
