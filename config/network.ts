import { z } from "zod";
import {
  GatewayService,
  InterfaceService,
  Nat,
  networkDefaults,
  readThroughDefaults,
  serverlessCacheDefaults,
} from "../components";

/** The private network, and a cache in it. */
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
  valkeyCache: z
    .strictObject({
      enabled: z.boolean().default(false),
      maxStorageGb: z.int().default(serverlessCacheDefaults.maxStorageGb),
      maxEcpuPerSecond: z.int().default(serverlessCacheDefaults.maxEcpuPerSecond),
      snapshotDays: z.int().default(serverlessCacheDefaults.snapshotDays),
      ttlSeconds: z.int().default(readThroughDefaults.ttlSeconds),
      missingTtlSeconds: z.int().default(readThroughDefaults.missingTtlSeconds),
    })
    .prefault({}),
};
