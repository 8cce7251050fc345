import type * as pulumi from "@pulumi/pulumi";
import { type ApiArgs, type RouteArgs } from "../api/rest/args";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { type SignInArgs } from "./usersApiSignIn";

/** The arguments that are passed on to the API, besides its routes. */
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

/** The table of users, with the partition key `UserID` (string) and the time-to-live attribute `expiresAt`. */
export interface UsersTable {
  tableName: pulumi.Input<string>;
  arn: pulumi.Input<string>;
}

/** Arguments of a {@link UsersApi}. */
export interface UsersApiArgs extends PatternFunctionArgs, PatternApiArgs {
  table: UsersTable;
  /** Lets users of a pool call, by the scopes in their tokens. Default: IAM principals, or `authorizers`. */
  signIn?: SignInArgs;
  /** Your own routes besides those of users. Default: none. */
  routes?: RouteArgs[];
  /** Hours that an Idempotency-Key is remembered, 1 to 720. Default: 24. */
  idempotencyHours?: number;
}

/** Defaults of a users API's arguments. */
export const usersApiDefaults = { idempotencyHours: 24, timeoutSeconds: 10, defaultAuthorizer: "iam" };
