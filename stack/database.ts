import { AccountTransfers, Database, type PrivateNetwork } from "../components";
import { type Config } from "../config";
import { type Shared } from "./area";

/** A database in the network, and a function that makes transfers in it. */
export function database(
  { database: settings, logRetentionDays }: Config,
  shared: Shared,
  network: PrivateNetwork | undefined,
) {
  const { enabled, user, maxConcurrency, announce, ...rest } = settings;
  const made =
    network && enabled
      ? new Database("database", {
          ...rest,
          network,
          callsFunctions: announce,
          logRetentionDays,
          alarms: shared.alarms,
        })
      : undefined;
  const transfers = made
    ? new AccountTransfers("transfers", { ...shared, database: made, user, maxConcurrency, announce })
    : undefined;
  return {
    database: made,
    transfers,
    functions: [transfers?.function, transfers?.migrations.function, transfers?.announced],
  };
}
