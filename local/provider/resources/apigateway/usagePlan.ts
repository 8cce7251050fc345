import type * as sdk from "@aws-sdk/client-api-gateway";
import type { UsagePlan as UsagePlanResource, UsagePlanArgs } from "@pulumi/aws/apigateway/usagePlan";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { anyName, formatArn, notFound } from "./shared";

/** The emulator cannot change a plan's stages or numbers, so changes recreate it. */
export const UsagePlan = resourceType<UsagePlanArgs, UsagePlanResource>({
  token: "aws:apigateway/usagePlan:UsagePlan",
  name: anyName(255),
  identity: [],
  properties: {
    ...optional("description", "name", "quotaSettings", "throttleSettings"),
    apiStages: { unordered: true },
    productCode: { notEmulated: "the emulator sells nothing" },
    tags,
  },
  outputs: { arn: "stable" },

  async create(props, { apigateway }) {
    const { id } = await apigateway.createUsagePlan({
      name: props.name,
      description: props.description,
      apiStages: props.apiStages?.map(({ apiId, stage, throttles }) => ({
        apiId,
        stage,
        throttle: throttles && Object.fromEntries(throttles.map(({ path, ...limits }) => [path, limits] as const)),
      })),
      throttle: props.throttleSettings,
      quota: props.quotaSettings && {
        ...props.quotaSettings,
        period: props.quotaSettings.period as sdk.QuotaPeriodType,
      },
      tags: props.tags,
    });
    return id!;
  },

  async read(usagePlanId, aws) {
    const live = await unless(notFound, aws.apigateway.getUsagePlan({ usagePlanId }));
    if (!live) return undefined;
    return {
      name: live.name,
      description: live.description || undefined,
      apiStages: live.apiStages?.map(({ apiId = "", stage = "", throttle = {} }) => ({
        apiId,
        stage,
        throttles: Object.entries(throttle).map(([path, limits]) => ({ path, ...limits })),
      })),
      throttleSettings: live.throttle,
      quotaSettings: live.quota?.limit
        ? { ...live.quota, limit: live.quota.limit, period: live.quota.period! }
        : undefined,
      tags: live.tags ?? {},
      arn: formatArn(aws, `/usageplans/${usagePlanId}`),
    };
  },

  async delete(usagePlanId, { apigateway }) {
    await unless(notFound, apigateway.deleteUsagePlan({ usagePlanId }));
  },
});
