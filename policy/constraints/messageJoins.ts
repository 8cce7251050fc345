import { type Graph } from "../frame/graph";
import { isAbsent, isUnknown, plainProperties } from "../frame/plain";
import { type Resource } from "../frame/resource";
import { type Join, refuse } from "./join";

const topicType = "aws:sns/topic:Topic";

/** What SNS compares when an endpoint is subscribed again. */
const attributes = [
  "deliveryPolicy",
  "filterPolicy",
  "filterPolicyScope",
  "rawMessageDelivery",
  "redrivePolicy",
  "replayPolicy",
  "subscriptionRoleArn",
] as const;

const before = new WeakMap<Graph, ReadonlyMap<string, readonly Resource[]>>();

/** What is subscribed to what; nothing where it is not known. */
function subscribed(subscription: Resource, stack: Graph): string {
  const [own] = stack.resolve(subscription, subscription.get("topic"), topicType);
  const [topic, protocol, endpoint] = ["topic", "protocol", "endpoint"].map((name) => subscription.get(name).text());
  const place = own?.urn ?? (topic?.state === "known" ? topic.value : undefined);
  const sources = endpoint?.state === "known" ? [endpoint.value] : subscription.listSources("endpoint");
  if (place === undefined || protocol?.state !== "known" || sources.length !== 1) return "";
  return [place, protocol.value, ...sources].join(" ");
}

/** An endpoint is subscribed to a topic once, or again with the same attributes. */
export const sameSubscription: Join = (subscription, found, stack) => {
  const key = stack && subscribed(subscription, stack);
  if (!stack || !key) return;
  const index = before.get(stack) ?? Map.groupBy(stack.ofType(subscription.type), (each) => subscribed(each, stack));
  before.set(stack, index);
  const [first] = index.get(key) ?? [];
  if (!first || first === subscription) return;
  const [own, other] = [subscription, first].map(plainProperties);
  const isSet = (value: unknown): boolean => !isAbsent(value) && value !== false;
  const odd = attributes.find((name) => {
    const values = [own?.[name], other?.[name]];
    return !values.some(isUnknown) && values.some(isSet) && values[0] !== values[1];
  });
  if (odd === undefined) return;
  const is = `is subscribed by ${first.label} with another ${odd}`;
  refuse(found, {
    path: "endpoint",
    is,
    takes: "one subscription of an endpoint to a topic",
    fix: "Keep one of them.",
  });
};
