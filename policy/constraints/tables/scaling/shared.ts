import { type Row } from "../../schema";

const customized = { metricName: "m", namespace: "n", statistic: "Average" };

/** What is tracked. */
export const metric = (at: string): readonly Row[] => [
  {
    at,
    fact: "a metric is predefined or customized",
    requiredXor: ["predefinedMetricSpecification", "customizedMetricSpecification"],
    good: { targetValue: 50, customizedMetricSpecification: customized },
    bad: { targetValue: 50 },
  },
  {
    at: `${at}.predefinedMetricSpecification`,
    fact: "the requests of a target of a load balancer need a resourceLabel",
    when: { predefinedMetricType: "ALBRequestCountPerTarget" },
    required: ["resourceLabel"],
    good: { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel: "app/lb/1/targetgroup/tg/2" },
    bad: { predefinedMetricType: "ALBRequestCountPerTarget" },
  },
];

/** The bounds of a step. */
export const step = (at: string): Row => ({
  at,
  fact: "a step's lower bound is below its upper bound",
  ordered: [["metricIntervalLowerBound", "<", "metricIntervalUpperBound"]],
  good: { metricIntervalLowerBound: "0", metricIntervalUpperBound: "10", scalingAdjustment: 1 },
  bad: { metricIntervalLowerBound: "10", metricIntervalUpperBound: "10", scalingAdjustment: 1 },
});
