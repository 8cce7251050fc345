import type * as sdk from "@aws-sdk/client-cloudwatch";
import type { MetricAlarm as AlarmResource, MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import { type Inputs, resourceType, tags } from "../resourceType";
import { fromAws, removedTags, tagList, tagMap, toAws } from "../shapes";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
export const MetricAlarm = resourceType<MetricAlarmArgs, AlarmResource>({
  token: "aws:cloudwatch/metricAlarm:MetricAlarm",
  name: { property: "name", maxLength: 255, pattern: /^[^:]+$/, allowed: "any but a colon" },
  properties: {
    actionsEnabled: { default: true },
    alarmActions: { unordered: true },
    alarmDescription: {},
    comparisonOperator: {},
    datapointsToAlarm: {},
    dimensions: {},
    evaluateLowSampleCountPercentiles: { computed: true },
    evaluationCriteria: { lacks: "the emulator evaluates metrics only" },
    evaluationInterval: {},
    evaluationPeriods: {},
    extendedStatistic: {},
    insufficientDataActions: { unordered: true },
    metricName: {},
    metricQueries: { unordered: true },
    name: { replace: true },
    namespace: {},
    okActions: { unordered: true },
    period: {},
    statistic: {},
    tags,
    threshold: {},
    thresholdMetricId: {},
    treatMissingData: { default: "missing" },
    unit: {},
    warmUpConfiguration: { lacks: "the emulator evaluates metrics only" },
  },
  outputs: { arn: "stable" },

  async create(props, { cloudwatch }) {
    await cloudwatch.putMetricAlarm({ ...alarm(props), Tags: tagList(props.tags) });
    return props.name!;
  },

  async read(name, { cloudwatch }) {
    const { MetricAlarms = [] } = await cloudwatch.describeAlarms({ AlarmNames: [name], AlarmTypes: ["MetricAlarm"] });
    const live = MetricAlarms[0];
    if (!live) return undefined;
    const { Tags } = await cloudwatch.listTagsForResource({ ResourceARN: live.AlarmArn });
    const dimensions = (list: sdk.Dimension[] | undefined) =>
      list?.length ? Object.fromEntries(list.map(({ Name = "", Value = "" }) => [Name, Value])) : undefined;
    return {
      name,
      arn: live.AlarmArn,
      actionsEnabled: live.ActionsEnabled,
      alarmActions: live.AlarmActions,
      alarmDescription: live.AlarmDescription || undefined,
      comparisonOperator: live.ComparisonOperator,
      datapointsToAlarm: live.DatapointsToAlarm,
      dimensions: dimensions(live.Dimensions),
      evaluateLowSampleCountPercentiles: live.EvaluateLowSampleCountPercentile,
      evaluationPeriods: live.EvaluationPeriods,
      extendedStatistic: live.ExtendedStatistic || undefined,
      insufficientDataActions: live.InsufficientDataActions,
      metricName: live.MetricName || undefined,
      metricQueries: live.Metrics?.map((query) => ({
        ...fromAws<NonNullable<Inputs<MetricAlarmArgs>["metricQueries"]>[number]>(query),
        metric: query.MetricStat && {
          dimensions: dimensions(query.MetricStat.Metric?.Dimensions),
          metricName: query.MetricStat.Metric!.MetricName!,
          namespace: query.MetricStat.Metric!.Namespace,
          period: query.MetricStat.Period!,
          stat: query.MetricStat.Stat!,
          unit: query.MetricStat.Unit,
        },
      })),
      namespace: live.Namespace || undefined,
      okActions: live.OKActions,
      period: live.Period,
      statistic: live.Statistic,
      tags: tagMap(Tags),
      threshold: live.Threshold,
      thresholdMetricId: live.ThresholdMetricId,
      treatMissingData: live.TreatMissingData ?? "missing",
      unit: live.Unit,
    };
  },

  async update(_name, props, old, { cloudwatch }) {
    await cloudwatch.putMetricAlarm(alarm(props));
    const TagKeys = removedTags(old.tags, props.tags);
    if (TagKeys.length) await cloudwatch.untagResource({ ResourceARN: old.arn, TagKeys });
    if (props.tags) await cloudwatch.tagResource({ ResourceARN: old.arn, Tags: tagList(props.tags) });
  },

  async delete(name, { cloudwatch }) {
    await cloudwatch.deleteAlarms({ AlarmNames: [name] });
  },
});

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
