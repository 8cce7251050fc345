import { type Message } from "@aws-sdk/client-sqs";
import { Aws } from "../../local/provider/frame/aws";
import { type DeadLetterQueue, deadLetterQueues } from "../functions/deadLetterQueues";
import { paint } from "../terminal/display";
import { FailureError } from "../terminal/errors";
import { type Letter, parseLetter } from "../functions/letter";
import { findByName, connection } from "../functions/running";
import { localStack, readSettings } from "../run/settings";

/** Arguments of `npm run dead-letters`. */
export interface DeadLettersArgs {
  /** Physical name of a queue, or what it begins with. Default: all. */
  queue?: string;
  /** One JSON document on standard output instead of lines. */
  json: boolean;
  /** Gives each event to its function again, and deletes the message once Lambda has accepted the event. */
  redrive: boolean;
}

/** What became of a message: it waits as before, its function has the event again, or why that cannot be. */
type Outcome = "waiting" | "redriven" | { kept: string };

/** What `npm run dead-letters -- --json` prints. */
export type DeadLettersDocument = { queue: string; messages: (Letter & { outcome: Outcome })[] }[];

/** Seconds that messages which are being read are hidden from others; if we are killed meanwhile, they come back by themselves. */
const hiddenSeconds = 30;

/** Prints what waits in the dead letter queues of the stack `local`, and on demand has it done again. */
export async function deadLetters({ queue, json, redrive }: DeadLettersArgs): Promise<void> {
  const { endpoint, region } = await connection();
  const aws = new Aws(endpoint, region); // over TLS, since the queues refuse anything else
  const all = deadLetterQueues(readSettings(localStack).project, localStack);
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
  { name }: DeadLetterQueue,
  redrive: boolean,
): Promise<DeadLettersDocument[number]["messages"]> {
  const { QueueUrl } = await aws.sqs.getQueueUrl({ QueueName: name });
  const received = await receiveAll(aws, QueueUrl);
  const messages: DeadLettersDocument[number]["messages"] = [];
  for (const message of received) {
    const { ReceiptHandle } = message;
    const letter = parseLetter(message);
    const outcome = redrive ? await invokeAgain(aws, letter) : "waiting";
    if (outcome === "redriven") await aws.sqs.deleteMessage({ QueueUrl, ReceiptHandle });
    else await aws.sqs.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
    messages.push({ ...letter, outcome });
  }
  return messages;
}

/** All messages before any is redriven: an event that fails again comes back, and would be met again without end. */
async function receiveAll(aws: Aws, QueueUrl: string | undefined): Promise<Message[]> {
  const all: Message[] = [];
  for (;;) {
    const { Messages = [] } = await aws.sqs.receiveMessage({
      QueueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: hiddenSeconds,
      MessageSystemAttributeNames: ["SentTimestamp"],
      MessageAttributeNames: ["All"],
    });
    if (!Messages.length) return all;
    all.push(...Messages);
  }
}

async function invokeAgain(aws: Aws, { function: FunctionName, event }: Letter): Promise<Outcome> {
  if (event === undefined) return { kept: "the event is still in its stream; the message has only its place there" };
  if (FunctionName === undefined) return { kept: "the message does not name a function" };
  try {
    await aws.lambda.invoke({ FunctionName, InvocationType: "Event", Payload: Buffer.from(JSON.stringify(event)) });
    return "redriven";
  } catch (error) {
    return { kept: (error as Error).message };
  }
}

function printQueue(queue: string, messages: DeadLettersDocument[number]["messages"]): void {
  const count = messages.length === 1 ? "1 message" : `${messages.length || "no"} messages`;
  console.log(`${paint(messages.length ? "bold" : "dim", queue)}  ${paint("dim", count)}`);
  for (const { time, function: arn, error, about, outcome } of messages) {
    const name = arn?.split(":")[6] ?? "(no function named)";
    console.log(`  ${paint("dim", time.slice(0, 19))} ${paint("cyan", name)} ${error}`);
    console.log(`    ${about}`);
    if (outcome === "redriven") console.log(paint("green", "    given to the function again"));
    else if (outcome !== "waiting") console.log(paint("yellow", `    not redriven: ${outcome.kept}`));
  }
}
