import { z } from "zod";
import { DatabaseSourceType } from "../../components";
import { type Problem } from "../../components/core/check";
import { databaseEventsProblems } from "../../components/database/eventsCheck";
import { offByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";

/** Events of the account's databases. */
export const databaseEventsSettings = {
  databaseEvents: offByDefault({
    sourceTypes: z.array(z.enum(DatabaseSourceType)).default([DatabaseSourceType.Instance, DatabaseSourceType.Cluster]),
  }),
};

export const databaseEventsSettingsProblems = ({
  databaseEvents: { sourceTypes },
}: SettingsOf<typeof databaseEventsSettings>): Problem[] =>
  underKey("databaseEvents", databaseEventsProblems({ sources: sourceTypes.map((type) => ({ type })) }), {
    sources: "sourceTypes",
    "sources\\[\\d+\\].type": "sourceTypes",
  });
