/** The environment of the change log. */
import { z } from "zod";

import { folder } from "../environment";

export const settingsSchema = z.object({
  CHANGES_BUCKET: z.string().min(3),
  CHANGES_PREFIX: folder().default("changes/"),
});
