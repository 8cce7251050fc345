import * as pulumi from "@pulumi/pulumi";
import { Api } from "./api";
import { type ApiArgs, HttpMethod, type RouteArgs } from "./apiArgs";
import { Check } from "./check";
import { withDefaults } from "./defaults";
import { type HttpRouteArgs } from "./httpApiArgs";
import { NodeFunction, ownHandler, type PatternFunctionArgs } from "./nodeFunction";
import { type Link } from "./permissions";

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
  /** Routes of your own next to those of the users. Default: none. */
  routes?: RouteArgs[];
  /** Hours that an Idempotency-Key is remembered, 1 to 720. Default: 24. */
  idempotencyHours?: number;
}

/** What a users API has when its arguments do not say. */
export const usersApiDefaults = { idempotencyHours: 24, timeoutSeconds: 10, defaultAuthorizer: "iam" };

/** What the API's settings may be; the handler takes all of it. */
export const usersApiBounds = { idempotencyHours: { min: 1, max: 720 } };

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

  constructor(name: string, args: UsersApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:api:UsersApi", name, {}, opts);
    const settings = withDefaults(usersApiDefaults, args);
    const { idempotencyHours, table, cors } = settings;
    new Check("UsersApi", name)
      .within("idempotencyHours", idempotencyHours, usersApiBounds.idempotencyHours, "hours")
      .done();
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
    const routes = ROUTES.map(([method, path]): RouteArgs => ({ method, path, function: this.function }));
    this.api = new Api(
      name,
      { ...settings, description: "Users", routes: [...routes, ...(settings.routes ?? [])] },
      child,
    );
    this.registerOutputs({ apiId: this.api.apiId, url: this.api.url });
  }

  /** The same users for an {@link HttpApi} that judges tokens. */
  httpRoutes({ read, write }: UsersScopes): HttpRouteArgs[] {
    return ROUTES.map(([method, path]) => {
      const scopes = method === HttpMethod.Get ? read : write;
      return { method, path, function: this.function, scopes };
    });
  }
}

/** Scopes of a token that open the routes of the users; any one is enough. */
export interface UsersScopes {
  /** For GET. */
  read: string[];
  /** For every other method. */
  write: string[];
}

/** What the function does with the table. */
function usersLink({ tableName, arn }: UsersTable): Link {
  const actions = ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Scan"];
  return {
    statements: [{ Action: actions.map((action) => `dynamodb:${action}`), Resource: arn }],
    environment: { USERS_TABLE: tableName },
  };
}
