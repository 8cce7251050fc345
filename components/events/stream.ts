import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { alarm } from "../core/alarms";
import { HttpMethod, type RouteArgs } from "../api/rest/args";
import { putRecord, putRecords } from "../api/rest/kinesis";
import { Check } from "../core/check";
import { component } from "../core/component";
import { StreamConsumer } from "./streamConsumer";
import { type StreamReaderArgs } from "./streamReaderArgs";
import { type EventStreamArgs, type IngestRoutesArgs, eventStreamDefaults } from "./streamArgs";
import { eventStreamProblems } from "./streamCheck";

/** The default schema of an event: its source, its type, and its data. */
const eventSchema: Record<string, unknown> = {
  type: "object",
  required: ["source", "type"],
  properties: {
    source: { type: "string", minLength: 1, maxLength: 256 },
    type: { type: "string", minLength: 1, maxLength: 128 },
    data: { type: "object" },
  },
  additionalProperties: false,
};

/** An encrypted Kinesis stream: an API writes to it without a function in between, and functions read it. */
@component
export class EventStream extends pulumi.ComponentResource {
  readonly stream: aws.kinesis.Stream;
  readonly streamName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** The customer-managed key, if any; readers and writers need it too. */
  readonly kmsKeyArn?: pulumi.Input<string>;

  constructor(
    private readonly name: string,
    args: EventStreamArgs = {},
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("headroom:data:EventStream", name, {}, opts);
    const { shards = eventStreamDefaults.shards, retentionHours = eventStreamDefaults.retentionHours, tags } = args;
    new Check("EventStream", name).args(args, eventStreamProblems).done();
    const child = { parent: this };
    this.kmsKeyArn = args.kmsKeyArn;
    this.stream = new aws.kinesis.Stream(
      name,
      {
        ...(shards > 0
          ? { shardCount: shards, streamModeDetails: { streamMode: "PROVISIONED" } }
          : { streamModeDetails: { streamMode: "ON_DEMAND" } }),
        retentionPeriod: retentionHours,
        encryptionType: "KMS",
        kmsKeyId: args.kmsKeyArn ?? "alias/aws/kinesis",
        tags,
      },
      child,
    );
    this.streamName = this.stream.name;
    this.arn = this.stream.arn;
    alarm(
      `${name}-refused`,
      {
        description: `${name} refused records: it has too few shards`,
        namespace: "AWS/Kinesis",
        metricName: "WriteProvisionedThroughputExceeded",
        dimensions: { StreamName: this.streamName },
      },
      { ...args.alarms, tags },
      child,
    );
    this.registerOutputs({ streamName: this.streamName, arn: this.arn });
  }

  /** Calls a function with the stream's records. */
  onRecord(name: string, args: StreamReaderArgs): StreamConsumer {
    return new StreamConsumer(name, { ...args, stream: this }, { parent: this });
  }

  /** Two API routes that write to the stream: one takes an event, the other up to 500 under `records`. */
  ingestRoutes({ path, partitionKey = "source", event = eventSchema, authorizer }: IngestRoutesArgs): RouteArgs[] {
    const required = Array.isArray(event.required) ? (event.required as unknown[]) : [];
    new Check("EventStream", this.name)
      .that(
        required.includes(partitionKey),
        "event.required",
        event.required,
        `it must name ${partitionKey}, which every Kinesis record needs`,
      )
      .done();
    const stream = { name: this.streamName, arn: this.arn };
    const batch = {
      type: "object",
      required: ["records"],
      properties: { records: { type: "array", minItems: 1, maxItems: limits.kinesis.batch.max, items: event } },
      additionalProperties: false,
    };
    const post = { method: HttpMethod.Post, authorizer };
    return [
      { ...post, path, direct: putRecord(stream, { partitionKey }), body: event },
      { ...post, path: `${path}/batch`, direct: putRecords(stream, { partitionKey }), body: batch },
    ];
  }
}
