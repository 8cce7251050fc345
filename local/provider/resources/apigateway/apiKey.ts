import type { ApiKey as ApiKeyResource, ApiKeyArgs } from "@pulumi/aws/apigateway/apiKey";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { timestamp } from "../../frame/shapes";
import { anyName, formatArn, notFound } from "./shared";

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html */
export const ApiKey = resourceType<ApiKeyArgs, ApiKeyResource>({
  token: "aws:apigateway/apiKey:ApiKey",
  name: anyName(1024),
  identity: [],
  properties: {
    ...optional("customerId", "description", "name"),
    enabled: { default: true },
    tags,
    value: { computed: true, replace: true },
  },
  outputs: { arn: "stable", createdDate: "stable", lastUpdatedDate: "changes" },

  async create({ name, description, enabled, customerId, value, tags }, { apigateway }) {
    const { id } = await apigateway.createApiKey({ name, description, enabled, customerId, value, tags });
    return id!;
  },

  async read(apiKey, aws) {
    const live = await unless(notFound, aws.apigateway.getApiKey({ apiKey, includeValue: true }));
    if (!live) return undefined;
    return {
      name: live.name,
      description: live.description,
      enabled: String(live.enabled) === "true",
      customerId: live.customerId,
      value: live.value,
      tags: live.tags ?? {},
      arn: formatArn(aws, `/apikeys/${apiKey}`),
      createdDate: timestamp(live.createdDate),
      lastUpdatedDate: timestamp(live.lastUpdatedDate),
    };
  },

  async delete(apiKey, { apigateway }) {
    await unless(notFound, apigateway.deleteApiKey({ apiKey }));
  },
});
