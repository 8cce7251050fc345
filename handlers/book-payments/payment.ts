/** A payment, whatever brings it. Knows no AWS. */
import { z } from "zod";

import { json } from "../environment";

const CENTS = 1_000_000_000_000;

const paymentSchema = z.strictObject({
  /** Chosen by the payer: the same id is the same payment, however often it is delivered. */
  id: z.string().min(1).max(128),
  account: z.string().min(1).max(128),
  /** Cents; a debit is negative. */
  amount: z.int().min(-CENTS).max(CENTS),
});
const anySchema = json(z.unknown());
const fileSchema = json(z.array(z.unknown()));

export type Payment = z.output<typeof paymentSchema>;

/** A payment that can never be booked. */
export class PaymentFault extends Error {
  override readonly name = "PaymentFault";
}

function checked<T>({ data, error }: z.ZodSafeParseResult<T>): T {
  if (error) throw new PaymentFault(`not a payment: ${z.prettifyError(error)}`);
  return data;
}

/** @throws PaymentFault */
export const parsePayment = (value: unknown): Payment => checked(paymentSchema.safeParse(value));

/** @throws PaymentFault */
export const parseJson = (text: string): unknown => checked(anySchema.safeParse(text));

/** The payments of a file, each still to be parsed. @throws PaymentFault */
export const parseFile = (text: string): unknown[] => checked(fileSchema.safeParse(text));
