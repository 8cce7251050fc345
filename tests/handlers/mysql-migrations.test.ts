import assert from "node:assert/strict";
import { join } from "node:path";
import { type Connection, type RowDataPacket } from "mysql2/promise";

import { computeChecksum, type Migration, readMigrations } from "../../handlers/migrate-database/files";
import { migrate, MigrationFault } from "../../handlers/migrate-database/migrate";
import { MysqlMigrationStore } from "../../handlers/migrate-database/mysql";
import { startEmulator, type TestEmulator, trust } from "./emulator";
import { HANDLERS } from "./load";
import { missingMariadb, startMariadb, type TestMariadb } from "./mariadb";

const file = (version: number, sql: string): Migration => {
  const name = `00${version}_test.sql`;
  return { version, name, sql, checksum: computeChecksum([{ version, name, sql, checksum: "" }]) };
};

describe("migrations for Aurora MySQL, on a real MariaDB", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  let server: TestMariadb;
  let admin: Connection;

  before(async function () {
    this.timeout(300_000);
    const missing = await missingMariadb();
    if (missing) {
      console.log(`      skipped: ${missing}`);
      return this.skip();
    }
    emulator = await startEmulator(); // for its certificate
    trust(emulator);
    server = await startMariadb(emulator.certificate);
    admin = await server.admin();
  });
  after(async () => {
    await admin?.end();
    await server?.stop();
    await emulator?.stop();
  });

  const rows = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    (await admin.query<RowDataPacket[]>(sql, values))[0].map((row) => ({ ...row }));

  describe("of the transfers", () => {
    const migrations = readMigrations(join(HANDLERS, "transfers", "migrations-mysql"));
    const bring = (announced_function = "") =>
      migrate(new MysqlMigrationStore(admin), { migrations, users: [], settings: { announced_function } });
    const make = (id: string, cents = 1) =>
      admin.query("INSERT INTO transfers (id, source, target, cents) VALUES (?, 'ada', 'bob', ?)", [id, cents]);
    const announced = async (id: string) =>
      (await rows("SELECT announced FROM transfers WHERE id = ?", [id]))[0]?.["announced"];

    before(async () => {
      await admin.query("CREATE TABLE calls (name text, payload text)");
      // Stands in for Aurora's own.
      await admin.query(`
        CREATE FUNCTION lambda_async(name text, payload text) RETURNS text MODIFIES SQL DATA
        BEGIN
          IF name LIKE '%:broken' THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Lambda refuses';
          END IF;
          INSERT INTO calls VALUES (name, payload);
          RETURN '';
        END`);
      assert.equal((await bring()).length, 6);
      await admin.query("INSERT INTO accounts VALUES ('ada', 100), ('bob', 100)");
    });

    it("call the function that the settings name with each transfer, and nobody where they name none", async () => {
      await make("nobody is told");
      assert.equal(await announced("nobody is told"), 0);
      assert.deepEqual(await bring("arn:aws:lambda:eu-central-1:000000000000:function:x"), []);
      await make("it is told", 7);
      assert.equal(await announced("it is told"), 1);
      const [call, ...others] = await rows("SELECT * FROM calls");
      assert.deepEqual(others, []);
      assert.equal(call?.["name"], "arn:aws:lambda:eu-central-1:000000000000:function:x");
      const { madeAt, ...event } = JSON.parse(String(call?.["payload"])) as Record<string, unknown>;
      assert.deepEqual(event, { id: "it is told", from: "ada", to: "bob", cents: 7 });
      assert.ok(Math.abs(Date.parse(String(madeAt)) - Date.now()) < 60_000, String(madeAt));
    });

    it("keep a transfer whose call fails, and make up for it, the oldest first", async () => {
      await bring("arn:aws:lambda:eu-central-1:000000000000:function:broken");
      await make("the call fails");
      assert.equal(await announced("the call fails"), 0);
      await admin.query("CALL announce_missed(100, @taken)");
      assert.deepEqual(await rows("SELECT @taken AS taken"), [{ taken: 0 }]);
      await bring("arn:aws:lambda:eu-central-1:000000000000:function:x");
      await admin.query("DELETE FROM calls");
      await admin.query("CALL announce_missed(100, @taken)");
      assert.deepEqual(await rows("SELECT @taken AS taken"), [{ taken: 2 }]);
      assert.equal(await announced("the call fails"), 1);
      const told = (await rows("SELECT payload FROM calls")).map(
        ({ payload }) => (JSON.parse(String(payload)) as { id: string }).id,
      );
      assert.deepEqual(told, ["nobody is told", "the call fails"]);
    });

    it("refuse what would overdraw, goes nowhere, or moves nothing", async () => {
      await assert.rejects(
        admin.query("UPDATE accounts SET balance = balance - 101 WHERE id = 'ada'"),
        /not_overdrawn/,
      );
      await assert.rejects(make("nothing", 0), /positive/);
      const toSelf = "INSERT INTO transfers (id, source, target, cents) VALUES ('self', 'ada', 'ada', 1)";
      await assert.rejects(admin.query(toSelf), /two_accounts/);
    });
  });

  describe("of anybody", () => {
    let fresh: Connection;
    beforeEach(async () => {
      await admin.query("DROP DATABASE IF EXISTS headroom");
      await admin.query("DROP DATABASE IF EXISTS fresh");
      await admin.query("CREATE DATABASE fresh");
      fresh = await server.admin("fresh");
    });
    afterEach(() => fresh.end());

    const run = (list: Migration[], connection = fresh) =>
      migrate(new MysqlMigrationStore(connection), { migrations: list, users: [], settings: {} });
    const fault = (message: RegExp) => (error: unknown) =>
      error instanceof MigrationFault && message.test(error.message);
    const table = file(1, "CREATE TABLE t (n int)");

    it("are applied once, in their order, also when two run at once", async () => {
      const list = [table, file(2, "INSERT INTO t VALUES (1)")];
      const second = await server.admin("fresh");
      const applied = await Promise.all([run(list), run(list, second)]);
      await second.end();
      assert.deepEqual(applied.map(({ length }) => length).sort(), [0, 2]);
      assert.deepEqual(await run([...list, file(3, "DROP TABLE t")]), ["003_test.sql"]);
    });

    it("change nothing when one fails, and may be mended", async () => {
      await assert.rejects(
        run([table, file(2, "INSERT INTO none VALUES (1)")]),
        fault(/^002_test\.sql failed, and changed nothing: /),
      );
      await assert.rejects(
        run([table, file(2, "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)")]),
        fault(/syntax/),
      );
      assert.deepEqual(await run([table, file(2, "INSERT INTO t VALUES (1)")]), ["002_test.sql"]);
    });

    it("are refused when an applied one was changed or taken away, or broke off", async () => {
      await run([table]);
      await assert.rejects(run([file(1, "CREATE TABLE t (n bigint)")]), fault(/is not what was applied/));
      await assert.rejects(run([]), fault(/bring it back/));
      const killed = await server.admin("fresh");
      const slow = run([table, file(2, "INSERT INTO t SELECT sleep(30)")], killed);
      const meanwhile = assert.rejects(slow, fault(/^002_test\.sql got no answer: /));
      const [waiting] = await until(() =>
        rows("SELECT id FROM information_schema.processlist WHERE info LIKE 'INSERT INTO t SELECT%'"),
      );
      await admin.query(`KILL ${String(waiting!["id"])}`);
      await meanwhile;
      await assert.rejects(run([table, file(2, "INSERT INTO t VALUES (1)")]), fault(/interrupted at 002_test\.sql/));
      await admin.query("DELETE FROM headroom.migrations WHERE version = 2");
      assert.deepEqual(await run([table, file(2, "INSERT INTO t VALUES (1)")]), ["002_test.sql"]);
    });

    it("make no users: a migration does, by the words of Aurora's own plug-in", async () => {
      const wanted = { migrations: [], users: [{ name: "app", roles: [] }], settings: {} };
      await assert.rejects(migrate(new MysqlMigrationStore(fresh), wanted), fault(/made by a migration/));
    });
  });
});

async function until<T>(look: () => Promise<T[]>): Promise<T[]> {
  for (;;) {
    const found = await look();
    if (found.length > 0) return found;
  }
}
