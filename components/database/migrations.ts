import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import * as path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check, type Problem, Problems } from "../core/check";
import { type Database } from "./database";
import { DatabaseKind } from "./args";
import { isPlainName, isUserName, userNameRule } from "./check";
import { withDefaults } from "../core/defaults";
import { type NetworkPlace } from "../network/place";
import { NodeFunction, ownHandler, type PatternFunctionArgs } from "../function/nodeFunction";
import { InterfaceService } from "../network/args";

/** A user that functions sign in as, by IAM alone. */
export interface DatabaseUser {
  name: string;
  /** Roles that the migrations make: what the user may do is granted to them. */
  roles: string[];
}

/** Arguments of a {@link DatabaseMigrations}. */
export interface DatabaseMigrationsArgs extends Omit<PatternFunctionArgs, "vpc" | "reservedConcurrency"> {
  database: Database;
  /**
   * Folder of the migrations: files such as 001_accounts.sql, numbered from 1 without a gap. A file for PostgreSQL is one
   * transaction; one for MySQL, which has none that change tables, is one statement.
   */
  folder: string;
  /** Made after the migrations, with PostgreSQL; in MySQL a migration makes them. Default: none. */
  users?: DatabaseUser[];
  /** Texts that SQL reads from headroom.settings, by their keys. Default: none. */
  settings?: Record<string, pulumi.Input<string>>;
}

/** What the pattern has when its arguments do not say. */
export const databaseMigrationsDefaults = { timeoutSeconds: 300, memoryMb: 512 };

/** Where the files are in the function's package. */
const PACKAGED = "migrations";

/**
 * The tables of a database, and its users: versioned SQL that a function applies with every deployment that changes it,
 * each file once, in its order and in a transaction of its own. A deployment whose SQL fails fails, and leaves what was.
 */
export class DatabaseMigrations extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly place: NetworkPlace;
  /** Done when the migrations are: what uses the tables depends on it. */
  readonly applied: aws.lambda.Invocation;
  /** Number of the last migration. */
  readonly version: number;

  constructor(name: string, args: DatabaseMigrationsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:DatabaseMigrations", name, {}, opts);
    const { database, folder, users = [], settings = {}, ...rest } = withDefaults(databaseMigrationsDefaults, args);
    new Check("DatabaseMigrations", name).args(args, databaseMigrationsProblems).done();
    const files = migrationFiles(folder) ?? [];
    this.version = files.length;
    const { network } = database;
    const services = network.hasInternet ? [] : [InterfaceService.SecretsManager];
    this.place = network.place(name, { services, internet: network.hasInternet });
    const connection = database.connectDirectly(this.place);
    this.function = new NodeFunction(
      name,
      {
        ...rest,
        description: `Applies the migrations of ${database.name}`,
        entry: ownHandler("migrate-database"),
        folders: { [PACKAGED]: folder },
        links: [database.administer()],
        environment: {
          DATABASE_ENGINE: database.kind === DatabaseKind.AuroraMysql ? "mysql" : "postgresql",
          DATABASE_USERS: JSON.stringify(users),
          DATABASE_SETTINGS: pulumi.jsonStringify(settings),
        },
        vpc: this.place.vpc,
        reservedConcurrency: 1, // one run at a time
      },
      { parent: this, dependsOn: [this.place, connection] },
    );
    // A change of what it makes is a new invocation; the function refuses if its package has other files than these.
    this.applied = new aws.lambda.Invocation(
      name,
      {
        functionName: this.function.functionName,
        input: pulumi.jsonStringify({
          checksum: migrationsChecksum(folder, files),
          database: database.server.resourceId, // another one has no tables yet
          users,
          settings,
        }),
      },
      { parent: this, dependsOn: [this.function, ...database.ready] },
    );
    this.registerOutputs({ functionName: this.function.functionName });
  }
}

/** Names of the files in the folder of the migrations, in their order; undefined where there is no such folder. */
function migrationFiles(folder: string): string[] | undefined {
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).sort() : undefined;
}

/** What cannot work of the migrations of a database. */
export function databaseMigrationsProblems({
  database,
  folder,
  users = [],
}: Pick<DatabaseMigrationsArgs, "database" | "folder" | "users">): Problem[] {
  const files = migrationFiles(folder) ?? [];
  const problems = new Problems()
    .that(
      database.kind !== DatabaseKind.AuroraMysql || users.length === 0,
      "users",
      users.map((user) => user.name),
      "make users of MySQL by a migration: CREATE USER name IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL",
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
      "give small letters, digits and underscores, at most 32",
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

/** As the handler computes it. */
function migrationsChecksum(folder: string, files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(path.join(folder, file)));
  return hash.digest("hex");
}
