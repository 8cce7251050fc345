/** Called by the database with each transfer, once or, rarely, more often. Needs no rights. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { type Context } from "aws-lambda";
import { z } from "zod";

import { logger, metrics } from "../telemetry";

const eventSchema = z.object({
  id: z.string().min(1),
  from: z.string().min(1),
  to: z.string().min(1),
  cents: z.int().min(1),
  madeAt: z.string().min(1),
});

/** @throws for an event that is no transfer: Lambda keeps it as a dead letter */
export function handler(event: unknown, context: Context): Promise<void> {
  logger.addContext(context);
  const transfer = eventSchema.parse(event);
  logger.info("transfer announced", { transfer: transfer.id, cents: transfer.cents, madeAt: transfer.madeAt });
  metrics.addMetric("TransfersAnnounced", MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  return Promise.resolve();
}
