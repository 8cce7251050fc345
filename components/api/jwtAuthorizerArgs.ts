import type * as pulumi from "@pulumi/pulumi";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** Which of a user's tokens an API takes. */
export const TokenUse = {
  /** What the holder may do: it has scopes. */
  Access: "access",
  /** Who the holder is; only for APIs of the same app. */
  Id: "id",
} as const;
export type TokenUse = (typeof TokenUse)[keyof typeof TokenUse];

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
