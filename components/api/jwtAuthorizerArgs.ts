import type * as pulumi from "@pulumi/pulumi";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** Which of a user's tokens an API accepts. */
export const TokenUse = {
  /** Says what the holder may do: it has scopes. */
  Access: "access",
  /** Says who the holder is; only for APIs of the same app. */
  Id: "id",
} as const;
export type TokenUse = (typeof TokenUse)[keyof typeof TokenUse];

/** The scopes and groups that a token needs for one route. */
export interface AuthorizerRuleArgs {
  /** METHOD and path as in the API, for example `GET /users/{id}`; ANY is every method. */
  route: string;
  /** The token needs one of these scopes. Default: none. */
  scopes?: string[];
  /** The token needs one of these groups. Default: none. */
  groups?: string[];
}

/** Arguments of a {@link JwtAuthorizer}. */
export interface JwtAuthorizerArgs extends PatternFunctionArgs {
  /** User pool that issues the tokens. */
  userPoolId: pulumi.Input<string>;
  /** One or more app clients whose tokens to accept. */
  clientIds: pulumi.Input<string>[];
  /** Default: Access. */
  tokenUse?: TokenUse;
  /** Routes that a token can open, 1 to 50. All others stay closed. */
  rules: AuthorizerRuleArgs[];
}

/** Defaults of an authorizer's arguments. */
export const jwtAuthorizerDefaults = { tokenUse: TokenUse.Access, timeoutSeconds: 5, memoryMb: 512 };
