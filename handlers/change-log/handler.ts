/** Writes every change of a table's items to a bucket: one object a change. Lambda entry point. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type Context, type DynamoDBBatchResponse } from "aws-lambda";
import { z } from "zod";

import { s3Settings } from "../aws";
import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { parseChange, objectKey, type StreamRecord } from "./change";
import { settingsSchema } from "./settings";

const settings = readEnvironment(settingsSchema);
const s3 = new S3Client(s3Settings);

const recordSchema = z.custom<StreamRecord>((record) => typeof record === "object" && record !== null);
const eventSchema = z.object({ Records: z.array(recordSchema) });

async function write(record: StreamRecord): Promise<void> {
  const change = parseChange(record);
  await s3.send(
    new PutObjectCommand({
      Bucket: settings.CHANGES_BUCKET,
      Key: objectKey(change, settings.CHANGES_PREFIX),
      Body: JSON.stringify(change),
      ContentType: "application/json",
    }),
  );
}

/**
 * Takes the records in order and stops at the first failure: Lambda retries from there. A change that is written
 * twice is the same object.
 * @throws Error for an event that is not from a table's stream
 */
export async function handler(
  event: { Records: readonly StreamRecord[] },
  context: Context,
): Promise<DynamoDBBatchResponse> {
  logger.addContext(context);
  const { data } = eventSchema.safeParse(event);
  if (!data) throw new Error(`not an event of a table's stream: ${(JSON.stringify(event) ?? "").slice(0, 500)}`);
  const batchItemFailures: { itemIdentifier: string }[] = [];
  let written = 0;
  for (const record of data.Records) {
    try {
      await write(record);
      written++;
    } catch (error) {
      const itemIdentifier = record.dynamodb?.SequenceNumber;
      logger.error("change not written", { eventID: record.eventID, itemIdentifier, error: error as Error });
      metrics.addMetric("ChangesFailed", MetricUnit.Count, 1);
      if (itemIdentifier === undefined) throw error;
      batchItemFailures.push({ itemIdentifier });
      break;
    }
  }
  metrics.addMetric("ChangesWritten", MetricUnit.Count, written);
  metrics.publishStoredMetrics();
  return { batchItemFailures };
}
