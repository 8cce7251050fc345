import { usersApiBounds } from "../../limits/bounds";
import { apiSettingsProblems } from "../api/rest/check";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { type UsersApiArgs, usersApiDefaults } from "./usersApiArgs";

/** Problems with the API's settings; its routes and authorizers are checked with the API. */
export function usersApiProblems(args: Omit<UsersApiArgs, "table">): Problem[] {
  const { idempotencyHours } = withDefaults(usersApiDefaults, args);
  return new Problems()
    .bounds("idempotencyHours", idempotencyHours, usersApiBounds.idempotencyHours, "hours")
    .that(
      !args.signIn || (!args.authorizers && !args.defaultAuthorizer),
      "authorizers",
      Object.keys(args.authorizers ?? {}),
      "signIn creates the authorizer: give one or the other",
    )
    .all(apiSettingsProblems(args))
    .all(functionProblems(args)).list;
}
