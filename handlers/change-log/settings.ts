/** The environment of the change log. */
import { z } from "zod";

export const settingsSchema = z.object({
  CHANGES_BUCKET: z.string().min(3),
  /** Ends with a slash, or is empty. */
  CHANGES_PREFIX: z
    .string()
    .regex(/^$|\/$/, 'an empty prefix or one that ends with "/" is needed')
    .default("changes/"),
});
