import { type Row } from "../../schema";
import { type Given } from "../given";
import { together } from "../together";

/** Places of a scaling policy, and policies that AWS takes. */
export const target = "targetTrackingConfiguration";
export const custom = `${target}.customizedMetricSpecification`;
export const config = "predictiveScalingConfiguration";
export const specification = `${config}.metricSpecification`;
export const queries = ["Load", "Scaling", "Capacity"].map(
  (name) => `${specification}.customized${name}MetricSpecification.metricDataQueries`,
);
export const named = { name: "own", autoscalingGroupName: "web" };
export const pair = { predefinedMetricPairSpecification: { predefinedMetricType: "ASGCPUUtilization" } };
export const predicts = (more: Given = pair, beside: Given = {}, further: Given = {}): Given => ({
  ...named,
  policyType: "PredictiveScaling",
  predictiveScalingConfiguration: { metricSpecification: { targetValue: 50, ...more }, ...beside },
  ...further,
});

/** A row whose examples are whole policies. */
export const row = (fact: string, words: Parameters<typeof together>[1], good: Given, bad: Given): Row =>
  together(fact, words, {}, good, bad);
