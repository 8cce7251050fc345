import {
  AttributeType,
  CachedItems,
  ChangeLog,
  DaxCluster,
  GlobalTable,
  type PrivateNetwork,
  StreamView,
  Table,
  TableExport,
} from "../components";
import { type Config } from "../config";
import { type Shared } from "./area";

/** The table of users, in one Region or in several, with what logs its changes, caches and exports it. */
export function usersData(config: Config, shared: Shared, network: PrivateNetwork | undefined) {
  const { forceDestroy } = config;
  const { replicaRegions: regions, enabled, ...table } = config.usersTable;
  const args = {
    ...table,
    attributes: { UserID: AttributeType.String },
    hashKey: "UserID",
    streamView: config.changeLog.enabled ? StreamView.NewAndOldImages : undefined,
    backup: config.tableBackup.enabled ? { ...config.tableBackup, forceDestroy } : undefined,
    // Where the API remembers idempotency keys.
    timeToLiveAttribute: table.timeToLiveAttribute ?? (config.usersApi.enabled ? "expiresAt" : undefined),
    deletionProtection: !forceDestroy,
    alarms: shared.alarms,
  };
  const globalUsers =
    enabled && regions.length > 0
      ? new GlobalTable("Users", { ...args, replicas: regions.map((region) => ({ region })) })
      : undefined;
  const users = globalUsers ?? (enabled ? new Table("Users", args) : undefined);
  const changeLog =
    users && config.changeLog.enabled
      ? new ChangeLog("change-log", { ...shared, ...config.changeLog, table: users, forceDestroy })
      : undefined;

  const dax =
    users && network && config.dax.enabled
      ? new DaxCluster("dax", { ...config.dax, network, tables: [{ table: users }], alarms: shared.alarms })
      : undefined;
  const cachedUsers =
    users && network && dax
      ? new CachedItems("cached-users", { ...shared, network, cache: dax, table: users })
      : undefined;

  const tableExport =
    users && config.tableExport.enabled
      ? new TableExport("table-export", { ...shared, ...config.tableExport, table: users, forceDestroy })
      : undefined;

  return {
    users,
    globalUsers,
    changeLog,
    dax,
    cachedUsers,
    tableExport,
    buckets: [changeLog?.bucket, tableExport?.bucket],
    functions: [changeLog?.function, cachedUsers?.function, tableExport?.function],
  };
}
