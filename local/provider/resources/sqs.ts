import type { QueueAttributeName } from "@aws-sdk/client-sqs";
import type { Queue as QueueResource, QueueArgs } from "@pulumi/aws/sqs/queue";
import type { QueuePolicy as QueuePolicyResource, QueuePolicyArgs } from "@pulumi/aws/sqs/queuePolicy";
import { unless } from "../frame/errors";
import { fifoName } from "../frame/names";
import { withRule } from "../frame/properties";
import { type Inputs, resourceType, tags } from "../frame/resourceType";

const noSuchQueue = ["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"];

/** Argument to attribute; every attribute is a text. */
const attributes = {
  contentBasedDeduplication: "ContentBasedDeduplication",
  deduplicationScope: "DeduplicationScope",
  delaySeconds: "DelaySeconds",
  fifoQueue: "FifoQueue",
  fifoThroughputLimit: "FifoThroughputLimit",
  kmsDataKeyReusePeriodSeconds: "KmsDataKeyReusePeriodSeconds",
  kmsMasterKeyId: "KmsMasterKeyId",
  maxMessageSize: "MaximumMessageSize",
  messageRetentionSeconds: "MessageRetentionPeriod",
  policy: "Policy",
  receiveWaitTimeSeconds: "ReceiveMessageWaitTimeSeconds",
  redriveAllowPolicy: "RedriveAllowPolicy",
  redrivePolicy: "RedrivePolicy",
  sqsManagedSseEnabled: "SqsManagedSseEnabled",
  visibilityTimeoutSeconds: "VisibilityTimeout",
} as const satisfies Partial<Record<keyof QueueArgs, QueueAttributeName>>;

type Attribute = keyof typeof attributes;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
export const Queue = resourceType<QueueArgs, QueueResource>({
  token: "aws:sqs/queue:Queue",
  name: { ...fifoName, maxLength: 80, suffix: ({ fifoQueue }) => (fifoQueue ? ".fifo" : "") },
  properties: {
    ...withRule({ computed: true }, "deduplicationScope", "fifoThroughputLimit", "kmsDataKeyReusePeriodSeconds"),
    ...withRule({ computed: true }, "sqsManagedSseEnabled"),
    ...withRule({ replace: true }, "name", "namePrefix"),
    contentBasedDeduplication: { default: false },
    delaySeconds: { default: 0 },
    fifoQueue: { default: false, replace: true },
    kmsMasterKeyId: { idle: "messages are not encrypted" },
    maxMessageSize: { default: 262_144 },
    messageRetentionSeconds: { default: 345_600 },
    policy: { computed: true, document: "policy" },
    receiveWaitTimeSeconds: { default: 0 },
    redriveAllowPolicy: { computed: true, document: "json" },
    redrivePolicy: { computed: true, document: "json" },
    tags,
    visibilityTimeoutSeconds: { default: 30 },
  },
  outputs: { arn: "stable", url: "stable" },

  async create(props, { sqs }) {
    const { QueueUrl } = await sqs.createQueue({
      QueueName: props.name,
      Attributes: attributeTexts(props),
      tags: props.tags,
    });
    return QueueUrl!;
  },

  async read(QueueUrl, { sqs }) {
    const answer = await unless(noSuchQueue, sqs.getQueueAttributes({ QueueUrl, AttributeNames: ["All"] }));
    if (!answer?.Attributes) return undefined;
    const { Attributes } = answer;
    const { Tags } = await sqs.listQueueTags({ QueueUrl });
    const number = (key: Attribute) => {
      const text = Attributes[attributes[key]];
      return text === undefined ? undefined : Number(text);
    };
    return {
      arn: Attributes.QueueArn,
      contentBasedDeduplication: Attributes.ContentBasedDeduplication === "true",
      deduplicationScope: Attributes.DeduplicationScope,
      delaySeconds: number("delaySeconds"),
      fifoQueue: Attributes.FifoQueue === "true",
      fifoThroughputLimit: Attributes.FifoThroughputLimit,
      kmsDataKeyReusePeriodSeconds: number("kmsDataKeyReusePeriodSeconds"),
      kmsMasterKeyId: Attributes.KmsMasterKeyId || undefined,
      maxMessageSize: number("maxMessageSize"),
      messageRetentionSeconds: number("messageRetentionSeconds"),
      name: Attributes.QueueArn?.split(":").at(-1),
      policy: Attributes.Policy || undefined,
      receiveWaitTimeSeconds: number("receiveWaitTimeSeconds"),
      redriveAllowPolicy: Attributes.RedriveAllowPolicy || undefined,
      redrivePolicy: Attributes.RedrivePolicy || undefined,
      sqsManagedSseEnabled: Attributes.SqsManagedSseEnabled === "true",
      tags: Tags ?? {},
      url: QueueUrl,
      visibilityTimeoutSeconds: number("visibilityTimeoutSeconds"),
    };
  },

  async update(QueueUrl, props, old, { sqs }) {
    const { FifoQueue: _fixed, ...Attributes } = attributeTexts(props);
    // An empty text removes an attribute.
    if (old.kmsMasterKeyId && !props.kmsMasterKeyId) Attributes.KmsMasterKeyId = "";
    await sqs.setQueueAttributes({ QueueUrl, Attributes });
  },

  tagging: {
    remove: (QueueUrl, TagKeys, { sqs }) => sqs.untagQueue({ QueueUrl, TagKeys }),
    add: (QueueUrl, Tags, { sqs }) => sqs.tagQueue({ QueueUrl, Tags }),
  },

  async delete(QueueUrl, { sqs }) {
    await unless(noSuchQueue, sqs.deleteQueue({ QueueUrl }));
  },
});

/** SQS refuses FIFO attributes of a standard queue, even if false. */
function attributeTexts(props: Inputs<QueueArgs>): Partial<Record<QueueAttributeName, string>> {
  const isGiven = (key: Attribute) =>
    props[key] !== undefined && (props.fifoQueue || (key !== "fifoQueue" && key !== "contentBasedDeduplication"));
  const keys = (Object.keys(attributes) as Attribute[]).filter(isGiven);
  return Object.fromEntries(keys.map((key) => [attributes[key], String(props[key])]));
}

/** The policy of a queue as a resource of its own: its id is the queue's URL. */
export const QueuePolicy = resourceType<QueuePolicyArgs, QueuePolicyResource>({
  token: "aws:sqs/queuePolicy:QueuePolicy",
  identity: ["queueUrl"],
  properties: { policy: { required: true, document: "policy" }, queueUrl: { required: true, replace: true } },
  outputs: {},

  async create({ queueUrl, policy }, { sqs }) {
    await sqs.setQueueAttributes({ QueueUrl: queueUrl, Attributes: { Policy: policy } });
    return queueUrl;
  },

  async read(queueUrl, { sqs }) {
    const answer = await unless(
      noSuchQueue,
      sqs.getQueueAttributes({ QueueUrl: queueUrl, AttributeNames: ["Policy"] }),
    );
    const policy = answer?.Attributes?.Policy;
    return policy ? { queueUrl, policy } : undefined;
  },

  async update(queueUrl, { policy }, _old, { sqs }) {
    await sqs.setQueueAttributes({ QueueUrl: queueUrl, Attributes: { Policy: policy } });
  },

  async delete(queueUrl, { sqs }) {
    await unless(noSuchQueue, sqs.setQueueAttributes({ QueueUrl: queueUrl, Attributes: { Policy: "" } }));
  },
});
