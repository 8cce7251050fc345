import type * as pulumiAws from "@pulumi/aws/sns/topicSubscription";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { resourceType } from "../../frame/resourceType";
import { attributeName, notFound } from "./attributes";

/** Attributes of a subscription that can be set, as for a topic. */
const subscriptionAttributes = [
  "deliveryPolicy",
  "filterPolicy",
  "filterPolicyScope",
  "rawMessageDelivery",
  "redrivePolicy",
  "replayPolicy",
  "subscriptionRoleArn",
] as const satisfies (keyof pulumiAws.TopicSubscriptionArgs)[];

/** https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
export const TopicSubscription = resourceType<pulumiAws.TopicSubscriptionArgs, pulumiAws.TopicSubscription>({
  token: "aws:sns/topicSubscription:TopicSubscription",
  identity: ["topic", "protocol", "endpoint"],
  properties: {
    ...withRule({ document: "json" }, "deliveryPolicy", "filterPolicy", "redrivePolicy"),
    ...withRule({ required: true, replace: true }, "endpoint", "protocol", "topic"),
    confirmationTimeoutInMinutes: { default: 1 },
    endpointAutoConfirms: { default: false },
    filterPolicyScope: { computed: true },
    rawMessageDelivery: { default: false },
    replayPolicy: { document: "json", notEmulated: "the emulator archives no messages" },
    subscriptionRoleArn: {},
  },
  outputs: {
    arn: "stable",
    confirmationWasAuthenticated: "stable",
    ownerId: "stable",
    pendingConfirmation: "stable",
  },

  async create(props, { sns }) {
    const given = subscriptionAttributes.filter((key) => props[key] !== undefined && props[key] !== false);
    const { SubscriptionArn } = await sns.subscribe({
      TopicArn: props.topic,
      Protocol: props.protocol,
      Endpoint: props.endpoint,
      ReturnSubscriptionArn: true,
      Attributes: Object.fromEntries(given.map((key) => [attributeName(key), String(props[key])])),
    });
    return SubscriptionArn!;
  },

  async read(SubscriptionArn, { sns }) {
    const answer = await unless(notFound, sns.getSubscriptionAttributes({ SubscriptionArn }));
    if (!answer?.Attributes) return undefined;
    const { Attributes } = answer;
    return {
      arn: SubscriptionArn,
      topic: Attributes.TopicArn,
      protocol: Attributes.Protocol,
      endpoint: Attributes.Endpoint,
      ownerId: Attributes.Owner,
      confirmationWasAuthenticated: Attributes.ConfirmationWasAuthenticated === "true",
      pendingConfirmation: Attributes.PendingConfirmation === "true",
      deliveryPolicy: Attributes.DeliveryPolicy || undefined,
      filterPolicy: Attributes.FilterPolicy || undefined,
      filterPolicyScope: Attributes.FilterPolicyScope,
      rawMessageDelivery: Attributes.RawMessageDelivery === "true",
      redrivePolicy: Attributes.RedrivePolicy || undefined,
      subscriptionRoleArn: Attributes.SubscriptionRoleArn || undefined,
    };
  },

  async update(SubscriptionArn, props, old, { sns }) {
    for (const key of subscriptionAttributes.filter((key) => props[key] !== old[key])) {
      if (key === "filterPolicyScope" && props[key] === undefined) continue;
      const AttributeValue = props[key] === undefined ? "" : String(props[key]);
      await sns.setSubscriptionAttributes({ SubscriptionArn, AttributeName: attributeName(key), AttributeValue });
    }
  },

  async delete(SubscriptionArn, { sns }) {
    await unless(notFound, sns.unsubscribe({ SubscriptionArn }));
  },
});
