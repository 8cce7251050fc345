import type * as pulumi from "@pulumi/pulumi";
import { type ApiArgs, AuthorizerType, HttpMethod, type RouteArgs } from "../api/rest/args";
import { JwtAuthorizer } from "../api/jwtAuthorizer";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { type UserPool } from "../identity/userPool";

/** What verifies users' access tokens. */
export const TokenVerifier = {
  /** API Gateway itself: no function, and 401 for a token without the scope. */
  ApiGateway: "userPool",
  /** A Lambda authorizer: 403 for a token without the scope, and only tokens of the named clients. */
  Function: "jwt",
} as const;
export type TokenVerifier = (typeof TokenVerifier)[keyof typeof TokenVerifier];

/** Scopes that open the users' routes; a token needs one of them. */
export interface UsersScopes {
  /** Scopes for GET. */
  read: string[];
  /** Scopes for all other methods. */
  write: string[];
}

/** How users of a pool may call an API. */
export interface SignInArgs {
  userPool: UserPool;
  /** Names of the pool's clients whose tokens to accept. API Gateway accepts those of all clients of the pool. */
  clients: string[];
  /** What verifies the tokens. Default: ApiGateway. */
  verifier?: TokenVerifier;
  /** @deprecated Use {@link verifier}. */
  judge?: TokenVerifier;
  /** Scopes that a token needs: one of `read` for GET, one of `write` for other methods. */
  scopes: UsersScopes;
}

const USERS = "users";

/** The authorization arguments of an API: routes without their own authorizer require a scope. */
export function authorizeUsers(
  name: string,
  { signIn, routes, ...settings }: { signIn: SignInArgs; routes: RouteArgs[] } & PatternFunctionArgs,
  opts: pulumi.CustomResourceOptions,
): Pick<ApiArgs, "authorizers" | "defaultAuthorizer" | "routes"> & { jwtAuthorizer?: JwtAuthorizer } {
  const { userPool, clients, scopes, verifier = signIn.judge ?? TokenVerifier.ApiGateway } = signIn;
  const requiredScopes = ({ method }: RouteArgs): string[] => (method === HttpMethod.Get ? scopes.read : scopes.write);
  if (verifier === TokenVerifier.ApiGateway) {
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
