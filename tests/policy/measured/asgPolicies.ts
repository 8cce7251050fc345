import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const policy = ofType("aws:autoscaling/policy:Policy", { name: "own", autoscalingGroupName: "web" });

const change = { adjustmentType: "ChangeInCapacity" };
const simple = (more: Arguments = {}) => ({ policyType: "SimpleScaling", ...change, scalingAdjustment: 1, ...more });
const step = (lower?: string, upper?: string, scalingAdjustment = 1) => ({
  ...(lower !== undefined && { metricIntervalLowerBound: lower }),
  ...(upper !== undefined && { metricIntervalUpperBound: upper }),
  scalingAdjustment,
});
const steps = (...stepAdjustments: readonly Arguments[]) => ({ policyType: "StepScaling", ...change, stepAdjustments });
const cpu = { predefinedMetricType: "ASGAverageCPUUtilization" };
const tracks = (target: Arguments = {}, more: Arguments = {}) => ({
  policyType: "TargetTrackingScaling",
  targetTrackingConfiguration: { targetValue: 50, predefinedMetricSpecification: cpu, ...target },
  ...more,
});
const custom = (customizedMetricSpecification: Arguments) =>
  tracks({ predefinedMetricSpecification: undefined, customizedMetricSpecification });
const metric = { metricName: "m", namespace: "Own", statistic: "Average" };
const stat = (id: string, more: Arguments = {}, period?: number) => ({
  id,
  metricStat: { metric: { metricName: "m", namespace: "Own" }, stat: "Sum", period },
  returnData: false,
  ...more,
});
const sum = { id: "e1", expression: "m1 + m2", returnData: true };
const label = "app/web/50dc6c495c0c9188/targetgroup/web/73e2d6bc24d8a067";

