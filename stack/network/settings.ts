import { z } from "zod";
import { GatewayService, InterfaceService, Nat, networkDefaults } from "../../components";
import { type Problem } from "../../components/core/check";
import { privateNetworkProblems } from "../../components/network/check";
import { offByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";

/** The private network that caches and databases are in. */
export const networkSettings = {
  network: offByDefault({
    zones: z.int().default(networkDefaults.zones),
    cidrBlock: z.string().default(networkDefaults.cidrBlock),
    nat: z.enum(Nat).default(networkDefaults.nat),
    gatewayEndpoints: z.array(z.enum(GatewayService)).default(networkDefaults.gatewayEndpoints),
    interfaceEndpoints: z.array(z.enum(InterfaceService)).default(networkDefaults.interfaceEndpoints),
  }),
};

export type NetworkSettings = SettingsOf<typeof networkSettings>;

export const networkExamples = { "network.interfaceEndpoints": ["secretsmanager", "lambda"] };

export const networkProblems = ({ network }: NetworkSettings): Problem[] =>
  underKey("network", privateNetworkProblems(network));

/** Whether resources in the network reach a service. Another check reports a missing network. */
export const reaches = (
  { enabled, nat, interfaceEndpoints }: NetworkSettings["network"],
  service: InterfaceService,
): boolean => !enabled || nat !== Nat.None || interfaceEndpoints.includes(service);
