import { type Row, type TypeRows } from "../../schema";
import { metric, step } from "./shared";
import { api } from "../pages";
import { like, needs, only, together } from "../together";

const target = {
  serviceNamespace: "ecs",
  scalableDimension: "ecs:service:DesiredCount",
  resourceId: "service/c/orders",
  minCapacity: 1,
  maxCapacity: 4,
};
const { minCapacity: _, maxCapacity: __, ...scaled } = target;

/** How the resources of a service are named, and what of them is scaled. */
const services: readonly (readonly [service: string, dimension: string, pattern: string, good: string])[] = [
  ["ecs", "ecs:service:DesiredCount", "^service/[^/]+/[^/]+$", "service/c/orders"],
  ["dynamodb", "dynamodb:table:ReadCapacityUnits", "^table/[^/]+(/index/[^/]+)?$", "table/orders"],
  ["lambda", "lambda:function:ProvisionedConcurrency", "^function:[^:]+:[^:]+$", "function:orders:live"],
  ["rds", "rds:cluster:ReadReplicaCount", "^cluster:[^:]+$", "cluster:orders"],
  [
    "elasticache",
    "elasticache:replication-group:Replicas",
    "^(replication-group|cache-cluster)/[^/]+$",
    "replication-group/orders",
  ],
  ["ec2", "ec2:spot-fleet-request:TargetCapacity", "^spot-fleet-request/.+$", "spot-fleet-request/sfr-1"],
  ["kafka", "kafka:broker-storage:VolumeSize", "^arn:[^:]*:kafka:", "arn:aws:kafka:eu-west-1:111122223333:cluster/c/1"],
  [
    "sagemaker",
    "sagemaker:variant:DesiredInstanceCount",
    "^(endpoint|inference-component)/.+$",
    "endpoint/e/variant/v",
  ],
];

const naming: readonly Row[] = services.flatMap(([service, dimension, pattern, good]): Row[] => [
  together(
    `a dimension of ${service} begins with ${service}:`,
    { when: { serviceNamespace: service }, properties: { scalableDimension: { pattern: `^${service}:` } } },
    { ...target, serviceNamespace: service, resourceId: good },
    { scalableDimension: dimension },
    { scalableDimension: service === "ecs" ? "lambda:function:ProvisionedConcurrency" : "ecs:service:DesiredCount" },
  ),
  together(
    `a resource of ${service} is named as in ${good}`,
    { when: { serviceNamespace: service }, properties: { resourceId: { pattern } } },
    { ...target, serviceNamespace: service, scalableDimension: dimension },
    { resourceId: good },
    { resourceId: "orders" },
  ),
]);

const policy = { ...scaled, name: "p" };
const tracking = {
  targetTrackingScalingPolicyConfiguration: {
    targetValue: 50,
    predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
  },
};
const steps = {
  stepScalingPolicyConfiguration: {
    adjustmentType: "ChangeInCapacity",
    stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
  },
};
const action = { ...scaled, name: "a" };

/** Targets and policies of Application Auto Scaling. */
export const applicationScaling: readonly TypeRows[] = [
  {
    type: "aws:appautoscaling/target:Target",
    source: api("applicationScaling", "RegisterScalableTarget"),
    rows: [
      together(
        "minCapacity is not above maxCapacity",
        { ordered: [["minCapacity", "<=", "maxCapacity"]] },
        target,
        {},
        { minCapacity: 5 },
      ),
      { at: "minCapacity", minimum: 0, good: 0, bad: -1 },
      ...naming,
    ],
  },
  {
    type: "aws:appautoscaling/policy:Policy",
    source: api("applicationScaling", "PutScalingPolicy"),
    rows: [
      needs("a policy of TargetTrackingScaling has its configuration", { policyType: "TargetTrackingScaling" }, [
        "targetTrackingScalingPolicyConfiguration",
      ])({ ...policy, policyType: "TargetTrackingScaling" }, tracking, {}),
      only("a policy of TargetTrackingScaling has no steps", { policyType: "TargetTrackingScaling" }, [
        "stepScalingPolicyConfiguration",
      ])({ ...policy, policyType: "TargetTrackingScaling", ...tracking }, {}, steps),
      together(
        "a policy of steps has its configuration",
        { when: { policyType: "StepScaling" }, required: ["stepScalingPolicyConfiguration"] },
        { ...policy, policyType: "StepScaling" },
        steps,
        {},
      ),
      ...metric("targetTrackingScalingPolicyConfiguration"),
      step("stepScalingPolicyConfiguration.stepAdjustments[]"),
      {
        at: "stepScalingPolicyConfiguration",
        fact: "a policy of steps says how it adjusts, by at least one step",
        required: ["adjustmentType", "stepAdjustments[]"],
        source: api("applicationScaling", "StepScalingPolicyConfiguration"),
        good: steps.stepScalingPolicyConfiguration,
        bad: { adjustmentType: "ChangeInCapacity" },
      },
      { at: "targetTrackingScalingPolicyConfiguration.scaleInCooldown", minimum: 0, good: 60, bad: -1 },
      { at: "targetTrackingScalingPolicyConfiguration.scaleOutCooldown", minimum: 0, good: 60, bad: -1 },
    ],
  },
  {
    type: "aws:appautoscaling/scheduledAction:ScheduledAction",
    source: api("applicationScaling", "PutScheduledAction"),
    rows: [
      like(
        "schedule",
        "a schedule is at(yyyy-mm-ddThh:mm:ss), rate(…) or cron(…)",
        "^(at\\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\)|rate\\(\\d+ (minute|hour|day)s?\\)|cron\\(\\S+( \\S+){5}\\))$",
        "cron(0 8 * * ? *)",
        "0 8 * * *",
      ),
      {
        at: "scalableTargetAction",
        fact: "an action sets minCapacity or maxCapacity",
        requiredOr: ["minCapacity", "maxCapacity"],
        good: { minCapacity: 1 },
        bad: {},
      },
      {
        at: "scalableTargetAction",
        fact: "minCapacity is not above maxCapacity",
        ordered: [["minCapacity", "<=", "maxCapacity"]],
        good: { minCapacity: 1, maxCapacity: 4 },
        bad: { minCapacity: 5, maxCapacity: 4 },
      },
      together(
        "an action begins before it ends",
        { ordered: [["startTime", "<", "endTime"]] },
        { ...action, schedule: "rate(1 hour)", scalableTargetAction: { minCapacity: 1 } },
        { startTime: "2030-01-01T00:00:00Z", endTime: "2030-02-01T00:00:00Z" },
        { startTime: "2030-03-01T00:00:00Z", endTime: "2030-02-01T00:00:00Z" },
      ),
    ],
  },
];
