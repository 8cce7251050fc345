import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { type ScheduleArgs } from "../events/scheduledJobArgs";
import { type Table } from "../dynamodb/table";

/** What each run exports. */
export const ExportMode = {
  /** The whole table, each time. */
  Full: "full",
  /** The changes since the last run, and the whole table from time to time. */
  Incremental: "incremental",
} as const;
export type ExportMode = (typeof ExportMode)[keyof typeof ExportMode];

/** Arguments of a {@link TableExport}. */
export interface TableExportArgs extends PatternFunctionArgs, ScheduleArgs {
  /** A table with point-in-time recovery, from which exports read without using the table's capacity. */
  table: Table;
  /** Default: Incremental. */
  mode?: ExportMode;
  /** Days between two full exports in mode Incremental, 1 to 3,650. Default: 30. */
  fullEveryDays?: number;
  /** Days that an export is kept, 1 or more. Default: 90. */
  expireAfterDays?: number;
  /** Days after which an export moves to S3 Standard-IA, 30 or more; 0 for never. Default: 30. */
  infrequentAccessAfterDays?: number;
  /** Delete the bucket's contents when it is destroyed. Default: false. */
  forceDestroy?: boolean;
}

/** Defaults of an export's arguments. */
export const tableExportDefaults = {
  mode: ExportMode.Incremental,
  fullEveryDays: 30,
  expireAfterDays: 90,
  infrequentAccessAfterDays: 30,
  timeoutSeconds: 300,
};
