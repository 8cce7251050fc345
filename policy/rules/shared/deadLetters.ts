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
  if (owner.leavesToAws(policy)) return undefined;
  const text = policy.text();
  if (text.state !== "known") return text.state === "absent" ? undefined : policy;
  try {
    return policy.parsed(text.value).at("deadLetterTargetArn");
  } catch {
    return undefined;
  }
}

/** The queue that the redrive policy of a subscription, or of a queue, names: its own, or a resource that stands for it. */
export function findDeadLetterQueue(stack: Graph, owner: Resource): Reference {
  const { linked } = stack.pointingAt(owner, types.queueRedrivePolicy, "queueUrl");
  const references = [owner, ...linked].map((each) => redrive(stack, each));
  return references.find(({ state }) => state !== "absent") ?? { state: "absent" };
}

function redrive(stack: Graph, policy: Resource): Reference {
  const arn = target(policy);
  return arn ? stack.refer(policy, arn, types.queue) : { state: "absent" };
}

/** The queues that something of the stack puts its failures in, by URN; and whether some are not known yet. */
export function deadLetterQueues(stack: Graph): { urns: ReadonlySet<string>; open: boolean } {
  const references = [
    ...[types.queue, types.queueRedrivePolicy, types.topicSubscription].flatMap((type) =>
      stack.ofType(type).map((owner) => redrive(stack, owner)),
    ),
    ...places.flatMap(([type, ...path]) =>
      stack.ofType(type).flatMap((owner) => {
        const property = owner.get(...path);
        return owner.leavesToAws(property) ? [] : [stack.refer(owner, property, types.queue)];
      }),
    ),
  ];
  const to = references.flatMap((reference) => (reference.state === "resolved" ? reference.to : []));
  return { urns: new Set(to.map(({ urn }) => urn)), open: references.some(({ state }) => state === "unresolved") };
}
