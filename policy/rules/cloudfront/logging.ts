import { securityHub, wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { mayBePresent } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { each, holds, type StackRule, type Verdict, violatedUnlessLinked } from "../../frame/rule";

/** Standard logging of either kind: a setting of the distribution, or a delivery of CloudWatch with it as the source. */
function check(stack: Graph, distribution: Resource): Verdict {
  if (mayBePresent(distribution.get("loggingConfig", "bucket").any())) return holds;
  const sources = stack.pointingAt(distribution, types.logDeliverySource, "resourceArn");
  return violatedUnlessLinked(sources, distribution, "access logs", "there is no record of who requested what");
}

export const cloudfrontLogging: StackRule = {
  scope: "stack",
  id: "cloudfront-logging",
  title: "A distribution logs its requests",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("CloudFront.5", "CloudFront distributions should have logging enabled"),
    wellArchitected("SEC04-BP01"),
  ],
  fix: "Make a LogDeliverySource of the distribution, with its destination and delivery, or set loggingConfig.bucket.",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html",
  check: each(types.distribution, check),
};
