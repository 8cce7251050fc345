import { type Row, type TypeRows } from "../../schema";
import { type Given } from "../given";
import { api } from "../pages";
import { together } from "../together";

const base = { minSize: 1, maxSize: 4, vpcZoneIdentifiers: ["subnet-1"] };
const template = { launchTemplate: { id: "lt-1", version: "$Latest" } };
const many = (count: number, make: (index: number) => Given) =>
  Array.from({ length: count }, (_, index) => make(index));
const tag = (key: string) => ({ key, value: "a", propagateAtLaunch: true });
const of = (fact: string, words: Parameters<typeof together>[1], good: Given, bad: Given): Row =>
  together(fact, words, {}, good, bad);
const launches = "aws:ec2/launchTemplate:LaunchTemplate";
const sizes = ["MinSize", "MaxSize", "DesiredCapacity"];
const states = ["InService", "Pending", "Standby", "Terminating", "Total"];
const metrics = [
  ...sizes.map((name) => `Group${name}`),
  ...states.flatMap((state) => [`Group${state}Instances`, `Group${state}Capacity`]),
  ...["Desired", "Warmed", "Pending", "Terminating", "Total"].map((state) => `WarmPool${state}Capacity`),
  ...["Desired", "Total"].map((state) => `GroupAndWarmPool${state}Capacity`),
];

const rows: readonly Row[] = [
  of(
    "a reservation is named where reservations alone are used",
    {
      when: { "capacityReservationSpecification.capacityReservationPreference": ["none", "default"] },
      excluded: ["capacityReservationSpecification.capacityReservationTarget"],
      source: api("autoscaling", "CapacityReservationSpecification"),
    },
    { ...base, ...template, capacityReservationSpecification: { capacityReservationPreference: "none" } },
    {
      ...base,
      ...template,
      capacityReservationSpecification: {
        capacityReservationPreference: "none",
        capacityReservationTarget: { capacityReservationIds: ["cr-1"] },
      },
    },
  ),
  {
    at: "healthCheckType",
    fact: "EC2 is checked in any case, and not named beside others",
    not: { pattern: "EC2,|,EC2" },
    good: "ELB",
    bad: "EC2,ELB",
  },
  {
    at: "enabledMetrics[]",
    enum: metrics,
    source: api("autoscaling", "EnableMetricsCollection"),
    good: "GroupMinSize",
    bad: "GroupSize",
  },
  {
    at: "terminationPolicies[]",
    fact: "what ends instances is a policy of AWS or a function",
    pattern:
      "^(AllocationStrategy|ClosestToNextInstanceHour|Default|(New|Old)estInstance|OldestLaunch(Configuration|Template)|arn:[^:]+:lambda:.+)$",
    good: "OldestInstance",
    bad: "Random",
  },
  { at: "defaultCooldown", minimum: 0, good: 0, bad: -1 },
  { at: "healthCheckGracePeriod", minimum: 0, good: 0, bad: -1 },
  of(
    "maintenance spans up to 100 points",
    { join: "maintenanceSpan", source: api("autoscaling", "InstanceMaintenancePolicy") },
    { ...base, ...template, instanceMaintenancePolicy: { minHealthyPercentage: 90, maxHealthyPercentage: 190 } },
    { ...base, ...template, instanceMaintenancePolicy: { minHealthyPercentage: 90, maxHealthyPercentage: 191 } },
  ),
  {
    at: "metricsGranularity",
    const: "1Minute",
    source: api("autoscaling", "EnableMetricsCollection"),
    good: "1Minute",
    bad: "5Minute",
  },
  {
    at: "tags",
    maxItems: 50,
    source: api("autoscaling", "Tag"),
    good: [tag("own")],
    bad: many(51, (index) => tag(`own${index}`)),
  },
  {
    at: "tags[].key",
    fact: "a key of a tag does not begin with aws:",
    not: { pattern: "^[aA][wW][sS]:" },
    source: api("autoscaling", "Tag"),
    good: "own",
    bad: "aws:own",
  },
  of(
    "a group's zones are those of its subnets",
    {
      join: "groupZones",
      source: api("autoscaling", "CreateAutoScalingGroup"),
      beside: {
        subnet: {
          type: "aws:ec2/subnet:Subnet",
          properties: { id: "subnet-1", vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" },
        },
      },
    },
    { ...base, ...template },
    { ...base, ...template, availabilityZones: ["eu-west-1b"] },
  ),
  of(
    "a group with a warm pool has no Spot instances",
    {
      if: { required: ["warmPool"] },
      then: {
        properties: {
          "launchTemplate.id": {
            refersTo: {
              type: launches,
              fits: { properties: { "instanceMarketOptions.marketType": { not: { const: "spot" } } } },
            },
          },
        },
      },
      source: api("autoscaling", "PutWarmPool"),
      beside: {
        spot: { type: launches, properties: { id: "lt-1", instanceMarketOptions: { marketType: "spot" } } },
      },
    },
    { ...base, ...template },
    { ...base, ...template, warmPool: { poolState: "Stopped" } },
  ),
  of(
    "instances that hibernate have an encrypted root volume",
    {
      when: { "warmPool.poolState": "Hibernated" },
      properties: {
        "launchTemplate.id": {
          refersTo: {
            type: launches,
            fits: {
              properties: {
                "blockDeviceMappings[]": {
                  if: { properties: { deviceName: { enum: ["/dev/xvda", "/dev/sda1"] } } },
                  then: { properties: { "ebs.encrypted": { const: "true" } } },
                },
              },
            },
          },
        },
      },
      source: api("autoscaling", "PutWarmPool"),
      beside: {
        plain: {
          type: launches,
          properties: { id: "lt-1", blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }] },
        },
      },
    },
    { ...base, ...template, warmPool: { poolState: "Stopped" } },
    { ...base, ...template, warmPool: { poolState: "Hibernated" } },
  ),
];

/** Groups of instances. */
export const scalingGroups: readonly TypeRows[] = [
  { type: "aws:autoscaling/group:Group", source: api("autoscaling", "CreateAutoScalingGroup"), rows },
];
