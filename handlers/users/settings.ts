/** The environment of the users function. */
import { z } from "zod";

import { usersApiBounds } from "../../limits/bounds";
import { wholeNumber } from "../environment";

export const settingsSchema = z.object({
  /** Table with the partition key UserID and the time-to-live attribute expiresAt. */
  USERS_TABLE: z.string().min(3),
  /** Hours that an idempotency key is remembered. */
  IDEMPOTENCY_HOURS: wholeNumber(usersApiBounds.idempotencyHours).default(24),
  /** Origin whose pages may read the answers; none when it is not set. */
  CORS_ORIGIN: z.string().min(1).optional(),
});
