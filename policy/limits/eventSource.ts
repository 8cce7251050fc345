import { type Limit, provenance } from "./limit";

const mappingApi = "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html";

/** Limits of Lambda's event source mappings on streams. */
export const eventSource = {
  batchSize: {
    id: "lambda.streamBatchSize",
    title: "Records of a stream in one batch",
    min: 1,
    max: 10_000,
    default: 100,
    unit: "records",
    page: mappingApi,
    ...provenance.model,
  },
  batchingWindow: {
    id: "lambda.batchingWindow",
    title: "Wait for a batch to fill",
    min: 0,
    max: 300,
    default: 0,
    unit: "s",
    page: mappingApi,
    ...provenance.model,
  },
  parallelization: {
    id: "lambda.streamParallelization",
    title: "Batches of one shard at the same time",
    min: 1,
    max: 10,
    default: 1,
    unit: "batches",
    page: mappingApi,
    ...provenance.model,
  },
  retries: {
    id: "lambda.streamRetries",
    title: "Retries of a batch of a stream; -1 until its records expire",
    min: -1,
    max: 10_000,
    default: -1,
    unit: "retries",
    page: mappingApi,
    ...provenance.model,
  },
  recordAge: {
    id: "lambda.streamRecordAge",
    title: "Age at which a record of a stream is given up",
    min: 60,
    max: 604_800,
    unit: "s",
    page: mappingApi,
    ...provenance.model,
    note: "-1, the default, is until the stream itself drops the record: 24 hours in DynamoDB.",
  },
  tumblingWindow: {
    id: "lambda.tumblingWindow",
    title: "Tumbling window of a stream",
    min: 0,
    max: 900,
    unit: "s",
    page: mappingApi,
    ...provenance.model,
  },
} as const satisfies Record<string, Limit>;
