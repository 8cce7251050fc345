import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { type ScheduleArgs } from "../events/scheduledJobArgs";
import { type Table } from "../dynamodb/table";

/** What a run exports. */
export const ExportMode = {
  /** The whole table, each time. */
  Full: "full",
  /** What changed since the last run, and the whole table now and then. */
  Incremental: "incremental",
} as const;
export type ExportMode = (typeof ExportMode)[keyof typeof ExportMode];

/** Arguments of a {@link TableExport}. */
export interface TableExportArgs extends PatternFunctionArgs, ScheduleArgs {
  /** A table with point-in-time recovery: exports are made from it, and take no capacity of the table. */
  table: Table;
  /** Default: Incremental. */
  mode?: ExportMode;
  /** Days between two full exports in mode Incremental, 1 to 3,650. Default: 30. */
  fullEveryDays?: number;
  /** Days that an export is kept, 1 or more. Default: 90. */
  expireAfterDays?: number;
  /** Days after which an export moves to S3 Standard-IA, 30 or more; 0 for never. Default: 30. */
  infrequentAccessAfterDays?: number;
  /** Delete what is in the bucket when it is destroyed. Default: false. */
  forceDestroy?: boolean;
}

/** What an export has when its arguments do not say. */
export const tableExportDefaults = {
  mode: ExportMode.Incremental,
  fullEveryDays: 30,
  expireAfterDays: 90,
  infrequentAccessAfterDays: 30,
  timeoutSeconds: 300,
};

/** What the job's settings may be; the handler takes all of it. */
export const tableExportBounds = { fullEveryDays: { min: 1, max: 3_650 } };
