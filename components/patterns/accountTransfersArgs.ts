import { type Database } from "../database/database";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

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
