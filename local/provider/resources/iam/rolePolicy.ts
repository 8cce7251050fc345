import type { RolePolicy as RolePolicyResource, RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy";
import { unless } from "../../errors";
import { resourceType } from "../../resourceType";
import { decoded, nameOf, noSuchEntity } from "./entity";

export const RolePolicy = resourceType<RolePolicyArgs, RolePolicyResource>({
  token: "aws:iam/rolePolicy:RolePolicy",
  name: nameOf(128),
  identity: ["name", "role"],
  global: true,
  properties: {
    name: { replace: true },
    namePrefix: { replace: true },
    policy: { required: true, document: "policy" },
    role: { required: true, replace: true },
  },
  outputs: {},

  lacks: ({ policy }) => [
    ...(policy.includes("${") ? ["policy: variables match nothing, and what they would allow is refused"] : []),
    ...(policy.includes("dynamodb:LeadingKeys") ? ["policy: dynamodb:LeadingKeys is not looked at"] : []),
  ],

  async create({ role, name, policy }, { iam }) {
    await iam.putRolePolicy({ RoleName: role, PolicyName: name, PolicyDocument: policy });
    return `${role}:${name}`;
  },

  async read(id, { iam }) {
    const [role, name] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
    const answer = await unless(noSuchEntity, iam.getRolePolicy({ RoleName: role, PolicyName: name }));
    return answer && { role, name, policy: decoded(answer.PolicyDocument) };
  },

  async update(_id, { role, name, policy }, _old, { iam }) {
    await iam.putRolePolicy({ RoleName: role, PolicyName: name, PolicyDocument: policy });
  },

  async delete(_id, { iam }, { role, name }) {
    await unless(noSuchEntity, iam.deleteRolePolicy({ RoleName: role, PolicyName: name }));
  },
});
