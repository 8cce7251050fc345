import { type Row, type Schema, type TypeRows } from "../../schema";
import { api } from "../pages";
import { type Given } from "../given";
import { config, custom, named, pair, predicts, queries, row, target } from "./wholePolicies";

const change = { adjustmentType: "ChangeInCapacity" };
const simple = { ...named, policyType: "SimpleScaling", ...change, scalingAdjustment: 1 };
const steps = { ...named, policyType: "StepScaling", ...change };
const up = { stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }] };
const down = (scalingAdjustment: number) => ({
  stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment }],
});
const cpu = { predefinedMetricType: "ASGAverageCPUUtilization" };
const metric = { metricName: "m", namespace: "Own", statistic: "Average" };
const tracks = (more: Given, beside: Given = {}): Given => ({
  ...named,
  policyType: "TargetTrackingScaling",
  targetTrackingConfiguration: { targetValue: 50, ...more },
  ...beside,
});
const measures = (customizedMetricSpecification: Given) => tracks({ customizedMetricSpecification });
const query = (id: string, more: Given = {}, period = 60) => ({
  id,
  metricStat: { metric: { metricName: "m", namespace: "Own" }, stat: "Sum", period },
  returnData: false,
  ...more,
});
const sum = { id: "e1", expression: "m1 + m2", returnData: true };
const create = api("autoscaling", "PutScalingPolicy");
/** What is said of a kind of policies; where none is said, it is SimpleScaling. */
const kind = (policyType: string, then: Schema): Schema =>
  policyType === "SimpleScaling"
    ? { if: { properties: { policyType: { const: policyType } } }, then }
    : { if: { required: ["policyType"], properties: { policyType: { const: policyType } } }, then };

