/** The environment of the book-payments function. */
import { z } from "zod";

export const settingsSchema = z.object({
  /** Table with the key `id`. */
  LEDGER_TABLE: z.string().min(3),
  /** Table with the key `id` and the time to live `expiration`, of Powertools' idempotency. */
  IDEMPOTENCY_TABLE: z.string().min(3),
});
