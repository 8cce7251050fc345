import { z } from "zod";
import { accountTransfersDefaults, databaseDefaults, DatabaseKind } from "../components";

/** A relational database behind a proxy, and an example on it. */
export const databaseKeys = {
  database: z
    .strictObject({
      enabled: z.boolean().default(false),
      kind: z.enum([DatabaseKind.AuroraPostgresql, DatabaseKind.Postgresql]).default(DatabaseKind.AuroraPostgresql),
      minCapacity: z.number().optional(),
      maxCapacity: z.number().optional(),
      instanceClass: z.string().optional(),
      instances: z.int().default(databaseDefaults.instances),
      backupDays: z.int().default(databaseDefaults.backupDays),
      deletionProtection: z.boolean().default(databaseDefaults.deletionProtection),
      adminThroughProxy: z.boolean().default(databaseDefaults.adminThroughProxy),
      user: z.string().default(accountTransfersDefaults.user),
      maxConcurrency: z.int().default(accountTransfersDefaults.maxConcurrency),
      announce: z.boolean().default(accountTransfersDefaults.announce),
    })
    .prefault({}),
};
