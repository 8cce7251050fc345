import { accountTransfersBounds } from "../../limits/bounds";
import { type Problem, Problems } from "../core/check";
import { DatabaseKind } from "../database/args";
import { isUserName, userNameRule } from "../database/check";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { type AccountTransfersArgs, accountTransfersDefaults } from "./accountTransfersArgs";

/** Problems with the example's arguments and its database. */
export function accountTransfersArgsProblems(args: AccountTransfersArgs): Problem[] {
  const { database, announce } = withDefaults(accountTransfersDefaults, args);
  return new Problems()
    .that(
      database.kind !== DatabaseKind.AuroraMysql,
      "database",
      database.kind,
      "the example is written for PostgreSQL: give a database of another kind",
    )
    .that(!announce || database.callRole !== undefined, "announce", announce, "give the database callsFunctions: true")
    .all(accountTransfersProblems(args)).list;
}

/** Problems with the example's arguments, except its database. */
export function accountTransfersProblems(args: Omit<AccountTransfersArgs, "database">): Problem[] {
  const { maxConcurrency, user } = withDefaults(accountTransfersDefaults, args);
  return new Problems()
    .bounds("maxConcurrency", maxConcurrency, accountTransfersBounds.maxConcurrency, "executions")
    .that(isUserName(user), "user", user, userNameRule)
    .all(functionProblems(args)).list;
}
