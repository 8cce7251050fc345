import { type Row, type Schema, type TypeRows } from "../../schema";
import { api } from "../pages";
import { type Given } from "../given";
import { config, custom, pair, predicts, queries, row, specification } from "./wholePolicies";

const foreseen = (id: string, returnData: boolean) => ({
  id,
  metricStat: { metric: { metricName: "m", namespace: "Own" }, stat: "Sum" },
  returnData,
});
const loads = (...metricDataQueries: readonly Given[]) =>
  predicts({
    customizedLoadMetricSpecification: { metricDataQueries },
    predefinedScalingMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
  });
const answers: Schema = {
  contains: { not: { required: ["returnData"], properties: { returnData: { const: false } } } },
  maxContains: 1,
};

const rows: readonly Row[] = [
  row(
    "one of the queries of a metric returns data",
    { properties: Object.fromEntries([`${custom}.metrics`, ...queries].map((path) => [path, answers])) },
    loads(foreseen("m1", false), foreseen("m2", true)),
    loads(foreseen("m1", true), foreseen("m2", true)),
  ),
  row(
    "queries of a metric have different ids",
    { properties: Object.fromEntries([`${custom}.metrics`, ...queries].map((path) => [path, { uniqueKeys: ["id"] }])) },
    loads(foreseen("m1", false), foreseen("m2", true)),
    loads(foreseen("m1", false), foreseen("m1", true)),
  ),
  row(
    "requests to a load balancer that are foreseen have a resourceLabel",
    {
      when: { [`${specification}.predefinedMetricPairSpecification.predefinedMetricType`]: "ALBRequestCount" },
      required: [`${specification}.predefinedMetricPairSpecification.resourceLabel`],
    },
    predicts(),
    predicts({ predefinedMetricPairSpecification: { predefinedMetricType: "ALBRequestCount" } }),
  ),
  row(
    "maxCapacityBuffer goes with IncreaseMaxCapacity",
    {
      if: {
        required: [config],
        properties: { [`${config}.maxCapacityBreachBehavior`]: { const: "HonorMaxCapacity" } },
      },
      then: { excluded: [`${config}.maxCapacityBuffer`] },
      else: { if: { required: [config] }, then: { required: [`${config}.maxCapacityBuffer`] } },
    },
    predicts(pair, { maxCapacityBreachBehavior: "IncreaseMaxCapacity", maxCapacityBuffer: "10" }),
    predicts(pair, { maxCapacityBreachBehavior: "IncreaseMaxCapacity" }),
  ),
  row(
    "a pair of metrics stands alone",
    {
      dependentExcluded: {
        [`${specification}.predefinedMetricPairSpecification`]: [
          "predefinedLoadMetricSpecification",
          "predefinedScalingMetricSpecification",
          "customizedLoadMetricSpecification",
          "customizedScalingMetricSpecification",
          "customizedCapacityMetricSpecification",
        ].map((name) => `${specification}.${name}`),
      },
    },
    predicts(),
    predicts({ ...pair, predefinedLoadMetricSpecification: { predefinedMetricType: "ASGTotalCPUUtilization" } }),
  ),
];

/** Policies that foresee. */
export const scalingPredictions: readonly TypeRows[] = [
  { type: "aws:autoscaling/policy:Policy", source: api("autoscaling", "PutScalingPolicy"), rows },
];
