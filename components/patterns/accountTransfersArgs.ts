import { type Database } from "../database/database";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** Arguments of an {@link AccountTransfers}. */
export interface AccountTransfersArgs extends Omit<PatternFunctionArgs, "vpc" | "reservedConcurrency"> {
  /** A PostgreSQL database, of either kind. */
  database: Database;
  /** User of the database that the function signs in as. Default: transfers. */
  user?: string;
  /** Concurrent executions, each with its own connection. Default: 20. */
  maxConcurrency?: number;
  /** Let the database call a function for each transfer; needs a database with `callsFunctions`. Default: false. */
  announce?: boolean;
}

/** Defaults of the pattern's arguments. */
export const accountTransfersDefaults = {
  user: "transfers",
  maxConcurrency: 20,
  announce: false,
  timeoutSeconds: 30,
  memoryMb: 512,
};
