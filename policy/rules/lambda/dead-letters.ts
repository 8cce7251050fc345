import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { mayBePresent } from "../../frame/known";
import { type Answer, either } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { regionalFunctions } from "./at-edge";

/** The services that call a function and wait for its answer: they see an error themselves. */
const waiting =
  /^(apigateway|cognito-idp|elasticloadbalancing|lex|lexv2|bedrock|appsync|alexa-appkit|edgelambda|vpc-lattice|s3-object-lambda)\./;

/** Where each type names a function that is called by a role's right or a permission, without waiting. */
const places: readonly (readonly [type: string, ...path: string[]])[] = [
  [types.schedule, "target", "arn"],
  [types.eventTarget, "arn"],
  [types.topicSubscription, "endpoint"],
  [types.functionEventInvokeConfig, "destinationConfig", "onSuccess", "destination"],
  [types.functionEventInvokeConfig, "destinationConfig", "onFailure", "destination"],
];

/** The functions that something of the stack hands events to; and whether it is not known of some. */
interface Handed {
  readonly urns: ReadonlySet<string>;
  readonly open: boolean;
}

function findHanded(stack: Graph): Handed {
  const references = places.flatMap(([type, ...path]) =>
    stack.ofType(type).map((by) => stack.functions(by, by.get(...path))),
  );
  const to = references.flatMap((reference) => (reference.state === "resolved" ? reference.to : []));
  return { urns: new Set(to.map(({ urn }) => urn)), open: references.some(({ state }) => state === "unresolved") };
}

/**
 * Whether somebody of the stack calls a function and does not wait. Only then do events come to Lambda's own queue: not from
 * an API, an event source mapping or a state machine, nor to a function that nobody of the stack calls.
 */
function isCalledAsynchronously(stack: Graph, fn: Resource, handed: Handed): Answer {
  if (handed.urns.has(fn.urn)) return "yes";
  const { linked, unresolved } = stack.pointingAt(fn, types.permission, "function");
  const callers = linked.map((permission): Answer => {
    const principal = permission.get("principal").text();
    if (principal.state === "unknown") return "unknown";
    const isService = principal.state === "known" && principal.value.endsWith(".amazonaws.com");
    return isService && !waiting.test(principal.value) ? "yes" : "no";
  });
  return either(unresolved || handed.open ? [...callers, "unknown"] : callers);
}

function check(stack: Graph, fn: Resource, handed: Handed): Verdict {
  if (mayBePresent(fn.get("deadLetterConfig", "targetArn").any())) return holds;
  const configs = stack.pointingAt(fn, types.functionEventInvokeConfig, "functionName");
  const kept = configs.linked.some((config) =>
    mayBePresent(config.get("destinationConfig", "onFailure", "destination").any()),
  );
  if (kept) return holds;
  const asynchronous = isCalledAsynchronously(stack, fn, handed);
  if (asynchronous === "no") return holds;
  if (configs.unresolved || asynchronous === "unknown") return notEvaluated(fn, "failure destination");
  return violated(fn, "failed events are dropped: it has no dead letter queue and no on-failure destination");
}

export const lambdaDeadLetters: StackRule = {
  scope: "stack",
  id: "lambda-dead-letters",
  title: "A function that is called asynchronously has a dead letter queue or an on-failure destination",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP04")],
  fix: "Set an on-failure destination (FunctionEventInvokeConfig) or deadLetterConfig.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
  check(stack) {
    const handed = findHanded(stack);
    return regionalFunctions(stack).flatMap((fn) => check(stack, fn, handed));
  },
};
