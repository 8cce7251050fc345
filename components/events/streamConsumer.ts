import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { type DeadLetterQueue } from "../function/deadLetterQueue";
import { readStream } from "./streamReader";
import { type StreamReaderArgs } from "./streamReaderArgs";
import { streamReaderProblems } from "./streamReaderCheck";

/** A stream as its consumers see it, such as an `EventStream`. */
export interface ConsumedStream {
  readonly arn: pulumi.Output<string>;
  /** The customer-managed key, if any. */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/** Arguments of a {@link StreamConsumer}. */
export interface StreamConsumerArgs extends StreamReaderArgs {
  stream: ConsumedStream;
}

/**
 * Calls a function with every record of a Kinesis stream, in order for each partition key.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 */
@component
export class StreamConsumer extends pulumi.ComponentResource {
  readonly mapping: aws.lambda.EventSourceMapping;
  /** Undefined if `failureDestinationArn` names another destination. */
  readonly deadLetterQueue?: DeadLetterQueue;

  constructor(name: string, args: StreamConsumerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:StreamConsumer", name, {}, opts);
    new Check("StreamConsumer", name).args(args, streamReaderProblems).done();
    const { stream, ...reader } = args;
    const { mapping, deadLetterQueue } = readStream(
      "StreamConsumer",
      name,
      {
        ...reader,
        streamArn: stream.arn,
        rights: [
          {
            Action: [
              "kinesis:DescribeStream",
              "kinesis:DescribeStreamSummary",
              "kinesis:GetRecords",
              "kinesis:GetShardIterator",
              "kinesis:ListShards",
            ],
            Resource: stream.arn,
          },
          ...(stream.kmsKeyArn ? [{ Action: "kms:Decrypt", Resource: stream.kmsKeyArn }] : []),
        ],
      },
      { parent: this },
    );
    this.mapping = mapping;
    this.deadLetterQueue = deadLetterQueue;
    this.registerOutputs({ mappingId: this.mapping.uuid });
  }
}
