import * as pulumi from "@pulumi/pulumi";
import { Check, type Problem, Problems } from "../core/check";
import { type Database } from "../database/database";
import { DatabaseKind } from "../database/args";
import { isUserName, userNameRule } from "../database/check";
import { DatabaseCalls } from "../database/calls";
import { DatabaseMigrations } from "../database/migrations";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { NodeFunction, ownFile, ownHandler, type PatternFunctionArgs } from "../function/nodeFunction";

/** Arguments of an {@link AccountTransfers}. */
export interface AccountTransfersArgs extends Omit<PatternFunctionArgs, "vpc" | "reservedConcurrency"> {
  /** With PostgreSQL, of either kind. */
  database: Database;
  /** User of the database that the function signs in as. Default: transfers. */
  user?: string;
  /** Executions at once, each with a connection of its own. Default: 20. */
  maxConcurrency?: number;
  /** The database calls a function with each transfer; it takes a database with `callsFunctions`. Default: false. */
  announce?: boolean;
}

/** What the pattern has when its arguments do not say. */
export const accountTransfersDefaults = {
  user: "transfers",
  maxConcurrency: 20,
  announce: false,
  timeoutSeconds: 30,
  memoryMb: 512,
};

/** Of the migrations: what the user may do. */
const ROLE = "transfers_app";

/** What cannot work of the example's arguments, but for its database. */
export function accountTransfersProblems(args: Omit<AccountTransfersArgs, "database">): Problem[] {
  const { maxConcurrency, user } = withDefaults(accountTransfersDefaults, args);
  return new Problems()
    .bounds("maxConcurrency", maxConcurrency, { min: 1, max: 10_000 }, "executions")
    .that(isUserName(user), "user", user, userNameRule)
    .all(functionProblems(args)).list;
}

/**
 * Accounts, and transfers between them, in PostgreSQL: an example to begin from. Each transfer is made once, however often
 * it is asked for and wherever a try broke off; of two that stand in each other's way one waits and comes again.
 */
export class AccountTransfers extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly migrations: DatabaseMigrations;
  /** Is called by the database with each transfer, where it is announced. */
  readonly announced?: NodeFunction;
  readonly calls?: DatabaseCalls;

  constructor(name: string, args: AccountTransfersArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:AccountTransfers", name, {}, opts);
    const { database, user, maxConcurrency, announce, ...settings } = withDefaults(accountTransfersDefaults, args);
    new Check("AccountTransfers", name)
      .args(args, accountTransfersProblems)
      .that(
        database.kind !== DatabaseKind.AuroraMysql,
        "database",
        database.kind,
        "the example is written for PostgreSQL: give a database of another kind",
      )
      .that(
        !announce || database.callRole !== undefined,
        "announce",
        announce,
        "give the database callsFunctions: true",
      )
      .done();
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
