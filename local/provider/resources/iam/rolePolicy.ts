import type { RolePolicy as RolePolicyResource, RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";
import { decoded, entityName, noSuchEntity } from "./entity";

export const RolePolicy = resourceType<RolePolicyArgs, RolePolicyResource>({
  token: "aws:iam/rolePolicy:RolePolicy",
  name: entityName(128),
  identity: ["name", "role"],
  global: true,
  properties: {
    name: { replace: true },
    namePrefix: { replace: true },
    policy: { required: true, document: "policy" },
    role: { required: true, replace: true },
  },
  outputs: {},

  notEmulated: ({ policy }) => [
    ...(/\$\{(?!cognito-identity\.amazonaws\.com:sub\})/.test(policy)
      ? ["policy: variables other than the caller's identity match nothing, and what they would allow is refused"]
      : []),
    ...(policy.includes("dynamodb:PartiQL") && policy.includes("dynamodb:LeadingKeys")
      ? ["policy: a PartiQL statement names no keys, and is refused also on the caller's own items"]
      : []),
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
