import { AccountTransfers, Database } from "../../components";
import { type SettingsOf, type Stack } from "../area";
import { type GeneralSettings } from "../general/settings";
import { network as networkArea } from "../network";
import { type databaseSettings } from "./settings";

type Settings = SettingsOf<typeof databaseSettings> & GeneralSettings;

export function databaseResources({ database: settings, logRetentionDays }: Settings, stack: Stack) {
  const { shared } = stack;
  const { network } = stack.use(networkArea);
  const { enabled, user, maxConcurrency, announce, ...rest } = settings;
  const database =
    network && enabled
      ? new Database("database", {
          ...rest,
          network,
          callsFunctions: announce,
          logRetentionDays,
          alarms: shared.alarms,
        })
      : undefined;
  const transfers = database
    ? new AccountTransfers("transfers", { ...shared, database, user, maxConcurrency, announce })
    : undefined;
  return {
    functions: [transfers?.function, transfers?.migrations.function, transfers?.announced],
    outputs: {
      databaseProxyEndpoint: database?.endpoint,
      databaseConnections: database && { most: database.budget.connections, promised: database.budget.used },
      databaseFunction: transfers?.function.functionName,
      databaseAnnouncedFunction: transfers?.announced?.functionName,
      databaseMigrationsFunction: transfers?.migrations.function.functionName,
    },
  };
}
