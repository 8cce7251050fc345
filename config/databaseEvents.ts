import { z } from "zod";
import { DatabaseSourceType } from "../components";
import { once } from "./checks";

/** Events of the account's databases. */
export const databaseEventsKeys = {
  databaseEvents: z
    .strictObject({
      enabled: z.boolean().default(false),
      sourceTypes: once(z.enum(DatabaseSourceType)).default([DatabaseSourceType.Instance, DatabaseSourceType.Cluster]),
    })
    .prefault({}),
};
