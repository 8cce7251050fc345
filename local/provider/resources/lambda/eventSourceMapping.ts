import type * as sdk from "@aws-sdk/client-lambda";
import type * as pulumiAws from "@pulumi/aws/lambda/eventSourceMapping";
import { unless } from "../../frame/errors";
import { changing, optional, withRule } from "../../frame/properties";
import { type Inputs, type PropertyRule, resourceType, tags } from "../../frame/resourceType";
import { fromAws, timestamp, toAws } from "../../frame/shapes";

const notFound = ["ResourceNotFoundException"];
const noBroker: PropertyRule = { notEmulated: "the emulator reads from no broker" };

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html */
export const EventSourceMapping = resourceType<pulumiAws.EventSourceMappingArgs, pulumiAws.EventSourceMapping>({
  token: "aws:lambda/eventSourceMapping:EventSourceMapping",
  properties: {
    ...withRule({ computed: true }, "batchSize", "maximumRecordAgeInSeconds", "maximumRetryAttempts"),
    ...withRule({ computed: true }, "parallelizationFactor"),
    ...withRule({ replace: true }, "eventSourceArn", "startingPosition"),
    ...optional("bisectBatchOnFunctionError", "destinationConfig", "filterCriteria", "scalingConfig"),
    ...optional("maximumBatchingWindowInSeconds", "tumblingWindowInSeconds", "useResourceTimeoutForPropagation"),
    ...withRule(noBroker, "documentDbEventSourceConfig", "provisionedPollerConfig", "sourceAccessConfigurations"),
    ...withRule({ ...noBroker, replace: true }, "queues", "selfManagedEventSource", "topics"),
    amazonManagedKafkaEventSourceConfig: { ...noBroker, computed: true, replace: true },
    enabled: { default: true },
    functionName: { required: true },
    functionResponseTypes: { unordered: true },
    kmsKeyArn: { notEmulated: "filters are not encrypted" },
    metricsConfig: { notEmulated: "the emulator counts nothing" },
    selfManagedKafkaEventSourceConfig: { ...noBroker, computed: true, replace: true },
    startingPositionTimestamp: { replace: true, notEmulated: "the emulator begins at TRIM_HORIZON or LATEST" },
    tags,
  },
  outputs: {
    ...changing("functionArn", "lastModified", "lastProcessingResult", "state", "stateTransitionReason"),
    arn: "stable",
    uuid: "stable",
  },

  async create(props, { lambda }) {
    const { UUID } = await lambda.createEventSourceMapping({
      ...settings(props),
      EventSourceArn: props.eventSourceArn,
      StartingPosition: props.startingPosition as sdk.EventSourcePosition,
      Tags: props.tags,
    });
    return UUID!;
  },

  async read(UUID, { lambda }, known) {
    const live = await unless(notFound, lambda.getEventSourceMapping({ UUID }));
    if (!live) return undefined;
    const { OnFailure } = live.DestinationConfig ?? {};
    return {
      arn: live.EventSourceMappingArn,
      uuid: UUID,
      batchSize: live.BatchSize,
      bisectBatchOnFunctionError: live.BisectBatchOnFunctionError,
      destinationConfig: OnFailure?.Destination ? { onFailure: { destinationArn: OnFailure.Destination } } : undefined,
      enabled: live.State !== "Disabled" && live.State !== "Disabling",
      eventSourceArn: live.EventSourceArn,
      filterCriteria: live.FilterCriteria?.Filters?.length ? fromAws(live.FilterCriteria) : undefined,
      functionArn: live.FunctionArn,
      // The program may name the function, or give its ARN.
      functionName: known.functionName?.startsWith("arn:") ? live.FunctionArn : known.functionName,
      functionResponseTypes: live.FunctionResponseTypes,
      lastModified: timestamp(live.LastModified),
      lastProcessingResult: live.LastProcessingResult ?? "",
      maximumBatchingWindowInSeconds: live.MaximumBatchingWindowInSeconds || undefined,
      maximumRecordAgeInSeconds: live.MaximumRecordAgeInSeconds ?? -1,
      maximumRetryAttempts: live.MaximumRetryAttempts ?? -1,
      parallelizationFactor: live.ParallelizationFactor ?? 1,
      scalingConfig: live.ScalingConfig?.MaximumConcurrency ? fromAws(live.ScalingConfig) : undefined,
      startingPosition: live.StartingPosition,
      state: live.State,
      stateTransitionReason: live.StateTransitionReason,
      tumblingWindowInSeconds: live.TumblingWindowInSeconds || undefined,
    };
  },

  async update(UUID, props, _old, { lambda }) {
    await lambda.updateEventSourceMapping({ UUID, ...settings(props) });
  },

  async delete(UUID, { lambda }) {
    await unless(notFound, lambda.deleteEventSourceMapping({ UUID }));
  },
});

/** What can be changed. */
function settings(props: Inputs<pulumiAws.EventSourceMappingArgs>): Omit<
  sdk.UpdateEventSourceMappingRequest,
  "UUID"
> & {
  FunctionName: string;
} {
  const destination = props.destinationConfig?.onFailure?.destinationArn;
  return {
    FunctionName: props.functionName,
    BatchSize: props.batchSize,
    BisectBatchOnFunctionError: props.bisectBatchOnFunctionError,
    DestinationConfig: { OnFailure: destination ? { Destination: destination } : {} },
    Enabled: props.enabled,
    FilterCriteria: toAws(props.filterCriteria ?? {}),
    FunctionResponseTypes: (props.functionResponseTypes ?? []) as sdk.FunctionResponseType[],
    MaximumBatchingWindowInSeconds: props.maximumBatchingWindowInSeconds,
    MaximumRecordAgeInSeconds: props.maximumRecordAgeInSeconds,
    MaximumRetryAttempts: props.maximumRetryAttempts,
    ParallelizationFactor: props.parallelizationFactor,
    ScalingConfig: toAws(props.scalingConfig),
    TumblingWindowInSeconds: props.tumblingWindowInSeconds,
  };
}