const rows: readonly Row[] = [
  row(
    "an exact capacity is not negative",
    {
      when: { adjustmentType: "ExactCapacity" },
      properties: { scalingAdjustment: { minimum: 0 }, "stepAdjustments[].scalingAdjustment": { minimum: 0 } },
    },
    { ...steps, adjustmentType: "ExactCapacity", ...down(1) },
    { ...steps, adjustmentType: "ExactCapacity", ...down(-1) },
  ),
  row(
    "minAdjustmentMagnitude goes with PercentChangeInCapacity",
    {
      if: { required: ["minAdjustmentMagnitude"], properties: { minAdjustmentMagnitude: { minimum: 1 } } },
      then: { properties: { adjustmentType: { const: "PercentChangeInCapacity" } } },
    },
    { ...simple, minAdjustmentMagnitude: 2, adjustmentType: "PercentChangeInCapacity" },
    { ...simple, minAdjustmentMagnitude: 2 },
  ),
  row(
    "a policy of SimpleScaling has an adjustmentType and a scalingAdjustment",
    kind("SimpleScaling", { required: ["adjustmentType", "scalingAdjustment"] }),
    simple,
    { ...named, ...change },
  ),
  row(
    "a policy of SimpleScaling has no steps and no target",
    kind("SimpleScaling", {
      excluded: ["stepAdjustments", "metricAggregationType", "estimatedInstanceWarmup", target],
    }),
    simple,
    { ...simple, ...up },
  ),
  row(
    "a policy of StepScaling has no adjustment of its own and no target",
    kind("StepScaling", { excluded: [target], properties: { scalingAdjustment: { const: 0 } } }),
    { ...steps, ...up },
    { ...steps, ...up, scalingAdjustment: 1 },
  ),
  row(
    "a policy of TargetTrackingScaling has no adjustment",
    kind("TargetTrackingScaling", {
      excluded: ["metricAggregationType", "minAdjustmentMagnitude", "stepAdjustments", config],
      properties: { scalingAdjustment: { const: 0 } },
    }),
    tracks({ predefinedMetricSpecification: cpu }),
    tracks({ predefinedMetricSpecification: cpu }, up),
  ),
  row(
    "a policy of PredictiveScaling has its configuration, and no adjustment or target",
    kind("PredictiveScaling", {
      required: [config],
      excluded: ["adjustmentType", "stepAdjustments", "estimatedInstanceWarmup", target],
      properties: { scalingAdjustment: { const: 0 } },
    }),
    predicts(),
    predicts(pair, {}, change),
  ),
  row(
    "a policy has up to 20 steps",
    { properties: { stepAdjustments: { maxItems: 20 } } },
    { ...steps, ...up },
    {
      ...steps,
      stepAdjustments: Array.from({ length: 21 }, (_, index) => ({
        metricIntervalLowerBound: String(index),
        ...(index < 20 && { metricIntervalUpperBound: String(index + 1) }),
        scalingAdjustment: 1,
      })),
    },
  ),
  row(
    "steps follow each other without gaps, from the threshold all the way",
    { join: "stepsInOrder", source: api("autoscaling", "StepAdjustment") },
    { ...steps, ...up },
    { ...steps, stepAdjustments: [{ scalingAdjustment: 1 }] },
  ),
  row(
    "a target is above 0",
    { properties: { [`${target}.targetValue`]: { exclusiveMinimum: 0 } } },
    tracks({ predefinedMetricSpecification: cpu }),
    tracks({ predefinedMetricSpecification: cpu, targetValue: 0 }),
  ),
  row(
    "a metric that is computed has no name, namespace, statistic or period beside it",
    {
      dependentExcluded: {
        [`${custom}.metrics`]: ["metricName", "namespace", "statistic", "period", "unit"].map(
          (name) => `${custom}.${name}`,
        ),
      },
    },
    measures({ metrics: [query("m1"), query("m2"), sum] }),
    measures({ ...metric, metrics: [query("m1"), query("m2"), sum] }),
  ),
  row(
    "a metric of one's own has a name, a namespace and a statistic",
    {
      if: { required: [custom], excluded: [`${custom}.metrics`] },
      then: { required: ["metricName", "namespace", "statistic"].map((name) => `${custom}.${name}`) },
    },
    measures(metric),
    measures({ metricName: "m", namespace: "Own" }),
  ),
  row(
    "a query is a metric or an expression",
    {
      properties: Object.fromEntries(
        [`${custom}.metrics`, ...queries].map((path) => [`${path}[]`, { requiredXor: ["expression", "metricStat"] }]),
      ),
    },
    measures({ metrics: [query("m1"), query("m2"), sum] }),
    measures({ metrics: [query("m1"), query("m2", { expression: "m1" }), sum] }),
  ),
  row(
    "queries of a metric have one period",
    {
      properties: {
        [`${custom}.metrics`]: {
          anyOf: [10, 30, 60].map((period) => ({ properties: { "[].metricStat.period": { const: period } } })),
        },
      },
    },
    measures({ metrics: [query("m1"), query("m2"), sum] }),
    measures({ metrics: [query("m1"), query("m2", {}, 30), sum] }),
  ),
  row(
    "a target is measured every minute or more often",
    { properties: { [`${custom}.period`]: { maximum: 60 } } },
    measures({ ...metric, period: 60 }),
    measures({ ...metric, period: 120 }),
  ),
  row(
    "a resourceLabel is of requests to a load balancer",
    {
      if: { required: [`${target}.predefinedMetricSpecification.resourceLabel`] },
      then: {
        properties: {
          [`${target}.predefinedMetricSpecification.predefinedMetricType`]: { const: "ALBRequestCountPerTarget" },
        },
      },
    },
    tracks({ predefinedMetricSpecification: cpu }),
    tracks({ predefinedMetricSpecification: { ...cpu, resourceLabel: "app/a/1/targetgroup/b/2" } }),
  ),
];

/** Policies by which groups of instances scale. */
export const scalingPolicies: readonly TypeRows[] = [{ type: "aws:autoscaling/policy:Policy", source: create, rows }];
