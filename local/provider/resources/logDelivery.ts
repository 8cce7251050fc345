import type { LogDelivery as DeliveryResource, LogDeliveryArgs } from "@pulumi/aws/cloudwatch/logDelivery";
import type {
  LogDeliveryDestination as DestinationResource,
  LogDeliveryDestinationArgs,
} from "@pulumi/aws/cloudwatch/logDeliveryDestination";
import type {
  LogDeliverySource as SourceResource,
  LogDeliverySourceArgs,
} from "@pulumi/aws/cloudwatch/logDeliverySource";
import { declaredOnly } from "../frame/declaredOnly";
import { wordCharacters } from "../frame/names";
import { withRule } from "../frame/properties";
import { tags } from "../frame/resourceType";

const reason = "the emulator writes no access log";
const name = { property: "name", maxLength: 60, ...wordCharacters } as const;

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html */
export const LogDeliverySource = declaredOnly<LogDeliverySourceArgs, SourceResource>({
  token: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  name,
  properties: {
    logType: { required: true },
    name: { replace: true },
    resourceArn: { required: true, replace: true },
    tags,
  },
  outputs: { arn: "stable", service: "stable" },
  reason,
  id: ({ name }) => name!,
  computedOutputs: async (id, _known, aws) => ({
    arn: await aws.arn("logs", `delivery-source:${id}`),
    service: "cloudfront",
  }),
});

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestination.html */
export const LogDeliveryDestination = declaredOnly<LogDeliveryDestinationArgs, DestinationResource>({
  token: "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
  name,
  properties: {
    deliveryDestinationConfiguration: {},
    deliveryDestinationType: { computed: true, replace: true },
    name: { replace: true },
    outputFormat: { replace: true },
    tags,
  },
  outputs: { arn: "stable" },
  reason,
  id: ({ name }) => name!,
  computedOutputs: async (id, _known, aws) => ({
    arn: await aws.arn("logs", `delivery-destination:${id}`),
    deliveryDestinationType: "S3",
  }),
});

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateDelivery.html */
export const LogDelivery = declaredOnly<LogDeliveryArgs, DeliveryResource>({
  token: "aws:cloudwatch/logDelivery:LogDelivery",
  identity: ["deliverySourceName", "deliveryDestinationArn"],
  properties: {
    ...withRule({ required: true, replace: true }, "deliveryDestinationArn", "deliverySourceName"),
    ...withRule({ computed: true }, "recordFields", "s3DeliveryConfigurations"),
    fieldDelimiter: {},
    tags,
  },
  outputs: { arn: "stable" },
  reason,
  computedOutputs: async (id, _known, aws) => ({ arn: await aws.arn("logs", `delivery:${id}`) }),
});
