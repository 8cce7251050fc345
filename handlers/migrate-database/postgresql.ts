/** Brings a PostgreSQL database to the state that the files tell. */
import { type Session } from "../database/transactions";
import { type Migration } from "./files";
import { type User } from "./settings";
import { type Applied, MigrationFault, missing, type Wanted } from "./wanted";

/** Of the advisory lock: two runs at once would apply the same file twice. Any number that is the same everywhere. */
const LOCK = 7_215_301_144;

const BOOKS = `
CREATE SCHEMA IF NOT EXISTS headroom;
CREATE TABLE IF NOT EXISTS headroom.migrations (
  version integer PRIMARY KEY,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS headroom.settings (key text PRIMARY KEY, value text NOT NULL);
`;

/** Applies what is missing, each file in a transaction of its own. Returns the names of the files that it applied. */
export async function migrate(session: Session, { migrations, users, settings }: Wanted): Promise<string[]> {
  await session.query("SELECT pg_advisory_lock($1)", [LOCK]); // ends with the connection, if not before
  try {
    await together(session, () => session.query(BOOKS));
    const { rows } = await session.query<Applied>(
      "SELECT version, name, checksum FROM headroom.migrations ORDER BY version",
    );
    const left = missing(rows, migrations);
    for (const migration of left) await apply(session, migration);
    await together(session, async () => {
      await keepSettings(session, settings);
      for (const user of users) await makeUser(session, user);
    });
    return left.map(({ name }) => name);
  } finally {
    await session.query("SELECT pg_advisory_unlock($1)", [LOCK]).catch(() => {}); // with the connection it is free
  }
}

async function apply(session: Session, { version, name, checksum, sql }: Migration): Promise<void> {
  try {
    await together(session, async () => {
      await session.query(sql);
      await session.query("INSERT INTO headroom.migrations (version, name, checksum) VALUES ($1, $2, $3)", [
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

async function together(session: Session, work: () => Promise<unknown>): Promise<void> {
  await session.query("BEGIN");
  try {
    await work();
    await session.query("COMMIT");
  } catch (error) {
    await session.query("ROLLBACK").catch(() => {}); // the connection is gone, and the transaction with it
    throw error;
  }
}

async function keepSettings(session: Session, settings: Record<string, string>): Promise<void> {
  await session.query("DELETE FROM headroom.settings WHERE key <> ALL ($1)", [Object.keys(settings)]);
  for (const [key, value] of Object.entries(settings)) {
    await session.query(
      "INSERT INTO headroom.settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      [key, value],
    );
  }
}

/** Signs in with IAM alone: it has no password. The names have been checked to need no quotes. */
async function makeUser(session: Session, { name, roles }: User): Promise<void> {
  const { rows } = await session.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
  if (rows.length === 0) await session.query(`CREATE ROLE "${name}" LOGIN`);
  for (const role of ["rds_iam", ...roles]) await session.query(`GRANT "${role}" TO "${name}"`);
}
