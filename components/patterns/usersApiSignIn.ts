import type * as pulumi from "@pulumi/pulumi";
import { type ApiArgs, AuthorizerType, HttpMethod, type RouteArgs } from "../api/rest/args";
import { JwtAuthorizer } from "../api/jwtAuthorizer";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { type UserPool } from "../identity/userPool";

/** What verifies the access tokens of users. */
export const TokenVerifier = {
  /** API Gateway itself: no function, and 401 for a token without the scope. */
  ApiGateway: "userPool",
  /** A function of the account: 403 for a token without the scope, and only tokens of the named clients. */
  Function: "jwt",
} as const;
export type TokenVerifier = (typeof TokenVerifier)[keyof typeof TokenVerifier];

/** Scopes of a token that open the routes of the users; any one is enough. */
export interface UsersScopes {
  /** For GET. */
  read: string[];
  /** For every other method. */
  write: string[];
}

/** How the users of a pool call an API. */
export interface SignInArgs {
  userPool: UserPool;
  /** Names of the pool's clients whose tokens count. API Gateway takes those of every client of the pool. */
  clients: string[];
  /** Default: ApiGateway. */
  judge?: TokenVerifier;
  /** One of these must be in the token: `read` for GET, `write` for all else. */
  scopes: UsersScopes;
}

const USERS = "users";

/** The part of an API's arguments that lets users in: routes that name no authorizer of their own ask for a scope. */
export function authorizeUsers(
  name: string,
  { signIn, routes, ...settings }: { signIn: SignInArgs; routes: RouteArgs[] } & PatternFunctionArgs,
  opts: pulumi.CustomResourceOptions,
): Pick<ApiArgs, "authorizers" | "defaultAuthorizer" | "routes"> & { jwtAuthorizer?: JwtAuthorizer } {
  const { userPool, clients, scopes, judge = TokenVerifier.ApiGateway } = signIn;
  const requiredScopes = ({ method }: RouteArgs): string[] => (method === HttpMethod.Get ? scopes.read : scopes.write);
  if (judge === TokenVerifier.ApiGateway) {
    return {
      authorizers: { [USERS]: { type: AuthorizerType.UserPool, userPoolArns: [userPool.arn] } },
      defaultAuthorizer: USERS,
      routes: routes.map((route) =>
        route.authorizer ? route : { ...route, scopes: route.scopes ?? requiredScopes(route) },
      ),
    };
  }
  const { architecture, nativePlatform, logRetentionDays, alarms, tags } = settings;
  const jwtAuthorizer = new JwtAuthorizer(
    `${name}-authorizer`,
    {
      ...{ architecture, nativePlatform, logRetentionDays, alarms, tags },
      userPoolId: userPool.userPoolId,
      clientIds: clients.map((client) => userPool.client(client).id),
      rules: routes
        .filter(({ authorizer }) => authorizer === undefined)
        .map((route) => ({ route: `${route.method} ${route.path}`, scopes: route.scopes ?? requiredScopes(route) })),
    },
    opts,
  );
  return {
    authorizers: { [USERS]: { type: AuthorizerType.Token, function: jwtAuthorizer.function } },
    defaultAuthorizer: USERS,
    routes: routes.map((route) => (route.authorizer ? route : { ...route, scopes: undefined })),
    jwtAuthorizer,
  };
}
