import { TicketNumbers } from "../../components";
import { type SettingsOf, type Stack } from "../area";
import { type GeneralSettings } from "../general/settings";
import { type snapStartSettings } from "./settings";

type Settings = SettingsOf<typeof snapStartSettings> & GeneralSettings;

export function snapStartResources({ ticketNumbers: settings, forceDestroy }: Settings, { shared }: Stack) {
  const { enabled, ...given } = settings;
  const tickets = enabled
    ? new TicketNumbers("tickets", { ...shared, ...given, deletionProtection: !forceDestroy })
    : undefined;
  return {
    functions: [tickets?.function],
    outputs: { ticketsFunction: tickets?.function.functionName, ticketsAlias: tickets?.function.alias?.name },
  };
}
