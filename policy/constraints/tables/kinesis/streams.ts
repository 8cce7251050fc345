import { type TypeRows } from "../../schema";
import { api } from "../pages";

/** Kinesis and Firehose. */
export const kinesisStreams: readonly TypeRows[] = [
  {
    type: "aws:kinesis/stream:Stream",
    source: api("kinesis", "CreateStream"),
    rows: [
      {
        at: "name",
        fact: "the name of a stream has letters, digits and _ . -, 128 at most",
        pattern: "^[a-zA-Z0-9_.-]{1,128}$",
        good: "orders",
        bad: "my orders",
      },
      { at: "streamModeDetails.streamMode", enum: ["PROVISIONED", "ON_DEMAND"], good: "ON_DEMAND", bad: "ONDEMAND" },
      {
        at: "",
        fact: "an ON_DEMAND stream has no shardCount",
        when: { "streamModeDetails.streamMode": "ON_DEMAND" },
        properties: { shardCount: { maximum: 0 } },
        good: { streamModeDetails: { streamMode: "ON_DEMAND" } },
        bad: { streamModeDetails: { streamMode: "ON_DEMAND" }, shardCount: 2 },
      },
      {
        at: "",
        fact: "a PROVISIONED stream has a shardCount",
        when: { "streamModeDetails.streamMode": "PROVISIONED" },
        required: ["shardCount"],
        good: { streamModeDetails: { streamMode: "PROVISIONED" }, shardCount: 1 },
        bad: { streamModeDetails: { streamMode: "PROVISIONED" } },
      },
      { at: "encryptionType", enum: ["NONE", "KMS"], good: "KMS", bad: "AES256" },
      {
        at: "",
        fact: "encryption with KMS names a key",
        when: { encryptionType: "KMS" },
        required: ["kmsKeyId"],
        source: api("kinesis", "StartStreamEncryption"),
        good: { shardCount: 1, encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" },
        bad: { shardCount: 1, encryptionType: "KMS" },
      },
      {
        at: "shardLevelMetrics[]",
        enum: [
          "IncomingBytes",
          "IncomingRecords",
          "OutgoingBytes",
          "OutgoingRecords",
          "WriteProvisionedThroughputExceeded",
          "ReadProvisionedThroughputExceeded",
          "IteratorAgeMilliseconds",
          "ALL",
        ],
        source: api("kinesis", "EnableEnhancedMonitoring"),
        good: "IncomingBytes",
        bad: "Bytes",
      },
    ],
  },
  {
    type: "aws:kinesis/streamConsumer:StreamConsumer",
    source: api("kinesis", "RegisterStreamConsumer"),
    rows: [
      {
        at: "name",
        fact: "a name has letters, digits and _ . -, 128 at most",
        pattern: "^[a-zA-Z0-9_.-]{1,128}$",
        good: "reader",
        bad: "my reader",
      },
    ],
  },
];
