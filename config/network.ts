import { z } from "zod";
import { GatewayService, InterfaceService, Nat, networkDefaults } from "../components";

/** The private network. */
export const networkKeys = {
  network: z
    .strictObject({
      enabled: z.boolean().default(false),
      zones: z.int().default(networkDefaults.zones),
      cidrBlock: z.string().default(networkDefaults.cidrBlock),
      nat: z.enum(Nat).default(networkDefaults.nat),
      gatewayEndpoints: z.array(z.enum(GatewayService)).default(networkDefaults.gatewayEndpoints),
      interfaceEndpoints: z.array(z.enum(InterfaceService)).default(networkDefaults.interfaceEndpoints),
    })
    .prefault({}),
};
