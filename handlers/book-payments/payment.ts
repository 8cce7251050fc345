/** A payment, whatever brings it. Knows no AWS. */
import { z } from "zod";

import { json } from "../environment";
import { wholeText } from "../whole-text";

const CENTS = 1_000_000_000_000;

const name = wholeText(128);

const paymentSchema = z.strictObject({
  /** Chosen by the payer: the same id is the same payment, however often it is delivered. */
  id: name,
  account: name,
  /** Cents; a debit is negative. */
  amount: z
    .int()
    .min(-CENTS)
    .max(CENTS)
    .transform((cents) => cents + 0), // of -0, which is stored as 0
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

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * @throws PaymentFault for what is not UTF-8: replaced by a stand-in, characters of different ids would become the same
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new PaymentFault("the text is not UTF-8");
  }
}

/** @throws PaymentFault */
export const parsePayment = (value: unknown): Payment => checked(paymentSchema.safeParse(value));

/** @throws PaymentFault */
export const parseJson = (text: string): unknown => checked(anySchema.safeParse(text));

/** The payments of a file, each still to be parsed. @throws PaymentFault */
export const parseFile = (text: string): unknown[] => checked(fileSchema.safeParse(text));
