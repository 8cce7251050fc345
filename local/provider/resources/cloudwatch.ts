import type * as sdk from "@aws-sdk/client-cloudwatch";
import type { MetricAlarm as AlarmResource, MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import { optional, withRule } from "../frame/properties";
import { type Inputs, resourceType, tags } from "../frame/resourceType";
import { tagList, tagMap, toAws } from "../frame/shapes";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
export const MetricAlarm = resourceType<MetricAlarmArgs, AlarmResource>({
  token: "aws:cloudwatch/metricAlarm:MetricAlarm",
  name: { property: "name", maxLength: 255, pattern: /^[^:]+$/, allowed: "any but a colon" },
  properties: {
    ...withRule({ unordered: true }, "alarmActions", "insufficientDataActions", "okActions"),
    ...optional("alarmDescription", "comparisonOperator", "datapointsToAlarm", "dimensions", "evaluationInterval"),
    ...optional("evaluationPeriods", "extendedStatistic", "metricName", "namespace", "period", "statistic"),
    ...optional("threshold", "thresholdMetricId", "unit"),
    actionsEnabled: { default: true },
    evaluateLowSampleCountPercentiles: { computed: true },
    evaluationCriteria: { notEmulated: "the emulator evaluates metrics only" },
    metricQueries: { unordered: true, notEmulated: "the emulator evaluates single metrics only" },
    name: { replace: true },
    tags,
    treatMissingData: { default: "missing" },
    warmUpConfiguration: { notEmulated: "the emulator evaluates metrics only" },
  },
  outputs: { arn: "stable" },

  async create(props, { cloudwatch }) {
    await cloudwatch.putMetricAlarm({ ...alarm(props), Tags: tagList(props.tags) });
    return props.name!;
  },

  async read(name, { cloudwatch }, { metricQueries }) {
    const { MetricAlarms = [] } = await cloudwatch.describeAlarms({ AlarmNames: [name], AlarmTypes: ["MetricAlarm"] });
    const live = MetricAlarms[0];
    if (!live) return undefined;
    const { Tags } = await cloudwatch.listTagsForResource({ ResourceARN: live.AlarmArn });
    // The emulator treats an alarm on queries as one on a single metric, and fills that in.
    const metric = metricQueries ? {} : singleMetric(live);
    return {
      ...metric,
      name,
      arn: live.AlarmArn,
      actionsEnabled: live.ActionsEnabled,
      alarmActions: live.AlarmActions,
      alarmDescription: live.AlarmDescription || undefined,
      comparisonOperator: live.ComparisonOperator,
      datapointsToAlarm: live.DatapointsToAlarm,
      evaluateLowSampleCountPercentiles: live.EvaluateLowSampleCountPercentile,
      evaluationPeriods: live.EvaluationPeriods,
      insufficientDataActions: live.InsufficientDataActions,
      okActions: live.OKActions,
      tags: tagMap(Tags),
      threshold: live.Threshold,
      thresholdMetricId: live.ThresholdMetricId,
      treatMissingData: live.TreatMissingData ?? "missing",
    };
  },

  async update(_name, props, _old, { cloudwatch }) {
    await cloudwatch.putMetricAlarm(alarm(props));
  },

  tagging: {
    remove: (_name, TagKeys, { cloudwatch }, { arn }) => cloudwatch.untagResource({ ResourceARN: arn, TagKeys }),
    add: (_name, tags, { cloudwatch }, { arn }) => cloudwatch.tagResource({ ResourceARN: arn, Tags: tagList(tags) }),
  },

  async delete(name, { cloudwatch }) {
    await cloudwatch.deleteAlarms({ AlarmNames: [name] });
  },
});

function singleMetric(live: sdk.MetricAlarm) {
  const dimensions = live.Dimensions?.map(({ Name = "", Value = "" }) => [Name, Value] as const);
  return {
    dimensions: dimensions?.length ? Object.fromEntries(dimensions) : undefined,
    extendedStatistic: live.ExtendedStatistic || undefined,
    metricName: live.MetricName || undefined,
    namespace: live.Namespace || undefined,
    period: live.Period,
    // The emulator always returns one.
    statistic: live.ExtendedStatistic ? undefined : live.Statistic,
    unit: live.Unit,
  };
}

function alarm(props: Inputs<MetricAlarmArgs>): sdk.PutMetricAlarmInput {
  const dimensions = (map: { [name: string]: string } | undefined) =>
    map && Object.entries(map).map(([Name, Value]) => ({ Name, Value }));
  return {
    AlarmName: props.name,
    ActionsEnabled: props.actionsEnabled,
    AlarmActions: props.alarmActions,
    AlarmDescription: props.alarmDescription,
    ComparisonOperator: props.comparisonOperator as sdk.ComparisonOperator,
    DatapointsToAlarm: props.datapointsToAlarm,
    Dimensions: dimensions(props.dimensions),
    EvaluateLowSampleCountPercentile: props.evaluateLowSampleCountPercentiles,
    EvaluationPeriods: props.evaluationPeriods,
    ExtendedStatistic: props.extendedStatistic,
    InsufficientDataActions: props.insufficientDataActions,
    MetricName: props.metricName,
    Metrics: props.metricQueries?.map(({ metric, ...query }) => ({
      ...toAws<sdk.MetricDataQuery>(query),
      MetricStat: metric && {
        Metric: {
          MetricName: metric.metricName,
          Namespace: metric.namespace,
          Dimensions: dimensions(metric.dimensions),
        },
        Period: metric.period,
        Stat: metric.stat,
        Unit: metric.unit as sdk.StandardUnit,
      },
    })),
    Namespace: props.namespace,
    OKActions: props.okActions,
    Period: props.period,
    Statistic: props.statistic as sdk.Statistic,
    Threshold: props.threshold,
    ThresholdMetricId: props.thresholdMetricId,
    TreatMissingData: props.treatMissingData,
    Unit: props.unit as sdk.StandardUnit,
  };
}
