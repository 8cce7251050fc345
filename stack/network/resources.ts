import { PrivateNetwork } from "../../components";
import { type GeneralSettings } from "../general/settings";
import { type NetworkSettings } from "./settings";

export function networkResources({ network: settings, logRetentionDays }: NetworkSettings & GeneralSettings) {
  const network = settings.enabled
    ? new PrivateNetwork("network", { ...settings, flowLogRetentionDays: logRetentionDays })
    : undefined;
  return { network, outputs: { networkId: network?.vpcId, networkSubnetIds: network?.subnetIds } };
}
