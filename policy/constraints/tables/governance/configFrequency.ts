import { type Row } from "../../schema";
import { at } from "../given";
import { api } from "../pages";

const frequencies = ["One_Hour", "Three_Hours", "Six_Hours", "Twelve_Hours", "TwentyFour_Hours"];
/** How often a rule of Config runs. */
export const frequency = (path: string): Row =>
  at(
    path,
    "a rule runs every 1, 3, 6, 12 or 24 hours",
    { enum: frequencies, source: api("config", "ConfigRule") },
    "One_Hour",
    "Daily",
  );
