import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { DatabaseKind } from "./args";
import { withDefaults } from "../core/defaults";
import { type NetworkPlace } from "../network/place";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { type DatabaseMigrationsArgs, databaseMigrationsDefaults } from "./migrationsArgs";
import { databaseMigrationsProblems, migrationFiles, migrationsReach } from "./migrationsCheck";

/** Where the files are in the function's package. */
const PACKAGED = "migrations";

/**
 * The tables of a database, and its users: versioned SQL that a function applies with every deployment that changes it,
 * each file once, in its order and in a transaction of its own. A deployment whose SQL fails fails, and leaves what was.
 */
@component
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
    this.place = network.place(name, migrationsReach(network));
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

/** As the handler computes it. */
function migrationsChecksum(folder: string, files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(path.join(folder, file)));
  return hash.digest("hex");
}
