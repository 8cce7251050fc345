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

/** Folder of the files in the function's package. */
const PACKAGED = "migrations";

/**
 * Versioned SQL for a database's tables and users. A function applies it in deployments that change it: each file once,
 * in order, in its own transaction. If the SQL fails, the deployment fails and the database stays as it was.
 */
@component
export class DatabaseMigrations extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly place: NetworkPlace;
  /** Resolves when the migrations are done; users of the tables depend on it. */
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
    // A change in the files invokes the function again, which refuses if its package has other files.
    this.applied = new aws.lambda.Invocation(
      name,
      {
        functionName: this.function.functionName,
        input: pulumi.jsonStringify({
          checksum: migrationsChecksum(folder, files),
          database: database.server.resourceId, // a new database has no tables yet
          users,
          settings,
        }),
      },
      { parent: this, dependsOn: [this.function, ...database.ready] },
    );
    this.registerOutputs({ functionName: this.function.functionName });
  }
}

/** The handler computes the same hash. */
function migrationsChecksum(folder: string, files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(path.join(folder, file)));
  return hash.digest("hex");
}
