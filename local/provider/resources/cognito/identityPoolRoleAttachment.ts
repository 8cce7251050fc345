import type { RoleMapping, SetIdentityPoolRolesCommandInput } from "@aws-sdk/client-cognito-identity";
import type * as pulumiAws from "@pulumi/aws/cognito/identityPoolRoleAttachment";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { notFound } from "./errors";

type Args = pulumiAws.IdentityPoolRoleAttachmentArgs;

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html */
export const IdentityPoolRoleAttachment = resourceType<Args, pulumiAws.IdentityPoolRoleAttachment>({
  token: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
  identity: ["identityPoolId"],
  properties: {
    identityPoolId: { required: true, replace: true },
    roleMappings: { unordered: true, idle: "every signed-in user gets the authenticated role" },
    roles: { required: true },
  },
  outputs: {},

  async create(props, { cognitoIdentity }) {
    await cognitoIdentity.setIdentityPoolRoles(rolesInput(props));
    return props.identityPoolId;
  },

  async read(IdentityPoolId, { cognitoIdentity }) {
    const found = await unless(notFound, cognitoIdentity.getIdentityPoolRoles({ IdentityPoolId }));
    if (!found?.Roles || Object.keys(found.Roles).length === 0) return undefined;
    const mappings = Object.entries(found.RoleMappings ?? {});
    return {
      identityPoolId: IdentityPoolId,
      roles: found.Roles,
      roleMappings: mappings.length
        ? mappings.map(([identityProvider, { Type = "", AmbiguousRoleResolution, RulesConfiguration }]) => ({
            identityProvider,
            type: Type,
            ambiguousRoleResolution: AmbiguousRoleResolution,
            mappingRules: RulesConfiguration?.Rules && fromAws(RulesConfiguration.Rules, { roleArn: "RoleARN" }),
          }))
        : undefined,
    };
  },

  async update(_id, props, _old, { cognitoIdentity }) {
    await cognitoIdentity.setIdentityPoolRoles(rolesInput(props));
  },

  async delete(IdentityPoolId, { cognitoIdentity }) {
    await unless(notFound, cognitoIdentity.setIdentityPoolRoles({ IdentityPoolId, Roles: {}, RoleMappings: {} }));
  },
});

function rolesInput(props: Inputs<Args>): SetIdentityPoolRolesCommandInput {
  const mappings = (props.roleMappings ?? []).map((mapping): [string, RoleMapping] => [
    mapping.identityProvider,
    {
      Type: mapping.type as RoleMapping["Type"],
      AmbiguousRoleResolution: mapping.ambiguousRoleResolution as RoleMapping["AmbiguousRoleResolution"],
      ...(mapping.mappingRules && {
        RulesConfiguration: { Rules: toAws(mapping.mappingRules, { roleArn: "RoleARN" }) },
      }),
    },
  ]);
  return { IdentityPoolId: props.identityPoolId, Roles: props.roles, RoleMappings: Object.fromEntries(mappings) };
}
