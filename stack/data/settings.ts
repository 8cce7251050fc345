import { z } from "zod";
import {
  AttributeType,
  backupDefaults,
  changeLogDefaults,
  Consistency,
  daxDefaults,
  DaxNodeType,
  ExportMode,
  StreamView,
  TableClass,
  tableDefaults,
  tableExportDefaults,
} from "../../components";
import { job, region } from "../config/kinds";
import { type Problem, Problems } from "../../components/core/check";
import { changeLogProblems } from "../../components/patterns/changeLog";
import { daxProblems } from "../../components/cache/daxCheck";
import { globalTableProblems, replicaProblems } from "../../components/dynamodb/globalTableCheck";
import { tableProblems } from "../../components/dynamodb/check";
import { tableExportProblems } from "../../components/patterns/tableExportCheck";
import { offByDefault, onByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";
import { type NetworkSettings } from "../network/settings";

/** The users table, with its change log, cache, backup and exports. */
export const dataSettings = {
  usersTable: onByDefault({
    onDemand: z.boolean().default(false),
    readCapacity: z.int().default(5),
    writeCapacity: z.int().default(5),
    maxCapacity: z.int().default(50),
    recoveryDays: z.int().default(tableDefaults.recoveryDays),
    timeToLiveAttribute: z.string().optional(),
    tableClass: z.enum(TableClass).default(tableDefaults.tableClass),
    kmsKeyArn: z.string().optional(),
    replicaRegions: z.array(region).default([]),
    consistency: z.enum(Consistency).default(Consistency.Eventual),
    witnessRegion: region.optional(),
  }).transform(({ onDemand, readCapacity: read, writeCapacity: write, maxCapacity, ...table }) => {
    const most = maxCapacity !== 0 ? { maxRead: maxCapacity, maxWrite: maxCapacity } : {};
    return { ...table, capacity: onDemand ? undefined : { read, write, ...most } };
  }),
  tableBackup: offByDefault({
    schedule: z.string().default(backupDefaults.schedule),
    timezone: z.string().default(backupDefaults.timezone),
    deleteAfterDays: z.int().default(backupDefaults.deleteAfterDays),
  }),
  tableExport: offByDefault({
    ...job(tableExportDefaults),
    schedule: z.string().default("cron(0 4 * * ? *)"),
    mode: z.enum(ExportMode).default(tableExportDefaults.mode),
    fullEveryDays: z.int().default(tableExportDefaults.fullEveryDays),
    expireAfterDays: z.int().default(tableExportDefaults.expireAfterDays),
    infrequentAccessAfterDays: z.int().default(tableExportDefaults.infrequentAccessAfterDays),
  }),
  changeLog: onByDefault({
    expireAfterDays: z.int().default(changeLogDefaults.expireAfterDays),
  }),
  dax: offByDefault({
    nodeType: z.enum(DaxNodeType).default(daxDefaults.nodeType),
    nodes: z.int().default(daxDefaults.nodes),
    itemTtlSeconds: z.int().default(daxDefaults.itemTtlSeconds),
    queryTtlSeconds: z.int().default(daxDefaults.queryTtlSeconds),
  }),
};

export type DataSettings = SettingsOf<typeof dataSettings>;

export const dataExamples = {
  "usersTable.timeToLiveAttribute": "expiresAt",
  "usersTable.kmsKeyArn": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  "usersTable.replicaRegions": ["eu-central-1"],
  "usersTable.witnessRegion": "eu-west-3",
};

/** The key of the users table. */
export const usersKey = { attributes: { UserID: AttributeType.String }, hashKey: "UserID" };

export function dataProblems(settings: DataSettings & NetworkSettings, home: string | undefined): Problem[] {
  const { usersTable, tableBackup, tableExport, changeLog, dax, network } = settings;
  const { deleteAfterDays, schedule, timezone } = tableBackup;
  return new Problems()
    .all(usersProblems(settings, home))
    .all(
      underKey("tableBackup", tableProblems({ ...usersKey, backup: { deleteAfterDays, schedule, timezone } }), {
        "backup.deleteAfterDays": "deleteAfterDays",
        "backup.schedule": "schedule",
        "backup.timezone": "timezone",
      }),
    )
    .all(underKey("tableExport", tableExportProblems(tableExport)))
    .that(
      !tableExport.enabled || !usersTable.enabled || usersTable.recoveryDays > 0,
      "usersTable.recoveryDays",
      usersTable.recoveryDays,
      "exports (tableExport) need point-in-time recovery: give a number of days",
    )
    .all(underKey("changeLog", changeLogProblems(changeLog)))
    .all(underKey("dax", daxProblems(dax)))
    .that(
      !dax.enabled || (network.enabled && usersTable.enabled),
      "dax.enabled",
      true,
      "a cluster needs a network and the table that it caches: enable network and usersTable too",
    ).list;
}

/** The users table has the arguments of a Table, or with replicas those of a GlobalTable. */
function usersProblems({ usersTable: settings, changeLog }: DataSettings, home: string | undefined): Problem[] {
  const { enabled, replicaRegions, consistency, witnessRegion, ...table } = settings;
  const args = { ...usersKey, ...table };
  const streamView = changeLog.enabled ? StreamView.NewAndOldImages : undefined;
  const replicas = replicaRegions.map((region) => ({ region }));
  const global = { ...args, streamView, consistency, witnessRegion, replicas };
  return underKey(
    "usersTable",
    [
      ...tableProblems(args),
      ...(replicaRegions.length > 0 ? globalTableProblems(global) : []),
      ...(replicaRegions.length > 0 && home !== undefined ? replicaProblems(home, global) : []),
    ],
    {
      "capacity.read": "readCapacity",
      "capacity.write": "writeCapacity",
      "capacity.maxRead": "maxCapacity",
      "capacity.maxWrite": "maxCapacity",
      capacity: "maxCapacity",
      replicas: "replicaRegions",
    },
  );
}
