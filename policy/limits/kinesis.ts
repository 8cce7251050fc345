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
