/** Envelopes that services put around a payment, or around the event of a file with payments. */
import { z } from "zod";

import { notification, type ObjectEvent, readObjects } from "../object-events";
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

const busEvent = z.object({ "detail-type": z.string(), source: z.string(), detail: z.unknown() });

/** Messages with deeper nesting are refused. */
const MOST_ENVELOPES = 4;

/** The payments and files in a message. An event about anything but a new object is a fault. */
export function open(message: unknown): Content[] {
  try {
    return unwrap(message, 0);
  } catch (error) {
    if (error instanceof PaymentFault) return [{ fault: error }];
    throw error;
  }
}

function unwrap(message: unknown, depth: number): Content[] {
  if (depth > MOST_ENVELOPES) throw new PaymentFault(`envelopes nested more than ${MOST_ENVELOPES} deep`);
  const value = typeof message === "string" ? parseJson(message) : message;
  const objects = readNews(value);
  if (objects) return objects.map(toFile);
  const { data: delivered } = notification.safeParse(value);
  if (delivered) return unwrap(delivered.Message, depth + 1);
  const { data: event } = busEvent.safeParse(value);
  if (event) return unwrap(event.detail, depth + 1);
  return [{ value }];
}

function readNews(value: unknown): ObjectEvent[] | undefined {
  try {
    return readObjects(value);
  } catch (error) {
    throw new PaymentFault((error as Error).message);
  }
}

/** One that reports no new object does not keep the others of its message from being read. */
function toFile({ name, ...file }: ObjectEvent): Content {
  if (/^((s3:)?ObjectCreated|Object Created$)/.test(name)) return { file };
  return { fault: new PaymentFault(`the event ${name} does not report a new object`) };
}
