import { type Made } from "../heldOut/inputs";
import { asgPolicies } from "./asgPolicies";
import { asgSchedules } from "./asgSchedules";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";

type Arguments = Record<string, unknown>;

const groupType = "aws:autoscaling/group:Group";
const base = { minSize: 1, maxSize: 4, vpcZoneIdentifiers: ["subnet-1"] };
const template = { launchTemplate: { id: "lt-0123456789abcdef0", version: "$Latest" } };
const group = ofType(groupType, { ...base, ...template });
const sized = ofType(groupType, { vpcZoneIdentifiers: ["subnet-1"], ...template });
const placed = ofType(groupType, { minSize: 1, maxSize: 4, ...template });

const mixed = (instancesDistribution: Arguments, overrides: readonly Arguments[] = [{ instanceType: "t3.micro" }]) => ({
  mixedInstancesPolicy: {
    instancesDistribution,
    launchTemplate: { launchTemplateSpecification: { launchTemplateId: "lt-0123456789abcdef0" }, overrides },
  },
});
const several = ofType(groupType, base);
const required = (more: Arguments = {}) => ({
  instanceRequirements: { memoryMib: { min: 1024 }, vcpuCount: { min: 1 }, ...more },
});
const by = (more: Arguments) => mixed({}, [required(more)]);

const hook = (more: Arguments = {}, name = "wait") => ({
  name,
  lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
  ...more,
});
const hooks = (...initialLifecycleHooks: readonly Arguments[]) => ({ initialLifecycleHooks });
const lone = ofType("aws:autoscaling/lifecycleHook:LifecycleHook", {
  name: "wait",
  autoscalingGroupName: "web",
  lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
});
const queue = "arn:aws:sqs:eu-west-1:111122223333:hooks";
const code = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const role = "arn:aws:iam::111122223333:role/r";
const told = (notificationTargetArn: string, roleArn: string | undefined = role) => ({
  notificationTargetArn,
  roleArn,
});
const tag = (key: string) => ({ key, value: "a", propagateAtLaunch: true });
const notified = ofType("aws:autoscaling/notification:Notification", { groupNames: ["web"] });
const topic = (region: string) => `arn:aws:sns:${region}:111122223333:scaled`;
const launches = { notifications: ["autoscaling:EC2_INSTANCE_LAUNCH"] };
const pool = (more: Arguments) => ({ warmPool: { poolState: "Stopped", minSize: 1, ...more } });

const launchTemplate = (name: string, more: Arguments): Made => [
  "aws:ec2/launchTemplate:LaunchTemplate",
  name,
  { id: `lt-${name}`, imageId: "ami-0123456789abcdef0", instanceType: "m5.large", ...more },
];
const warm = (template: string, poolState = "Stopped"): Made => [
  groupType,
  "subject",
  { ...base, launchTemplate: { id: `lt-${template}`, version: "$Latest" }, warmPool: { poolState, minSize: 1 } },
];
const root = (encrypted: string): Arguments => ({
  blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 10, encrypted } }],
});

