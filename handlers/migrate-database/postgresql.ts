/** Migrations of PostgreSQL: each file is one transaction, with as many statements as it takes. */
import { type Session } from "../database/transactions";
import { type Migration } from "./files";
import { type Applied, type MigrationStore, MigrationFault, type Wanted } from "./migrate";
import { type User } from "./settings";

/** Of the advisory lock: any number that is the same everywhere. */
const LOCK = 7_215_301_144;

const TABLES = `
CREATE SCHEMA IF NOT EXISTS headroom;
CREATE TABLE IF NOT EXISTS headroom.migrations (
  version integer PRIMARY KEY,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS headroom.settings (key text PRIMARY KEY, value text NOT NULL);
`;

export class PostgresqlMigrationStore implements MigrationStore {
  constructor(private readonly session: Session) {}

  async lock(): Promise<void> {
    await this.session.query("SELECT pg_advisory_lock($1)", [LOCK]);
  }

  async unlock(): Promise<void> {
    await this.session.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  }

  async open(): Promise<void> {
    await this.together(() => this.session.query(TABLES));
  }

  async applied(): Promise<Applied[]> {
    const recorded = "SELECT version, name, checksum FROM headroom.migrations ORDER BY version";
    return (await this.session.query<Applied>(recorded)).rows;
  }

  async apply({ version, name, checksum, sql }: Migration): Promise<void> {
    try {
      await this.together(async () => {
        await this.session.query(sql);
        await this.session.query("INSERT INTO headroom.migrations (version, name, checksum) VALUES ($1, $2, $3)", [
          version,
          name,
          checksum,
        ]);
      });
    } catch (error) {
      const { message, position } = error as Error & { position?: string };
      const line = position ? ` at line ${sql.slice(0, Number(position)).split("\n").length}` : "";
      throw new MigrationFault(`${name} failed${line}, and changed nothing: ${message}`, { cause: error });
    }
  }

  async keep({ settings, users }: Pick<Wanted, "settings" | "users">): Promise<void> {
    await this.together(async () => {
      await this.session.query("DELETE FROM headroom.settings WHERE key <> ALL ($1)", [Object.keys(settings)]);
      for (const [key, value] of Object.entries(settings)) {
        await this.session.query(
          "INSERT INTO headroom.settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
          [key, value],
        );
      }
      for (const user of users) await this.makeUser(user);
    });
  }

  /** The user signs in with IAM only and has no password. The names were checked to need no quotes. */
  private async makeUser({ name, roles }: User): Promise<void> {
    const { rows } = await this.session.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
    if (rows.length === 0) await this.session.query(`CREATE ROLE "${name}" LOGIN`);
    for (const role of ["rds_iam", ...roles]) await this.session.query(`GRANT "${role}" TO "${name}"`);
  }

  private async together(work: () => Promise<unknown>): Promise<void> {
    await this.session.query("BEGIN");
    try {
      await work();
      await this.session.query("COMMIT");
    } catch (error) {
      await this.session.query("ROLLBACK").catch(() => {}); // the connection is gone, and the transaction with it
      throw error;
    }
  }
}
