import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { between, like, needs, only, together } from "../together";
import { metric, step } from "./shared";

const group = { minSize: 1, maxSize: 4, vpcZoneIdentifiers: ["subnet-1"] };
const launch = { launchTemplate: { id: "lt-1", version: "1" } };
const mixed = {
  mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification: { launchTemplateId: "lt-1" } } },
};
const simple = { autoscalingGroupName: "g", name: "p" };

/** Groups of instances and their policies. */
export const instanceScaling: readonly TypeRows[] = [
  {
    type: "aws:autoscaling/group:Group",
    source: api("autoscaling", "CreateAutoScalingGroup"),
    rows: [
      together(
        "minSize is not above maxSize",
        { ordered: [["minSize", "<=", "maxSize"]] },
        { ...group, ...launch },
        {},
        { minSize: 5 },
      ),
      together(
        "desiredCapacity is not below minSize",
        { ordered: [["minSize", "<=", "desiredCapacity"]] },
        { ...group, ...launch, minSize: 2 },
        { desiredCapacity: 2 },
        { desiredCapacity: 1 },
      ),
      together(
        "desiredCapacity is not above maxSize",
        { ordered: [["desiredCapacity", "<=", "maxSize"]] },
        { ...group, ...launch },
        { desiredCapacity: 2 },
        { desiredCapacity: 5 },
      ),
      together(
        "instances are made by a launch template, a configuration or a policy of mixed ones",
        { atMostOne: ["launchTemplate", "launchConfiguration", "mixedInstancesPolicy"] },
        group,
        launch,
        { ...launch, ...mixed },
      ),
      {
        at: "launchTemplate",
        fact: "a template is named by id or name",
        requiredXor: ["id", "name"],
        source: api("autoscaling", "LaunchTemplateSpecification"),
        good: { id: "lt-1" },
        bad: { id: "lt-1", name: "t" },
      },
      together(
        "a group has subnets or Availability Zones",
        { requiredOr: ["vpcZoneIdentifiers[]", "availabilityZones[]"] },
        { minSize: 1, maxSize: 4, ...launch },
        { vpcZoneIdentifiers: ["subnet-1"] },
        {},
      ),
      {
        at: "maxInstanceLifetime",
        fact: "instances live 86,400 seconds or more, or 0 for no limit",
        anyOf: [{ const: 0 }, { minimum: 86_400, maximum: 31_536_000 }],
        good: 86_400,
        bad: 3_600,
      },
      like(
        "healthCheckType",
        "health is checked by EC2, EBS, ELB or VPC_LATTICE",
        "^(EC2|EBS|ELB|VPC_LATTICE)(, ?(EC2|EBS|ELB|VPC_LATTICE))*$",
        "ELB",
        "ALB",
      ),
      { at: "desiredCapacityType", enum: ["units", "vcpu", "memory-mib"], good: "units", bad: "cpu" },
      between("mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity", 0, 100, {
        source: api("autoscaling", "InstancesDistribution"),
      }),
      {
        at: "mixedInstancesPolicy.instancesDistribution.spotAllocationStrategy",
        enum: ["lowest-price", "capacity-optimized", "capacity-optimized-prioritized", "price-capacity-optimized"],
        source: api("autoscaling", "InstancesDistribution"),
        good: "price-capacity-optimized",
        bad: "cheapest",
      },
      {
        at: "mixedInstancesPolicy.instancesDistribution.onDemandAllocationStrategy",
        enum: ["prioritized", "lowest-price"],
        source: api("autoscaling", "InstancesDistribution"),
        good: "prioritized",
        bad: "cheapest",
      },
      {
        at: "instanceMaintenancePolicy",
        fact: "minHealthyPercentage is not above maxHealthyPercentage",
        ordered: [["minHealthyPercentage", "<=", "maxHealthyPercentage"]],
        good: { minHealthyPercentage: 90, maxHealthyPercentage: 120 },
        bad: { minHealthyPercentage: 100, maxHealthyPercentage: 50 },
      },
      together(
        "a group of mixed instances has no warm pool",
        {
          if: { required: ["mixedInstancesPolicy"] },
          then: { excluded: ["warmPool"] },
          source: page("autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools"),
        },
        { ...group, ...mixed },
        {},
        { warmPool: { poolState: "Stopped" } },
      ),
      {
        at: "warmPool.poolState",
        enum: ["Stopped", "Running", "Hibernated"],
        source: api("autoscaling", "PutWarmPool"),
        good: "Stopped",
        bad: "Paused",
      },
      {
        at: "suspendedProcesses[]",
        enum: [
          "Launch",
          "Terminate",
          "HealthCheck",
          "ReplaceUnhealthy",
          "AZRebalance",
          "AlarmNotification",
          "ScheduledActions",
          "AddToLoadBalancer",
          "InstanceRefresh",
        ],
        source: api("autoscaling", "SuspendProcesses"),
        good: "AZRebalance",
        bad: "Rebalance",
      },
    ],
  },
  {
    type: "aws:autoscaling/policy:Policy",
    source: api("autoscaling", "PutScalingPolicy"),
    rows: [
      {
        at: "policyType",
        enum: ["SimpleScaling", "StepScaling", "TargetTrackingScaling", "PredictiveScaling"],
        good: "StepScaling",
        bad: "Tracking",
      },
      {
        at: "adjustmentType",
        enum: ["ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity"],
        good: "ExactCapacity",
        bad: "Exact",
      },
      needs("a policy of TargetTrackingScaling has a target", { policyType: "TargetTrackingScaling" }, [
        "targetTrackingConfiguration",
      ])(
        { ...simple, policyType: "TargetTrackingScaling" },
        {
          targetTrackingConfiguration: {
            targetValue: 50,
            predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
          },
        },
        {},
      ),
      needs("a policy of StepScaling has steps and a kind of adjustment", { policyType: "StepScaling" }, [
        "stepAdjustments[]",
        "adjustmentType",
      ])(
        { ...simple, policyType: "StepScaling", adjustmentType: "ChangeInCapacity" },
        { stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }] },
        {},
      ),
      only("a cooldown is of SimpleScaling", { policyType: ["StepScaling", "TargetTrackingScaling"] }, ["cooldown"])(
        {
          ...simple,
          policyType: "StepScaling",
          adjustmentType: "ChangeInCapacity",
          stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
        },
        {},
        { cooldown: 60 },
      ),
      ...metric("targetTrackingConfiguration"),
      step("stepAdjustments[]"),
    ],
  },
  {
    type: "aws:autoscaling/schedule:Schedule",
    source: api("autoscaling", "PutScheduledUpdateGroupAction"),
    rows: [
      like(
        "recurrence",
        "a recurrence is a cron expression of five fields",
        "^\\S+( +\\S+){4}$",
        "0 8 * * *",
        "cron(0 8 * * ? *)",
      ),
      together(
        "an action begins before it ends",
        { ordered: [["startTime", "<", "endTime"]] },
        { scheduledActionName: "a", autoscalingGroupName: "g", minSize: 1 },
        { startTime: "2030-01-01T00:00:00Z", endTime: "2030-02-01T00:00:00Z" },
        { startTime: "2030-03-01T00:00:00Z", endTime: "2030-02-01T00:00:00Z" },
      ),
    ],
  },
];
