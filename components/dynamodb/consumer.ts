import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { type DeadLetterQueue } from "../function/deadLetterQueue";
import { readStream } from "../events/streamReader";
import { type StreamReaderArgs } from "../events/streamReaderArgs";
import { streamReaderProblems } from "../events/streamReaderCheck";

/** Type of a change to an item. */
export const ChangeEvent = {
  Insert: "INSERT",
  Modify: "MODIFY",
  Remove: "REMOVE",
} as const;
export type ChangeEvent = (typeof ChangeEvent)[keyof typeof ChangeEvent];

/** How a function reads a table's changes. */
export interface ChangeReaderArgs extends StreamReaderArgs {
  /** Default: all of them. */
  events?: ChangeEvent[];
}

/** A table as its consumers see it, such as a `Table`. */
export interface ConsumedTable {
  readonly name: string;
  readonly streamArn: pulumi.Output<string>;
  /** Whether it has a stream, whether replication reads it too, and the names of its consumers so far. */
  readonly stream: { on: boolean; replicated: boolean; readers: string[] };
}

/** Arguments of a {@link TableConsumer}. */
export interface TableConsumerArgs extends ChangeReaderArgs {
  /** A table with a stream. */
  table: ConsumedTable;
}

/**
 * Calls a function with every change of a table's items, in order for each item.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
@component
export class TableConsumer extends pulumi.ComponentResource {
  readonly mapping: aws.lambda.EventSourceMapping;
  /** Undefined if `failureDestinationArn` names another destination. */
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
          { Action: "dynamodb:ListStreams", Resource: "*" }, // the action supports no narrower resource
        ],
      },
      { parent: this },
    );
    this.mapping = mapping;
    this.deadLetterQueue = deadLetterQueue;
    this.registerOutputs({ mappingId: this.mapping.uuid });
  }
}

/** Restricts each filter to the named events. */
function eventFilters({ events, filters }: ChangeReaderArgs): Record<string, unknown>[] | undefined {
  if (!events) return filters;
  return (filters ?? [{}]).map((filter) => ({ eventName: events, ...filter }));
}

/** Problems with the arguments and the name of a consumer. */
export function tableConsumerProblems(name: string, args: TableConsumerArgs): Problem[] {
  return new Problems()
    .all(consumedTableProblems(name, args.table))
    .that(args.events?.length !== 0, "events", args.events, "give one event or more, or leave it out for all")
    .all(streamReaderProblems(args)).list;
}

/** Problems with adding one more consumer, with this name, to a table. */
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
