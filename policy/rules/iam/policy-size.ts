import { type Property, type Reading } from "../../frame/known";
import { limits } from "../../../limits";
import { limitRule } from "../../frame/range";
import { types } from "../../frame/resource";

/** The characters of a document as IAM counts them: without white space. */
export function characters(document: Property): Reading<number> {
  const text = document.text();
  return text.state === "known" ? { state: "known", value: text.value.replace(/\s/g, "").length } : text;
}

export const iamTrustSize = limitRule({
  id: "iam-trust-size",
  title: "The trust policy of a role has at most 2,048 characters",
  fix: 'Name accounts instead of single roles, or have the quota raised and set limits["iam.trustPolicyCharacters"].',
  limit: limits.iam.trustPolicyCharacters,
  type: types.role,
  measure: (role) => ({ what: "assumeRolePolicy", used: characters(role.get("assumeRolePolicy")) }),
});

export const iamPolicySize = limitRule({
  id: "iam-policy-size",
  title: "A managed policy has at most 6,144 characters",
  fix: "Split the policy, or group resources under a common name with a wildcard at its end.",
  limit: limits.iam.managedPolicyCharacters,
  type: types.policy,
  measure: (policy) => ({ what: "policy", used: characters(policy.get("policy")) }),
});
