import { z } from "zod";
import { paymentLedgerDefaults, PaymentSource } from "../components";
import { once } from "./checks";

/** Payments from every event source. */
export const paymentsKeys = {
  payments: z
    .strictObject({
      enabled: z.boolean().default(false),
      sources: once(z.enum(PaymentSource)).default(paymentLedgerDefaults.sources),
      shards: z.int().min(0).default(paymentLedgerDefaults.shards),
    })
    .prefault({}),
};
