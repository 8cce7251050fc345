/** The environment of the read-through function. */
import { z } from "zod";

import { readThroughBounds } from "../../limits/bounds";
import { wholeNumber } from "../environment";

export const settingsSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** URL of a cache; empty where there is none, and then the table is read. */
  CACHE_ENDPOINT: z
    .union([
      z.literal(""),
      z.string().regex(/^rediss:\/\/[^/:]+:\d+$/, "only an encrypted endpoint, rediss://host:port"),
    ])
    .default(""),
  CACHE_NAME: z.string().default(""),
  CACHE_USER: z.string().default(""),
  TTL_SECONDS: wholeNumber(readThroughBounds.ttlSeconds),
  MISSING_TTL_SECONDS: wholeNumber(readThroughBounds.ttlSeconds),
  AWS_REGION: z.string().min(1),
});
