import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const plan = on("aws:backup/plan:Plan", { name: "own" });
const rule = (lifecycle: Arguments, more: Arguments = {}) => ({
  rules: [{ ruleName: "yearly", targetVaultName: "own", schedule: "cron(0 0 31 12 ? *)", lifecycle, ...more }],
});

export const backup: FactsByName = {
  "continuous-cold": plan(
    "what is backed up continuously does not go to cold storage",
    rule({ coldStorageAfter: 730, deleteAfter: 2555 }, { enableContinuousBackup: true }),
    rule({ coldStorageAfter: 730, deleteAfter: 2555 }),
  ),
};

const targetType = "aws:appautoscaling/target:Target";
const policyType = "aws:appautoscaling/policy:Policy";
const table = {
  ...{ serviceNamespace: "dynamodb", scalableDimension: "dynamodb:table:ReadCapacityUnits" },
  resourceId: "table/projects",
};
const tracks = (name: string, predefinedMetricType: string): Made => [
  policyType,
  name,
  {
    ...{ name, policyType: "TargetTrackingScaling", serviceNamespace: "ecs", resourceId: "service/own/web" },
    scalableDimension: "ecs:service:DesiredCount",
    targetTrackingScalingPolicyConfiguration: {
      targetValue: 70,
      predefinedMetricSpecification: { predefinedMetricType },
    },
  },
];

export const scaling: FactsByName = {
  "resource-id": on(targetType, { ...table, minCapacity: 1, maxCapacity: 10 })(
    "a table is called table/ and its name",
    { resourceId: "dynamo/projects" },
    {},
  ),
  "metric-twice": facts(
    "one policy tracks a metric",
    [tracks("first", "ECSServiceAverageCPUUtilization"), tracks("second", "ECSServiceAverageCPUUtilization")],
    [tracks("first", "ECSServiceAverageCPUUtilization"), tracks("second", "ECSServiceAverageMemoryUtilization")],
  ),
};
