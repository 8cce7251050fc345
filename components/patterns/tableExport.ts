import * as pulumi from "@pulumi/pulumi";
import { alarm } from "../core/alarms";
import { component } from "../core/component";
import { Bucket } from "../storage/bucket";
import { Check } from "../core/check";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { readWriteObjects, type Statement } from "../core/permissions";
import { ScheduledJob } from "../events/scheduledJob";
import { type Table } from "../dynamodb/table";
import { type TableExportArgs, tableExportDefaults } from "./tableExportArgs";
import { tableExportArgsProblems } from "./tableExportCheck";

const EXPORTS = "exports/";

/** The job's state, which must not expire. */
const STATE = "state/";

/**
 * A scheduled job that exports a table to a bucket, by date, and checks that what DynamoDB wrote is complete.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html
 */
@component
export class TableExport extends pulumi.ComponentResource {
  readonly bucket: Bucket;
  readonly function: NodeFunction;
  readonly job: ScheduledJob;

  constructor(name: string, args: TableExportArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:TableExport", name, {}, opts);
    const settings = withDefaults(tableExportDefaults, args);
    const { table, mode, fullEveryDays, expireAfterDays, infrequentAccessAfterDays, forceDestroy, ...rest } = settings;
    new Check("TableExport", name).args(args, tableExportArgsProblems).done();
    const child = { parent: this };
    // Retries and event age belong to the schedule, not to the function.
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
        description: `${name}: an export failed or is incomplete; the next run starts it again`,
        namespace: "Headroom",
        metricName: "ExportsFailed",
        dimensions: { service: name },
      },
      { ...own.alarms, tags: own.tags },
      child,
    );
    this.registerOutputs({ bucket: this.bucket.bucket, functionName: this.function.functionName });
  }
}

/** DynamoDB writes to the bucket with the rights of the caller that starts the export. */
const exportTable = (table: Table, bucket: Bucket): Statement[] => [
  { Action: "dynamodb:ExportTableToPointInTime", Resource: table.arn },
  { Action: "dynamodb:DescribeExport", Resource: pulumi.interpolate`${table.arn}/export/*` },
  { Action: "s3:AbortMultipartUpload", Resource: pulumi.interpolate`${bucket.arn}/${EXPORTS}*` },
];
