import type { UserGroup as GroupResource, UserGroupArgs } from "@pulumi/aws/cognito/userGroup";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { notFound } from "./errors";
import { inPool } from "./ids";

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
export const UserGroup = resourceType<UserGroupArgs, GroupResource>({
  token: "aws:cognito/userGroup:UserGroup",
  name: { property: "name", maxLength: 128, pattern: /^\S+$/, allowed: "no white space" },
  identity: ["userPoolId", "name"],
  properties: {
    ...optional("description", "precedence", "roleArn"),
    name: { replace: true },
    userPoolId: { required: true, replace: true },
  },
  outputs: {},

  async create(props, { cognitoIdp }) {
    await cognitoIdp.createGroup(groupInput(props));
    return `${props.userPoolId}/${props.name}`;
  },

  async read(_id, { cognitoIdp }, { userPoolId: UserPoolId, name: GroupName }) {
    const answer = await unless(notFound, cognitoIdp.getGroup({ UserPoolId, GroupName }));
    if (!answer?.Group) return undefined;
    const { Description, Precedence, RoleArn } = answer.Group;
    return {
      userPoolId: UserPoolId,
      name: GroupName,
      description: Description || undefined,
      precedence: Precedence || undefined, // the emulator says 0 where none was given
      roleArn: RoleArn || undefined,
    };
  },

  /** The emulator has no UpdateGroup, so recreate the group with its members. */
  async update(_id, props, _old, { cognitoIdp }) {
    const { UserPoolId, GroupName } = groupInput(props);
    const { paginateListUsersInGroup } = await import("@aws-sdk/client-cognito-identity-provider");
    const members: string[] = [];
    for await (const { Users = [] } of paginateListUsersInGroup({ client: cognitoIdp }, { UserPoolId, GroupName })) {
      members.push(...Users.flatMap(({ Username }) => Username ?? []));
    }
    await cognitoIdp.deleteGroup({ UserPoolId, GroupName });
    await cognitoIdp.createGroup(groupInput(props));
    for (const Username of members) await cognitoIdp.adminAddUserToGroup({ UserPoolId, GroupName, Username });
  },

  async delete(_id, { cognitoIdp }, { userPoolId: UserPoolId, name: GroupName }) {
    await unless(notFound, cognitoIdp.deleteGroup({ UserPoolId, GroupName }));
  },

  fromImportId: (id) => inPool(id, "name"),
});

function groupInput({ userPoolId, name, description, precedence, roleArn }: Inputs<UserGroupArgs>) {
  return {
    UserPoolId: userPoolId,
    GroupName: name,
    Description: description,
    Precedence: precedence,
    RoleArn: roleArn,
  };
}
