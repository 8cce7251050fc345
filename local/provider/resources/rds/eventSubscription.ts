import type * as pulumiAws from "@pulumi/aws/rds/eventSubscription";
import { declaredOnly } from "../../frame/declaredOnly";
import { withRule } from "../../frame/properties";
import { tags } from "../../frame/resourceType";

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html */
export const EventSubscription = declaredOnly<pulumiAws.EventSubscriptionArgs, pulumiAws.EventSubscription>({
  token: "aws:rds/eventSubscription:EventSubscription",
  name: {
    property: "name",
    prefixProperty: "namePrefix",
    maxLength: 255,
    pattern: /^[0-9a-z-]+$/i,
    allowed: "letters, digits and hyphens",
  },
  properties: {
    ...withRule({ unordered: true }, "eventCategories", "sourceIds"),
    ...withRule({ replace: true }, "name", "namePrefix"),
    enabled: { default: true },
    snsTopic: { required: true },
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
