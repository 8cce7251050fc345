/**
 * Migrations of MySQL, which commits each statement that changes a table by itself, whole or not at all. So a file is one
 * statement, and the driver sends no second one.
 */
import { type Connection, type RowDataPacket } from "mysql2/promise";

import { type Migration } from "./files";
import { type Applied, type MigrationStore, MigrationFault, type Wanted } from "./migrate";

const LOCK = "headroom.migrations";
const LOCK_SECONDS = 120;

const TABLES = [
  "CREATE DATABASE IF NOT EXISTS headroom",
  `CREATE TABLE IF NOT EXISTS headroom.migrations (
     version int PRIMARY KEY,
     name varchar(255) NOT NULL,
     checksum char(64) NOT NULL,
     applied_at timestamp NULL
   )`,
  "CREATE TABLE IF NOT EXISTS headroom.settings (`key` varchar(255) PRIMARY KEY, value text NOT NULL)",
];

export class MysqlMigrationStore implements MigrationStore {
  constructor(
    private readonly connection: Connection,
    /** Milliseconds that a statement of a migration may take. */
    private readonly statementMillis?: number,
  ) {}

  async lock(): Promise<void> {
    const [row] = await this.rows<{ taken: number | null }>("SELECT GET_LOCK(?, ?) AS taken", [LOCK, LOCK_SECONDS]);
    if (row?.taken !== 1) {
      throw new MigrationFault(`another run has been applying migrations for ${LOCK_SECONDS} s: wait for its end`);
    }
  }

  async unlock(): Promise<void> {
    await this.rows("SELECT RELEASE_LOCK(?)", [LOCK]);
  }

  async open(): Promise<void> {
    for (const statement of TABLES) await this.connection.query(statement);
  }

  async applied(): Promise<Applied[]> {
    const recorded = "SELECT version, name, checksum, applied_at FROM headroom.migrations ORDER BY version";
    const all = await this.rows<Applied & { applied_at: Date | null }>(recorded);
    const open = all.find(({ applied_at }) => applied_at === null);
    if (open) {
      throw new MigrationFault(
        `a run was interrupted at ${open.name}: if its statement took effect, set applied_at of version ${open.version} in ` +
          "headroom.migrations, otherwise delete that row",
      );
    }
    return all;
  }

  async apply({ version, name, checksum, sql }: Migration): Promise<void> {
    await this.connection.query("INSERT INTO headroom.migrations (version, name, checksum) VALUES (?, ?, ?)", [
      version,
      name,
      checksum,
    ]);
    try {
      await this.connection.query({ sql, timeout: this.statementMillis });
    } catch (error) {
      const { message, errno } = error as Error & { errno?: number };
      // Without an answer from the server, it is not known whether the statement took effect: the row stays and says
      // so.
      if (errno !== undefined && errno > 0) await this.forget(version);
      const what = errno === undefined || errno <= 0 ? "got no answer" : "failed, and changed nothing";
      throw new MigrationFault(`${name} ${what}: ${message}`, { cause: error });
    }
    await this.connection.query("UPDATE headroom.migrations SET applied_at = now() WHERE version = ?", [version]);
  }

  async keep({ settings, users }: Pick<Wanted, "settings" | "users">): Promise<void> {
    if (users.length > 0) throw new MigrationFault("users of MySQL are made by a migration");
    await this.connection.beginTransaction();
    try {
      await this.connection.query("DELETE FROM headroom.settings");
      for (const entry of Object.entries(settings)) {
        await this.connection.query("INSERT INTO headroom.settings (`key`, value) VALUES (?, ?)", entry);
      }
      await this.connection.commit();
    } catch (error) {
      await this.connection.rollback().catch(() => {}); // the connection is gone, and the transaction with it
      throw error;
    }
  }

  private async forget(version: number): Promise<void> {
    await this.connection.query("DELETE FROM headroom.migrations WHERE version = ?", [version]);
  }

  private async rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const [rows] = await this.connection.query<RowDataPacket[]>(sql, values);
    return rows as Row[];
  }
}
