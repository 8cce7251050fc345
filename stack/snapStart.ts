import { TicketNumbers } from "../components";
import { type Config } from "../config";
import { type Shared } from "./area";

/** A function that starts from a snapshot, and stays unique. */
export function ticketNumbers({ ticketNumbers: settings, forceDestroy }: Config, shared: Shared) {
  const { enabled, ...given } = settings;
  const tickets = enabled
    ? new TicketNumbers("tickets", { ...shared, ...given, deletionProtection: !forceDestroy })
    : undefined;
  return { tickets, functions: [tickets?.function] };
}
