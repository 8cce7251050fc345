import { PaymentLedger } from "../components";
import { type Config } from "../config";
import { type Shared } from "./area";

/** Payments from every event source, each booked once. */
export function payments({ payments: { enabled, ...settings }, forceDestroy }: Config, shared: Shared) {
  const ledger = enabled
    ? new PaymentLedger("payments", { ...shared, ...settings, deletionProtection: !forceDestroy, forceDestroy })
    : undefined;
  return { ledger, buckets: [ledger?.files], functions: [ledger?.function] };
}
