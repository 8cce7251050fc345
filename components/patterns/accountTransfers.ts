import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { DatabaseCalls } from "../database/calls";
import { DatabaseMigrations } from "../database/migrations";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownFile, ownHandler } from "../function/nodeFunction";
import { type AccountTransfersArgs, accountTransfersDefaults } from "./accountTransfersArgs";
import { accountTransfersArgsProblems } from "./accountTransfersCheck";

/** The role of the migrations that holds the user's rights. */
const ROLE = "transfers_app";

/**
 * Accounts and transfers between them in PostgreSQL, as an example to start from. Each transfer is booked once, however
 * often it is requested and wherever an attempt failed; of two conflicting ones, one is retried.
 */
@component
export class AccountTransfers extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly migrations: DatabaseMigrations;
  /** The function that the database calls for each transfer, if transfers are announced. */
  readonly announced?: NodeFunction;
  readonly calls?: DatabaseCalls;

  constructor(name: string, args: AccountTransfersArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:AccountTransfers", name, {}, opts);
    const { database, user, maxConcurrency, announce, ...settings } = withDefaults(accountTransfersDefaults, args);
    new Check("AccountTransfers", name).args(args, accountTransfersArgsProblems).done();
    const child = { parent: this };
    const place = database.network.place(name);
    const connection = database.connect(place);
    const link = database.signIn({ user, functionName: name, reservedConcurrency: maxConcurrency });
    if (announce) {
      this.announced = new NodeFunction(
        `${name}-announced`,
        {
          ...settings,
          timeoutSeconds: undefined,
          description: "Is called by the database for each transfer",
          entry: ownHandler("transfer-announced"),
        },
        child,
      );
      this.calls = new DatabaseCalls(`${name}-calls`, { database, functions: [this.announced] }, child);
    }
    this.migrations = new DatabaseMigrations(
      `${name}-migrations`,
      {
        ...settings,
        timeoutSeconds: undefined,
        database,
        folder: ownFile("transfers/migrations"),
        users: [{ name: user, roles: [ROLE] }],
        settings: { announced_function: this.announced?.invokeTargetArn ?? "" },
      },
      { parent: this, dependsOn: this.calls?.ready },
    );
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Transfers between accounts in a database",
        entry: ownHandler("transfers"),
        links: [link],
        vpc: place.vpc,
        reservedConcurrency: maxConcurrency,
      },
      { parent: this, dependsOn: [place, connection, this.migrations.applied] },
    );
    this.registerOutputs({ functionName: this.function.functionName });
  }
}