export const asg: FactsByName = {
  ...asgPolicies,
  ...asgSchedules,
  "asg-capacity-reservation-none-target-exclusive": group(
    "a reservation that is not used is not named",
    {
      capacityReservationSpecification: {
        capacityReservationPreference: "none",
        capacityReservationTarget: { capacityReservationIds: ["cr-0123456789abcdef0"] },
      },
    },
    {
      capacityReservationSpecification: {
        capacityReservationPreference: "capacity-reservations-only",
        capacityReservationTarget: { capacityReservationIds: ["cr-0123456789abcdef0"] },
      },
    },
  ),
  "asg-cooldown-non-negative": group("a group cools down forwards", { defaultCooldown: -1 }, { defaultCooldown: 0 }),
  "asg-desired-capacity-range": sized(
    "a group has up to its most instances",
    { minSize: 1, maxSize: 4, desiredCapacity: 5 },
    { minSize: 1, maxSize: 4, desiredCapacity: 4 },
  ),
  "asg-health-check-grace-period": group(
    "health is waited for forwards",
    { healthCheckGracePeriod: -1 },
    { healthCheckGracePeriod: 0 },
  ),
  "asg-healthchecktype-ec2-exclusive-with-others": group(
    "health of EC2 is not named beside others",
    { healthCheckType: "EC2,ELB" },
    { healthCheckType: "ELB" },
  ),
  "asg-instance-maintenance-policy-range-diff": group(
    "maintenance spans 100 points",
    { instanceMaintenancePolicy: { minHealthyPercentage: 90, maxHealthyPercentage: 191 } },
    { instanceMaintenancePolicy: { minHealthyPercentage: 90, maxHealthyPercentage: 190 } },
  ),
  "asg-instance-requirements-allowed-xor-excluded": several(
    "types are allowed or excluded",
    by({ allowedInstanceTypes: ["m5*"], excludedInstanceTypes: ["m5.large"] }),
    by({ allowedInstanceTypes: ["m5*"] }),
  ),
  "asg-instance-requirements-spot-price-protection-xor": several(
    "a price of Spot has one measure",
    by({ spotMaxPricePercentageOverLowestPrice: 50, maxSpotPriceAsPercentageOfOptimalOnDemandPrice: 50 }),
    by({ spotMaxPricePercentageOverLowestPrice: 50 }),
  ),
  "asg-instance-requirements-vcpu-min-max": several(
    "the least processors are no more than the most",
    by({ vcpuCount: { min: 4, max: 2 } }),
    by({ vcpuCount: { min: 2, max: 4 } }),
  ),
  "asg-lh-default-result-enum": lone(
    "a hook continues or abandons",
    { defaultResult: "STOP" },
    { defaultResult: "ABANDON" },
  ),
  "asg-lh-fifo-queue-unsupported": lone("a hook tells no queue in order", told(`${queue}.fifo`), told(queue)),
  "asg-lh-heartbeat-timeout-range": lone(
    "a hook waits 2 hours",
    { heartbeatTimeout: 7201 },
    { heartbeatTimeout: 7200 },
  ),
  "asg-lh-role-forbidden-for-lambda-target": lone("a function is told without a role", told(code), {
    notificationTargetArn: code,
  }),
  "asg-lh-target-arn-format": lone("a hook tells by an ARN", told("hooks"), told(queue)),
  "asg-lh-target-region-match": lone(
    "a hook tells in its Region",
    told(queue.replace("eu-west-1", "us-east-1")),
    told(queue),
  ),
  "asg-lh-target-role-mutual-required": lone(
    "a hook tells a queue with a role",
    { notificationTargetArn: queue },
    told(queue),
  ),
  "asg-lh-transition-enum": ofType("aws:autoscaling/lifecycleHook:LifecycleHook", {
    name: "wait",
    autoscalingGroupName: "web",
  })(
    "a hook is of a launch or an end",
    { lifecycleTransition: "autoscaling:EC2_INSTANCE_STOPPING" },
    { lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING" },
  ),
  "asg-lifecycle-hook-heartbeat-timeout-range": group(
    "a first hook waits 30 seconds",
    hooks(hook({ heartbeatTimeout: 29 })),
    hooks(hook({ heartbeatTimeout: 30 })),
  ),
  "asg-lifecyclehook-defaultresult-enum": group(
    "a first hook continues or abandons",
    hooks(hook({ defaultResult: "STOP" })),
    hooks(hook({ defaultResult: "CONTINUE" })),
  ),
  "asg-lifecyclehook-name-duplicate-rejected": group(
    "a first hook has its own name",
    hooks(hook(), hook({ heartbeatTimeout: 60 })),
    hooks(hook(), hook({ heartbeatTimeout: 60 }, "wait2")),
  ),
  "asg-lifecyclehook-rolearn-requires-target": group(
    "a role is for whom a first hook tells",
    hooks(hook({ roleArn: role })),
    hooks(hook(told(queue))),
  ),
  "asg-lifecyclehook-transition-enum": group(
    "a first hook is of a launch or an end",
    hooks(hook({ lifecycleTransition: "autoscaling:EC2_INSTANCE_STOPPING" })),
    hooks(hook()),
  ),
  "asg-lifecyclehookspec-max-5": group(
    "a group has 5 first hooks",
    hooks(...many(6, (index) => hook({}, `wait${index}`))),
    hooks(...many(5, (index) => hook({}, `wait${index}`))),
  ),
  "asg-max-instance-lifetime-range": group(
    "an instance lives a day",
    { maxInstanceLifetime: 3600 },
    { maxInstanceLifetime: 86400 },
  ),
  "asg-metrics-granularity-enum": group(
    "metrics come every minute",
    { metricsGranularity: "5Minute", enabledMetrics: ["GroupMinSize"] },
    { metricsGranularity: "1Minute", enabledMetrics: ["GroupMinSize"] },
  ),
  "asg-metrics-name-enum": group(
    "a metric is one of a group",
    { enabledMetrics: ["GroupSize"] },
    { enabledMetrics: ["GroupMinSize"] },
  ),
  "asg-notification-topic-cross-region-rejected": notified(
    "a topic is of the Region",
    { ...launches, topicArn: topic("us-east-1") },
    { ...launches, topicArn: topic("eu-west-1") },
  ),
  "asg-notification-type-enum": ofType("aws:autoscaling/notification:Notification", {
    groupNames: ["web"],
    topicArn: topic("eu-west-1"),
  })(
    "a notification is of what a group does",
    { notifications: ["autoscaling:EC2_INSTANCE_STOP"] },
    { notifications: ["autoscaling:EC2_INSTANCE_TERMINATE"] },
  ),
  "asg-ondemand-allocation-prioritized-invalid-with-instance-requirements": several(
    "requirements have no priorities on demand",
    mixed({ onDemandAllocationStrategy: "prioritized" }, [required()]),
    mixed({ onDemandAllocationStrategy: "lowest-price" }, [required()]),
  ),
  "asg-ondemand-percentage-max": several(
    "100 % are on demand at most",
    mixed({ onDemandPercentageAboveBaseCapacity: 101 }),
    mixed({ onDemandPercentageAboveBaseCapacity: 100 }),
  ),
  "asg-overrides-instance-requirements-max-4": several(
    "4 overrides have requirements",
    mixed(
      {},
      many(5, (index) => required({ vcpuCount: { min: index + 1 } })),
    ),
    mixed(
      {},
      many(4, (index) => required({ vcpuCount: { min: index + 1 } })),
    ),
  ),
  "asg-overrides-instance-requirements-xor-type": several(
    "an override has a type or requirements",
    mixed({}, [{ instanceType: "t3.micro", ...required() }]),
    mixed({}, [required()]),
  ),
  "asg-overrides-instancetype-duplicate-rejected": several(
    "a type is overridden once",
    mixed({}, [{ instanceType: "t3.micro" }, { instanceType: "t3.micro" }]),
    mixed({}, [{ instanceType: "t3.micro" }, { instanceType: "t3.small" }]),
  ),
  "asg-overrides-instancetype-max-40": several(
    "a group has 40 overrides",
    mixed(
      {},
      many(41, (index) => ({ instanceType: `m${index}.large` })),
    ),
    mixed(
      {},
      many(40, (index) => ({ instanceType: `m${index}.large` })),
    ),
  ),
  "asg-overrides-weighted-capacity-uniform": several(
    "all types have a weight, or none",
    mixed({}, [{ instanceType: "t3.micro", weightedCapacity: "1" }, { instanceType: "t3.small" }]),
    mixed({}, [
      { instanceType: "t3.micro", weightedCapacity: "1" },
      { instanceType: "t3.small", weightedCapacity: "2" },
    ]),
  ),
  "asg-spot-allocation-capacity-optimized-prioritized-invalid-with-instance-requirements": several(
    "requirements have no priorities of Spot",
    mixed({ spotAllocationStrategy: "capacity-optimized-prioritized" }, [required()]),
    mixed({ spotAllocationStrategy: "capacity-optimized" }, [required()]),
  ),
  "asg-spot-instance-pools-requires-lowest-price": several(
    "pools are of the lowest price",
    mixed({ spotAllocationStrategy: "capacity-optimized", spotInstancePools: 3 }),
    mixed({ spotAllocationStrategy: "lowest-price", spotInstancePools: 3 }),
  ),
  "asg-tags-aws-prefix-rejected": group("a tag is not AWS's", { tags: [tag("aws:own")] }, { tags: [tag("own")] }),
  "asg-tags-max-50": group(
    "a group has 50 tags",
    { tags: many(51, (index) => tag(`own${index}`)) },
    { tags: many(50, (index) => tag(`own${index}`)) },
  ),
  "asg-termination-policy-lambda-arn-format": group(
    "what ends instances is a name or a function",
    { terminationPolicies: ["Random"] },
    { terminationPolicies: ["OldestInstance"] },
  ),
  "asg-wp-hibernated-requires-encrypted-root": beside(
    [launchTemplate("plain", root("false")), launchTemplate("secret", root("true"))],
    "what hibernates is encrypted",
    warm("plain", "Hibernated"),
    warm("secret", "Hibernated"),
  ),
  "asg-wp-poolstate-enum": group(
    "a pool is stopped, running or hibernated",
    pool({ poolState: "Paused" }),
    pool({ poolState: "Running" }),
  ),
  "asg-wp-spot-incompatible": beside(
    [launchTemplate("spot", { instanceMarketOptions: { marketType: "spot" } }), launchTemplate("own", {})],
    "Spot has no pool",
    warm("spot"),
    warm("own"),
  ),
  "asg-wp-weighted-mixed-instances-incompatible": several(
    "weights have no pool",
    { ...mixed({}, [{ instanceType: "t3.micro", weightedCapacity: "1" }]), ...pool({}) },
    mixed({}, [{ instanceType: "t3.micro", weightedCapacity: "1" }]),
  ),
  "asg-vpczone-az-mismatch": beside(
    [
      [
        "aws:ec2/subnet:Subnet",
        "subnet",
        { id: "subnet-1", vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" },
      ],
    ],
    "zones are those of the subnets",
    [groupType, "subject", { ...base, ...template, availabilityZones: ["eu-west-1b"] }],
    [groupType, "subject", { ...base, ...template }],
  ),
  "asg-zone-or-subnet-required": placed("a group is somewhere", {}, { availabilityZones: ["eu-west-1a"] }),
};
