import { area } from "../area";
import { databaseEventsResources } from "./resources";
import { databaseEventsSettingsProblems, databaseEventsSettings } from "./settings";

/** What happens to the databases of the account, told to whoever gets the alarms. */
export const databaseEvents = area({
  settings: databaseEventsSettings,
  problems: databaseEventsSettingsProblems,
  resources: databaseEventsResources,
});
