/** The events of each source, and where a payment is in them. */
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
  type SQSEvent,
  type SQSRecord,
} from "aws-lambda";

import { decodeEventKey } from "../event-key";

/** Its records can fail one by one. */
export type BatchEvent = SQSEvent | KinesisStreamEvent | DynamoDBStreamEvent;
/** It fails as a whole. */
export type SingleEvent = SNSEvent | S3Event | EventBridgeEvent<string, unknown>;

const batches: Record<string, keyof typeof EventType> = {
  "aws:sqs": "SQS",
  "aws:kinesis": "KinesisDataStreams",
  "aws:dynamodb": "DynamoDBStreams",
};

const eventSource = (event: BatchEvent | SingleEvent): string => {
  const [record] = "Records" in event ? event.Records : [];
  return (record && "eventSource" in record && record.eventSource) || "";
};

export const isBatch = (event: BatchEvent | SingleEvent): event is BatchEvent => eventSource(event) in batches;

/** Which source the batch is from, and whether its order counts. */
export function readSource(event: BatchEvent): { type: keyof typeof EventType; fifo: boolean } {
  return { type: batches[eventSource(event)]!, fifo: event.Records[0]?.eventSourceARN?.endsWith(".fifo") ?? false };
}

/** A message's body, a record's data, or an item. */
export function readValue(record: SQSRecord | KinesisStreamRecord | DynamoDBRecord): unknown {
  if ("body" in record) return record.body;
  if ("kinesis" in record) return Buffer.from(record.kinesis.data, "base64").toString();
  return unmarshall((record.dynamodb?.NewImage ?? {}) as Parameters<typeof unmarshall>[0]);
}

/** A payment itself, or an object with payments. */
export function readRecords(event: SingleEvent): ({ value: unknown } | { bucket: string; key: string })[] {
  if ("detail" in event) return [{ value: event.detail }];
  return event.Records.map((record) =>
    "Sns" in record
      ? { value: record.Sns.Message }
      : { bucket: record.s3.bucket.name, key: decodeEventKey(record.s3.object.key) },
  );
}
