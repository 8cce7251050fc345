/** What an order is. Knows no AWS. */
import { z } from "zod";

/** Articles of one order: what is reserved for it is reserved in one transaction, and DynamoDB's has 100 parts. */
export const MAX_LINES = 50;

const line = z.strictObject({
  article: z.string().regex(/^[\w-]{1,64}$/, "letters, digits, - and _"),
  quantity: z.int().min(1).max(1_000),
  /** Price of one piece, in cents: amounts of money are whole numbers. */
  price: z.int().min(0).max(10_000_000),
});

export const orderSchema = z.strictObject({
  orderId: z.string().regex(/^[\w-]{1,64}$/, "letters, digits, - and _"),
  customer: z.string().regex(/^[\w.@+-]{1,128}$/, "letters, digits and . @ + - _"),
  lines: z
    .array(line)
    .min(1)
    .max(MAX_LINES)
    .refine((lines) => new Set(lines.map(({ article }) => article)).size === lines.length, "name each article once"),
});

export type Order = z.infer<typeof orderSchema>;

/** Whether an order can be carried out, with the reason if not. */
export type Validation = { valid: true; order: Order; total: number } | { valid: false; reason: string };

/** Checks an order as it came. An invalid order is a result, not an error: a retry would not fix it. */
export function validate(given: unknown): Validation {
  const { success, data: order, error } = orderSchema.safeParse(given);
  if (!success) {
    const reasons = error.issues.map(({ path, message }) => `${path.join(".") || "order"}: ${message}`);
    return { valid: false, reason: reasons.join("; ") };
  }
  return { valid: true, order, total: order.lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0) };
}
