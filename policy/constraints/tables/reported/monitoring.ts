import { measured, type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";

const insight = 'INSIGHT_RULE_METRIC("own", "UniqueContributors")';
const policyType = "aws:appautoscaling/policy:Policy";
const tracking = "targetTrackingScalingPolicyConfiguration";
const service = {
  policyType: "TargetTrackingScaling",
  serviceNamespace: "ecs",
  resourceId: "service/own/web",
  scalableDimension: "ecs:service:DesiredCount",
};
const tracks = (predefinedMetricType: string) => ({
  [tracking]: { targetValue: 70, predefinedMetricSpecification: { predefinedMetricType } },
});
const filter = (at: string) => ({
  at,
  format: "filterPattern",
  fact: "a quoted term of a pattern ends with its quotation mark",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html",
  good: '?REPORT ?"timed out"',
  bad: '?"?REPORT ?"timed out""',
});

/** Alarms, filters of logs, and policies that scale. */
export const monitoringReported: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    source: api("cloudwatch", "MetricDataQuery"),
    rows: [
      {
        at: "metricQueries[]",
        fact: "an expression over a rule of Contributor Insights has a period",
        when: { expression: { pattern: "^\\s*INSIGHT_RULE_METRIC\\(" } },
        required: ["period"],
        source: measured,
        good: { id: "e", expression: insight, period: 60 },
        bad: { id: "e", expression: insight },
      },
    ],
  },
  {
    type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    source: api("logs", "PutMetricFilter"),
    rows: [filter("pattern")],
  },
  {
    type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
    source: api("logs", "PutSubscriptionFilter"),
    rows: [filter("filterPattern")],
  },
  {
    type: policyType,
    source: api("applicationScaling", "PutScalingPolicy"),
    rows: [
      together(
        "one policy of a target tracks a metric",
        {
          onlyOne: [
            `${tracking}.predefinedMetricSpecification.predefinedMetricType`,
            `${tracking}.predefinedMetricSpecification.resourceLabel`,
            ...["serviceNamespace", "resourceId", "scalableDimension"],
          ],
          beside: {
            first: {
              type: policyType,
              properties: {
                ...service,
                name: "first",
                region: "eu-west-1",
                ...tracks("ECSServiceAverageCPUUtilization"),
              },
            },
          },
        },
        { ...service, name: "second" },
        tracks("ECSServiceAverageMemoryUtilization"),
        tracks("ECSServiceAverageCPUUtilization"),
      ),
    ],
  },
];
