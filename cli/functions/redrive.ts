import { type Message } from "@aws-sdk/client-sqs";
import { type Aws } from "../../local/provider/frame/aws";
import { type DeadLetterQueue } from "./deadLetterQueues";
import { type Letter, reasonAttributes } from "./letter";

/**
 * The outcome for a message: it still waits, its function was invoked again, it is back in its queue, or the reason why
 * not.
 */
export type Outcome = "waiting" | "redriven" | "moved back" | { kept: string };

/** Redrives a message. */
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

/** A message that SQS or the queue's reader moved here returns unchanged: body, attributes and group. */
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
      // A new deduplication id: by content, a FIFO queue would drop the message as a duplicate.
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
