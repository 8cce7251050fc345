import { type Problem, Problems } from "../core/check";
import { InterfaceService } from "../network/args";
import { type DatabaseCallsArgs } from "./callsArgs";

/** Problems with the arguments of a {@link DatabaseCalls}. */
export function databaseCallsProblems({ database, functions }: DatabaseCallsArgs): Problem[] {
  const { network, callRole, callers } = database;
  return new Problems()
    .that(functions.length > 0, "functions", functions.length, "name one or more")
    .that(callRole !== undefined, "database", database.name, "give the database callsFunctions: true")
    .that(
      network.hasInternet || network.endpoints.has(InterfaceService.Lambda),
      "database",
      database.name,
      `${network.name} does not reach Lambda: give it the interface endpoint lambda, or nat`,
    )
    .that(
      callers.length === 0,
      "database",
      database.name,
      `the database already has the DatabaseCalls ${callers[0]}: name all functions in that one`,
    ).list;
}
