import { wellArchitected } from "../../controls";
import { type Property, type Reading } from "../../known";
import { limits } from "../../limits";
import { within } from "../../range";
import { type Resource, types } from "../../resource";
import { type ResourceRule } from "../../rule";

/** The characters of a document as IAM counts them: without white space. */
export function characters(document: Property): Reading<number> {
  const text = document.text();
  return text.state === "known" ? { state: "known", value: text.value.replace(/\s/g, "").length } : text;
}

export const iamPolicySize: ResourceRule = {
  scope: "resource",
  id: "iam-policy-size",
  title: "A managed policy has at most 6,144 characters",
  severity: "high",
  level: "mandatory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Split the policy, or group resources under a common name with a wildcard at its end.",
  page: limits.iam.managedPolicyCharacters.page,
  limit: limits.iam.managedPolicyCharacters,
  type: types.policy,
  check: (policy) => within(policy, "policy", characters(policy.get("policy")), limits.iam.managedPolicyCharacters),
  usage(policy: Resource) {
    const used = characters(policy.get("policy"));
    return used.state === "known"
      ? [{ resource: policy, limit: limits.iam.managedPolicyCharacters, used: used.value }]
      : [];
  },
};
