import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { eventStreamProblems } from "../events/streamCheck";
import { PaymentSource, type PaymentLedgerArgs, paymentLedgerDefaults } from "./paymentLedgerArgs";

/** Problems with a ledger's arguments. */
export function paymentLedgerProblems(args: PaymentLedgerArgs): Problem[] {
  const { sources, shards } = withDefaults(paymentLedgerDefaults, args);
  return new Problems()
    .that(sources.length > 0, "sources", sources, `give one or more of ${Object.values(PaymentSource).join(", ")}`)
    .once("sources", sources)
    .all(eventStreamProblems({ shards }))
    .all(functionProblems(args)).list;
}
