import { isUnknown, list, member, plainProperties } from "../frame/plain";
import { type Findings } from "./fault";
import { type Join, named, refuse } from "./join";
import { toNumber } from "./words";

/** A step, from a difference to the alarm's threshold to another one. */
interface Step {
  readonly lower: number;
  readonly upper: number;
}

/** The steps in their order; undefined where a bound is not known. */
function readSteps(steps: readonly unknown[]): readonly Step[] | undefined {
  const bound = (step: unknown, name: string, open: number) => {
    const value = member(step, name);
    return value === undefined || value === "" ? open : toNumber(value);
  };
  const read = steps.map((step) => ({
    lower: bound(step, "metricIntervalLowerBound", -Infinity),
    upper: bound(step, "metricIntervalUpperBound", Infinity),
  }));
  const known = read.filter((step): step is Step => step.lower !== undefined && step.upper !== undefined);
  return known.length === read.length ? known.sort((a, b) => a.lower - b.lower || a.upper - b.upper) : undefined;
}

function refuseSteps(found: Findings, is: string, takes: string): void {
  refuse(found, { path: "stepAdjustments", is, takes, fix: "Change the bounds of the steps." });
}

/** Steps follow each other, without gaps, as far as they go. */
function judgeSteps(stepAdjustments: unknown, found: Findings): void {
  const steps = readSteps(list(stepAdjustments));
  const [first, last] = [steps?.at(0), steps?.at(-1)];
  if (!steps || !first || !last) return;
  const endless = steps.find(({ lower, upper }) => lower === -Infinity && upper === Infinity);
  if (endless) return refuseSteps(found, "has a step without a bound", "a lower or an upper bound of each step");
  if (steps.some(({ lower, upper }) => lower >= upper))
    return refuseSteps(found, "has a step that does not go up", "an upper bound above the lower one");
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    if (!next || next.lower === step.upper) continue;
    const is = `has a step to ${step.upper} and one from ${next.lower}`;
    return refuseSteps(found, is, "steps that follow each other, without a gap");
  }
  if (first.lower < 0 && first.lower !== -Infinity)
    refuseSteps(found, `begins at ${first.lower}`, "a first step without a lower bound below 0");
  if (last.upper > 0 && last.upper !== Infinity)
    refuseSteps(found, `ends at ${last.upper}`, "a last step without an upper bound above 0");
}

export const stepsInOrder: Join = (policy, found) => judgeSteps(plainProperties(policy)["stepAdjustments"], found);

/** The same of a policy of Application Auto Scaling. */
export const targetStepsInOrder: Join = (policy, found) =>
  judgeSteps(member(plainProperties(policy)["stepScalingPolicyConfiguration"], "stepAdjustments"), found);

/** Maintenance spans up to 100 points. */
export const maintenanceSpan: Join = (group, found) => {
  const { instanceMaintenancePolicy } = plainProperties(group);
  const [least, most] = ["minHealthyPercentage", "maxHealthyPercentage"].map((name) =>
    toNumber(member(instanceMaintenancePolicy, name)),
  );
  if (least === undefined || most === undefined || least < 0 || most - least <= 100) return;
  const path = "instanceMaintenancePolicy.maxHealthyPercentage";
  const takes = `at most 100 more than minHealthyPercentage: ${least + 100}`;
  refuse(found, { path, is: `is ${most}`, takes, fix: `Set ${path} to ${least + 100} or less.` });
};

/** Zones of a group are those of its subnets. */
export const groupZones: Join = (group, found, stack) => {
  const { availabilityZones } = plainProperties(group);
  const zones = list(availabilityZones);
  const ids = group.get("vpcZoneIdentifiers").list();
  if (zones.length === 0 || zones.some(isUnknown) || ids.state !== "known") return;
  for (const id of ids.value) {
    for (const subnet of named(group, id, "aws:ec2/subnet:Subnet", found, stack)) {
      const zone = subnet.get("availabilityZone").text();
      if (zone.state !== "known" || zones.includes(zone.value)) continue;
      const is = `has ${subnet.label} of ${zone.value}, which is not in availabilityZones`;
      refuse(found, { path: id.name, is, takes: "subnets of availabilityZones", fix: "Remove availabilityZones." });
    }
  }
};
