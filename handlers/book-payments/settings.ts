/** The environment of the book-payments function. */
import { z } from "zod";

import { json } from "../environment";

export const settingsSchema = z.object({
  /** Table with the key `id`. */
  LEDGER_TABLE: z.string().min(3),
  /** Table with the key `id` and the time to live `expiration`, of Powertools' idempotency. */
  IDEMPOTENCY_TABLE: z.string().min(3),
  /**
   * JSON object: the address of the dead letter queue for the ARN of each queue that is read. Without one, a message that
   * can never be booked comes again until SQS moves it.
   */
  DEAD_LETTER_QUEUES: json(z.record(z.string(), z.url())).default({}),
});
