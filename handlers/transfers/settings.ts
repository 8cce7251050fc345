/** The environment of the transfers function. */
import { z } from "zod";

import { portBounds } from "../../limits/bounds";
import { wholeNumber } from "../environment";

export const settingsSchema = z.object({
  /** Of the proxy. */
  DATABASE_HOST: z.string().min(1),
  DATABASE_PORT: wholeNumber(portBounds),
  DATABASE_NAME: z.string().min(1),
  DATABASE_USER: z.string().min(1),
  AWS_REGION: z.string().min(1),
});
