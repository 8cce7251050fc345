/** Brings an Aurora MySQL database to the state that the files tell. */
import { type Session } from "../database/transactions";
import { type Migration } from "./files";
import { type User } from "./settings";
import { type Applied, MigrationFault, missing, type Wanted } from "./wanted";

/** Of the lock that keeps two runs apart, and how long one waits for it, in seconds. */
const LOCK = "headroom_migrations";
const WAIT = 60;

const BOOKS = [
  `CREATE TABLE IF NOT EXISTS headroom_migrations (
     version int PRIMARY KEY,
     name varchar(255) NOT NULL,
     checksum char(64) NOT NULL,
     begun_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
     applied_at timestamp NULL
   )`,
  "CREATE TABLE IF NOT EXISTS headroom_settings (name varchar(255) PRIMARY KEY, value text NOT NULL)",
];

/**
 * Applies what is missing. MySQL cannot take back changes of tables: a file that failed is remembered as begun, and nothing
 * is applied until somebody has seen to what it left. Returns the names of the files that it applied.
 */
export async function migrateMysql(session: Session, { migrations, users, settings }: Wanted): Promise<string[]> {
  const { rows: locks } = await session.query<{ locked: number | null }>(`SELECT GET_LOCK(?, ${WAIT}) AS locked`, [
    LOCK,
  ]);
  if (Number(locks[0]?.locked) !== 1)
    throw new MigrationFault(`another run has been at it for ${WAIT} s: deploy again`);
  try {
    for (const statement of BOOKS) await session.query(statement);
    const { rows } = await session.query<Applied & { done: number }>(
      "SELECT version, name, checksum, applied_at IS NOT NULL AS done FROM headroom_migrations ORDER BY version",
    );
    const broken = rows.find(({ done }) => !Number(done));
    if (broken) {
      throw new MigrationFault(
        `${broken.name} failed half way before. Undo by hand what it did, ` +
          `then delete version ${broken.version} from headroom_migrations, and deploy again`,
      );
    }
    const left = missing(rows, migrations);
    for (const migration of left) await apply(session, migration);
    await keepSettings(session, settings);
    for (const user of users) await makeUser(session, user);
    return left.map(({ name }) => name);
  } finally {
    await session.query("SELECT RELEASE_LOCK(?)", [LOCK]).catch(() => {}); // with the connection it is free
  }
}

async function apply(session: Session, { version, name, checksum, sql }: Migration): Promise<void> {
  const values = [version, name, checksum];
  await session.query("INSERT INTO headroom_migrations (version, name, checksum) VALUES (?, ?, ?)", values);
  try {
    await session.query(sql);
  } catch (error) {
    throw new MigrationFault(`${name} failed, maybe half way: ${(error as Error).message}`, { cause: error });
  }
  await session.query("UPDATE headroom_migrations SET applied_at = CURRENT_TIMESTAMP WHERE version = ?", [version]);
}

async function keepSettings(session: Session, settings: Record<string, string>): Promise<void> {
  await session.query("DELETE FROM headroom_settings");
  for (const pair of Object.entries(settings)) {
    await session.query("INSERT INTO headroom_settings (name, value) VALUES (?, ?)", pair);
  }
}

/** Signs in with IAM alone, over TLS: it has no password. The names have been checked to need no quotes. */
async function makeUser(session: Session, { name, roles }: User): Promise<void> {
  await session.query(
    `CREATE USER IF NOT EXISTS '${name}'@'%' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL`,
  );
  for (const role of roles) await session.query(`GRANT '${role}' TO '${name}'@'%'`);
  if (roles.length > 0) await session.query(`SET DEFAULT ROLE ALL TO '${name}'@'%'`);
}
