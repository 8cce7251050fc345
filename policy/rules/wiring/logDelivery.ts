import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Property, type Reading, valueOr } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { type Caller, readArn } from "../../readings/callConditions";
import { both, either, covers } from "../../readings/iam";
import { lets } from "../../readings/resourcePolicy";
import { guide } from "./rights";

/** A service that writes to log groups because a policy of the account lets it. */
interface LogDelivery {
  /** The rule `<rule>-log-policy`. */
  readonly rule: string;
  readonly service: string;
  readonly joins: (stack: Graph) => readonly { readonly owner: Resource; readonly group: Property }[];
  readonly because: string;
  readonly page: string;
}

const policyType = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";

const table: readonly LogDelivery[] = [
  {
    rule: "route53-query",
    service: "route53.amazonaws.com",
    joins: (stack) =>
      stack
        .ofType("aws:route53/queryLog:QueryLog")
        .map((owner) => ({ owner, group: owner.get("cloudwatchLogGroupArn") })),
    because: "Route 53 refuses the query log",
    page: `${guide}/Route53/latest/DeveloperGuide/query-logs.html`,
  },
  {
    rule: "opensearch",
    service: "es.amazonaws.com",
    joins: (stack) =>
      ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"].flatMap((type) =>
        stack.ofType(type).flatMap((owner) =>
          valueOr(owner.get("logPublishingOptions").list(), []).map((each) => ({
            owner,
            group: each.at("cloudwatchLogGroupArn"),
          })),
        ),
      ),
    because: "OpenSearch Service refuses to publish logs",
    page: `${guide}/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html`,
  },
  {
    rule: "eventbridge-target",
    service: "events.amazonaws.com",
    joins: (stack) =>
      stack
        .ofType(types.eventTarget)
        .map((owner) => ({ owner, group: owner.get("arn") }))
        .filter(({ owner, group }) => isLogGroup(stack, owner, group)),
    because: "no event ever gets there",
    page: `${guide}/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions`,
  },
];

function isLogGroup(stack: Graph, owner: Resource, property: Property): boolean {
  const text = property.text();
  if (text.state === "known") return /^arn:[^:]+:logs:/.test(text.value);
  return stack.sources(owner, property, types.logGroup).length > 0;
}

/** The ARN of a stream of a log group, which policies are about. */
function makeStreamArn(stack: Graph, owner: Resource, group: Property): Reading<string> {
  const text = group.text();
  const [linked] = stack.sources(owner, group, types.logGroup);
  const arn = text.state === "known" || !linked ? text : readArn(linked);
  return arn.state === "known" ? { state: "known", value: `${arn.value.replace(/:\*$/, "")}:log-stream:any` } : arn;
}

const writing = "logs:PutLogEvents";

function check(stack: Graph, delivery: LogDelivery, owner: Resource, group: Property): Verdict {
  const stream = makeStreamArn(stack, owner, group);
  if (stream.state === "absent" || stream.state === "malformed") return holds;
  const caller: Caller = { service: delivery.service };
  const answers = stack.ofType(policyType).flatMap((policy) => {
    const document = policy.get("policyDocument");
    return lets(stack, policy, document, writing, caller).map(({ answer, statement }) => {
      if (stream.state !== "known" || !statement) return both(answer, "unknown");
      const about = statement.resources?.known.some((pattern) => covers(pattern, stream.value));
      return about ? answer : statement.resources?.unknown ? both(answer, "unknown") : "no";
    });
  });
  const answer = either(answers);
  if (answer === "yes") return holds;
  if (answer === "unknown") return notEvaluated(owner, `who may write to ${group.name}`);
  return violated(
    owner,
    `no policy of the program lets ${delivery.service} write to ${group.name}: unless one of the account does, ${delivery.because}`,
  );
}

function logDeliveryRule(delivery: LogDelivery): StackRule {
  return {
    scope: "stack",
    id: `${delivery.rule}-log-policy`,
    title: `A log group that ${delivery.service} writes to allows it`,
    severity: "medium",
    level: "advisory",
    controls: [wellArchitected("SEC04-BP01")],
    fix: `Make a LogResourcePolicy that allows logs:CreateLogStream and logs:PutLogEvents to ${delivery.service}.`,
    page: delivery.page,
    check: (stack) => delivery.joins(stack).flatMap(({ owner, group }) => check(stack, delivery, owner, group)),
  };
}

/** A rule for each service that writes to log groups by a policy of the account, which may also stand outside the program. */
export const logDeliveries: readonly StackRule[] = table.map(logDeliveryRule);
