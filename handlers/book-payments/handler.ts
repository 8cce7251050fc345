/**
 * Books payments from every source that Lambda has: queues, streams of tables and of Kinesis, topics, rules and buckets.
 * Powertools takes a batch apart and remembers what was done. Lambda entry point.
 */
import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from "@aws-lambda-powertools/batch";
import { IdempotencyConfig, makeIdempotent } from "@aws-lambda-powertools/idempotency";
import { DynamoDBPersistenceLayer } from "@aws-lambda-powertools/idempotency/dynamodb";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type Context } from "aws-lambda";

import { clientSettings, s3Settings } from "../aws";
import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { Ledger } from "./ledger";
import { parseFile, parsePayment, type Payment } from "./payment";
import { settingsSchema } from "./settings";
import { type BatchEvent, isBatch, type SingleEvent, readRecords, readSource, readValue } from "./sources";

const settings = readEnvironment(settingsSchema);
const dynamodb = new DynamoDBClient(clientSettings);
const s3 = new S3Client(s3Settings);
const ledger = new Ledger(dynamodb, settings.LEDGER_TABLE);

/** A day: longer than any source goes on delivering, but for messages that an operator sends again. */
const REMEMBERED_SECONDS = 86_400;
const idempotency = new IdempotencyConfig({
  eventKeyJmesPath: "id",
  payloadValidationJmesPath: "[account, amount]",
  expiresAfterSeconds: REMEMBERED_SECONDS,
  throwOnNoIdempotencyKey: true,
});
/**
 * Answers a repeat without booking, and keeps two calls from booking one payment at once. That a call can end between the
 * booking and the note of it is the ledger's part.
 */
const bookOnce = makeIdempotent(async (payment: Payment) => ({ booked: await ledger.book(payment) }), {
  persistenceStore: new DynamoDBPersistenceLayer({
    tableName: settings.IDEMPOTENCY_TABLE,
    awsSdkV3Client: dynamodb,
  }),
  config: idempotency,
});

async function book(value: unknown): Promise<void> {
  try {
    const payment = parsePayment(value);
    await bookOnce(payment);
    logger.info("payment booked", { payment: payment.id });
    metrics.addMetric("PaymentsBooked", MetricUnit.Count, 1);
  } catch (error) {
    logger.error("payment not booked", { error: error as Error });
    metrics.addMetric("PaymentsFailed", MetricUnit.Count, 1);
    throw error;
  }
}

/** One after the other, in their order: payments of one account would conflict. */
function bookBatch(event: BatchEvent, context: Context) {
  const take = (record: BatchEvent["Records"][number]) => book(readValue(record));
  const options = { context, throwOnFullBatchFailure: false };
  const { type, fifo } = readSource(event);
  return fifo
    ? processPartialResponse(event, take, new SqsFifoPartialProcessorAsync(), { ...options, skipGroupOnError: true })
    : processPartialResponse(event, take, new BatchProcessor(EventType[type]), {
        ...options,
        processInParallel: false,
      });
}

/** All of them are tried, before the first failure is thrown: the next try finds the others booked. */
async function bookAll(event: SingleEvent): Promise<void> {
  const failures: unknown[] = [];
  for (const single of readRecords(event)) {
    const values = "key" in single ? parseFile(await read(single.bucket, single.key)) : [single.value];
    for (const value of values) await book(value).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function read(Bucket: string, Key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString()) ?? "";
}

/**
 * Queues and streams get the records that failed, and deliver those again; from the others a failure is thrown, and Lambda
 * comes again with the whole event.
 */
export async function handler(event: BatchEvent | SingleEvent, context: Context) {
  logger.addContext(context);
  idempotency.registerLambdaContext(context);
  try {
    return isBatch(event) ? await bookBatch(event, context) : await bookAll(event);
  } finally {
    metrics.publishStoredMetrics();
  }
}
