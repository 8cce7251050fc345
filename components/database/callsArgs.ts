import { type Database } from "./database";
import { type Function } from "../function/function";

/** Arguments of a {@link DatabaseCalls}. */
export interface DatabaseCallsArgs {
  /** With `callsFunctions`. */
  database: Database;
  /** Functions that its SQL may call; the alias of one that has it. */
  functions: Function[];
}
