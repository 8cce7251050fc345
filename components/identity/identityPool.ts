import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { type Link, policyDocument } from "../core/permissions";
import { type IdentityPoolArgs } from "./identityPoolArgs";
import { identityPoolProblems } from "./identityPoolCheck";

const SERVICE = "cognito-identity.amazonaws.com";

/**
 * AWS credentials for the users of a user pool, with roles that only this identity pool can issue: each user's own rows
 * and objects, other rights by group, and none for guests by default.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
 */
@component
export class IdentityPool extends pulumi.ComponentResource {
  readonly resource: aws.cognito.IdentityPool;
  readonly identityPoolId: pulumi.Output<string>;
  readonly authenticatedRole: aws.iam.Role;
  /** Present with `guests`. */
  readonly guestRole?: aws.iam.Role;
  private readonly args: IdentityPoolArgs;

  constructor(name: string, args: IdentityPoolArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:identity:IdentityPool", name, {}, opts);
    new Check("IdentityPool", name)
      .nameLength(NAME_LENGTH)
      .args(args, (given) => identityPoolProblems(name, given))
      .done();
    this.args = args;
    const { userPool, guests, groups = [], principalTags } = args;
    const child = { parent: this };
    const clientIds = args.clients.map((client) => userPool.client(client).id);

    this.resource = new aws.cognito.IdentityPool(
      name,
      {
        identityPoolName: name,
        allowUnauthenticatedIdentities: guests !== undefined,
        allowClassicFlow: false, // the classic flow lets the caller choose the role
        cognitoIdentityProviders: clientIds.map((clientId) => ({
          clientId,
          providerName: userPool.providerName,
          serverSideTokenCheck: true, // refuse tokens of users who were signed out or disabled
        })),
        tags: args.tags,
      },
      child,
    );
    this.identityPoolId = this.resource.id;
    this.authenticatedRole = this.role(`${name}-authenticated`, "authenticated", args.authenticated);
    if (guests) this.guestRole = this.role(`${name}-guest`, "unauthenticated", guests);
    groups.forEach((group, precedence) => {
      const role = this.role(`${name}-${group.name}`, "authenticated", group.links);
      new aws.cognito.UserGroup(
        `${name}-${group.name}`,
        {
          name: group.name,
          description: group.description,
          precedence, // with equal precedence, the role would be undefined
          roleArn: role.arn,
          userPoolId: userPool.userPoolId,
        },
        child,
      );
    });
    new aws.cognito.IdentityPoolRoleAttachment(
      `${name}-roles`,
      {
        identityPoolId: this.identityPoolId,
        roles: {
          authenticated: this.authenticatedRole.arn,
          ...(this.guestRole && { unauthenticated: this.guestRole.arn }),
        },
        // Use the role in the token: a rule on the list of groups could match a part of another group's name.
        roleMappings:
          groups.length > 0
            ? clientIds.map((clientId) => ({
                identityProvider: pulumi.interpolate`${userPool.providerName}:${clientId}`,
                type: "Token",
                ambiguousRoleResolution: "AuthenticatedRole",
              }))
            : undefined,
      },
      child,
    );
    if (principalTags) {
      new aws.cognito.IdentityPoolProviderPrincipalTag(
        `${name}-tags`,
        {
          identityPoolId: this.identityPoolId,
          identityProviderName: userPool.providerName,
          principalTags,
          useDefaults: false,
        },
        child,
      );
    }
    this.registerOutputs({ identityPoolId: this.identityPoolId, authenticatedRoleArn: this.authenticatedRole.arn });
  }

  /** A role for callers of this pool only, signed in or not; otherwise callers of other pools could assume it. */
  private role(name: string, kind: "authenticated" | "unauthenticated", links: Link[]): aws.iam.Role {
    const role = new aws.iam.Role(
      `${name}-role`,
      {
        assumeRolePolicy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Federated: SERVICE },
              Action: ["sts:AssumeRoleWithWebIdentity", ...(this.args.principalTags ? ["sts:TagSession"] : [])],
              Condition: {
                StringEquals: { [`${SERVICE}:aud`]: this.identityPoolId },
                "ForAnyValue:StringLike": { [`${SERVICE}:amr`]: kind },
              },
            },
          ],
        }),
        permissionsBoundary: this.args.permissionsBoundaryArn,
        tags: this.args.tags,
      },
      { parent: this },
    );
    const statements = links.flatMap((link) => link.statements);
    if (statements.length > 0) {
      new aws.iam.RolePolicy(
        `${name}-links`,
        { role: role.name, policy: policyDocument(statements) },
        { parent: this },
      );
    }
    return role;
  }
}

/** Longest name, since IAM allows 64 characters for the name of the role of signed-in users. */
const NAME_LENGTH = 37;
