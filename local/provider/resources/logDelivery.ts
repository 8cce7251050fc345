import type * as sdk from "@aws-sdk/client-cloudwatch-logs";
import type { LogDelivery as DeliveryResource, LogDeliveryArgs } from "@pulumi/aws/cloudwatch/logDelivery";
import type {
  LogDeliveryDestination as DestinationResource,
  LogDeliveryDestinationArgs,
} from "@pulumi/aws/cloudwatch/logDeliveryDestination";
import type {
  LogDeliverySource as SourceResource,
  LogDeliverySourceArgs,
} from "@pulumi/aws/cloudwatch/logDeliverySource";
import { type Aws } from "../frame/aws";
import { unless } from "../frame/errors";
import { wordCharacters } from "../frame/names";
import { withRule } from "../frame/properties";
import { type Inputs, resourceType, tags, type Tagging } from "../frame/resourceType";

const notFound = ["ResourceNotFoundException"];
const name = { property: "name", maxLength: 60, ...wordCharacters } as const;
/** What reads the distributions' logs, and no other service's. */
const onlyEdge = (arn: string | undefined): string[] =>
  arn === undefined || arn.startsWith("arn:aws:cloudfront:")
    ? []
    : ["is not run: only distributions write access logs"];
const tagging: Tagging<{ arn?: string }> = {
  remove: (_id, tagKeys, { logs }, { arn }) => logs.untagResource({ resourceArn: arn, tagKeys }),
  add: (_id, tags, { logs }, { arn }) => logs.tagResource({ resourceArn: arn, tags }),
};

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html */
export const LogDeliverySource = resourceType<LogDeliverySourceArgs, SourceResource>({
  token: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  name,
  properties: {
    logType: { required: true },
    name: { replace: true },
    resourceArn: { required: true, replace: true },
    tags,
  },
  outputs: { arn: "stable", service: "stable" },
  notEmulated: ({ resourceArn }) => onlyEdge(resourceArn),
  async create(props, aws) {
    await putSource(props, aws);
    return props.name!;
  },
  async read(name, { logs }) {
    const live = (await unless(notFound, logs.getDeliverySource({ name })))?.deliverySource;
    return (
      live && {
        arn: live.arn,
        logType: live.logType,
        name: live.name,
        resourceArn: live.resourceArns?.[0],
        service: live.service,
      }
    );
  },
  update: async (_name, props, _old, aws) => void (await putSource(props, aws)),
  tagging,
  delete: async (name, { logs }) => void (await unless(notFound, logs.deleteDeliverySource({ name }))),
});

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestination.html */
export const LogDeliveryDestination = resourceType<LogDeliveryDestinationArgs, DestinationResource>({
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
  notEmulated: ({ outputFormat, deliveryDestinationConfiguration: to }) => [
    ...(outputFormat === "parquet" ? ["outputFormat: Parquet is not written, but W3C"] : []),
    ...(to?.destinationResourceArn?.startsWith("arn:aws:s3:") === false ? ["is not run: logs go to buckets only"] : []),
  ],
  async create(props, aws) {
    await putDestination(props, aws);
    return props.name!;
  },
  async read(name, { logs }) {
    const live = (await unless(notFound, logs.getDeliveryDestination({ name })))?.deliveryDestination;
    return (
      live && {
        arn: live.arn,
        deliveryDestinationConfiguration: {
          destinationResourceArn: live.deliveryDestinationConfiguration?.destinationResourceArn ?? "",
        },
        deliveryDestinationType: live.deliveryDestinationType,
        name: live.name,
        outputFormat: live.outputFormat,
      }
    );
  },
  update: async (_name, props, _old, aws) => void (await putDestination(props, aws)),
  tagging,
  delete: async (name, { logs }) => void (await unless(notFound, logs.deleteDeliveryDestination({ name }))),
});

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateDelivery.html */
export const LogDelivery = resourceType<LogDeliveryArgs, DeliveryResource>({
  token: "aws:cloudwatch/logDelivery:LogDelivery",
  identity: ["deliverySourceName", "deliveryDestinationArn"],
  properties: {
    ...withRule({ required: true, replace: true }, "deliveryDestinationArn", "deliverySourceName"),
    ...withRule({ computed: true, replace: true }, "recordFields", "s3DeliveryConfigurations"),
    fieldDelimiter: { replace: true, notEmulated: "a tab is written" },
    tags,
  },
  outputs: { arn: "stable" },
  async create(props, { logs }) {
    const [configuration] = props.s3DeliveryConfigurations ?? [];
    const { delivery } = await logs.createDelivery({
      deliverySourceName: props.deliverySourceName,
      deliveryDestinationArn: props.deliveryDestinationArn,
      recordFields: props.recordFields,
      s3DeliveryConfiguration: configuration && {
        suffixPath: configuration.suffixPath,
        enableHiveCompatiblePath: configuration.enableHiveCompatiblePath,
      },
      tags: props.tags,
    });
    return delivery!.id!;
  },
  async read(id, { logs }) {
    const live = (await unless(notFound, logs.getDelivery({ id })))?.delivery;
    return (
      live && {
        arn: live.arn,
        deliveryDestinationArn: live.deliveryDestinationArn,
        deliverySourceName: live.deliverySourceName,
        recordFields: live.recordFields,
      }
    );
  },
  update: () => Promise.resolve(),
  tagging,
  delete: async (id, { logs }) => void (await unless(notFound, logs.deleteDelivery({ id }))),
});

const putSource = (props: Inputs<LogDeliverySourceArgs>, { logs }: Aws) =>
  logs.putDeliverySource({
    name: props.name,
    logType: props.logType,
    resourceArn: props.resourceArn,
    tags: props.tags,
  });

const putDestination = (props: Inputs<LogDeliveryDestinationArgs>, { logs }: Aws) =>
  logs.putDeliveryDestination({
    name: props.name,
    outputFormat: props.outputFormat as sdk.OutputFormat,
    deliveryDestinationConfiguration: {
      destinationResourceArn: props.deliveryDestinationConfiguration?.destinationResourceArn,
    },
    tags: props.tags,
  });
