import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { valueOr } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { policyAllows } from "../../readings/resourcePolicy";
import { type Delivery, groundedLevel, type Join, makeJoin } from "./joins";
import { publishers } from "./publishers";

const guide = "https://docs.aws.amazon.com";

const actions: Readonly<Record<string, string>> = {
  [types.queue]: "sqs:SendMessage",
  [types.topic]: "sns:Publish",
};

const table: readonly Delivery[] = [
  {
    rule: "s3-notification",
    service: "s3.amazonaws.com",
    joins: (stack) =>
      stack.ofType(types.bucketNotification).flatMap((owner) => {
        const source = stack.resolve(owner, owner.get("bucket"), types.bucket)[0];
        const queues = valueOr(owner.get("queues").list(), []).map((each) => each.at("queueArn"));
        const topics = valueOr(owner.get("topics").list(), []).map((each) => each.at("topicArn"));
        return [...queues, ...topics].map((target) => ({ owner, target, source }));
      }),
    refused: true,
    because: "S3 refuses such a notification",
    page: `${guide}/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html`,
  },
  {
    rule: "eventbridge-target",
    service: "events.amazonaws.com",
    joins: (stack) =>
      stack.ofType(types.eventTarget).flatMap((owner) => {
        const source = stack.resolve(owner, owner.get("rule"), types.eventRule)[0];
        // With a role, EventBridge sends by its rights.
        const byRole = owner.get("roleArn").any().state !== "absent" && !owner.leavesToAws(owner.get("roleArn"));
        const deadLetters = { owner, target: owner.get("deadLetterConfig", "arn"), source };
        return byRole ? [deadLetters] : [{ owner, target: owner.get("arn"), source }, deadLetters];
      }),
    refused: false,
    because: "no event ever gets there",
    page: `${guide}/eventbridge/latest/userguide/eb-use-resource-based.html`,
  },
  {
    rule: "sns-subscription",
    service: "sns.amazonaws.com",
    joins: (stack) => stack.ofType(types.topicSubscription).map(makeJoin(stack, "endpoint", ["topic", types.topic])),
    refused: false,
    because: "no message ever gets there",
    page: `${guide}/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html`,
  },
  ...publishers,
];

/** The keys that AWS manages: their policies allow no other service. */
const managedKey = /(^|:)alias\/aws\//;

function checkKey(
  stack: Graph,
  target: Resource,
  { service, source }: { service: string; source?: Resource | undefined },
): Verdict {
  const property = target.get("kmsMasterKeyId");
  const text = property.text();
  if (text.state === "absent" || target.leavesToAws(property) || (text.state === "known" && text.value === ""))
    return holds;
  if (text.state === "known" && managedKey.test(text.value)) {
    return violated(
      target,
      `kmsMasterKeyId is ${text.value}, which ${service} may not use`,
      "Use a key of your own, whose policy allows the service to use it; or sqsManagedSseEnabled.",
    );
  }
  const key = stack.resolve(target, property, types.key)[0];
  if (!key) return holds;
  const answer = policyAllows(stack, key, "kms:GenerateDataKey", { service, source: undefined });
  if (answer === "yes") return holds;
  return answer === "no"
    ? violated(
        target,
        `kmsMasterKeyId is ${key.label}, whose policy does not let ${service} use it`,
        `Allow kms:GenerateDataKey and kms:Decrypt to ${service} in the key's policy.`,
      )
    : notEvaluated(target, `whether ${service} may use ${key.label} (${source?.label ?? "source"})`);
}

/** Whether a policy of its own stands in the place of the one from AWS, or may do so. */
function hasPolicy(stack: Graph, topic: Resource): boolean {
  const { linked, unresolved } = stack.pointingAt(topic, types.topicPolicy, "arn");
  const inline = topic.get("policy");
  return linked.length > 0 || unresolved || (inline.any().state !== "absent" && !topic.leavesToAws(inline));
}

function check(stack: Graph, { service, because, byDefault }: Delivery, { owner, target, source }: Join): Verdict {
  return Object.entries(actions).flatMap(([type, action]): Verdict => {
    const reference = stack.refer(owner, target, type);
    if (reference.state !== "resolved") return holds;
    return reference.to.flatMap((to): Verdict => {
      if (byDefault && !hasPolicy(stack, to)) return checkKey(stack, to, { service, source });
      const answer = policyAllows(stack, to, action, { service, source });
      const key = checkKey(stack, to, { service, source });
      if (answer === "yes") return key;
      return answer === "no"
        ? violated(owner, `${target.name} is ${to.label}, whose policy does not let ${service} send: ${because}`)
        : [...notEvaluated(owner, `the policy of ${to.label}`), ...key];
    });
  });
}

function deliveryRule(delivery: Delivery): StackRule {
  const { rule, service, refused, page } = delivery;
  return {
    scope: "stack",
    id: `${rule}-delivery`,
    title: `A queue or topic that ${service} sends to allows it`,
    severity: "high",
    ...groundedLevel(refused),
    controls: [wellArchitected("SEC03-BP02")],
    fix: `Allow sqs:SendMessage or sns:Publish to the Service ${service} in its policy, under ArnEquals aws:SourceArn.`,
    page,
    check: (stack) => delivery.joins(stack).flatMap((join) => check(stack, delivery, join)),
  };
}

/** A rule for each service that sends to queues and topics of a program. */
export const deliveries: readonly StackRule[] = table.map(deliveryRule);
