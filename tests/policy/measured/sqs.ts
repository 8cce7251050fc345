import { type FactsByName } from "./facts";
import { on } from "./on";

const arn = "arn:aws:sqs:eu-west-1:111122223333:dead";
const queue = on("aws:sqs/queue:Queue", { name: "own" });
const fifo = on("aws:sqs/queue:Queue", { name: "own.fifo", fifoQueue: true });
const redrive = (deadLetterTargetArn: string | undefined, maxReceiveCount: number) => ({
  redrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount }),
});
const allow = (policy: Record<string, unknown>) => ({ redriveAllowPolicy: JSON.stringify(policy) });

export const sqs: FactsByName = {
  "sqs-dlq-same-type": queue(
    "dead letters of a standard queue go to a standard queue",
    redrive(`${arn}.fifo`, 3),
    redrive(arn, 3),
  ),
  "sqs-fifo-name-suffix": on("aws:sqs/queue:Queue")(
    "a name that ends with .fifo is a FIFO queue's",
    { name: "own.fifo" },
    { name: "own" },
  ),
  "sqs-fifo-only-attributes": queue(
    "a standard queue knows no duplicates",
    { contentBasedDeduplication: true },
    { contentBasedDeduplication: false },
  ),
  "sqs-high-throughput-pairing": fifo(
    "throughput by group needs groups",
    { fifoThroughputLimit: "perMessageGroupId", deduplicationScope: "queue" },
    { fifoThroughputLimit: "perMessageGroupId", deduplicationScope: "messageGroup" },
  ),
  "sqs-queue-name-format": on("aws:sqs/queue:Queue")(
    "a name has no dots",
    { name: "own.queue" },
    { name: "own-queue" },
  ),
  "sqs-queue-policy-queues": on("aws:sqs/queuePolicy:QueuePolicy", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/r" },
          Action: "sqs:SendMessage",
          Resource: arn,
        },
      ],
    }),
  })(
    "a queue is named by its URL",
    { queueUrl: arn },
    { queueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/dead" },
  ),
  "sqs-redrive-allow-policy": queue(
    "what is denied to all names no queues",
    allow({ redrivePermission: "denyAll", sourceQueueArns: [arn] }),
    allow({ redrivePermission: "byQueue", sourceQueueArns: [arn] }),
  ),
  "sqs-redrive-arn-region": queue(
    "dead letters stay in the Region",
    redrive(arn.replace("eu-west-1", "us-east-1"), 3),
    redrive(arn, 3),
  ),
  "sqs-redrive-policy": queue("a message is received 1,000 times", redrive(arn, 1001), redrive(arn, 1000)),
  "sqs-sse-exclusive": queue(
    "a queue is encrypted once",
    { sqsManagedSseEnabled: true, kmsMasterKeyId: "alias/own" },
    { kmsMasterKeyId: "alias/own" },
  ),
};
