import { type Row, type TypeRows } from "../../schema";
import { apart, at, needs, says, takes } from "../given";
import { api, page } from "../pages";

const fleet = (more: object) => ({ instanceTypeConfigs: [{ instanceType: "m5.xlarge" }], ...more });
const group = { instanceType: "m5.xlarge" };
const flow = api("emr", "JobFlowInstancesConfig");
const capacities = ["targetOnDemandCapacity", "targetSpotCapacity"];

/** What EMR says of each fleet. */
const fleetRows = (path: string): readonly Row[] => [
  at(
    path,
    "a fleet without a strategy has up to five types",
    {
      if: { excluded: ["launchSpecifications"] },
      then: { properties: { instanceTypeConfigs: { maxItems: 5 } } },
      source: api("emr", "InstanceFleetConfig"),
    },
    fleet({ targetOnDemandCapacity: 1 }),
    fleet({
      targetOnDemandCapacity: 1,
      instanceTypeConfigs: Array.from({ length: 6 }, (_, n) => ({ instanceType: `m${n}.xlarge` })),
    }),
  ),
  at(
    path,
    "a fleet has a capacity of On-Demand or Spot",
    { requiredOr: capacities, source: api("emr", "InstanceFleetConfig") },
    fleet({ targetOnDemandCapacity: 1 }),
    fleet({}),
  ),
  at(
    `${path}.launchSpecifications.spotSpecifications[].timeoutDurationMinutes`.replace(/^\./, ""),
    "Spot is waited for 5 to 1,440 minutes",
    { minimum: 5, maximum: 1_440, source: api("emr", "SpotProvisioningSpecification") },
    5,
    4,
  ),
  at(
    `${path}.launchSpecifications.spotSpecifications[].timeoutAction`.replace(/^\./, ""),
    "without Spot, a cluster ends or takes On-Demand",
    { enum: ["TERMINATE_CLUSTER", "SWITCH_TO_ON_DEMAND"], source: api("emr", "SpotProvisioningSpecification") },
    "TERMINATE_CLUSTER",
    "WAIT",
  ),
  at(
    `${path}.instanceTypeConfigs[]`.replace(/^\./, ""),
    "a bid is a price or a percentage",
    { atMostOne: ["bidPrice", "bidPriceAsPercentageOfOnDemandPrice"], source: api("emr", "InstanceTypeConfig") },
    { instanceType: "m5.xlarge", bidPrice: "0.1" },
    { instanceType: "m5.xlarge", bidPrice: "0.1", bidPriceAsPercentageOfOnDemandPrice: 50 },
  ),
];

