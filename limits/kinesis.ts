import { type Limit, provenance } from "./limit";

const api = "https://docs.aws.amazon.com/kinesis/latest/APIReference";

/** Limits of Amazon Kinesis Data Streams. */
export const kinesis = {
  retentionHours: {
    id: "kinesis.retentionHours",
    title: "Retention of a stream's records",
    min: 24,
    max: 8_760,
    default: 24,
    unit: "h",
    page: `${api}/API_IncreaseStreamRetentionPeriod.html`,
    ...provenance.model,
  },
  recordBytes: {
    id: "kinesis.recordBytes",
    title: "Data of a record",
    max: 10_485_760,
    default: 1_048_576,
    unit: "bytes",
    page: `${api}/API_PutRecord.html`,
    ...provenance.model,
  },
  recordKib: {
    id: "kinesis.recordKib",
    title: "Largest record that a stream may be set to take",
    min: 1_024,
    max: 10_240,
    default: 1_024,
    unit: "KiB",
    page: `${api}/API_UpdateMaxRecordSize.html`,
    ...provenance.model,
    since: "2025-10: up to 10,240 KiB (before: 1,024)",
  },
  readers: {
    id: "kinesis.readers",
    title: "Readers that share a stream's throughput",
    max: 5,
    unit: "readers",
    page: "https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html",
    ...provenance.general,
    note: "A shard takes five reads a second, and each reader of a function takes one.",
  },
  batch: {
    id: "kinesis.batch",
    title: "Records of one PutRecords call",
    min: 1,
    max: 500,
    unit: "records",
    page: `${api}/API_PutRecords.html`,
    ...provenance.model,
  },
} as const satisfies Record<string, Limit>;
