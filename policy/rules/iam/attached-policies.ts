import { limits } from "../../../limits";
import { type Graph } from "../../frame/graph";
import { type Measured, stackLimitRule } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { findAttachments } from "../../readings/permissions";

interface Count {
  readonly policies: Set<string>;
  open: number;
}

/** The managed policies of each role, user or group of the program, whatever attaches them. */
function measure(stack: Graph): readonly Measured[] {
  const counts = new Map<Resource, Count>();
  for (const { by, arn, to } of findAttachments(stack)) {
    if (!to) continue;
    const count = counts.get(to) ?? { policies: new Set(), open: 0 };
    counts.set(to, count);
    const text = arn.text();
    const made = text.state === "known" ? [] : stack.sources(by, arn, types.policy);
    if (text.state === "known") count.policies.add(text.value);
    // A list is made from all of its policies together: each of them is in it once.
    else if (made.length > 0) for (const { urn } of made) count.policies.add(urn);
    else if (text.state === "unknown") count.open++;
  }
  return [...counts].map(([principal, { policies, open }]) => ({
    resource: principal,
    what: "number of managed policies",
    used: { state: "known", value: policies.size },
    missing: policies.size + open > limits.iam.managedPolicies.max ? "managed policies" : undefined,
  }));
}

export const iamAttachedPolicies = stackLimitRule({
  id: "iam-attached-policies",
  limit: limits.iam.managedPolicies,
  fix: 'Join policies of your own into one, or have the quota raised and set limits["iam.managedPolicies"].',
  measure,
});
