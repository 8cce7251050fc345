import { type Graph, type Reference } from "../../frame/graph";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";

/** Where each type says which queue its failures go to. */
const places: readonly (readonly [type: string, ...path: string[]])[] = [
  [types.function, "deadLetterConfig", "targetArn"],
  [types.functionEventInvokeConfig, "destinationConfig", "onFailure", "destination"],
  [types.eventSourceMapping, "destinationConfig", "onFailure", "destinationArn"],
  [types.eventTarget, "deadLetterConfig", "arn"],
  [types.schedule, "target", "deadLetterConfig", "arn"],
];

/** The property with the ARN in a redrive policy, which is a JSON text; the text itself while it is unknown. */
function target(owner: Resource): Property | undefined {
  const policy = owner.get("redrivePolicy");
  const text = policy.text();
  if (text.state !== "known") return text.state === "absent" ? undefined : policy;
  try {
    return policy.parsed(text.value).at("deadLetterTargetArn");
  } catch {
    return undefined;
  }
}

/** The queue that a queue's or a subscription's redrive policy names. */
export function findDeadLetterQueue(stack: Graph, owner: Resource): Reference {
  const arn = target(owner);
  return arn ? stack.refer(owner, arn, types.queue) : { state: "absent" };
}

/** The queues that something of the stack puts its failures in, by URN; and whether some cannot be told yet. */
export function deadLetterQueues(stack: Graph): { urns: ReadonlySet<string>; open: boolean } {
  const references = [
    ...[types.queue, types.topicSubscription].flatMap((type) =>
      stack.ofType(type).map((owner) => findDeadLetterQueue(stack, owner)),
    ),
    ...places.flatMap(([type, ...path]) =>
      stack.ofType(type).map((owner) => stack.refer(owner, owner.get(...path), types.queue)),
    ),
  ];
  const to = references.flatMap((reference) => (reference.state === "resolved" ? reference.to : []));
  return { urns: new Set(to.map(({ urn }) => urn)), open: references.some(({ state }) => state === "unresolved") };
}
