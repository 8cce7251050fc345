import type { Role as RoleResource, RoleArgs } from "@pulumi/aws/iam/role";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagList, tagMap, timestamp } from "../../frame/shapes";
import { decoded, entityName, noSuchEntity } from "./entity";
import { inlinePolicies, managedPolicies, setInlinePolicies, setManagedPolicies } from "./rolePolicies";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const Role = resourceType<RoleArgs, RoleResource>({
  token: "aws:iam/role:Role",
  name: entityName(64),
  global: true,
  properties: {
    ...optional("description", "permissionsBoundary"),
    assumeRolePolicy: { required: true, document: "policy" },
    forceDetachPolicies: { default: false },
    inlinePolicies: { computed: true, unordered: true, document: "policy" },
    managedPolicyArns: { computed: true, unordered: true },
    maxSessionDuration: { default: 3600 },
    name: { replace: true },
    namePrefix: { replace: true },
    path: { default: "/", replace: true },
    tags,
  },
  outputs: { arn: "stable", createDate: "stable", uniqueId: "stable" },

  async create(props, aws) {
    await aws.iam.createRole({
      RoleName: props.name,
      AssumeRolePolicyDocument: props.assumeRolePolicy,
      Description: props.description,
      MaxSessionDuration: props.maxSessionDuration,
      Path: props.path,
      PermissionsBoundary: props.permissionsBoundary,
      Tags: tagList(props.tags),
    });
    return props.name!;
  },

  async complete(role, { inlinePolicies, managedPolicyArns }, aws) {
    await setInlinePolicies(role, inlinePolicies, aws);
    await setManagedPolicies(role, managedPolicyArns, aws);
  },

  async read(name, aws, known) {
    const answer = await unless(noSuchEntity, aws.iam.getRole({ RoleName: name }));
    if (!answer?.Role) return undefined;
    const role = answer.Role;
    const { Tags } = await aws.iam.listRoleTags({ RoleName: name });
    return {
      name,
      arn: role.Arn,
      assumeRolePolicy: decoded(role.AssumeRolePolicyDocument),
      createDate: timestamp(role.CreateDate),
      description: role.Description || undefined,
      maxSessionDuration: role.MaxSessionDuration ?? 3600,
      path: role.Path,
      permissionsBoundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
      tags: tagMap(Tags),
      uniqueId: role.RoleId,
      ...(known.inlinePolicies ? { inlinePolicies: await inlinePolicies(name, aws) } : {}),
      ...(known.managedPolicyArns ? { managedPolicyArns: await managedPolicies(name, aws) } : {}),
    };
  },

  async update(name, props, old, aws) {
    const { iam } = aws;
    await iam.updateAssumeRolePolicy({ RoleName: name, PolicyDocument: props.assumeRolePolicy });
    await iam.updateRole({
      RoleName: name,
      Description: props.description ?? "",
      MaxSessionDuration: props.maxSessionDuration,
    });
    const boundary = props.permissionsBoundary;
    if (boundary) await iam.putRolePermissionsBoundary({ RoleName: name, PermissionsBoundary: boundary });
    else if (old.permissionsBoundary) await iam.deleteRolePermissionsBoundary({ RoleName: name });
    await setInlinePolicies(name, props.inlinePolicies, aws);
    await setManagedPolicies(name, props.managedPolicyArns, aws);
  },

  tagging: {
    remove: (RoleName, TagKeys, { iam }) => iam.untagRole({ RoleName, TagKeys }),
    add: (RoleName, tags, { iam }) => iam.tagRole({ RoleName, Tags: tagList(tags) }),
  },

  async delete(name, aws, known) {
    const { forceDetachPolicies } = known;
    if (forceDetachPolicies || known.managedPolicyArns) {
      await unless(noSuchEntity, setManagedPolicies(name, [], aws));
    }
    if (forceDetachPolicies || known.inlinePolicies) await unless(noSuchEntity, setInlinePolicies(name, [], aws));
    await unless(noSuchEntity, aws.iam.deleteRole({ RoleName: name }));
  },
});
