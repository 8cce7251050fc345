import { z } from "zod";
import { ticketNumbersDefaults } from "../../components";
import { type Problem } from "../../components/core/check";
import { ticketNumbersProblems } from "../../components/patterns/ticketNumbers";
import { offByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";

/** A function that starts from a snapshot. */
export const snapStartSettings = {
  ticketNumbers: offByDefault({
    snapStart: z.boolean().default(ticketNumbersDefaults.snapStart),
    blockSize: z.int().default(ticketNumbersDefaults.blockSize),
  }),
};

export const snapStartProblems = ({ ticketNumbers }: SettingsOf<typeof snapStartSettings>): Problem[] =>
  underKey("ticketNumbers", ticketNumbersProblems(ticketNumbers));
