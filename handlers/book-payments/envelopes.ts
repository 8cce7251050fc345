/** What services put around a payment, or around the news of a file with payments, on the way through each other. */
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
  const objects = readNews(value);
  if (objects) return objects.map(toFile);
  const { data: news } = notification.safeParse(value);
  if (news) return unwrap(news.Message, depth + 1);
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

function toFile({ name, ...file }: ObjectEvent): Content {
  if (!/^((s3:)?ObjectCreated|Object Created$)/.test(name))
    throw new PaymentFault(`${name} is no event of a new object`);
  return { file };
}
