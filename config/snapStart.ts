import { z } from "zod";
import { ticketNumbersDefaults } from "../components";

/** A function that starts from a snapshot. */
export const snapStartKeys = {
  ticketNumbers: z
    .strictObject({
      enabled: z.boolean().default(false),
      snapStart: z.boolean().default(ticketNumbersDefaults.snapStart),
      blockSize: z.int().default(ticketNumbersDefaults.blockSize),
    })
    .prefault({}),
};
