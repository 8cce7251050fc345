import { type Message } from "@aws-sdk/client-sqs";
import { type Aws } from "../../local/provider/frame/aws";
import { type DeadLetterQueue } from "./deadLetterQueues";
import { type Letter, reasonAttributes } from "./letter";

/**
 * What became of a message: it waits as before, its function has the event again, it is back in the queue that it came from,
 * or why that cannot be.
 */
export type Outcome = "waiting" | "redriven" | "moved back" | { kept: string };

/** Has what a message is about done again. */
export async function redriveLetter(
  aws: Aws,
  queue: DeadLetterQueue,
  message: Message,
  letter: Letter,
): Promise<Outcome> {
  const { function: FunctionName, event, inStream } = letter;
  if (inStream) return { kept: "the event is still in its stream; the message has only its place there" };
  if (FunctionName === undefined) return moveBack(aws, queue, message);
  try {
    await aws.lambda.invoke({ FunctionName, InvocationType: "Event", Payload: Buffer.from(JSON.stringify(event)) });
    return "redriven";
  } catch (error) {
    return { kept: (error as Error).message };
  }
}

/** A message that SQS, or the queue's reader, put here goes back as it was: body, attributes and group. */
async function moveBack(aws: Aws, { sources }: DeadLetterQueue, message: Message): Promise<Outcome> {
  const { Body: MessageBody = "", MessageId = "", Attributes = {} } = message;
  const from = Attributes.DeadLetterQueueSourceArn?.split(":").at(-1);
  const [source, ...others] = from === undefined ? sources : [from];
  if (source === undefined) return { kept: "the message names no function, and no queue has its dead letters here" };
  if (others.length) return { kept: `the message does not name its queue: ${sources.join(", ")}` };
  const own = Object.entries(message.MessageAttributes ?? {}).filter(([name]) => !reasonAttributes.includes(name));
  try {
    const { QueueUrl } = await aws.sqs.getQueueUrl({ QueueName: source });
    await aws.sqs.sendMessage({
      QueueUrl,
      MessageBody,
      MessageAttributes: Object.fromEntries(own),
      // An id of its own: by its content a FIFO queue would take the message for the one that it had minutes ago, and drop it.
      ...(source.endsWith(".fifo") && {
        MessageGroupId: Attributes.MessageGroupId,
        MessageDeduplicationId: `redrive-${MessageId}`,
      }),
    });
    return "moved back";
  } catch (error) {
    return { kept: (error as Error).message };
  }
}
