import { type Property, type Reading } from "../../frame/known";
import { limits } from "../../../limits";
import { limitRule } from "../../frame/range";
import { types } from "../../frame/resource";

/** The characters of a document as IAM counts them: without white space. */
export function characters(document: Property): Reading<number> {
  const text = document.text();
  return text.state === "known" ? { state: "known", value: text.value.replace(/\s/g, "").length } : text;
}

export const iamPolicySize = limitRule({
  id: "iam-policy-size",
  title: "A managed policy has at most 6,144 characters",
  fix: "Split the policy, or group resources under a common name with a wildcard at its end.",
  limit: limits.iam.managedPolicyCharacters,
  type: types.policy,
  measure: (policy) => ({ what: "policy", used: characters(policy.get("policy")) }),
});
