import * as pulumi from "@pulumi/pulumi";
import { Api } from "../api/rest/api";
import { type ApiArgs, HttpMethod, type RouteArgs } from "../api/rest/args";
import { apiSettingsProblems } from "../api/rest/check";
import { Check, type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { type HttpRouteArgs } from "../api/http/args";
import { type JwtAuthorizer } from "../api/jwtAuthorizer";
import { NodeFunction, ownHandler, type PatternFunctionArgs } from "../function/nodeFunction";
import { type Link } from "../core/permissions";
import { authorizeUsers, type SignInArgs, type UsersScopes } from "./usersApiSignIn";

/** What an API passes on of its arguments, next to its routes. */
export type PatternApiArgs = Pick<
  ApiArgs,
  | "authorizers"
  | "defaultAuthorizer"
  | "account"
  | "access"
  | "throttle"
  | "cors"
  | "endpointType"
  | "vpcEndpointIds"
  | "domain"
  | "webAclArn"
>;

/** Where the users are kept: a table with the partition key `UserID` (string) and the time-to-live attribute `expiresAt`. */
export interface UsersTable {
  tableName: pulumi.Input<string>;
  arn: pulumi.Input<string>;
}

/** Arguments of a {@link UsersApi}. */
export interface UsersApiArgs extends PatternFunctionArgs, PatternApiArgs {
  table: UsersTable;
  /** Lets the users of a pool call, by the scopes in their tokens. Default: principals of IAM, or what `authorizers` say. */
  signIn?: SignInArgs;
  /** Routes of your own next to those of the users. Default: none. */
  routes?: RouteArgs[];
  /** Hours that an Idempotency-Key is remembered, 1 to 720. Default: 24. */
  idempotencyHours?: number;
}

/** What a users API has when its arguments do not say. */
export const usersApiDefaults = { idempotencyHours: 24, timeoutSeconds: 10, defaultAuthorizer: "iam" };

/** What the API's settings may be; the handler takes all of it. */
export const usersApiBounds = { idempotencyHours: { min: 1, max: 720 } };

/** What cannot work of the API's settings; its routes and authorizers are checked with the API. */
export function usersApiProblems(args: Omit<UsersApiArgs, "table">): Problem[] {
  const { idempotencyHours } = withDefaults(usersApiDefaults, args);
  return new Problems()
    .bounds("idempotencyHours", idempotencyHours, usersApiBounds.idempotencyHours, "hours")
    .that(
      !args.signIn || (!args.authorizers && !args.defaultAuthorizer),
      "authorizers",
      Object.keys(args.authorizers ?? {}),
      "signIn makes the authorizer: give one or the other",
    )
    .all(apiSettingsProblems(args))
    .all(functionProblems(args)).list;
}

/** Everything below /users: a function answers, and each answer is a user, a list, or a problem in the form of RFC 9457. */
const ROUTES = [
  [HttpMethod.Get, "/users"],
  [HttpMethod.Post, "/users"],
  [HttpMethod.Get, "/users/{id}"],
  [HttpMethod.Put, "/users/{id}"],
  [HttpMethod.Delete, "/users/{id}"],
] as const;

/** Users over HTTP: create, read, update with optimistic locking, delete, and list with a cursor. */
export class UsersApi extends pulumi.ComponentResource {
  readonly api: Api;
  readonly function: NodeFunction;
  /** Present where a function verifies the tokens. */
  readonly authorizer?: JwtAuthorizer;

  constructor(name: string, args: UsersApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:api:UsersApi", name, {}, opts);
    const settings = withDefaults(usersApiDefaults, args);
    const { idempotencyHours, table, cors, signIn } = settings;
    new Check("UsersApi", name).args(args, usersApiProblems).done();
    const child = { parent: this };
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Users over HTTP",
        entry: ownHandler("users"),
        links: [usersLink(table)],
        environment: {
          IDEMPOTENCY_HOURS: String(idempotencyHours),
          ...(cors && { CORS_ORIGIN: cors.origin }),
        },
      },
      child,
    );
    const own = ROUTES.map(([method, path]): RouteArgs => ({ method, path, function: this.function }));
    const routes = [...own, ...(settings.routes ?? [])];
    const { jwtAuthorizer, ...byUsers } = signIn ? authorizeUsers(name, { ...settings, signIn, routes }, child) : {};
    this.authorizer = jwtAuthorizer;
    this.api = new Api(name, { ...settings, description: "Users", routes, ...byUsers }, child);
    this.registerOutputs({ apiId: this.api.apiId, url: this.api.url });
  }

  /** The same users for an {@link HttpApi} that verifies tokens. */
  httpRoutes({ read, write }: UsersScopes): HttpRouteArgs[] {
    return ROUTES.map(([method, path]) => {
      const scopes = method === HttpMethod.Get ? read : write;
      return { method, path, function: this.function, scopes };
    });
  }
}

/** What the function does with the table. */
function usersLink({ tableName, arn }: UsersTable): Link {
  const actions = ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Scan"];
  return {
    statements: [{ Action: actions.map((action) => `dynamodb:${action}`), Resource: arn }],
    environment: { USERS_TABLE: tableName },
  };
}
