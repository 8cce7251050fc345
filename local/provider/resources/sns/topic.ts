import type { Topic as TopicResource, TopicArgs } from "@pulumi/aws/sns/topic";
import { unless } from "../../frame/errors";
import { fifoName } from "../../frame/names";
import { withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagList, tagMap } from "../../frame/shapes";
import { attributeName, notFound } from "./attributes";

const feedback = { notEmulated: "the emulator logs no deliveries" };

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
  name: { ...fifoName, maxLength: 256, suffix: ({ fifoTopic }) => (fifoTopic ? ".fifo" : "") },
  properties: {
    ...withRule({ computed: true }, "fifoThroughputScope", "signatureVersion"),
    ...withRule({ replace: true }, "name", "namePrefix"),
    ...withRule(feedback, "applicationFailureFeedbackRoleArn", "applicationSuccessFeedbackRoleArn"),
    ...withRule(feedback, "applicationSuccessFeedbackSampleRate", "firehoseFailureFeedbackRoleArn"),
    ...withRule(feedback, "firehoseSuccessFeedbackRoleArn", "firehoseSuccessFeedbackSampleRate"),
    ...withRule(feedback, "httpFailureFeedbackRoleArn", "httpSuccessFeedbackRoleArn"),
    ...withRule(feedback, "httpSuccessFeedbackSampleRate", "lambdaFailureFeedbackRoleArn"),
    ...withRule(feedback, "lambdaSuccessFeedbackRoleArn", "lambdaSuccessFeedbackSampleRate"),
    ...withRule(feedback, "sqsFailureFeedbackRoleArn", "sqsSuccessFeedbackRoleArn", "sqsSuccessFeedbackSampleRate"),
    archivePolicy: { document: "json", notEmulated: "the emulator archives no messages" },
    contentBasedDeduplication: { default: false },
    deliveryPolicy: { document: "json", idle: "deliveries are not retried" },
    displayName: {},
    fifoTopic: { default: false, replace: true },
    kmsMasterKeyId: { idle: "messages are not encrypted" },
    policy: { computed: true, document: "policy" },
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
      // SNS refuses FIFO attributes of a standard topic, even if false.
      if (!props.fifoTopic && /^fifo|^contentBased/.test(key)) continue;
      if (props[key] === undefined && (key === "policy" || key === "signatureVersion" || key === "tracingConfig"))
        continue;
      const AttributeValue = props[key] === undefined ? "" : String(props[key]);
      await sns.setTopicAttributes({ TopicArn, AttributeName: attributeName(key), AttributeValue });
    }
  },

  tagging: {
    remove: (ResourceArn, TagKeys, { sns }) => sns.untagResource({ ResourceArn, TagKeys }),
    add: (ResourceArn, tags, { sns }) => sns.tagResource({ ResourceArn, Tags: tagList(tags) }),
  },

  async delete(TopicArn, { sns }) {
    await unless(notFound, sns.deleteTopic({ TopicArn }));
  },
});
