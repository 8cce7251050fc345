import type * as pulumi from "@pulumi/pulumi";
import { type Link } from "../core/permissions";
import { type UserPool } from "./userPool";
import { type Tags } from "../core/tags";

/** A group of users with its own AWS rights instead of those of other users. */
export interface IdentityGroupArgs {
  /** Name of the group, which this component makes: leave it out of the user pool's `groups`. */
  name: string;
  description?: string;
  /** What members may use. They do not get the rights of other users. */
  links: Link[];
}

/** Arguments of an {@link IdentityPool}. */
export interface IdentityPoolArgs {
  /** User pool whose users get AWS credentials. */
  userPool: UserPool;
  /** Names of one or more of the pool's clients whose tokens to accept. */
  clients: string[];
  /** What every signed-in user may use, preferably their own items and objects (`ownItems`, `ownObjects`). */
  authenticated: Link[];
  /** Groups with other rights; the first group of a user counts. Default: none. */
  groups?: IdentityGroupArgs[];
  /** What guests, who have not signed in, may use. Default: nothing, and guests get no identity. */
  guests?: Link[];
  /**
   * Claims of the ID token that credentials carry as principal tags, by tag, for example `{ tenant: "custom:tenant" }`.
   * Claims that users can change through a client of the user pool are refused. Default: none.
   */
  principalTags?: Record<string, string>;
  /** Permissions boundary of the roles. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  tags?: Tags;
}
