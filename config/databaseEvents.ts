import { z } from "zod";
import { DatabaseSourceType } from "../components";

/** Events of the account's databases. */
export const databaseEventsKeys = {
  databaseEvents: z
    .strictObject({
      enabled: z.boolean().default(false),
      sourceTypes: z
        .array(z.enum(DatabaseSourceType))
        .default([DatabaseSourceType.Instance, DatabaseSourceType.Cluster]),
    })
    .prefault({}),
};
