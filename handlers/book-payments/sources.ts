/** The events of each source, and where payments are in them. */
import { type EventType } from "@aws-lambda-powertools/batch";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import {
  type DynamoDBRecord,
  type DynamoDBStreamEvent,
  type EventBridgeEvent,
  type KinesisStreamEvent,
  type KinesisStreamRecord,
  type S3Event,
  type SNSEvent,
  type SNSEventRecord,
  type SQSEvent,
  type SQSRecord,
} from "aws-lambda";

import { takeApart } from "./aggregated";
import { type Content, open } from "./envelopes";
import { decodeText, PaymentFault } from "./payment";

/** The records of these events can fail one by one. */
export type BatchEvent = SQSEvent | KinesisStreamEvent | DynamoDBStreamEvent;
/** These events fail as a whole. */
export type SingleEvent = SNSEvent | S3Event | EventBridgeEvent<string, unknown>;

const batches: Record<string, keyof typeof EventType> = {
  "aws:sqs": "SQS",
  "aws:kinesis": "KinesisDataStreams",
  "aws:dynamodb": "DynamoDBStreams",
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

type WithRecords = Extract<BatchEvent | SingleEvent, { Records: unknown }>;

/** Whoever may call the function can send anything; what is no list of records is looked at as a message. */
const hasRecords = (event: unknown): event is WithRecords =>
  isObject(event) && "Records" in event && Array.isArray(event.Records);

const eventSource = (event: BatchEvent | SingleEvent): string => {
  const [record] = hasRecords(event) ? event.Records : [];
  return (isObject(record) && "eventSource" in record && record.eventSource) || "";
};

export const isBatch = (event: BatchEvent | SingleEvent): event is BatchEvent =>
  Object.hasOwn(batches, eventSource(event));

/** Which source the batch is from, and whether its order counts. */
export function readSource(event: BatchEvent): { type: keyof typeof EventType; fifo: boolean } {
  return { type: batches[eventSource(event)]!, fifo: event.Records[0]?.eventSourceARN?.endsWith(".fifo") ?? false };
}

export type BatchRecord = SQSRecord | KinesisStreamRecord | DynamoDBRecord;

/** What is in a message's body, in a record's data, or in an item. */
export function readRecord(record: BatchRecord): Content[] {
  if ("body" in record) return open(record.body);
  try {
    if ("kinesis" in record) {
      return takeApart(Buffer.from(record.kinesis.data, "base64")).flatMap(openData);
    }
    const { eventName, dynamodb } = record;
    if (!dynamodb?.NewImage) throw new Error(`the change ${eventName} of a row brings no new row`);
    return [{ value: unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0]) }];
  } catch (error) {
    return [{ fault: new PaymentFault((error as Error).message) }];
  }
}

/** One that is no text fails alone. */
function openData(data: Buffer): Content[] {
  try {
    return open(decodeText(data));
  } catch (error) {
    return [{ fault: error as PaymentFault }];
  }
}

const isNews = (record: unknown): record is SNSEventRecord => isObject(record) && "Sns" in record;

/** What is in an event that comes alone. */
export function readEvent(event: SingleEvent): Content[] {
  if (!hasRecords(event)) return open(event);
  return event.Records.flatMap((record) => open(isNews(record) ? record.Sns.Message : { Records: [record] }));
}
