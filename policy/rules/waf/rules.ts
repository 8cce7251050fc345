import { securityHub, wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";

/** Whether the ACL has rules, in whichever way they are given; a list that is not known yet counts. */
function hasRules(acl: Resource): boolean {
  const list = acl.get("rules").list();
  const own = list.state === "known" ? list.value.length > 0 : list.state === "unknown";
  return own || acl.get("ruleJson").any().state !== "absent";
}

export const wafRules: ResourceRule = {
  scope: "resource",
  type: types.webAcl,
  id: "waf-rules",
  title: "A web ACL that lets requests through has rules",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("WAF.10", "AWS WAF web ACLs should have at least one rule or rule group"),
    wellArchitected("SEC05-BP03"),
  ],
  fix: "Add AWSManagedRulesCommonRuleSet and a rate-based rule.",
  page: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html",
  check: (acl) =>
    acl.get("defaultAction", "allow").any().state === "absent" || hasRules(acl)
      ? holds
      : violated(acl, "it allows every request: it has no rules"),
};