/** EMR. */
export const emr: readonly TypeRows[] = [
  {
    type: "aws:emr/cluster:Cluster",
    source: api("emr", "RunJobFlow"),
    rows: [
      says(
        "a cluster has a master of a group or of a fleet",
        { requiredXor: ["masterInstanceGroup", "masterInstanceFleet"], source: flow },
        { masterInstanceGroup: group },
        { masterInstanceGroup: group, masterInstanceFleet: fleet({ targetOnDemandCapacity: 1 }) },
      ),
      apart(
        "fleets and groups are not of one cluster",
        { coreInstanceFleet: fleet({ targetOnDemandCapacity: 1 }) },
        { coreInstanceGroup: group },
        { source: flow },
      ),
      apart(
        "a master of a group has no core of a fleet",
        { masterInstanceGroup: group },
        { coreInstanceFleet: fleet({ targetOnDemandCapacity: 1 }) },
        { source: flow },
      ),
      apart(
        "a master of a fleet has no core of a group",
        { masterInstanceFleet: fleet({ targetOnDemandCapacity: 1 }) },
        { coreInstanceGroup: group },
        { source: flow },
      ),
      at(
        "masterInstanceFleet",
        "a master's fleet has one node, On-Demand or Spot",
        {
          atMostOne: capacities,
          properties: Object.fromEntries(capacities.map((name) => [name, { maximum: 1 }])),
          source: api("emr", "InstanceFleetConfig"),
        },
        fleet({ targetOnDemandCapacity: 1 }),
        fleet({ targetOnDemandCapacity: 2 }),
      ),
      at(
        "masterInstanceGroup.instanceCount",
        "a cluster has one master, or three",
        { enum: [1, 3], source: page("emr/latest/ManagementGuide/emr-plan-ha-launch") },
        3,
        2,
      ),
      ...fleetRows("masterInstanceFleet"),
      ...fleetRows("coreInstanceFleet"),
      at("stepConcurrencyLevel", "a cluster runs 1 to 256 steps at once", { minimum: 1, maximum: 256 }, 256, 257),
      at(
        "steps",
        "a cluster begins with up to 256 steps",
        { maxItems: 256 },
        [{ name: "s" }],
        Array.from({ length: 257 }, () => ({ name: "s" })),
      ),
      at(
        "autoTerminationPolicy.idleTimeout",
        "a cluster ends after 60 to 604,800 idle seconds",
        { minimum: 60, maximum: 604_800, source: api("emr", "AutoTerminationPolicy") },
        60,
        59,
      ),
      says(
        "several steps at once go on after one that fails",
        {
          when: { stepConcurrencyLevel: { minimum: 2 } },
          properties: { "steps[].actionOnFailure": { const: "CONTINUE" } },
        },
        { stepConcurrencyLevel: 2, "steps[].actionOnFailure": "CONTINUE" },
        { stepConcurrencyLevel: 2, "steps[].actionOnFailure": "CANCEL_AND_WAIT" },
      ),
      at(
        "ec2Attributes",
        "a cluster has one subnet, or several of fleets",
        { atMostOne: ["subnetId", "subnetIds"], source: api("emr", "JobFlowInstancesConfig") },
        { instanceProfile: "p", subnetId: "subnet-1" },
        { instanceProfile: "p", subnetId: "subnet-1", subnetIds: ["subnet-2"] },
      ),
      at(
        "ec2Attributes",
        "security groups that EMR manages are both given, or neither is",
        {
          dependentRequired: {
            emrManagedMasterSecurityGroup: ["emrManagedSlaveSecurityGroup"],
            emrManagedSlaveSecurityGroup: ["emrManagedMasterSecurityGroup"],
          },
          source: page("emr/latest/ManagementGuide/emr-man-sec-groups"),
        },
        { instanceProfile: "p", emrManagedMasterSecurityGroup: "sg-1", emrManagedSlaveSecurityGroup: "sg-2" },
        { instanceProfile: "p", emrManagedMasterSecurityGroup: "sg-1" },
      ),
      takes(
        "Kerberos is of a security configuration",
        { kerberosAttributes: { kdcAdminPassword: "p", realm: "R" } },
        { securityConfiguration: "s" },
        { source: page("emr/latest/ManagementGuide/emr-kerberos-configure") },
      ),
    ],
  },
  {
    type: "aws:emr/instanceFleet:InstanceFleet",
    source: api("emr", "InstanceFleetConfig"),
    rows: fleetRows(""),
  },
  {
    type: "aws:emr/managedScalingPolicy:ManagedScalingPolicy",
    source: api("emr", "ComputeLimits"),
    rows: [
      at(
        "computeLimits[]",
        "a minimum is not above its maximum",
        { ordered: [["minimumCapacityUnits", "<=", "maximumCapacityUnits"]] },
        { minimumCapacityUnits: 2, maximumCapacityUnits: 2 },
        { minimumCapacityUnits: 3, maximumCapacityUnits: 2 },
      ),
      at(
        "computeLimits[]",
        "On-Demand units are not above the maximum",
        { ordered: [["maximumOndemandCapacityUnits", "<=", "maximumCapacityUnits"]] },
        { maximumOndemandCapacityUnits: 2, maximumCapacityUnits: 2 },
        { maximumOndemandCapacityUnits: 3, maximumCapacityUnits: 2 },
      ),
      at(
        "computeLimits[]",
        "core units are not above the maximum",
        { ordered: [["maximumCoreCapacityUnits", "<=", "maximumCapacityUnits"]] },
        { maximumCoreCapacityUnits: 2, maximumCapacityUnits: 2 },
        { maximumCoreCapacityUnits: 3, maximumCapacityUnits: 2 },
      ),
      at(
        "computeLimits[].unitType",
        "units are of fleets, instances or processors",
        { enum: ["InstanceFleetUnits", "Instances", "VCPU"] },
        "VCPU",
        "Nodes",
      ),
    ],
  },
  {
    type: "aws:emr/studio:Studio",
    source: api("emr", "CreateStudio"),
    rows: [
      at("subnetIds", "a studio has up to five subnets", { maxItems: 5 }, ["subnet-1"], ["1", "2", "3", "4", "5", "6"]),
      needs(
        "a studio of IAM Identity Center has a userRole",
        { authMode: "SSO" },
        { userRole: "arn:aws:iam::111122223333:role/r" },
      ),
      at("defaultS3Location", "notebooks are kept at s3://", { pattern: "^s3://" }, "s3://b/a", "b/a"),
    ],
  },
];
