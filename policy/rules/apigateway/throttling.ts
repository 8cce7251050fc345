import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Answer, either } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";
import { each, holds, type StackRule, type Verdict, violatedUnless } from "../../frame/rule";

/** Whether two properties name the same thing, by value or by what they were made from. */
function same(a: Resource, nameOfA: string, b: Resource, nameOfB: string): Answer {
  const [one, other] = [a.get(nameOfA).text(), b.get(nameOfB).text()];
  if (one.state === "known" && other.state === "known") return one.value === other.value ? "yes" : "no";
  const sources = a.listSources(nameOfA);
  return sources.includes(b.urn) || b.listSources(nameOfB).some((urn) => sources.includes(urn)) ? "yes" : "unknown";
}

/** Whether settings throttle every method of a stage. */
function throttles(settings: Resource, stage: Resource): Answer {
  const path = settings.get("methodPath").text();
  const rate = settings.get("settings", "throttlingRateLimit").number();
  if (path.state === "known" && path.value !== "*/*") return "no";
  if (rate.state === "absent" || (rate.state === "known" && rate.value < 0)) return "no";
  const answers = [same(settings, "restApi", stage, "restApi"), same(settings, "stageName", stage, "stageName")];
  if (answers.includes("no")) return "no";
  return answers.includes("unknown") || rate.state !== "known" ? "unknown" : "yes";
}

function check(stack: Graph, stage: Resource): Verdict {
  const answer = either(stack.ofType(types.apiMethodSettings).map((settings) => throttles(settings, stage)));
  if (answer === "yes") return holds;
  return violatedUnless(
    answer === "unknown",
    stage,
    "throttling",
    "one caller can use up the requests of all APIs of the account: it has no throttle of its own",
  );
}

export const apigatewayThrottling: StackRule = {
  scope: "stack",
  id: "apigateway-throttling",
  title: "A stage of a REST API has a throttle of its own",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP02")],
  fix: "Make MethodSettings with methodPath */*, settings.throttlingRateLimit and settings.throttlingBurstLimit.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
  check: each(types.apiStage, check),
};
