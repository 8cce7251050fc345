/** Photo in the uploads bucket → thumbnails. Lambda entry point: parses the event, runs the work, reports. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { S3Client } from "@aws-sdk/client-s3";
import { type Context } from "aws-lambda";

import { s3Settings } from "../aws";
import { readEnvironment } from "../environment";
import { type ObjectEvent, readObjectEvents } from "../object-events";
import { logger, metrics } from "../telemetry";
import { photoStore } from "./photo-store";
import { settingsSchema } from "./settings";
import { type Outcome, refresh } from "./thumbnails";

const settings = readEnvironment(settingsSchema);
const s3 = new S3Client(s3Settings);

/** What became of one photo. */
export type PhotoOutcome = { bucket: string; key: string } & Outcome;

function report(outcome: PhotoOutcome): void {
  switch (outcome.status) {
    case "made":
      logger.info("thumbnails made", { ...outcome });
      metrics.addMetric("ThumbnailsMade", MetricUnit.Count, outcome.made);
      break;
    case "unchanged":
      logger.info("thumbnails are up to date", { ...outcome });
      metrics.addMetric("PhotosUnchanged", MetricUnit.Count, 1);
      break;
    case "gone":
      logger.warn("photo is gone; what was made of it is removed", { ...outcome });
      metrics.addMetric("PhotosGone", MetricUnit.Count, 1);
      break;
    case "rejected": {
      logger.error("photo rejected", { ...outcome });
      // In all, for an alarm; and by reason, for a graph.
      metrics.addMetric("PhotosRejected", MetricUnit.Count, 1);
      const byReason = metrics.singleMetric();
      byReason.addDimension("reason", outcome.reason);
      byReason.addMetric("PhotosRejectedByReason", MetricUnit.Count, 1);
      break;
    }
  }
}

async function handle({ bucket, key }: ObjectEvent): Promise<PhotoOutcome> {
  const store = photoStore(s3, bucket, settings.THUMBNAILS_BUCKET, key);
  try {
    const outcome = { bucket, key, ...(await refresh(key, store, settings)) };
    report(outcome);
    return outcome;
  } catch (error) {
    metrics.addMetric("PhotosFailed", MetricUnit.Count, 1);
    logger.error("photo failed; it will be retried", { bucket, key, error: error as Error });
    throw error;
  }
}

/**
 * Takes events of S3, from S3 itself or through SNS, SQS or EventBridge. Photos are handled one at a time, so that
 * memory is bounded by one. A failure does not stop the others.
 * @throws Error for an event that is not from S3
 * @throws AggregateError when a service failed for any of them: Lambda retries the event, then sends it to the dead
 * letters
 */
export async function handler(event: unknown, context: Context): Promise<PhotoOutcome[]> {
  logger.addContext(context);
  const photos = readObjectEvents(event);
  const outcomes: PhotoOutcome[] = [];
  const failures: Error[] = [];
  for (const each of photos) {
    try {
      if (each instanceof Error) throw each;
      outcomes.push(await handle(each));
    } catch (error) {
      failures.push(error as Error);
    }
  }
  metrics.publishStoredMetrics();
  if (failures.length > 0) {
    const causes = failures.map(({ name, message }) => `${name}: ${message}`).join("; ");
    throw new AggregateError(failures, `${failures.length} of ${photos.length} photos failed: ${causes}`);
  }
  return outcomes;
}
