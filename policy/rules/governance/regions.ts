import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

const global = new Set<string>([types.role, types.rolePolicy, types.rolePolicyAttachment, types.policy]);

function check(resource: Resource, allowed: readonly string[]): Verdict {
  const region = resource.regionReading;
  if (region.state === "known") {
    return allowed.includes(region.value)
      ? holds
      : violated(resource, `it is in ${region.value}; allowed are ${allowed.join(", ")}`);
  }
  return notEvaluated(resource, "region");
}

/** Holds where no Regions are configured. Resources that are in no Region are left out. */
export const governanceRegions: StackRule = {
  scope: "stack",
  id: "governance-regions",
  title: "Resources are in the Regions that the configuration allows",
  severity: "high",
  level: "mandatory",
  ground: "configured",
  controls: [wellArchitected("SEC01-BP01")],
  fix: "Make it in an allowed Region, or add its Region to allowedRegions in the pack's configuration.",
  page: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html",
  check(stack, { allowedRegions }) {
    if (!allowedRegions) return holds;
    return stack.resources
      .filter(({ type }) => type.startsWith("aws:") && !global.has(type))
      .flatMap((resource) => check(resource, allowedRegions));
  },
};
