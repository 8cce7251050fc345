import { CachedItems, ChangeLog, DaxCluster, GlobalTable, StreamView, Table, TableExport } from "../../components";
import { type Stack } from "../area";
import { apiSettings } from "../api/settings";
import { type GeneralSettings } from "../general/settings";
import { network as networkArea } from "../network";
import { type DataSettings, usersKey } from "./settings";

export function dataResources({ forceDestroy, usersTable, ...settings }: DataSettings & GeneralSettings, stack: Stack) {
  const { shared } = stack;
  const { network } = stack.use(networkArea);
  const { usersApi } = stack.settings(apiSettings);
  const { replicaRegions: regions, enabled, ...table } = usersTable;
  const args = {
    ...table,
    ...usersKey,
    streamView: settings.changeLog.enabled ? StreamView.NewAndOldImages : undefined,
    backup: settings.tableBackup.enabled ? { ...settings.tableBackup, forceDestroy } : undefined,
    // The API keeps its idempotency keys in the table and expires them by this attribute.
    timeToLiveAttribute: table.timeToLiveAttribute ?? (usersApi.enabled ? "expiresAt" : undefined),
    deletionProtection: !forceDestroy,
    alarms: shared.alarms,
  };
  const globalUsers =
    enabled && regions.length > 0
      ? new GlobalTable("Users", { ...args, replicas: regions.map((region) => ({ region })) })
      : undefined;
  const users = globalUsers ?? (enabled ? new Table("Users", args) : undefined);
  const changeLog =
    users && settings.changeLog.enabled
      ? new ChangeLog("change-log", { ...shared, ...settings.changeLog, table: users, forceDestroy })
      : undefined;

  const dax =
    users && network && settings.dax.enabled
      ? new DaxCluster("dax", { ...settings.dax, network, tables: [{ table: users }], alarms: shared.alarms })
      : undefined;
  const cachedUsers =
    users && network && dax
      ? new CachedItems("cached-users", { ...shared, network, cache: dax, table: users })
      : undefined;

  const tableExport =
    users && settings.tableExport.enabled
      ? new TableExport("table-export", { ...shared, ...settings.tableExport, table: users, forceDestroy })
      : undefined;

  return {
    users,
    buckets: [changeLog?.bucket, tableExport?.bucket],
    functions: [changeLog?.function, cachedUsers?.function, tableExport?.function],
    outputs: {
      usersTable: users?.tableName,
      changesBucket: changeLog?.bucket.bucket,
      exportBucket: tableExport?.bucket.bucket,
      exportFunction: tableExport?.function.functionName,
      replicaRegions: globalUsers?.replicaRegions,
      cacheEndpoint: dax?.endpoint,
      cachedUsersFunction: cachedUsers?.function.functionName,
    },
  };
}
