import * as pulumi from "@pulumi/pulumi";
import { component } from "../core/component";
import { Bucket } from "../storage/bucket";
import { expirationProblems } from "../storage/bucketCheck";
import { Check, type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { readWriteObjects } from "../core/permissions";
import { type Table } from "../dynamodb/table";
import { consumedTableProblems, type TableConsumer } from "../dynamodb/consumer";

/** Arguments of a {@link ChangeLog}. */
export interface ChangeLogArgs extends PatternFunctionArgs {
  /** A table with a stream; with StreamView.NewAndOldImages the log contains the item before and after. */
  table: Table;
  /** Days that a change is kept, 1 or more. Default: 365. */
  expireAfterDays?: number;
  /** Delete the bucket's contents when it is destroyed. Default: false. */
  forceDestroy?: boolean;
}

/** Defaults of a change log's arguments. */
export const changeLogDefaults = { expireAfterDays: 365, timeoutSeconds: 60, memoryMb: 256 };

/** Problems with a log's arguments, name and table. */
function changeLogArgsProblems(name: string, args: ChangeLogArgs): Problem[] {
  return new Problems().all(consumedTableProblems(name, args.table)).all(changeLogProblems(args)).list;
}

/** Problems with the log's arguments, except its table. */
export function changeLogProblems(args: Omit<ChangeLogArgs, "table">): Problem[] {
  const { expireAfterDays } = withDefaults(changeLogDefaults, args);
  return [
    ...new Problems().all(expirationProblems(expireAfterDays), () => "expireAfterDays").list,
    ...functionProblems(args),
  ];
}

const CHANGES = "changes/";

/** Writes every change of a table's items to a bucket, by table and date: table → stream → function → bucket. */
@component
export class ChangeLog extends pulumi.ComponentResource {
  readonly bucket: Bucket;
  readonly function: NodeFunction;
  readonly consumer: TableConsumer;

  constructor(name: string, args: ChangeLogArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:ChangeLog", name, {}, opts);
    const { table, expireAfterDays, forceDestroy, ...settings } = withDefaults(changeLogDefaults, args);
    new Check("ChangeLog", name).args(args, (given) => changeLogArgsProblems(name, given)).done();
    const child = { parent: this };
    const { alarms, tags } = settings;

    this.bucket = new Bucket(
      `${name}-changes`,
      { expirations: [{ prefix: CHANGES, days: expireAfterDays }], forceDestroy, tags },
      child,
    );
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Writes every change of a table to a bucket",
        entry: ownHandler("change-log"),
        links: [readWriteObjects(this.bucket, { keys: [`${CHANGES}*`], variable: "CHANGES_BUCKET" })],
        environment: { CHANGES_PREFIX: CHANGES },
      },
      child,
    );
    this.consumer = table.onChange(name, { function: this.function, alarms, tags });
    this.registerOutputs({ bucket: this.bucket.bucket });
  }
}
