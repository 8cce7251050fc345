/** What a database is brought to, whatever its engine. */
import { type Migration } from "./files";
import { type User } from "./settings";

export interface Wanted {
  migrations: Migration[];
  users: User[];
  settings: Record<string, string>;
}

/** A migration as the database remembers it. */
export type Applied = Pick<Migration, "version" | "name" | "checksum">;

/** Migrations that cannot be applied; what was applied before stays. */
export class MigrationFault extends Error {
  override readonly name = "MigrationFault";
}

/** The migrations that are yet to be applied. @throws MigrationFault for one that was changed, or taken away, since */
export function missing(applied: Applied[], migrations: Migration[]): Migration[] {
  for (const [index, { version, name, checksum }] of applied.entries()) {
    const file = migrations[index];
    if (!file) {
      throw new MigrationFault(`the database has migration ${name}, which is not among the files: bring it back`);
    }
    if (version !== file.version || checksum !== file.checksum) {
      throw new MigrationFault(
        `${file.name} is not what was applied as ${name}: change it back, and make the correction a new file`,
      );
    }
  }
  return migrations.slice(applied.length);
}
