import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alarm, deadLetterAlarm } from "../core/alarms";
import { DeadLetterQueue } from "../function/deadLetterQueue";
import { withDefaults } from "../core/defaults";
import { sendFailures } from "../function/failureDestination";
import { policyDocument, sendMessages, type Statement } from "../core/permissions";
import { type StreamReaderArgs, streamReaderDefaults } from "./streamReaderArgs";
import { asCallee } from "../function/target";

/** Milliseconds after which waiting records are late. */
const LATE = 15 * 60_000;

/** Patterns in Lambda's form. */
export function filterCriteria(
  filters: Record<string, unknown>[] | undefined,
): Pick<aws.lambda.EventSourceMappingArgs, "filterCriteria"> {
  if (!filters) return {};
  return { filterCriteria: { filters: filters.map((filter) => ({ pattern: JSON.stringify(filter) })) } };
}

/** Creates the function's right to read, the mapping, the failure destination and the alarms. */
export function readStream(
  kind: string,
  name: string,
  args: StreamReaderArgs & { streamArn: pulumi.Input<string>; rights: Statement[] },
  opts: pulumi.CustomResourceOptions,
): { mapping: aws.lambda.EventSourceMapping; deadLetterQueue?: DeadLetterQueue } {
  const settings = withDefaults(streamReaderDefaults, args);
  const { tags } = settings;
  const reader = asCallee(settings.function);
  const deadLetterQueue =
    args.failureDestinationArn === undefined ? new DeadLetterQueue(`${name}-given-up`, { tags }, opts) : undefined;
  const destination = deadLetterQueue?.arn ?? pulumi.output(args.failureDestinationArn ?? "");
  const failures = deadLetterQueue ? sendMessages(deadLetterQueue) : sendFailures(kind, name, destination);
  const rights = new aws.iam.RolePolicy(
    `${name}-stream`,
    { role: reader.role.name, policy: policyDocument([...args.rights, ...failures.statements]) },
    opts,
  );
  const mapping = new aws.lambda.EventSourceMapping(
    name,
    {
      eventSourceArn: args.streamArn,
      functionName: reader.invokeTargetArn,
      startingPosition: settings.startingPosition,
      batchSize: settings.batchSize,
      maximumBatchingWindowInSeconds: settings.batchingWindowSeconds,
      parallelizationFactor: settings.parallelization,
      bisectBatchOnFunctionError: settings.bisect,
      maximumRetryAttempts: settings.maximumRetryAttempts,
      maximumRecordAgeInSeconds: settings.maximumRecordAgeSeconds,
      functionResponseTypes: settings.partialBatchResponse ? ["ReportBatchItemFailures"] : [],
      ...filterCriteria(args.filters),
      destinationConfig: { onFailure: { destinationArn: destination } },
      enabled: settings.enabled,
      tags,
    },
    { ...opts, dependsOn: [rights] },
  );
  watch(name, settings, deadLetterQueue, opts);
  return { mapping, deadLetterQueue };
}

function watch(
  name: string,
  { function: reader, alarms, tags }: StreamReaderArgs,
  deadLetterQueue: DeadLetterQueue | undefined,
  opts: pulumi.CustomResourceOptions,
): void {
  alarm(
    `${name}-late`,
    {
      description: `${name} reads records more than ${LATE / 60_000} minutes late`,
      namespace: "AWS/Lambda",
      metricName: "IteratorAge",
      dimensions: { FunctionName: asCallee(reader).functionName },
      statistic: "Maximum",
      threshold: LATE,
    },
    { ...alarms, tags },
    opts,
  );
  if (!deadLetterQueue) return;
  const description = `${name} gave up records: its queue holds their positions in the stream`;
  deadLetterAlarm(
    `${name}-given-up`,
    { queueName: deadLetterQueue.queue.name, description },
    { ...alarms, tags },
    opts,
  );
}
