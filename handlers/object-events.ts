/**
 * Events about objects in a bucket, in the forms in which S3 sends them: to a function, a topic or a queue, and to
 * EventBridge.
 */
import { z } from "zod";

import { decodeEventKey } from "./event-key";

/** An event about one object. */
export interface ObjectEvent {
  /** As S3 or EventBridge names what happened, such as ObjectCreated:Put or Object Created. */
  name: string;
  bucket: string;
  /** As the bucket has it. */
  key: string;
  versionId?: string | undefined;
  /** Without quotation marks. */
  etag?: string | undefined;
}

/** What S3 sends when notifications are set up. */
const testEvent = z.object({ Service: z.literal("Amazon S3"), Event: z.literal("s3:TestEvent") });

const records = z.object({
  Records: z
    .array(
      z.object({
        eventName: z.string().default("ObjectCreated"),
        s3: z.object({
          bucket: z.object({ name: z.string() }),
          object: z.object({ key: z.string(), versionId: z.string().optional(), eTag: z.string().optional() }),
        }),
      }),
    )
    .min(1),
});

/** Through EventBridge the key is as it is. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
const busEvent = z.object({
  source: z.literal("aws.s3"),
  "detail-type": z.string(),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: z.string(), "version-id": z.string().optional(), etag: z.string().optional() }),
  }),
});

/** SNS, to a queue without raw delivery. https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html */
export const notification = z.object({ Type: z.literal("Notification"), TopicArn: z.string(), Message: z.string() });

/**
 * The objects in a message of S3; none in its test event.
 * @returns undefined for a message that is not from S3
 * @throws Error for a key that is not encoded as S3 encodes it
 */
export function readObjects(message: unknown): ObjectEvent[] | undefined {
  if (testEvent.safeParse(message).success) return [];
  const { data: bus } = busEvent.safeParse(message);
  if (bus) {
    const { bucket, object } = bus.detail;
    const { key, "version-id": versionId, etag } = object;
    return [{ name: bus["detail-type"], bucket: bucket.name, key, versionId, etag }];
  }
  return records.safeParse(message).data?.Records.map(({ eventName, s3: { bucket, object } }) => {
    const { versionId, eTag: etag } = object;
    return { name: eventName, bucket: bucket.name, key: readKey(object.key), versionId, etag };
  });
}

/** What SQS and SNS deliver to a function. */
const delivered = z.object({
  Records: z
    .array(z.union([z.object({ body: z.string() }), z.object({ Sns: z.object({ Message: z.string() }) })]))
    .min(1),
});

/** More than AWS's services nest. */
const MOST_ENVELOPES = 4;

/**
 * The objects in a function's event, sent by S3 itself or through a topic, a queue or a bus.
 * @returns an Error in the place of a message among others that is not from S3
 * @throws Error for an event that is not from S3: after the retries it is a dead letter with this reason
 */
export function readObjectEvents(event: unknown, depth = 0): (ObjectEvent | Error)[] {
  const objects = readObjects(event);
  if (objects) return objects;
  const inner = [
    notification.safeParse(event).data?.Message ?? [],
    ...(delivered.safeParse(event).data?.Records.map((each) => ("body" in each ? each.body : each.Sns.Message)) ?? []),
  ].flat();
  if (inner.length === 0 || depth === MOST_ENVELOPES) {
    throw new Error(
      "not an event of S3, from S3 itself or by SNS, SQS or EventBridge: " +
        (JSON.stringify(event) ?? String(event)).slice(0, 500),
    );
  }
  return inner.flatMap((text) => {
    try {
      return readObjectEvents(parseText(text), depth + 1);
    } catch (error) {
      return error as Error;
    }
  });
}

/** Text that is not JSON stays as it is. */
function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readKey(encoded: string): string {
  try {
    return decodeEventKey(encoded);
  } catch {
    throw new Error(`${JSON.stringify(encoded)} is not a key as S3 encodes it in events`);
  }
}
