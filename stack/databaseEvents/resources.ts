import { DatabaseEvents } from "../../components";
import { type SettingsOf, type Stack } from "../area";
import { type GeneralSettings } from "../general/settings";
import { type databaseEventsSettings } from "./settings";

type Settings = SettingsOf<typeof databaseEventsSettings> & GeneralSettings;

export function databaseEventsResources({ databaseEvents: settings, alarmEmail }: Settings, { shared }: Stack) {
  const events = settings.enabled
    ? new DatabaseEvents("database-events", {
        ...shared,
        sources: settings.sourceTypes.map((type) => ({ type })),
        emails: alarmEmail ? [alarmEmail] : [],
      })
    : undefined;
  return {
    functions: [events?.function],
    outputs: { databaseEventsTopic: events?.topic.arn, databaseEventsFunction: events?.function.functionName },
  };
}
