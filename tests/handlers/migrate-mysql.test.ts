import assert from "node:assert/strict";

import { type Session } from "../../handlers/database/transactions";
import { readMigrations } from "../../handlers/migrate-database/files";
import { migrateMysql } from "../../handlers/migrate-database/mysql";
import { MigrationFault } from "../../handlers/migrate-database/wanted";

/** The books of a MySQL database, by the statements that the migrations send; what else they send is only written down. */
class FakeMysql implements Session {
  readonly sent: string[] = [];
  readonly books = new Map<number, { version: number; name: string; checksum: string; done: number }>();
  locked = 1;
  failing?: string;

  query<Row extends object>(text: string, values: unknown[] = []): Promise<{ rows: Row[] }> {
    this.sent.push(text);
    if (this.failing && text.includes(this.failing)) return Promise.reject(new Error("there is no such table"));
    const [version, name, checksum] = values as [number, string, string];
    if (text.includes("GET_LOCK")) return this.rows([{ locked: this.locked }]);
    if (text.startsWith("SELECT version")) return this.rows([...this.books.values()]);
    if (text.startsWith("INSERT INTO headroom_migrations"))
      this.books.set(version, { version, name, checksum, done: 0 });
    if (text.startsWith("UPDATE headroom_migrations")) this.books.get(version)!.done = 1;
    return this.rows([]);
  }

  end(): Promise<void> {
    return Promise.resolve();
  }

  private rows<Row extends object>(rows: object[]): Promise<{ rows: Row[] }> {
    return Promise.resolve({ rows: rows as Row[] });
  }
}

describe("migrations of Aurora MySQL, whose books are made up here", () => {
  const migrations = readMigrations("docs/sql/aurora-mysql");
  const wanted = {
    migrations,
    users: [{ name: "transfers", roles: ["transfers_app"] }],
    settings: { announced_function: "arn:aws:lambda:eu-west-1:123456789012:function:announced" },
  };

  it("are applied once each, in their order, under a lock, and make users for IAM alone", async () => {
    const mysql = new FakeMysql();
    assert.deepEqual(await migrateMysql(mysql, wanted), ["001_transfers.sql", "002_announce_transfers.sql"]);
    assert.deepEqual(
      [...mysql.books.values()].map(({ version, done }) => [version, done]),
      [
        [1, 1],
        [2, 1],
      ],
    );
    assert.match(mysql.sent[0]!, /GET_LOCK/);
    assert.match(mysql.sent.at(-1)!, /RELEASE_LOCK/);
    const user = mysql.sent.find((text) => text.startsWith("CREATE USER"));
    assert.match(user ?? "", /'transfers'@'%' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL$/);
    assert.ok(mysql.sent.includes("GRANT 'transfers_app' TO 'transfers'@'%'"));
    assert.deepEqual(await migrateMysql(mysql, wanted), []);
  });

  it("stop at one that fails, and until somebody has seen to it", async () => {
    const mysql = new FakeMysql();
    mysql.failing = "CREATE TRIGGER";
    const fails = (words: RegExp) =>
      assert.rejects(
        migrateMysql(mysql, wanted),
        (error) => error instanceof MigrationFault && words.test(error.message),
      );
    await fails(/002_announce_transfers.sql failed, maybe half way: there is no such table/);
    assert.match(mysql.sent.at(-1)!, /RELEASE_LOCK/);
    mysql.failing = undefined;
    await fails(/002_announce_transfers.sql failed half way before.*delete version 2 from headroom_migrations/);
    mysql.books.delete(2);
    assert.deepEqual(await migrateMysql(mysql, wanted), ["002_announce_transfers.sql"]);
  });

  it("are refused while another run has the lock, and when an applied one was changed", async () => {
    const mysql = new FakeMysql();
    mysql.locked = 0;
    await assert.rejects(migrateMysql(mysql, wanted), /another run has been at it for 60 s/);
    assert.equal(mysql.sent.length, 1);
    mysql.locked = 1;
    await migrateMysql(mysql, wanted);
    const [first, second] = migrations;
    const changed = [{ ...first!, checksum: "other" }, second!];
    await assert.rejects(
      migrateMysql(mysql, { ...wanted, migrations: changed }),
      /001_transfers.sql is not what was applied/,
    );
  });
});
