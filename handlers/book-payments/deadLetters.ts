/** What can never be booked goes to its queue's dead letters at once, with the reason. Right: sqs:SendMessage on them. */
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type SQSRecord } from "aws-lambda";

import { type PaymentFault } from "./payment";

const LONGEST_REASON = 1_000;

export class DeadLetters {
  constructor(
    private readonly sqs: SQSClient,
    /** Addresses of queues, by the ARN of the queue whose dead letters they hold. */
    private readonly queues: Readonly<Record<string, string>>,
  ) {}

  /**
   * Puts the message there, as it came; false when there is no such queue. Sent twice after a try that broke off it is one
   * letter in a FIFO queue, and in another may be two: at least once, as everything with queues.
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
        MessageAttributes: {
          ERROR_CODE: { DataType: "String", StringValue: fault.name },
          ERROR_MESSAGE: { DataType: "String", StringValue: printable(fault.message) },
        },
        ...(fifo && { MessageGroupId: group ?? "none", MessageDeduplicationId: record.messageId }),
      }),
    );
    return true;
  }
}

/** What the value of an attribute may not have: it is XML. */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const printable = (text: string): string =>
  text.toWellFormed().replaceAll(UNPRINTABLE, "\ufffd").slice(0, LONGEST_REASON).toWellFormed();
