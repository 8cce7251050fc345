import { type Row, type Schema, type TypeRows } from "../../schema";
import { type Given } from "../given";
import { api } from "../pages";
import { together } from "../together";

const base = { minSize: 1, maxSize: 4, vpcZoneIdentifiers: ["subnet-1"] };
const policy = "mixedInstancesPolicy";
const overrides = `${policy}.launchTemplate.overrides`;
const mixed = (instancesDistribution: Given, all: readonly Given[]): Given => ({
  ...base,
  mixedInstancesPolicy: {
    instancesDistribution,
    launchTemplate: { launchTemplateSpecification: { launchTemplateId: "lt-1" }, overrides: all },
  },
});
const micro = { instanceType: "t3.micro" };
const required = (more: Given = {}) => ({
  instanceRequirements: { memoryMib: { min: 1 }, vcpuCount: { min: 1 }, ...more },
});
const mixedPage = api("autoscaling", "InstancesDistribution");
const overridePage = api("autoscaling", "LaunchTemplateOverrides");
const of = (fact: string, words: Parameters<typeof together>[1], good: Given, bad: Given): Row =>
  together(fact, words, {}, good, bad);
/** Ranges of what instances have. */
const ranges = ["vcpuCount", "memoryMib", "acceleratorCount", "memoryGibPerVcpu", "networkInterfaceCount"];
const uses: Schema = { required: [`${overrides}[].instanceRequirements`] };

const rows: readonly Row[] = [
  of(
    "types of instances are allowed or excluded, and Spot has one measure of its price",
    {
      properties: {
        [`${overrides}[].instanceRequirements`]: {
          dependentExcluded: {
            allowedInstanceTypes: ["excludedInstanceTypes"],
            spotMaxPricePercentageOverLowestPrice: ["maxSpotPriceAsPercentageOfOptimalOnDemandPrice"],
          },
          ordered: ranges.map((name) => [`${name}.min`, "<=", `${name}.max`]),
        },
      },
      source: api("autoscaling", "InstanceRequirements"),
    },
    mixed({}, [required({ allowedInstanceTypes: ["m5*"] })]),
    mixed({}, [required({ allowedInstanceTypes: ["m5*"], excludedInstanceTypes: ["m5.large"] })]),
  ),
  of(
    "instances by their requirements have no priorities",
    {
      if: uses,
      then: {
        properties: {
          [`${policy}.instancesDistribution.onDemandAllocationStrategy`]: { const: "lowest-price" },
          [`${policy}.instancesDistribution.spotAllocationStrategy`]: {
            not: { const: "capacity-optimized-prioritized" },
          },
        },
      },
      source: mixedPage,
    },
    mixed({ onDemandAllocationStrategy: "lowest-price" }, [required()]),
    mixed({ onDemandAllocationStrategy: "prioritized" }, [required()]),
  ),
  of(
    "spotInstancePools goes with lowest-price",
    {
      if: { required: [`${policy}.instancesDistribution.spotInstancePools`] },
      then: {
        properties: { [`${policy}.instancesDistribution.spotAllocationStrategy`]: { const: "lowest-price" } },
      },
      source: mixedPage,
    },
    mixed({ spotAllocationStrategy: "lowest-price", spotInstancePools: 3 }, [micro]),
    mixed({ spotAllocationStrategy: "capacity-optimized", spotInstancePools: 3 }, [micro]),
  ),
  of(
    "a group has up to 40 overrides, of different types, and up to 4 by requirements",
    {
      properties: {
        [overrides]: {
          maxItems: 40,
          uniqueKeys: ["instanceType"],
          contains: { required: ["instanceRequirements"] },
          minContains: 0,
          maxContains: 4,
        },
      },
      source: overridePage,
    },
    mixed({}, [micro]),
    mixed({}, [micro, micro]),
  ),
  of(
    "an override has a type or requirements",
    {
      properties: { [`${overrides}[]`]: { dependentExcluded: { instanceType: ["instanceRequirements"] } } },
      source: overridePage,
    },
    mixed({}, [micro]),
    mixed({}, [{ ...micro, ...required() }]),
  ),
  of(
    "all overrides have a weight, or none",
    {
      if: { required: [`${overrides}[].weightedCapacity`] },
      then: { properties: { [`${overrides}[]`]: { required: ["weightedCapacity"] } } },
      source: overridePage,
    },
    mixed({}, [{ ...micro, weightedCapacity: "1" }]),
    mixed({}, [{ ...micro, weightedCapacity: "1" }, { instanceType: "t3.small" }]),
  ),
];

/** Mixed instances of a group. */
export const scalingMixtures: readonly TypeRows[] = [
  { type: "aws:autoscaling/group:Group", source: api("autoscaling", "CreateAutoScalingGroup"), rows },
];
