import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { each, type StackRule, violatedUnlessLinked } from "../../frame/rule";

export const wafLogging: StackRule = {
  scope: "stack",
  id: "waf-logging",
  title: "A web ACL logs what it inspects",
  severity: "low",
  level: "advisory",
  controls: [securityHub("WAF.11", "AWS WAF web ACL logging should be enabled"), wellArchitected("SEC04-BP01")],
  fix: "Make a WebAclLoggingConfiguration to a log group, bucket or Firehose whose name begins with aws-waf-logs-.",
  page: "https://docs.aws.amazon.com/waf/latest/developerguide/logging.html",
  check: each(types.webAcl, (stack, acl) => {
    const logs = stack.pointingAt(acl, types.webAclLogging, "resourceArn");
    return violatedUnlessLinked(logs, acl, "logging", "there is no record of which requests it blocked and why");
  }),
};
