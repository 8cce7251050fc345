import { DatabaseEvents } from "../components";
import { type Config } from "../config";
import { type Shared } from "./area";

/** What happens to the databases of the account, told to whoever gets the alarms. */
export function databaseEvents({ databaseEvents: settings, alarmEmail }: Config, shared: Shared) {
  const events = settings.enabled
    ? new DatabaseEvents("database-events", {
        ...shared,
        sources: settings.sourceTypes.map((type) => ({ type })),
        emails: alarmEmail ? [alarmEmail] : [],
      })
    : undefined;
  return { events, functions: [events?.function] };
}
