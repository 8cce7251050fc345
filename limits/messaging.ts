import { type Limit, provenance } from "./limit";

const queueApi = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html";

/** Limits of Amazon SQS. */
export const sqs = {
  receives: {
    id: "sqs.maxReceiveCount",
    title: "Receives of a message before it is a dead letter",
    min: 1,
    max: 1_000,
    unit: "receives",
    page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    ...provenance.general,
  },
  delay: {
    id: "sqs.delay",
    title: "Delivery delay of a queue",
    min: 0,
    max: 900,
    default: 0,
    unit: "s",
    page: queueApi,
    ...provenance.model,
  },
  retention: {
    id: "sqs.retention",
    title: "Message retention of a queue",
    min: 60,
    max: 1_209_600,
    default: 345_600,
    unit: "s",
    page: queueApi,
    ...provenance.model,
  },
  receiveWait: {
    id: "sqs.receiveWait",
    title: "Wait time of a receive call",
    min: 0,
    max: 20,
    default: 0,
    unit: "s",
    page: queueApi,
    ...provenance.model,
  },
  visibilityTimeout: {
    id: "sqs.visibilityTimeout",
    title: "Visibility timeout of a queue",
    min: 0,
    max: 43_200,
    default: 30,
    unit: "s",
    page: queueApi,
    ...provenance.model,
  },
  messageBytes: {
    id: "sqs.messageBytes",
    title: "Largest message of a queue",
    min: 1_024,
    max: 1_048_576,
    default: 1_048_576,
    unit: "bytes",
    page: queueApi,
    ...provenance.model,
    since: "2025-08: 1 MiB (before: 256 KiB)",
  },
} as const satisfies Record<string, Limit>;

/** Limits of Amazon SNS. */
export const sns = {
  filterKeys: {
    id: "sns.filterKeys",
    title: "Attributes in a subscription's filter policy",
    min: 1,
    max: 5,
    unit: "attributes",
    page: "https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html",
    ...provenance.general,
  },
  messageBytes: {
    id: "sns.messageBytes",
    title: "Message published to a topic",
    max: 262_144,
    unit: "bytes",
    page: "https://docs.aws.amazon.com/sns/latest/api/API_Publish.html",
    ...provenance.model,
  },
} as const satisfies Record<string, Limit>;
