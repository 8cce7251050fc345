import { z } from "zod";
import { paymentLedgerDefaults, PaymentSource } from "../components";

/** Payments from every event source. */
export const paymentsKeys = {
  payments: z
    .strictObject({
      enabled: z.boolean().default(false),
      sources: z.array(z.enum(PaymentSource)).default(paymentLedgerDefaults.sources),
      shards: z.int().default(paymentLedgerDefaults.shards),
    })
    .prefault({}),
};
