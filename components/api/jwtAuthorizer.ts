import * as pulumi from "@pulumi/pulumi";
import { Check, type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownHandler, type PatternFunctionArgs } from "../function/nodeFunction";

/** Which of a user's tokens an API takes. */
export enum TokenUse {
  /** What the holder may do: it has scopes. */
  Access = "access",
  /** Who the holder is; only for APIs of the same app. */
  Id = "id",
}

/** What a token needs for one route. */
export interface AuthorizerRuleArgs {
  /** METHOD and path as in the API, for example `GET /users/{id}`; ANY is every method. */
  route: string;
  /** One of these scopes is needed. Default: none. */
  scopes?: string[];
  /** One of these groups is needed. Default: none. */
  groups?: string[];
}

/** Arguments of a {@link JwtAuthorizer}. */
export interface JwtAuthorizerArgs extends PatternFunctionArgs {
  /** User pool that issues the tokens. */
  userPoolId: pulumi.Input<string>;
  /** App clients whose tokens count; one or more. */
  clientIds: pulumi.Input<string>[];
  /** Default: Access. */
  tokenUse?: TokenUse;
  /** Routes that a token can open, 1 to 50. Whatever is not named is denied. */
  rules: AuthorizerRuleArgs[];
}

/** What an authorizer has when its arguments do not say. */
export const jwtAuthorizerDefaults = { tokenUse: TokenUse.Access, timeoutSeconds: 5, memoryMb: 512 };

/** As the handler takes it. */
const USER_POOL_ID = /^[\w-]+_[0-9A-Za-z]+$/;

/** As the handler takes them. */
const ROUTE = /^(ANY|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \/(?:[\w.~-]+|\{[\w.-]+\+?\}|\/(?!\/|$))*$/;

/**
 * A Lambda authorizer for REST APIs, of either kind (TOKEN or REQUEST): it verifies the tokens of a user pool and answers
 * with the least policy for their scopes and groups. Nobody gets in where no rule says so.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
export class JwtAuthorizer extends pulumi.ComponentResource {
  readonly function: NodeFunction;

  constructor(name: string, args: JwtAuthorizerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:identity:JwtAuthorizer", name, {}, opts);
    new Check("JwtAuthorizer", name).args(args, jwtAuthorizerProblems).done();
    const { userPoolId, clientIds, tokenUse, rules, ...settings } = withDefaults(jwtAuthorizerDefaults, args);
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Verifies tokens and says what they allow",
        entry: ownHandler("authorizer"),
        environment: {
          USER_POOL_ID: userPoolId,
          CLIENT_IDS: pulumi.jsonStringify(clientIds),
          TOKEN_USE: tokenUse,
          RULES: JSON.stringify(rules),
        },
      },
      { parent: this },
    );
    this.registerOutputs({ functionName: this.function.functionName });
  }
}

/** What cannot work of an authorizer's arguments. */
export function jwtAuthorizerProblems({ userPoolId, clientIds, tokenUse, rules }: JwtAuthorizerArgs): Problem[] {
  const problems = new Problems()
    .that(
      typeof userPoolId !== "string" || USER_POOL_ID.test(userPoolId),
      "userPoolId",
      userPoolId,
      "the id of a user pool is a Region, an underscore, and letters or digits, such as eu-west-1_Ab12Cd34e",
    )
    .that(clientIds.length > 0, "clientIds", clientIds, "name one app client or more: tokens of others do not count")
    .that(
      rules.length >= 1 && rules.length <= 50,
      "rules.length",
      rules.length,
      "give 1 to 50 rules: without one everything is denied, and API Gateway takes policies of some kilobytes only",
    );
  const seen = new Set<string>();
  for (const clientId of clientIds)
    problems.that(clientId !== "", "clientIds", clientId, "an app client's id is needed");
  for (const { route, scopes = [], groups = [] } of rules) {
    problems
      .that(![...scopes, ...groups].includes(""), "rules", route, "leave out empty names of scopes and groups")
      .that(
        ROUTE.test(route),
        "rules",
        route,
        "a route is a method, or ANY, a space and a path such as /users/{id} or /{proxy+}",
      )
      .that(!seen.has(route), "rules", route, "this route has two rules: put their scopes and groups in one")
      .that(
        scopes.length === 0 || tokenUse !== TokenUse.Id,
        "tokenUse",
        tokenUse,
        `${route} needs scopes, and an ID token has none: take access tokens, or ask for groups`,
      );
    seen.add(route);
  }
  return problems.list;
}
