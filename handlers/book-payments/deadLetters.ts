/** What can never be booked goes to its queue's dead letters at once, with the reason. Right: sqs:SendMessage on them. */
import { type MessageAttributeValue, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type SQSRecord } from "aws-lambda";

import { sqs } from "../../limits/messaging";
import { type PaymentFault } from "./payment";

const LONGEST_REASON = 1_000;

/** The attributes count as well: their names, types and values. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const LONGEST_MESSAGE = sqs.messageBytes.max;

export class DeadLetters {
  constructor(
    private readonly sqs: SQSClient,
    /** Addresses of queues, by the ARN of the queue whose dead letters they hold. */
    private readonly queues: Readonly<Record<string, string>>,
  ) {}

  /**
   * Sends the message to the dead letter queue as it came; false when there is none. Sent again after an interrupted
   * attempt, it is deduplicated by a FIFO queue, and may be there twice in a standard one. The message has priority:
   * the reason is cut to the room that is left.
   */
  async send(record: SQSRecord, fault: PaymentFault): Promise<boolean> {
    const QueueUrl = this.queues[record.eventSourceARN];
    if (QueueUrl === undefined) return false;
    const group = record.attributes.MessageGroupId;
    const fifo = QueueUrl.endsWith(".fifo");
    await this.sqs.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: record.body,
        MessageAttributes: formatReason(fault, LONGEST_MESSAGE - Buffer.byteLength(record.body)),
        ...(fifo && { MessageGroupId: group ?? "none", MessageDeduplicationId: record.messageId }),
      }),
    );
    return true;
  }
}

/** Attributes with the reason, cut to the bytes that are left. */
function formatReason({ name, message }: PaymentFault, room: number): Record<string, MessageAttributeValue> {
  const code = { ERROR_CODE: { DataType: "String", StringValue: name } };
  const left = room - Buffer.byteLength(`ERROR_CODEString${name}ERROR_MESSAGEString`);
  const words = cut(printable(message), left);
  return words === "" ? {} : { ...code, ERROR_MESSAGE: { DataType: "String", StringValue: words } };
}

/** The beginning of a text that has at most so many bytes. */
const cut = (text: string, bytes: number): string =>
  new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, Math.max(0, bytes)), { stream: true });

/** Characters that SQS refuses in an attribute, because they are not valid in XML. */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const printable = (text: string): string =>
  text.toWellFormed().replaceAll(UNPRINTABLE, "\ufffd").slice(0, LONGEST_REASON).toWellFormed();
