/** The environment of the database-events function. */
import { z } from "zod";

export const settingsSchema = z.object({
  CRITICAL_TOPIC_ARN: z.string().startsWith("arn:"),
  HANDLED_TABLE: z.string().min(1),
});
