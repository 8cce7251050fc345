import { existsSync, readdirSync, statSync } from "node:fs";
import * as path from "node:path";
import { type Problem, Problems } from "../core/check";
import { DatabaseKind } from "./args";
import { isPlainName, isUserName, userNameRule } from "./check";
import { InterfaceService } from "../network/args";
import { networkPlaceProblems, type PlaceNetwork } from "../network/place";
import { type DatabaseMigrationsArgs } from "./migrationsArgs";

/** Names of the migration files, in order; undefined if there is no such folder. */
export function migrationFiles(folder: string): string[] | undefined {
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).sort() : undefined;
}

/** The service that the migrating function must reach in the network, for its secret. */
export const migrationsReach = ({ hasInternet }: PlaceNetwork) => ({
  services: hasInternet ? [] : [InterfaceService.SecretsManager],
  internet: hasInternet,
});

/** Problems with the migrations of a database. */
export function databaseMigrationsProblems({
  database,
  folder,
  users = [],
}: Pick<DatabaseMigrationsArgs, "database" | "folder" | "users">): Problem[] {
  const files = migrationFiles(folder) ?? [];
  const problems = new Problems()
    .all(networkPlaceProblems({ network: database.network, ...migrationsReach(database.network) }), () => "database")
    .that(
      database.kind !== DatabaseKind.AuroraMysql || users.length === 0,
      "users",
      users.map((user) => user.name),
      "create users of MySQL in a migration: CREATE USER name IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL",
    )
    .that(
      users.every((user) => isUserName(user.name)),
      "users",
      users.map((user) => user.name),
      userNameRule,
    )
    .that(
      users.every(({ roles }) => roles.every(isPlainName)),
      "users.roles",
      users.flatMap(({ roles }) => roles),
      "give lowercase letters, digits and underscores, at most 32",
    )
    .that(files.length > 0, "folder", folder, `there are no migrations in ${path.resolve(folder)}`);
  files.forEach((file, index) => {
    const number = String(index + 1).padStart(3, "0");
    problems.that(
      file.startsWith(`${number}_`) && /^\d{3}_[a-z0-9_]+\.sql$/.test(file),
      "folder",
      path.join(folder, file),
      `give it a name such as ${number}_what_it_does.sql: they are numbered from 001 without a gap`,
    );
  });
  return problems.list;
}
