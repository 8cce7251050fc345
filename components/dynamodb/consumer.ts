import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { type DeadLetterQueue } from "../function/deadLetterQueue";
import { readStream } from "../events/streamReader";
import { type StreamReaderArgs } from "../events/streamReaderArgs";
import { streamReaderProblems } from "../events/streamReaderCheck";

/** What happened to an item. */
export const ChangeEvent = {
  Insert: "INSERT",
  Modify: "MODIFY",
  Remove: "REMOVE",
} as const;
export type ChangeEvent = (typeof ChangeEvent)[keyof typeof ChangeEvent];

/** How a function reads the changes of a table. */
export interface ChangeReaderArgs extends StreamReaderArgs {
  /** Default: all of them. */
  events?: ChangeEvent[];
}

/** What a table shows to its consumers; a `Table` is one. */
export interface ConsumedTable {
  readonly name: string;
  readonly streamArn: pulumi.Output<string>;
  /** Whether it has a stream, whether replication reads that too, and the names of its consumers so far. */
  readonly stream: { on: boolean; replicated: boolean; readers: string[] };
}

/** Arguments of a {@link TableConsumer}. */
export interface TableConsumerArgs extends ChangeReaderArgs {
  /** A table with a stream. */
  table: ConsumedTable;
}

/**
 * A function that gets every change of a table's items, in order for each item.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
@component
export class TableConsumer extends pulumi.ComponentResource {
  readonly mapping: aws.lambda.EventSourceMapping;
  /** Present unless `failureDestinationArn` names another place. */
  readonly deadLetterQueue?: DeadLetterQueue;

  constructor(name: string, args: TableConsumerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:TableConsumer", name, {}, opts);
    new Check("TableConsumer", name).args(args, (given) => tableConsumerProblems(name, given)).done();
    const { table, ...reader } = args;
    table.stream.readers.push(name);
    const { mapping, deadLetterQueue } = readStream(
      "TableConsumer",
      name,
      {
        ...reader,
        filters: eventFilters(args),
        streamArn: table.streamArn,
        rights: [
          {
            Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
            Resource: table.streamArn,
          },
          { Action: "dynamodb:ListStreams", Resource: "*" }, // it knows no narrower resource
        ],
      },
      { parent: this },
    );
    this.mapping = mapping;
    this.deadLetterQueue = deadLetterQueue;
    this.registerOutputs({ mappingId: this.mapping.uuid });
  }
}

/** One pattern for each filter, each of them for the named events only. */
function eventFilters({ events, filters }: ChangeReaderArgs): Record<string, unknown>[] | undefined {
  if (!events) return filters;
  return (filters ?? [{}]).map((filter) => ({ eventName: events, ...filter }));
}

/** What cannot work of the arguments of a consumer that has its name. */
export function tableConsumerProblems(name: string, args: TableConsumerArgs): Problem[] {
  return new Problems()
    .all(consumedTableProblems(name, args.table))
    .that(args.events?.length !== 0, "events", args.events, "give one event or more, or leave it out for all")
    .all(streamReaderProblems(args)).list;
}

/** What cannot work of a table for one consumer more, which has its name. */
export function consumedTableProblems(name: string, { stream, name: table }: ConsumedTable): Problem[] {
  const limit = stream.replicated ? limits.dynamodb.globalTableStreamReaders : limits.dynamodb.streamReaders;
  return new Problems()
    .that(stream.on, "table", table, "it has no stream: give the table a streamView")
    .that(
      stream.readers.length < limit.max,
      "table",
      [...stream.readers, name],
      `DynamoDB throttles more than ${limit.max} ${limit.max === 1 ? "reader" : "readers"} of this stream: ` +
        `let one function fan out, through SNS or EventBridge (${limit.page})`,
    ).list;
}
