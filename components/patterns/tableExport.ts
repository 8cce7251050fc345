import * as pulumi from "@pulumi/pulumi";
import { alarm } from "../core/alarms";
import { Bucket, expirationProblems } from "../storage/bucket";
import { Check, type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownHandler, type PatternFunctionArgs } from "../function/nodeFunction";
import { readWriteObjects, type Statement } from "../core/permissions";
import { type ScheduleArgs, ScheduledJob, scheduledFunctionProblems } from "../events/scheduledJob";
import { type Table } from "../dynamodb/table";

/** What a run exports. */
export enum ExportMode {
  /** The whole table, each time. */
  Full = "full",
  /** What changed since the last run, and the whole table now and then. */
  Incremental = "incremental",
}

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

const EXPORTS = "exports/";
/** What the job remembers: it must not expire. */
const STATE = "state/";

/**
 * A scheduled job that exports a table to a bucket, by date, and checks that what DynamoDB wrote is complete.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html
 */
export class TableExport extends pulumi.ComponentResource {
  readonly bucket: Bucket;
  readonly function: NodeFunction;
  readonly job: ScheduledJob;

  constructor(name: string, args: TableExportArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:TableExport", name, {}, opts);
    const settings = withDefaults(tableExportDefaults, args);
    const { table, mode, fullEveryDays, expireAfterDays, infrequentAccessAfterDays, forceDestroy, ...rest } = settings;
    new Check("TableExport", name)
      .that(
        table.recoveryDays > 0,
        "table",
        table.name,
        "it has no point-in-time recovery, which exports are made from: give the table recoveryDays",
      )
      .args(args, tableExportProblems)
      .done();
    const child = { parent: this };
    // The schedule's own retries and event age are not the function's.
    const { maximumRetryAttempts, maximumEventAgeSeconds, ...own } = rest;

    this.bucket = new Bucket(
      `${name}-exports`,
      {
        expirations: [{ prefix: EXPORTS, days: expireAfterDays, infrequentAccessAfterDays }],
        forceDestroy,
        tags: own.tags,
      },
      child,
    );
    this.function = new NodeFunction(
      name,
      {
        ...own,
        description: "Exports a table to a bucket, and checks the exports",
        entry: ownHandler("table-export"),
        links: [
          { statements: exportTable(table, this.bucket), environment: { TABLE_ARN: table.arn } },
          readWriteObjects(this.bucket, { keys: [`${EXPORTS}*`, `${STATE}*`], variable: "EXPORTS_BUCKET" }),
        ],
        environment: {
          EXPORTS_PREFIX: EXPORTS,
          STATE_KEY: `${STATE}${name}.json`,
          MODE: mode,
          FULL_EVERY_DAYS: String(fullEveryDays),
          RECOVERY_DAYS: String(table.recoveryDays),
        },
      },
      child,
    );
    this.job = new ScheduledJob(
      name,
      { ...own, function: this.function, maximumRetryAttempts, maximumEventAgeSeconds },
      child,
    );
    alarm(
      `${name}-failed`,
      {
        description: `${name}: an export failed or is not complete; the next run starts it again`,
        namespace: "Headroom",
        metricName: "ExportsFailed",
        dimensions: { service: name },
        statistic: "Sum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
      },
      { ...own.alarms, tags: own.tags },
      child,
    );
    this.registerOutputs({ bucket: this.bucket.bucket, functionName: this.function.functionName });
  }
}

/** DynamoDB writes to the bucket in the name of whoever starts the export. */
const exportTable = (table: Table, bucket: Bucket): Statement[] => [
  { Action: "dynamodb:ExportTableToPointInTime", Resource: table.arn },
  { Action: "dynamodb:DescribeExport", Resource: pulumi.interpolate`${table.arn}/export/*` },
  { Action: "s3:AbortMultipartUpload", Resource: pulumi.interpolate`${bucket.arn}/${EXPORTS}*` },
];

/** What cannot work of the export's arguments, but for its table. */
export function tableExportProblems(args: Omit<TableExportArgs, "table">): Problem[] {
  const settings = withDefaults(tableExportDefaults, args);
  const { fullEveryDays, expireAfterDays, infrequentAccessAfterDays: infrequent } = settings;
  const whole = (value: number, min: number, max: number) => Number.isInteger(value) && value >= min && value <= max;
  return new Problems()
    .bounds("fullEveryDays", fullEveryDays, tableExportBounds.fullEveryDays, "days")
    .all(expirationProblems(expireAfterDays), () => "expireAfterDays")
    .that(
      infrequent === 0 || whole(infrequent, 30, expireAfterDays - 1),
      "infrequentAccessAfterDays",
      infrequent,
      "S3 allows 30 days or more, and fewer than expireAfterDays; 0 for never",
    )
    .all(scheduledFunctionProblems(args)).list;
}
