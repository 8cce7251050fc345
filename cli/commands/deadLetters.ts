import { type Message } from "@aws-sdk/client-sqs";
import { count } from "../../report/count";
import { Aws } from "../../local/provider/frame/aws";
import { type DeadLetterQueue, deadLetterQueues } from "../functions/deadLetterQueues";
import { paint } from "../terminal/display";
import { FailureError } from "../terminal/errors";
import { printable } from "../terminal/printable";
import { type Letter, parseLetter } from "../functions/letter";
import { type Outcome, redriveLetter } from "../functions/redrive";
import { findByName, runningStack } from "../functions/running";

/** Arguments of `npm run dead-letters`. */
export interface DeadLettersArgs {
  /** Physical name of a queue, or a prefix of it. Default: all. */
  queue?: string;
  /** One JSON document on standard output instead of lines. */
  json: boolean;
  /**
   * Gives each event to its function again, and deletes the message once Lambda has accepted the event; a queue's own dead
   * letters go back to that queue, as SQS moves them.
   */
  redrive: boolean;
}

/** What `npm run dead-letters -- --json` prints. */
export type DeadLettersDocument = { queue: string; messages: (Letter & { outcome: Outcome })[] }[];

/** Seconds that messages are hidden while we read them; if we are killed, they reappear by themselves. */
const hiddenSeconds = 30;

/** Prints the messages in the dead letter queues of the running stack, and redrives them on demand. */
export async function deadLetters({ queue, json, redrive }: DeadLettersArgs): Promise<void> {
  const { endpoint, region, project, stack } = await runningStack();
  const aws = new Aws(endpoint, region); // over TLS, since the queues refuse plain HTTP
  const all = deadLetterQueues(project, stack);
  const document: DeadLettersDocument = [];
  for (const each of queue === undefined ? all : [findByName("dead letter queue", queue, all)]) {
    const messages = await read(aws, each, redrive);
    document.push({ queue: each.name, messages });
    if (!json) printQueue(each.name, messages);
  }
  if (json) console.log(JSON.stringify(document, null, 2));
  else if (!document.length) console.log("no function, schedule or queue of the stack has a dead letter queue");
  const kept = document.flatMap(({ messages }) => messages).filter(({ outcome }) => typeof outcome === "object");
  if (kept.length)
    throw new FailureError(`${kept.length} of the messages stay, since their events could not be redriven.`);
}

async function read(
  aws: Aws,
  queue: DeadLetterQueue,
  redrive: boolean,
): Promise<DeadLettersDocument[number]["messages"]> {
  const { QueueUrl } = await aws.sqs.getQueueUrl({ QueueName: queue.name });
  const received = await receiveAll(aws, QueueUrl);
  const messages: DeadLettersDocument[number]["messages"] = [];
  for (const message of received) {
    const { ReceiptHandle } = message;
    const letter = parseLetter(message);
    const outcome = redrive ? await redriveLetter(aws, queue, message, letter) : "waiting";
    const isDone = outcome === "redriven" || outcome === "moved back";
    if (isDone) await aws.sqs.deleteMessage({ QueueUrl, ReceiptHandle });
    else await aws.sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
    messages.push({ ...letter, outcome });
  }
  return messages;
}

/**
 * Reads all messages before redriving any: an event that fails again returns to the queue, and would be redriven
 * endlessly.
 */
async function receiveAll(aws: Aws, QueueUrl: string | undefined): Promise<Message[]> {
  const all: Message[] = [];
  for (;;) {
    const { Messages = [] } = await aws.sqs.receiveMessage({
      QueueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: hiddenSeconds,
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    });
    if (!Messages.length) return all;
    all.push(...Messages);
  }
}

function printQueue(queue: string, messages: DeadLettersDocument[number]["messages"]): void {
  const size = messages.length === 0 ? "no messages" : count(messages.length, "message");
  console.log(`${paint(messages.length ? "bold" : "dim", queue)}  ${paint("dim", size)}`);
  for (const { time, function: arn, error, about, outcome } of messages) {
    const name = arn?.split(":")[6] ?? "(no function named)";
    console.log(`  ${paint("dim", time.slice(0, 19))} ${paint("cyan", printable(name))} ${printable(error)}`);
    console.log(`    ${printable(about)}`);
    if (outcome === "moved back") console.log(paint("green", "    back in its queue"));
    else if (outcome === "redriven") console.log(paint("green", "    given to the function again"));
    else if (outcome !== "waiting") console.log(paint("yellow", `    not redriven: ${printable(outcome.kept)}`));
  }
}