const pair = { predefinedMetricPairSpecification: { predefinedMetricType: "ASGCPUUtilization" } };
const load = { predefinedLoadMetricSpecification: { predefinedMetricType: "ASGTotalCPUUtilization" } };
const scaling = { predefinedScalingMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" } };
const predicts = (specification: Arguments = pair, configuration: Arguments = {}, more: Arguments = {}) => ({
  policyType: "PredictiveScaling",
  predictiveScalingConfiguration: { metricSpecification: { targetValue: 50, ...specification }, ...configuration },
  ...more,
});
const queries = (...metricDataQueries: readonly Arguments[]) => ({
  customizedLoadMetricSpecification: { metricDataQueries },
  ...scaling,
});
const above = { maxCapacityBreachBehavior: "IncreaseMaxCapacity" };

export const asgPolicies: FactsByName = {
  "asg-exactcapacity-nonnegative": policy(
    "an exact capacity is not negative",
    simple({ adjustmentType: "ExactCapacity", scalingAdjustment: -1 }),
    simple({ adjustmentType: "ExactCapacity", scalingAdjustment: 1 }),
  ),
  "asg-minadjustmagnitude-requires-percent": policy(
    "the least change is of percents",
    simple({ minAdjustmentMagnitude: 2 }),
    simple({ minAdjustmentMagnitude: 2, adjustmentType: "PercentChangeInCapacity" }),
  ),
  "asg-predictive-alb-requires-resourcelabel": policy(
    "requests that are foreseen are of a load balancer",
    predicts({ predefinedMetricPairSpecification: { predefinedMetricType: "ALBRequestCount" } }),
    predicts({ predefinedMetricPairSpecification: { predefinedMetricType: "ALBRequestCount", resourceLabel: label } }),
  ),
  "asg-predictive-buffer-forbidden-with-honormax": policy(
    "a buffer is of a capacity that grows",
    predicts(pair, { maxCapacityBreachBehavior: "HonorMaxCapacity", maxCapacityBuffer: "10" }),
    predicts(pair, { ...above, maxCapacityBuffer: "10" }),
  ),
  "asg-predictive-buffer-requires-increasemode": policy(
    "a capacity that grows has a buffer",
    predicts(pair, above),
    predicts(pair, { ...above, maxCapacityBuffer: "10" }),
  ),
  "asg-predictive-capacity-metric-requires-load-and-scaling": policy(
    "a metric of capacity is beside two others",
    predicts({
      ...pair,
      customizedCapacityMetricSpecification: { metricDataQueries: [stat("m1", { returnData: true })] },
    }),
    predicts({
      ...queries(stat("m1", { returnData: true })),
      predefinedScalingMetricSpecification: undefined,
      customizedScalingMetricSpecification: { metricDataQueries: [stat("m1", { returnData: true })] },
      customizedCapacityMetricSpecification: { metricDataQueries: [stat("m1", { returnData: true })] },
    }),
  ),
  "asg-predictive-forbids-other-policy-props": policy(
    "what is foreseen has no kind of adjustment",
    predicts(pair, {}, change),
    predicts(),
  ),
  "asg-predictive-metric-pair-xor-individual": policy(
    "metrics are a pair or two",
    predicts({ ...pair, ...load }),
    predicts({ ...load, ...scaling }),
  ),
  "asg-predictive-mq-dup-id-per-array": policy(
    "a query has its own id",
    predicts(queries(stat("m1"), stat("m1", { returnData: true }))),
    predicts(queries(stat("m1"), stat("m2", { returnData: true }))),
  ),
  "asg-predictive-mq-exactly-one-returndata": policy(
    "one query answers what is foreseen",
    predicts(queries(stat("m1", { returnData: true }), stat("m2", { returnData: true }))),
    predicts(queries(stat("m1"), stat("m2", { returnData: true }))),
  ),
  "asg-predictive-requires-config": policy("what is foreseen is said", { policyType: "PredictiveScaling" }, predicts()),
  "asg-simple-forbids-other-policy-props": policy(
    "one adjustment has no steps",
    simple({ stepAdjustments: [step("0")] }),
    simple(),
  ),
  "asg-simple-requires-adjustmenttype": policy(
    "an adjustment has a kind",
    simple({ adjustmentType: undefined }),
    simple(),
  ),
  "asg-simple-requires-scalingadjustment": policy(
    "a policy adjusts",
    simple({ scalingAdjustment: undefined }),
    simple(),
  ),
  "asg-step-adjustments-max-20": policy(
    "a policy has 20 steps",
    steps(...many(21, (index) => step(String(index), index < 20 ? String(index + 1) : undefined))),
    steps(...many(20, (index) => step(String(index), index < 19 ? String(index + 1) : undefined))),
  ),
  "asg-step-both-bounds-null-forbidden": policy("a step has a bound", steps(step()), steps(step("0"))),
  "asg-step-exactcapacity-nonnegative": policy(
    "a step to an exact capacity is not negative",
    { ...steps(step("0", undefined, -1)), adjustmentType: "ExactCapacity" },
    { ...steps(step("0", undefined, 1)), adjustmentType: "ExactCapacity" },
  ),
  "asg-step-forbids-other-policy-props": policy(
    "steps have no one adjustment",
    { ...steps(step("0")), scalingAdjustment: 1 },
    steps(step("0")),
  ),
  "asg-step-interval-gap": policy(
    "steps leave no gap",
    steps(step("0", "10"), step("20")),
    steps(step("0", "10"), step("10")),
  ),
  "asg-step-interval-overlap": policy(
    "steps do not overlap",
    steps(step("0", "10"), step("5")),
    steps(step("0", "10"), step("10")),
  ),
  "asg-step-multiple-null-lower": policy(
    "one step has no lower bound",
    steps(step(undefined, "-10"), step(undefined, "0")),
    steps(step(undefined, "-10"), step("-10", "0")),
  ),
  "asg-step-multiple-null-upper": policy(
    "one step has no upper bound",
    steps(step("0"), step("10")),
    steps(step("0", "10"), step("10")),
  ),
  "asg-step-negative-lower-needs-null-lower": policy(
    "steps below go down all the way",
    steps(step("-10", "0")),
    steps(step(undefined, "-10"), step("-10", "0")),
  ),
  "asg-step-positive-upper-needs-null-upper": policy(
    "steps above go up all the way",
    steps(step("0", "10")),
    steps(step("0", "10"), step("10")),
  ),
  "asg-step-requires-adjustmenttype": policy(
    "steps have a kind",
    { ...steps(step("0")), adjustmentType: undefined },
    steps(step("0")),
  ),
  "asg-step-requires-stepadjustments": policy("steps are there", steps(), steps(step("0"))),
  "asg-step-upper-must-exceed-lower": policy(
    "a step goes up",
    steps(step("0", "0"), step("0")),
    steps(step("0", "1"), step("1")),
  ),
  "asg-target-value-positive": policy("a target is above 0", tracks({ targetValue: 0 }), tracks({ targetValue: 1 })),
  "asg-tt-alb-requires-resourcelabel": policy(
    "requests are of a load balancer",
    tracks({ predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget" } }),
    tracks({
      predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel: label },
    }),
  ),
  "asg-tt-custom-metrics-array-exclusive": policy(
    "a metric is one or computed",
    custom({ ...metric, metrics: [stat("m1"), stat("m2"), sum] }),
    custom({ metrics: [stat("m1"), stat("m2"), sum] }),
  ),
  "asg-tt-custom-simple-requires-namespace-and-statistic": policy(
    "a metric has a namespace",
    custom({ ...metric, namespace: undefined }),
    custom(metric),
  ),
  "asg-tt-forbids-step-and-simple-props": policy(
    "a target has no adjustment",
    tracks({}, { scalingAdjustment: 1 }),
    tracks(),
  ),
  "asg-tt-metric-spec-exclusive": policy(
    "a target is of one metric",
    tracks({ customizedMetricSpecification: metric }),
    tracks(),
  ),
  "asg-tt-mq-exactly-one-returndata": policy(
    "one query answers",
    custom({ metrics: [stat("m1", { returnData: true }), stat("m2"), sum] }),
    custom({ metrics: [stat("m1"), stat("m2"), sum] }),
  ),
  "asg-tt-mq-expression-xor-metricstat": policy(
    "a query has a metric or an expression",
    custom({ metrics: [stat("m1"), stat("m2", { expression: "m1" }), sum] }),
    custom({ metrics: [stat("m1"), stat("m2"), sum] }),
  ),
  "asg-tt-mq-same-period-required": policy(
    "queries have one period",
    custom({ metrics: [stat("m1", {}, 60), stat("m2", {}, 30), sum] }),
    custom({ metrics: [stat("m1", {}, 60), stat("m2", {}, 60), sum] }),
  ),
  "asg-tt-non-alb-forbids-resourcelabel": policy(
    "a processor has no load balancer",
    tracks({ predefinedMetricSpecification: { ...cpu, resourceLabel: label } }),
    tracks(),
  ),
  "asg-tt-period-max-60": policy(
    "a metric comes every minute",
    custom({ ...metric, period: 120 }),
    custom({ ...metric, period: 60 }),
  ),
  "asg-tt-requires-config": policy("a target is there", { policyType: "TargetTrackingScaling" }, tracks()),
};
