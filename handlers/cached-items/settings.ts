import { z } from "zod";

/** Environment of the cached-items function. */
export const settingsSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** URL of a DAX cluster; empty where there is none, and then the table is read. */
  DAX_ENDPOINT: z
    .union([z.literal(""), z.string().regex(/^daxs:\/\/./, "only an encrypted endpoint, daxs://…")])
    .default(""),
  AWS_REGION: z.string().min(1),
});
