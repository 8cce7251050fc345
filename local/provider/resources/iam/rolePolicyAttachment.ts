import type * as pulumiAws from "@pulumi/aws/iam/rolePolicyAttachment";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";
import { noSuchEntity } from "./entity";
import { managedPolicies } from "./rolePolicies";

export const RolePolicyAttachment = resourceType<pulumiAws.RolePolicyAttachmentArgs, pulumiAws.RolePolicyAttachment>({
  token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  identity: ["role", "policyArn"],
  global: true,
  properties: { policyArn: { required: true }, role: { required: true } },
  outputs: {},

  async create({ role, policyArn }, { iam }) {
    await iam.attachRolePolicy({ RoleName: role, PolicyArn: policyArn });
    return `${role}/${policyArn}`;
  },

  async read(id, aws) {
    const [role, policyArn] = [id.slice(0, id.indexOf("/")), id.slice(id.indexOf("/") + 1)];
    const attached = await unless(noSuchEntity, managedPolicies(role, aws));
    return attached?.includes(policyArn) ? { role, policyArn } : undefined;
  },

  async delete(_id, { iam }, { role, policyArn }) {
    await unless(noSuchEntity, iam.detachRolePolicy({ RoleName: role, PolicyArn: policyArn }));
  },
});
