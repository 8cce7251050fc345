/** How an order's execution is called, and which of two orders with one key is the same. Knows no AWS. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { stringify } from "safe-stable-stringify";

export const requestSchema = z.strictObject({
  /** Whatever the caller takes for one order: with the same key it is started once, however often it is sent. */
  idempotencyKey: z.string().min(1).max(256),
  order: z.record(z.string(), z.unknown()),
});

/** A name that the same key always has: keys may be longer than names, and have other characters. */
export const executionName = (key: string): string =>
  `order-${createHash("sha256").update(key).digest("hex").slice(0, 64)}`;

/** The same text for the same order, in whatever order its members came. */
export const canonical = (order: Record<string, unknown>): string => stringify(order);
