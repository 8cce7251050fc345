/**
 * Books payments from every source that Lambda has: queues, streams of tables and of Kinesis, topics, rules and buckets.
 * Powertools takes a batch apart and remembers what was done. Lambda entry point.
 */
import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { IdempotencyConfig, IdempotencyValidationError, makeIdempotent } from "@aws-lambda-powertools/idempotency";
import { DynamoDBPersistenceLayer } from "@aws-lambda-powertools/idempotency/dynamodb";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { type Context } from "aws-lambda";

import { clientSettings, s3Settings } from "../aws";
import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { DeadLetters } from "./deadLetters";
import { type Content } from "./envelopes";
import { readFile } from "./files";
import { GroupsGoOn } from "./groups";
import { Ledger } from "./ledger";
import { parseFile, parsePayment, type Payment, PaymentFault } from "./payment";
import { settingsSchema } from "./settings";
import {
  type BatchEvent,
  type BatchRecord,
  isBatch,
  readEvent,
  readRecord,
  readSource,
  type SingleEvent,
} from "./sources";

const settings = readEnvironment(settingsSchema);
const dynamodb = new DynamoDBClient(clientSettings);
const s3 = new S3Client(s3Settings);
const ledger = new Ledger(dynamodb, settings.LEDGER_TABLE);
const deadLetters = new DeadLetters(new SQSClient(clientSettings), settings.DEAD_LETTER_QUEUES);

/** A day: longer than any source goes on delivering, except for messages that an operator redrives. */
const REMEMBERED_SECONDS = 86_400;
const idempotency = new IdempotencyConfig({
  eventKeyJmesPath: "id",
  payloadValidationJmesPath: "[account, amount]",
  expiresAfterSeconds: REMEMBERED_SECONDS,
  throwOnNoIdempotencyKey: true,
});
/**
 * Answers a repeat without booking, and keeps two calls from booking one payment at the same time. The ledger covers
 * a call that ends between the booking and its record.
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
    await bookOnce(payment).catch((error: unknown) => {
      // Another payment was in progress under this id: the ledger knows whether it was booked.
      if (error instanceof IdempotencyValidationError) return ledger.book(payment);
      throw error;
    });
    logger.info("payment booked", { payment: payment.id });
    metrics.addMetric("PaymentsBooked", MetricUnit.Count, 1);
  } catch (error) {
    logger.error("payment not booked", { error: error as Error });
    metrics.addMetric("PaymentsFailed", MetricUnit.Count, 1);
    throw error;
  }
}

/**
 * Tries all of them before it throws, so that a retry finds the others booked. A failure that a retry may fix is
 * thrown before a permanent one.
 */
async function bookContents(contents: Content[]): Promise<void> {
  const failures: unknown[] = [];
  for (const content of contents) {
    const values = await readValues(content).catch((error: unknown) => void failures.push(error));
    for (const value of values ?? []) await book(value).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures.find((error) => !(error instanceof PaymentFault)) ?? failures[0];
}

async function readValues(content: Content): Promise<unknown[]> {
  if ("fault" in content) throw content.fault;
  return "file" in content ? parseFile(await readFile(s3, content.file)) : [content.value];
}

/** Books a record. One that can never be booked is finished once it is a dead letter. */
async function take(record: BatchRecord): Promise<void> {
  try {
    await bookContents(readRecord(record));
  } catch (error) {
    if (!(error instanceof PaymentFault && "body" in record)) throw error;
    if (!(await deadLetters.send(record, error))) throw error;
    logger.warn("message made a dead letter", { message: record.messageId, reason: error.message });
  }
}

/** In order, one at a time: payments of one account would conflict. */
function bookBatch(event: BatchEvent, context: Context) {
  const options = { context, throwOnFullBatchFailure: false };
  const { type, fifo } = readSource(event);
  return fifo
    ? processPartialResponse(event, take, new GroupsGoOn(), { ...options, skipGroupOnError: true })
    : processPartialResponse(event, take, new BatchProcessor(EventType[type]), {
        ...options,
        processInParallel: false,
      });
}

/**
 * Reports the failed records to queues and streams, which deliver those again. For other sources it throws, and
 * Lambda retries the whole event.
 */
export async function handler(event: BatchEvent | SingleEvent, context: Context) {
  logger.addContext(context);
  idempotency.registerLambdaContext(context);
  try {
    return isBatch(event) ? await bookBatch(event, context) : await bookContents(readEvent(event));
  } finally {
    metrics.publishStoredMetrics();
  }
}
