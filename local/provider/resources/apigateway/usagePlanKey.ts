import type { UsagePlanKey as PlanKeyResource, UsagePlanKeyArgs } from "@pulumi/aws/apigateway/usagePlanKey";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { resourceType } from "../../frame/resourceType";
import { notFound } from "./shared";

/** A key's membership in a usage plan, with the key's id. */
export const UsagePlanKey = resourceType<UsagePlanKeyArgs, PlanKeyResource>({
  token: "aws:apigateway/usagePlanKey:UsagePlanKey",
  identity: ["usagePlanId", "keyId"],
  properties: {
    ...withRule({ required: true }, "keyId", "keyType", "usagePlanId"),
  },
  outputs: { name: "stable", value: "stable" },
  fromImportId: (id) => {
    const [usagePlanId, keyId] = id.split("/");
    return { id: keyId, known: { usagePlanId, keyId } };
  },

  async create({ keyId, keyType, usagePlanId }, { apigateway }) {
    await apigateway.createUsagePlanKey({ keyId, keyType, usagePlanId });
    return keyId;
  },

  async read(keyId, { apigateway }, { usagePlanId }) {
    const live = await unless(notFound, apigateway.getUsagePlanKey({ usagePlanId, keyId }));
    return live && { usagePlanId, keyId, keyType: live.type, name: live.name, value: live.value };
  },

  async delete(keyId, { apigateway }, { usagePlanId }) {
    await unless(notFound, apigateway.deleteUsagePlanKey({ usagePlanId, keyId }));
  },
});
