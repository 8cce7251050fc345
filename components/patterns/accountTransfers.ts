import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { DatabaseCalls } from "../database/calls";
import { DatabaseMigrations } from "../database/migrations";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownFile, ownHandler } from "../function/nodeFunction";
import { type AccountTransfersArgs, accountTransfersDefaults } from "./accountTransfersArgs";
import { accountTransfersArgsProblems } from "./accountTransfersCheck";

/** Of the migrations: what the user may do. */
const ROLE = "transfers_app";

/**
 * Accounts, and transfers between them, in PostgreSQL: an example to begin from. Each transfer is made once, however often
 * it is asked for and wherever a try broke off; of two that conflict one is retried.
 */
@component
export class AccountTransfers extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly migrations: DatabaseMigrations;
  /** Is called by the database with each transfer, where it is announced. */
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
