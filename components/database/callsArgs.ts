import { type Database } from "./database";
import { type Function } from "../function/function";

/** Arguments of a {@link DatabaseCalls}. */
export interface DatabaseCallsArgs {
  /** Its `callsFunctions` must be true. */
  database: Database;
  /** Functions that its SQL may call; of one with an alias, the alias. */
  functions: Function[];
}
