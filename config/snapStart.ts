import { z } from "zod";
import { ticketNumbersBounds, ticketNumbersDefaults } from "../components";
import { within } from "./checks";

/** A function that starts from a snapshot. */
export const snapStartKeys = {
  ticketNumbers: z
    .strictObject({
      enabled: z.boolean().default(false),
      snapStart: z.boolean().default(ticketNumbersDefaults.snapStart),
      blockSize: within(ticketNumbersBounds.blockSize).default(ticketNumbersDefaults.blockSize),
    })
    .prefault({}),
};
