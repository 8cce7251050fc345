import { PrivateNetwork } from "../components";
import { type Config } from "../config";

/** The private network that caches and databases are in. */
export function privateNetwork({ network, logRetentionDays }: Config): PrivateNetwork | undefined {
  return network.enabled
    ? new PrivateNetwork("network", { ...network, flowLogRetentionDays: logRetentionDays })
    : undefined;
}
