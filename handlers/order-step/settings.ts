/** The environment of the order-step function. */
import { z } from "zod";

import { orderWorkflowBounds } from "../../limits/bounds";
import { wholeNumber } from "../environment";

export const settingsSchema = z.object({
  /** Table with the keys `id` and `entry`. */
  LEDGER_TABLE: z.string().min(3),
  /** Cents that a customer has to spend before the first order. */
  OPENING_BALANCE: wholeNumber(orderWorkflowBounds.opening),
  /** Pieces of an article that are there before the first order. */
  OPENING_STOCK: wholeNumber(orderWorkflowBounds.opening),
});
