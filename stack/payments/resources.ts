import { PaymentLedger } from "../../components";
import { type SettingsOf, type Stack } from "../area";
import { type GeneralSettings } from "../general/settings";
import { type paymentsSettings } from "./settings";

type Settings = SettingsOf<typeof paymentsSettings> & GeneralSettings;

export function paymentsResources({ payments: { enabled, ...settings }, forceDestroy }: Settings, { shared }: Stack) {
  const ledger = enabled
    ? new PaymentLedger("payments", { ...shared, ...settings, deletionProtection: !forceDestroy, forceDestroy })
    : undefined;
  return {
    buckets: [ledger?.files],
    functions: [ledger?.function],
    outputs: {
      paymentsFunction: ledger?.function.functionName,
      paymentsQueueUrl: ledger?.queue?.url,
      paymentsLedger: ledger?.ledger.tableName,
      paymentsStream: ledger?.stream?.streamName,
    },
  };
}
