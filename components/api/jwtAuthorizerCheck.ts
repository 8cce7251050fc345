import { routePattern, shapeOfRoute } from "../../limits/routes";
import { type Problem, Problems } from "../core/check";
import { TokenUse, type JwtAuthorizerArgs } from "./jwtAuthorizerArgs";

/** The handler accepts the same form. */
const USER_POOL_ID = /^[\w-]+_[0-9A-Za-z]+$/;

/** Problems with an authorizer's arguments. */
export function jwtAuthorizerProblems({ userPoolId, clientIds, tokenUse, rules }: JwtAuthorizerArgs): Problem[] {
  const problems = new Problems()
    .that(
      typeof userPoolId !== "string" || USER_POOL_ID.test(userPoolId),
      "userPoolId",
      userPoolId,
      "the id of a user pool is a Region, an underscore, and letters or digits, such as eu-west-1_Ab12Cd34e",
    )
    .that(
      clientIds.length > 0,
      "clientIds",
      clientIds,
      "name one app client or more: tokens of other clients are refused",
    )
    .that(
      rules.length >= 1 && rules.length <= 50,
      "rules.length",
      rules.length,
      "give 1 to 50 rules: without rules every route is closed, and API Gateway accepts policies of a few kilobytes only",
    );
  const seen = new Set<string>();
  for (const clientId of clientIds)
    problems.that(clientId !== "", "clientIds", clientId, "give the id of an app client");
  for (const { route, scopes = [], groups = [] } of rules) {
    const shape = shapeOfRoute(route);
    problems
      .that(![...scopes, ...groups].includes(""), "rules", route, "leave out empty names of scopes and groups")
      .that(
        routePattern.test(route),
        "rules",
        route,
        "a route is a method, or ANY, a space and a path such as /users/{id} or /{proxy+}: a parameter is a whole segment, and one with + comes last",
      )
      .that(!seen.has(shape), "rules", route, "this route has two rules: put their scopes and groups in one")
      .that(
        scopes.length === 0 || tokenUse !== TokenUse.Id,
        "tokenUse",
        tokenUse,
        `${route} needs scopes, and an ID token has none: use access tokens, or ask for groups`,
      );
    seen.add(shape);
  }
  return problems.list;
}
