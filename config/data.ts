import { z } from "zod";
import {
  backupDefaults,
  changeLogDefaults,
  Consistency,
  daxDefaults,
  DaxNodeType,
  ExportMode,
  TableClass,
  tableDefaults,
  tableExportDefaults,
} from "../components";
import { job, region } from "./kinds";

/** The table of users, and what reads, caches, keeps and exports it. */
export const dataKeys = {
  usersTable: z
    .strictObject({
      enabled: z.boolean().default(true),
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
    })
    .transform(({ onDemand, readCapacity: read, writeCapacity: write, maxCapacity, ...table }) => {
      const most = maxCapacity !== 0 ? { maxRead: maxCapacity, maxWrite: maxCapacity } : {};
      return { ...table, capacity: onDemand ? undefined : { read, write, ...most } };
    })
    .prefault({}),
  tableBackup: z
    .strictObject({
      enabled: z.boolean().default(false),
      schedule: z.string().default(backupDefaults.schedule),
      timezone: z.string().default(backupDefaults.timezone),
      deleteAfterDays: z.int().default(backupDefaults.deleteAfterDays),
    })
    .prefault({}),
  tableExport: z
    .strictObject({
      ...job,
      enabled: z.boolean().default(false),
      schedule: z.string().default("cron(0 4 * * ? *)"),
      mode: z.enum(ExportMode).default(tableExportDefaults.mode),
      fullEveryDays: z.int().default(tableExportDefaults.fullEveryDays),
      expireAfterDays: z.int().default(tableExportDefaults.expireAfterDays),
      infrequentAccessAfterDays: z.int().default(tableExportDefaults.infrequentAccessAfterDays),
    })
    .prefault({}),
  changeLog: z
    .strictObject({
      enabled: z.boolean().default(true),
      expireAfterDays: z.int().default(changeLogDefaults.expireAfterDays),
    })
    .prefault({}),
  dax: z
    .strictObject({
      enabled: z.boolean().default(false),
      nodeType: z.enum(DaxNodeType).default(daxDefaults.nodeType),
      nodes: z.int().default(daxDefaults.nodes),
      itemTtlSeconds: z.int().default(daxDefaults.itemTtlSeconds),
      queryTtlSeconds: z.int().default(daxDefaults.queryTtlSeconds),
    })
    .prefault({}),
};
