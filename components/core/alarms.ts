import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Tags } from "./tags";

/** Whether a component has alarms, and what they notify. */
export interface AlarmArgs {
  /** Create the alarms. Default: true (about 0.10 USD a month each). */
  enabled?: boolean;
  /** SNS topics, or other actions, that an alarm notifies. Default: none, and the alarms only show in the console. */
  actions?: pulumi.Input<string>[];
}

/** The alarms of a component, with its tags. */
export interface AlarmSettings extends AlarmArgs {
  tags?: Tags;
}

/** A metric, and what raises the alarm. */
interface Threshold {
  /** Region of the metric. Default: the stack's. */
  region?: string;
  description: pulumi.Input<string>;
  namespace: string;
  metricName: string;
  dimensions: Record<string, pulumi.Input<string>>;
  /** Statistic of a period's data. Default: "Sum". */
  statistic?: "Sum" | "Maximum" | "Average";
  /** Default: "GreaterThanThreshold". */
  comparisonOperator?: "GreaterThanThreshold" | "LessThanThreshold";
  /** Default: 0, so that one error, throttled request or dead letter is enough. */
  threshold?: pulumi.Input<number>;
  /** Seconds of one data point. Default: 300. */
  period?: number;
  /** Data points in a row. Default: 1. */
  evaluationPeriods?: number;
  /**
   * How to treat a period without data: as OK for most metrics, as breaching for a job that should have run. Default:
   * "notBreaching".
   */
  treatMissingData?: "notBreaching" | "breaching";
}

/** Creates an alarm, unless the component's alarms are off. It notifies when it starts and when it ends. */
export function alarm(
  name: string,
  {
    statistic = "Sum",
    comparisonOperator = "GreaterThanThreshold",
    threshold = 0,
    period = 300,
    evaluationPeriods = 1,
    treatMissingData = "notBreaching",
    description,
    ...metric
  }: Threshold,
  args: AlarmSettings,
  opts: pulumi.CustomResourceOptions,
): void {
  if (!(args.enabled ?? true)) return;
  const actions = args.actions ?? [];
  new aws.cloudwatch.MetricAlarm(
    name,
    {
      ...metric,
      alarmDescription: description,
      statistic,
      comparisonOperator,
      threshold,
      period,
      evaluationPeriods,
      treatMissingData,
      alarmActions: actions,
      okActions: actions,
      tags: args.tags,
    },
    opts,
  );
}

/** The alarms of a function: errors, throttles, duration near the timeout, and discarded events. */
export function functionAlarms(
  name: string,
  target: {
    functionName: pulumi.Input<string>;
    timeoutSeconds: pulumi.Input<number>;
    deadLetterQueueName?: pulumi.Input<string>;
  },
  args: AlarmSettings,
  opts: pulumi.CustomResourceOptions,
): void {
  const lambda = { namespace: "AWS/Lambda", dimensions: { FunctionName: target.functionName } };
  alarm(`${name}-errors`, { ...lambda, metricName: "Errors", description: `${name} failed` }, args, opts);
  alarm(
    `${name}-throttles`,
    { ...lambda, metricName: "Throttles", description: `${name} was throttled: raise its concurrency` },
    args,
    opts,
  );
  alarm(
    `${name}-duration`,
    {
      ...lambda,
      metricName: "Duration",
      statistic: "Maximum",
      threshold: pulumi.output(target.timeoutSeconds).apply((seconds) => seconds * 900), // 90 % of it, in milliseconds
      description: `${name} took more than 90 % of its timeout`,
    },
    args,
    opts,
  );
  if (target.deadLetterQueueName) {
    const description = `${name} gave up events: they wait in its dead letter queue`;
    deadLetterAlarm(`${name}-dead-letters`, { queueName: target.deadLetterQueueName, description }, args, opts);
  }
}

/** An alarm that goes off when dead letters wait in their queue. */
export function deadLetterAlarm(
  name: string,
  { queueName, description }: { queueName: pulumi.Input<string>; description: string },
  args: AlarmSettings,
  opts: pulumi.CustomResourceOptions,
): void {
  alarm(
    name,
    {
      description,
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: queueName },
      statistic: "Maximum",
    },
    args,
    opts,
  );
}
