import { z } from "zod";
import { paymentLedgerDefaults, PaymentSource } from "../../components";
import { type Problem } from "../../components/core/check";
import { paymentLedgerProblems } from "../../components/patterns/paymentLedgerCheck";
import { offByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";

/** Payments from every event source. */
export const paymentsSettings = {
  payments: offByDefault({
    sources: z.array(z.enum(PaymentSource)).default(paymentLedgerDefaults.sources),
    shards: z.int().default(paymentLedgerDefaults.shards),
  }),
};

export const paymentsProblems = ({ payments }: SettingsOf<typeof paymentsSettings>): Problem[] =>
  underKey("payments", paymentLedgerProblems(payments));
