/** What services put around a payment, or around the news of a file with payments, on the way through each other. */
import { z } from "zod";

import { decodeEventKey } from "../event-key";
import { parseJson, PaymentFault } from "./payment";

/** A file with payments: one version of an object, or the object while it is still the one of the event. */
export interface PaymentFile {
  bucket: string;
  key: string;
  versionId?: string;
  /** Without quotation marks. */
  etag?: string;
}

/** A payment, still to be checked, a file with payments, or why it is neither. */
export type Content = { value: unknown } | { file: PaymentFile } | { fault: PaymentFault };

/** SNS, to a queue without raw delivery. https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html */
const notification = z.object({ Type: z.literal("Notification"), TopicArn: z.string(), Message: z.string() });

/** What S3 sends when notifications are set up. */
const testEvent = z.object({ Service: z.literal("Amazon S3"), Event: z.literal("s3:TestEvent") });

const objectRecord = z.object({
  eventName: z.string().optional(),
  s3: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: z.string(), versionId: z.string().optional(), eTag: z.string().optional() }),
  }),
});
const objectRecords = z.object({ Records: z.array(objectRecord).min(1) });

const busEvent = z.object({ "detail-type": z.string(), source: z.string(), detail: z.unknown() });
/** S3's events through EventBridge: the key is as it is. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
const objectDetail = z.object({
  bucket: z.object({ name: z.string() }),
  object: z.object({ key: z.string(), "version-id": z.string().optional(), etag: z.string().optional() }),
});

/** What goes deeper is nobody's way of sending payments. */
const MOST_ENVELOPES = 4;

/** The payments and files of a message; events that are none of a new object are faults. */
export function open(message: unknown): Content[] {
  try {
    return unwrap(message, 0);
  } catch (error) {
    if (error instanceof PaymentFault) return [{ fault: error }];
    throw error;
  }
}

function unwrap(message: unknown, depth: number): Content[] {
  if (depth > MOST_ENVELOPES) throw new PaymentFault(`more than ${MOST_ENVELOPES} envelopes, one in another`);
  const value = typeof message === "string" ? parseJson(message) : message;
  if (testEvent.safeParse(value).success) return [];
  const { data: news } = notification.safeParse(value);
  if (news) return unwrap(news.Message, depth + 1);
  const { data: objects } = objectRecords.safeParse(value);
  if (objects) return objects.Records.map(toFile);
  const { data: event } = busEvent.safeParse(value);
  if (event) return event.source === "aws.s3" ? [toFileOfEvent(event)] : unwrap(event.detail, depth + 1);
  return [{ value }];
}

function toFile({ eventName = "ObjectCreated", s3: { bucket, object } }: z.infer<typeof objectRecord>): Content {
  if (!/^(s3:)?ObjectCreated/.test(eventName)) throw new PaymentFault(`${eventName} is no event of a new object`);
  const { key, versionId, eTag: etag } = object;
  return { file: { bucket: bucket.name, key: readKey(key), versionId, etag } };
}

function toFileOfEvent(event: z.infer<typeof busEvent>): Content {
  const { data } = objectDetail.safeParse(event.detail);
  if (!data || event["detail-type"] !== "Object Created") {
    throw new PaymentFault(`"${event["detail-type"]}" of S3 is no event of a new object`);
  }
  const { key, "version-id": versionId, etag } = data.object;
  return { file: { bucket: data.bucket.name, key, versionId, etag } };
}

function readKey(encoded: string): string {
  try {
    return decodeEventKey(encoded);
  } catch {
    throw new PaymentFault(`${JSON.stringify(encoded)} is no key as S3 encodes it in events`);
  }
}
