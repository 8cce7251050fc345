import * as pulumi from "@pulumi/pulumi";
import { Api } from "../api/rest/api";
import { HttpMethod, type RouteArgs } from "../api/rest/args";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { type HttpRouteArgs } from "../api/http/args";
import { type JwtAuthorizer } from "../api/jwtAuthorizer";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { type Link } from "../core/permissions";
import { authorizeUsers, type UsersScopes } from "./usersApiSignIn";
import { type UsersTable, type UsersApiArgs, usersApiDefaults } from "./usersApiArgs";
import { usersApiProblems } from "./usersApiCheck";

/** The routes below /users. A function answers with a user, a list, or a problem in the form of RFC 9457. */
const ROUTES = [
  [HttpMethod.Get, "/users"],
  [HttpMethod.Post, "/users"],
  [HttpMethod.Get, "/users/{id}"],
  [HttpMethod.Put, "/users/{id}"],
  [HttpMethod.Delete, "/users/{id}"],
] as const;

/** Users over HTTP: create, read, update with optimistic locking, delete, and list with a cursor. */
@component
export class UsersApi extends pulumi.ComponentResource {
  readonly api: Api;
  readonly function: NodeFunction;
  /** The Lambda authorizer, if a function verifies tokens. */
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

  /** Routes to the same users for an {@link HttpApi} that verifies tokens. */
  httpRoutes({ read, write }: UsersScopes): HttpRouteArgs[] {
    return ROUTES.map(([method, path]) => {
      const scopes = method === HttpMethod.Get ? read : write;
      return { method, path, function: this.function, scopes };
    });
  }
}

/** The function's rights on the table. */
function usersLink({ tableName, arn }: UsersTable): Link {
  const actions = ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Scan"];
  return {
    statements: [{ Action: actions.map((action) => `dynamodb:${action}`), Resource: arn }],
    environment: { USERS_TABLE: tableName },
  };
}
