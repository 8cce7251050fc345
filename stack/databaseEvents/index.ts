import { area } from "../area";
import { databaseEventsResources } from "./resources";
import { databaseEventsSettingsProblems, databaseEventsSettings } from "./settings";

/** Events of the account's databases; critical ones go to the address for alarms. */
export const databaseEvents = area({
  settings: databaseEventsSettings,
  problems: databaseEventsSettingsProblems,
  resources: databaseEventsResources,
});
