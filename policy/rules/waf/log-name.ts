import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

/** The name of a log group, bucket or Firehose in its ARN; a bucket's may be followed by a prefix. */
function nameIn(arn: string): string {
  const [, , service, , , ...rest] = arn.split(":");
  const last = rest.join(":").replace(/:\*$/, "");
  if (service === "s3") return last.replace(/\/.*$/, "");
  return last.replace(/^(log-group:|deliverystream\/)/, "");
}

/** What takes logs, with the property that is its name. */
const destinations: Readonly<Record<string, string>> = {
  [types.logGroup]: "name",
  [types.bucket]: "bucket",
  [types.firehose]: "name",
};

/** The names of what a destination is, by its ARN or by what it is made from; nothing while they are not known. */
function findNames(stack: Graph, logging: Resource, destination: Property): readonly string[] {
  const arn = destination.text();
  if (arn.state === "known") return [nameIn(arn.value)];
  // What a list is made from says which it is only where there is one.
  const made = Object.entries(destinations).flatMap(([type, property]) =>
    stack.sources(logging, destination, type).map((source) => source.get(property).text()),
  );
  return made.length === 1 ? made.flatMap((name) => (name.state === "known" ? [name.value] : [])) : [];
}

function check(stack: Graph, logging: Resource): Verdict {
  const list = logging.get("logDestinationConfigs").list();
  if (list.state === "unknown") return notEvaluated(logging, "logDestinationConfigs");
  return (list.state === "known" ? list.value : []).flatMap((destination): Verdict => {
    const [name] = findNames(stack, logging, destination);
    if (name === undefined) return notEvaluated(logging, destination.name);
    return name.startsWith("aws-waf-logs-")
      ? holds
      : violated(logging, `${destination.name} is called ${name}, which WAF refuses`);
  });
}

export const wafLogName: StackRule = {
  scope: "stack",
  id: "waf-log-name",
  title: "WAF logs to a destination whose name begins with aws-waf-logs-",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC04-BP01")],
  fix: "Rename the log group, bucket or Firehose.",
  page: "https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html",
  check: each(types.webAclLogging, check),
};
