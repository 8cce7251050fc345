import { type TypeRows } from "../schema";
import { api, page } from "./pages";
import { document, queueArn, resourcePolicy } from "./samples";

const policy = resourcePolicy("a queue", "sqs:SendMessage", queueArn);

/** SQS. */
export const sqs: readonly TypeRows[] = [
  {
    type: "aws:sqs/queue:Queue",
    source: api("sqs", "CreateQueue"),
    rows: [
      {
        at: "redriveAllowPolicy",
        format: "redriveAllowPolicy",
        fact: "byQueue names 1 to 10 queues in sourceQueueArns, allowAll and denyAll take none",
        good: JSON.stringify({ redrivePermission: "byQueue", sourceQueueArns: [queueArn] }),
        bad: '{"redrivePermission":"byQueue"}',
      },
      {
        at: "redrivePolicy",
        format: "redrivePolicy",
        fact: "it has deadLetterTargetArn and maxReceiveCount, 1 to 1,000",
        good: JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount: 3 }),
        bad: JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount: 0 }),
      },
      {
        at: "name",
        fact: "the name of a queue has letters, digits, hyphens and underscores, 80 at most with .fifo at the end",
        pattern: "^[a-zA-Z0-9_-]{1,75}\\.fifo$|^[a-zA-Z0-9_-]{1,80}$",
        good: "orders",
        bad: "orders.created",
      },
      {
        at: "",
        fact: "the name of a FIFO queue ends with .fifo",
        when: { fifoQueue: true },
        properties: { name: { pattern: "\\.fifo$" } },
        good: { fifoQueue: true, name: "orders.fifo" },
        bad: { fifoQueue: true, name: "orders" },
      },
      {
        at: "",
        fact: "a queue whose name ends with .fifo is a FIFO queue",
        when: { name: { pattern: "\\.fifo$" } },
        required: ["fifoQueue"],
        good: { name: "orders.fifo", fifoQueue: true },
        bad: { name: "orders.fifo" },
      },
      {
        at: "",
        fact: "contentBasedDeduplication is for FIFO queues",
        when: { contentBasedDeduplication: true },
        properties: { fifoQueue: { const: true } },
        required: ["fifoQueue"],
        good: { contentBasedDeduplication: true, fifoQueue: true },
        bad: { contentBasedDeduplication: true },
      },
      {
        at: "",
        fact: "deduplicationScope and fifoThroughputLimit are for FIFO queues",
        if: { anyOf: [{ required: ["deduplicationScope"] }, { required: ["fifoThroughputLimit"] }] },
        then: { required: ["fifoQueue"] },
        good: { deduplicationScope: "queue", fifoQueue: true },
        bad: { deduplicationScope: "queue" },
      },
      { at: "deduplicationScope", enum: ["messageGroup", "queue"], good: "queue", bad: "group" },
      { at: "fifoThroughputLimit", enum: ["perQueue", "perMessageGroupId"], good: "perQueue", bad: "perGroup" },
      {
        at: "",
        fact: "perMessageGroupId goes with the deduplicationScope messageGroup",
        when: { fifoThroughputLimit: "perMessageGroupId" },
        properties: { deduplicationScope: { const: "messageGroup" } },
        required: ["deduplicationScope"],
        source: page("AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo"),
        good: { fifoQueue: true, fifoThroughputLimit: "perMessageGroupId", deduplicationScope: "messageGroup" },
        bad: { fifoQueue: true, fifoThroughputLimit: "perMessageGroupId", deduplicationScope: "queue" },
      },
      {
        at: "",
        fact: "a queue is encrypted with a KMS key or SQS's own key, not both",
        atMostOne: ["kmsMasterKeyId", "sqsManagedSseEnabled"],
        good: { sqsManagedSseEnabled: true },
        bad: { sqsManagedSseEnabled: true, kmsMasterKeyId: "alias/own" },
      },
      { at: "kmsDataKeyReusePeriodSeconds", minimum: 60, maximum: 86400, good: 300, bad: 59 },
      policy,
    ],
  },
  {
    type: "aws:sqs/queuePolicy:QueuePolicy",
    source: page("AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies"),
    rows: [
      {
        ...policy,
        bad: document({
          Effect: "Permit",
          Principal: { AWS: "111122223333" },
          Action: "sqs:SendMessage",
          Resource: queueArn,
        }),
      },
    ],
  },
  {
    type: "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
    source: api("sqs", "SetQueueAttributes"),
    rows: [
      {
        at: "redriveAllowPolicy",
        format: "redriveAllowPolicy",
        fact: "byQueue names 1 to 10 queues in sourceQueueArns, allowAll and denyAll take none",
        good: '{"redrivePermission":"denyAll"}',
        bad: '{"redrivePermission":"byQueue","sourceQueueArns":[]}',
      },
    ],
  },
  {
    type: "aws:sqs/redrivePolicy:RedrivePolicy",
    source: api("sqs", "SetQueueAttributes"),
    rows: [
      {
        at: "redrivePolicy",
        format: "redrivePolicy",
        fact: "it has deadLetterTargetArn and maxReceiveCount, 1 to 1,000",
        good: JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount: 1000 }),
        bad: JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount: 1001 }),
      },
    ],
  },
];
