import type {
  EventSubscription as EventSubscriptionResource,
  EventSubscriptionArgs,
} from "@pulumi/aws/rds/eventSubscription";
import { declaredOnly } from "../../frame/declaredOnly";
import { tags } from "../../frame/resourceType";

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html */
export const EventSubscription = declaredOnly<EventSubscriptionArgs, EventSubscriptionResource>({
  token: "aws:rds/eventSubscription:EventSubscription",
  name: {
    property: "name",
    prefixProperty: "namePrefix",
    maxLength: 255,
    pattern: /^[0-9a-z-]+$/i,
    allowed: "letters, digits and hyphens",
  },
  properties: {
    enabled: { default: true },
    eventCategories: { unordered: true },
    name: { replace: true },
    namePrefix: { replace: true },
    snsTopic: { required: true },
    sourceIds: { unordered: true },
    sourceType: {},
    tags,
  },
  outputs: { arn: "stable", customerAwsId: "stable" },
  reason: "the emulator's databases have no events; publish one to the topic yourself",
  id: ({ name }) => name!,
  computedOutputs: async (id, _known, aws) => ({
    arn: await aws.arn("rds", `es:${id}`),
    customerAwsId: (await aws.callerIdentity()).accountId,
  }),
});
