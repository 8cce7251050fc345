import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

/** The name of a log group, bucket or Firehose in its ARN; a bucket's may be followed by a prefix. */
function nameIn(arn: string): string {
  const [, , service, , , ...rest] = arn.split(":");
  const last = rest.join(":").replace(/:\*$/, "");
  if (service === "s3") return last.replace(/\/.*$/, "");
  return last.replace(/^(log-group:|deliverystream\/)/, "");
}

export const wafLogName: ResourceRule = {
  scope: "resource",
  type: types.webAclLogging,
  id: "waf-log-name",
  title: "WAF logs to a destination whose name begins with aws-waf-logs-",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC04-BP01")],
  fix: "Rename the log group, bucket or Firehose.",
  page: "https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html",
  check(logging): Verdict {
    const destinations = logging.get("logDestinationConfigs").list();
    if (destinations.state === "unknown") return notEvaluated(logging, "logDestinationConfigs");
    return (destinations.state === "known" ? destinations.value : []).flatMap((destination) => {
      const arn = destination.text();
      if (arn.state !== "known") return notEvaluated(logging, destination.name);
      return nameIn(arn.value).startsWith("aws-waf-logs-")
        ? holds
        : violated(logging, `${destination.name} is called ${nameIn(arn.value)}, which WAF refuses`);
    });
  },
};
