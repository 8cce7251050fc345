import type * as pulumi from "@pulumi/pulumi";
import { type Link } from "../core/permissions";
import { type UserPool } from "./userPool";
import { type Tags } from "../core/tags";

/** A group of users that gets AWS rights of its own instead of those of other users. */
export interface IdentityGroupArgs {
  /** Name of the group, which this component makes: leave it out of the user pool's `groups`. */
  name: string;
  description?: string;
  /** What members may use; nothing of what other users may, unless it is in here too. */
  links: Link[];
}

/** Arguments of an {@link IdentityPool}. */
export interface IdentityPoolArgs {
  /** User pool whose users get AWS credentials. */
  userPool: UserPool;
  /** Names of the pool's clients whose tokens count; one or more. */
  clients: string[];
  /** What every signed-in user may use: best the user's own items and objects (`ownItems`, `ownObjects`). */
  authenticated: Link[];
  /** Groups with other rights, the first one that a user is in counts. Default: none. */
  groups?: IdentityGroupArgs[];
  /** What somebody who has not signed in may use. Default: nothing, and guests get no identity. */
  guests?: Link[];
  /**
   * Claims of the ID token that credentials carry as principal tags, by tag, for example `{ tenant: "custom:tenant" }`. A
   * claim that users can change through any client of the user pool is refused. Default: none.
   */
  principalTags?: Record<string, string>;
  /** Upper bound of what the roles can ever be allowed. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  tags?: Tags;
}
