import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type WebAclArgs, webAclDefaults } from "./webAclArgs";

/** Problems with a web ACL's arguments. */
export function webAclProblems(args: WebAclArgs): Problem[] {
  const { rateLimit, managedRuleGroups, logRetentionDays } = withDefaults(webAclDefaults, args);
  const problems = new Problems()
    .range("rateLimit", rateLimit, limits.wafv2.rateLimit)
    .range("logRetentionDays", logRetentionDays, limits.logs.retentionDays);
  for (const group of managedRuleGroups) {
    problems.that(
      /^AWSManagedRules\w+$/.test(group) && managedRuleGroups.indexOf(group) === managedRuleGroups.lastIndexOf(group),
      "managedRuleGroups",
      group,
      "name groups of AWS, such as AWSManagedRulesSQLiRuleSet, each once",
    );
  }
  return problems.list;
}
