import type { Topic as TopicResource, TopicArgs } from "@pulumi/aws/sns/topic";
import type { TopicPolicy as TopicPolicyResource, TopicPolicyArgs } from "@pulumi/aws/sns/topicPolicy";
import type {
  TopicSubscription as SubscriptionResource,
  TopicSubscriptionArgs,
} from "@pulumi/aws/sns/topicSubscription";
import { unless } from "../errors";
import { resourceType, tags } from "../resourceType";
import { removedTags, tagList, tagMap } from "../shapes";

const notFound = ["NotFoundException", "NotFound"];
const feedback = { lacks: "the emulator logs no deliveries" };

/** Arguments that are attributes of the same name with a capital; every attribute is a text. */
const topicAttributes = [
  "archivePolicy",
  "contentBasedDeduplication",
  "deliveryPolicy",
  "displayName",
  "fifoThroughputScope",
  "fifoTopic",
  "kmsMasterKeyId",
  "policy",
  "signatureVersion",
  "tracingConfig",
] as const satisfies (keyof TopicArgs)[];

/** https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
export const Topic = resourceType<TopicArgs, TopicResource>({
  token: "aws:sns/topic:Topic",
  name: {
    property: "name",
    prefixProperty: "namePrefix",
    maxLength: 256,
    pattern: /^[\w-]+(\.fifo)?$/,
    allowed: "letters, digits, hyphens and underscores",
    suffix: ({ fifoTopic }) => (fifoTopic ? ".fifo" : ""),
  },
  properties: {
    applicationFailureFeedbackRoleArn: feedback,
    applicationSuccessFeedbackRoleArn: feedback,
    applicationSuccessFeedbackSampleRate: feedback,
    archivePolicy: { document: "json", lacks: "the emulator archives no messages" },
    contentBasedDeduplication: { default: false },
    deliveryPolicy: { document: "json", idle: "deliveries are not retried" },
    displayName: {},
    fifoThroughputScope: { computed: true },
    fifoTopic: { default: false, replace: true },
    firehoseFailureFeedbackRoleArn: feedback,
    firehoseSuccessFeedbackRoleArn: feedback,
    firehoseSuccessFeedbackSampleRate: feedback,
    httpFailureFeedbackRoleArn: feedback,
    httpSuccessFeedbackRoleArn: feedback,
    httpSuccessFeedbackSampleRate: feedback,
    kmsMasterKeyId: { idle: "messages are not encrypted" },
    lambdaFailureFeedbackRoleArn: feedback,
    lambdaSuccessFeedbackRoleArn: feedback,
    lambdaSuccessFeedbackSampleRate: feedback,
    name: { replace: true },
    namePrefix: { replace: true },
    policy: { computed: true, document: "policy" },
    signatureVersion: { computed: true },
    sqsFailureFeedbackRoleArn: feedback,
    sqsSuccessFeedbackRoleArn: feedback,
    sqsSuccessFeedbackSampleRate: feedback,
    tags,
    tracingConfig: { computed: true, idle: "no trace is recorded" },
  },
  outputs: { arn: "stable", beginningArchiveTime: "stable", owner: "stable" },

  async create(props, { sns }) {
    const given = topicAttributes.filter(
      (key) => props[key] !== undefined && (props.fifoTopic || !/^fifo|^contentBased/.test(key)),
    );
    const { TopicArn } = await sns.createTopic({
      Name: props.name,
      Attributes: Object.fromEntries(given.map((key) => [attributeName(key), String(props[key])])),
      Tags: tagList(props.tags),
    });
    return TopicArn!;
  },

  async read(TopicArn, { sns }) {
    const answer = await unless(notFound, sns.getTopicAttributes({ TopicArn }));
    if (!answer?.Attributes) return undefined;
    const { Attributes } = answer;
    const { Tags } = await sns.listTagsForResource({ ResourceArn: TopicArn });
    const { SignatureVersion } = Attributes;
    return {
      arn: TopicArn,
      name: TopicArn.split(":").at(-1),
      owner: Attributes.Owner,
      beginningArchiveTime: Attributes.BeginningArchiveTime ?? "",
      contentBasedDeduplication: Attributes.ContentBasedDeduplication === "true",
      deliveryPolicy: Attributes.DeliveryPolicy || undefined,
      displayName: Attributes.DisplayName || undefined,
      fifoThroughputScope: Attributes.FifoThroughputScope,
      fifoTopic: Attributes.FifoTopic === "true",
      kmsMasterKeyId: Attributes.KmsMasterKeyId || undefined,
      policy: Attributes.Policy,
      ...(SignatureVersion ? { signatureVersion: Number(SignatureVersion) } : {}),
      ...(Attributes.TracingConfig ? { tracingConfig: Attributes.TracingConfig } : {}),
      tags: tagMap(Tags),
    };
  },

  async update(TopicArn, props, old, { sns }) {
    for (const key of topicAttributes.filter((key) => key !== "fifoTopic" && props[key] !== old[key])) {
      // A standard topic knows no FIFO attributes, even to say no.
      if (!props.fifoTopic && /^fifo|^contentBased/.test(key)) continue;
      if (props[key] === undefined && (key === "policy" || key === "signatureVersion" || key === "tracingConfig"))
        continue;
      const AttributeValue = props[key] === undefined ? "" : String(props[key]);
      await sns.setTopicAttributes({ TopicArn, AttributeName: attributeName(key), AttributeValue });
    }
    const TagKeys = removedTags(old.tags, props.tags);
    if (TagKeys.length) await sns.untagResource({ ResourceArn: TopicArn, TagKeys });
    if (props.tags) await sns.tagResource({ ResourceArn: TopicArn, Tags: tagList(props.tags) });
  },

  async delete(TopicArn, { sns }) {
    await unless(notFound, sns.deleteTopic({ TopicArn }));
  },
});

function attributeName(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

/** The policy of a topic as a resource of its own: its id is the topic's ARN. */
export const TopicPolicy = resourceType<TopicPolicyArgs, TopicPolicyResource>({
  token: "aws:sns/topicPolicy:TopicPolicy",
  identity: ["arn"],
  properties: { arn: { required: true, replace: true }, policy: { required: true, document: "policy" } },
  outputs: { owner: "stable" },

  async create({ arn, policy }, { sns }) {
    await sns.setTopicAttributes({ TopicArn: arn, AttributeName: "Policy", AttributeValue: policy });
    return arn;
  },

  async read(arn, { sns }) {
    const answer = await unless(notFound, sns.getTopicAttributes({ TopicArn: arn }));
    return answer?.Attributes && { arn, policy: answer.Attributes.Policy, owner: answer.Attributes.Owner };
  },

  async update(arn, { policy }, _old, { sns }) {
    await sns.setTopicAttributes({ TopicArn: arn, AttributeName: "Policy", AttributeValue: policy });
  },

  /** A topic always has a policy: without this resource it is the one that a new topic has, for its owner only. */
  async delete(arn, { sns }, { owner }) {
    const policy = {
      Version: "2008-10-17",
      Id: "__default_policy_ID",
      Statement: [
        {
          Sid: "__default_statement_ID",
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: ["GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic"]
            .concat(["Subscribe", "ListSubscriptionsByTopic", "Publish"])
            .map((action) => `SNS:${action}`),
          Resource: arn,
          Condition: { StringEquals: { "AWS:SourceOwner": owner } },
        },
      ],
    };
    const AttributeValue = JSON.stringify(policy);
    await unless(notFound, sns.setTopicAttributes({ TopicArn: arn, AttributeName: "Policy", AttributeValue }));
  },
});

/** Attributes of a subscription that can be set, as for a topic. */
const subscriptionAttributes = [
  "deliveryPolicy",
  "filterPolicy",
  "filterPolicyScope",
  "rawMessageDelivery",
  "redrivePolicy",
  "replayPolicy",
  "subscriptionRoleArn",
] as const satisfies (keyof TopicSubscriptionArgs)[];

/** https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
export const TopicSubscription = resourceType<TopicSubscriptionArgs, SubscriptionResource>({
  token: "aws:sns/topicSubscription:TopicSubscription",
  identity: ["topic", "protocol", "endpoint"],
  properties: {
    confirmationTimeoutInMinutes: { default: 1, writeOnly: true },
    deliveryPolicy: { document: "json" },
    endpoint: { required: true, replace: true },
    endpointAutoConfirms: { default: false, writeOnly: true },
    filterPolicy: { document: "json" },
    filterPolicyScope: { computed: true },
    protocol: { required: true, replace: true },
    rawMessageDelivery: { default: false },
    redrivePolicy: { document: "json" },
    replayPolicy: { document: "json", lacks: "the emulator archives no messages" },
    subscriptionRoleArn: {},
    topic: { required: true, replace: true },
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
