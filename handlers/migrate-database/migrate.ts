/** Applies the migrations that a database does not have yet. */
import { type Migration } from "./files";
import { type User } from "./settings";

/** Migrations that cannot be applied; what was applied before stays. */
export class MigrationFault extends Error {
  override readonly name = "MigrationFault";
}

/** A migration that was applied. */
export type Applied = Pick<Migration, "version" | "name" | "checksum">;

/** Where an engine records its migrations, and how it applies them: tables in the schema `headroom`, next to those of the migrations. */
export interface MigrationStore {
  /**
   * Waits for the lock: two runs at the same time would apply a file twice. The lock ends with the connection at the
   * latest.
   */
  lock(): Promise<void>;
  unlock(): Promise<void>;
  /** Creates the tables of the store where there are none. */
  open(): Promise<void>;
  /** In their order. @throws MigrationFault for an interrupted one */
  applied(): Promise<Applied[]>;
  /** Applies all of a file, or nothing. @throws MigrationFault */
  apply(migration: Migration): Promise<void>;
  /** Makes the settings and users those that are wanted. */
  keep(wanted: Pick<Wanted, "users" | "settings">): Promise<void>;
}

export interface Wanted {
  migrations: Migration[];
  users: User[];
  settings: Record<string, string>;
}

/** Applies what is missing, each file by itself. Returns the names of the files that it applied. */
export async function migrate(store: MigrationStore, { migrations, ...wanted }: Wanted): Promise<string[]> {
  await store.lock();
  try {
    await store.open();
    const applied = await store.applied();
    requireSame(applied, migrations);
    const missing = migrations.slice(applied.length);
    for (const migration of missing) await store.apply(migration);
    await store.keep(wanted);
    return missing.map(({ name }) => name);
  } finally {
    await store.unlock().catch(() => {});
  }
}

/** What was applied is never changed: a correction is a new file. */
function requireSame(applied: Applied[], migrations: Migration[]): void {
  for (const [index, { version, name, checksum }] of applied.entries()) {
    const file = migrations[index];
    if (!file)
      throw new MigrationFault(`the database has migration ${name}, which is not among the files: bring it back`);
    if (version !== file.version || checksum !== file.checksum) {
      throw new MigrationFault(
        `${file.name} is not what was applied as ${name}: change it back, and make the correction a new file`,
      );
    }
  }
}
