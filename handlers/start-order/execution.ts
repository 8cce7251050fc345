/** The name of an order's execution, and whether two orders with one key are the same. Knows no AWS. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { stringify } from "safe-stable-stringify";

import { wholeText } from "../whole-text";

export const requestSchema = z.strictObject({
  /** Chosen by the caller for one order, which is started once for each key. */
  idempotencyKey: wholeText(256),
  /** With all its members, whatever they are called: the workflow refuses those that no order has. */
  order: z.custom<Record<string, unknown>>(
    (order) => typeof order === "object" && order !== null && !Array.isArray(order),
    "an object is needed",
  ),
});

/** The execution's name, always the same for a key: keys may be longer than names, and have other characters. */
export const executionName = (key: string): string =>
  `order-${createHash("sha256").update(key).digest("hex").slice(0, 64)}`;

/** The same text for the same order, in whatever order its members came. */
export const canonical = (order: Record<string, unknown>): string => stringify(order);
