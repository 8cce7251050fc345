import type * as pulumi from "@pulumi/pulumi";
import { type ApiArgs, type RouteArgs } from "../api/rest/args";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { type SignInArgs } from "./usersApiSignIn";

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
