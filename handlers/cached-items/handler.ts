/** Reads one item of a table, through a DAX cluster where there is one. Rights: dax:GetItem, or dynamodb:GetItem. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { type Context } from "aws-lambda";
import { z } from "zod";

import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { answered, documents } from "./documents";
import { settingsSchema } from "./settings";

const settings = readEnvironment(settingsSchema);
// Once for each container: a DAX client finds the nodes of its cluster first, and then keeps the connections.
const items = documents(settings.DAX_ENDPOINT, settings.AWS_REGION);

const requestSchema = z.strictObject({
  /** The item's key: one attribute, or two where the table has a range key. */
  key: z
    .record(z.string().min(1), z.union([z.string().min(1), z.number()]))
    .refine((key) => [1, 2].includes(Object.keys(key).length), "a key has one or two attributes"),
});

/** Answers with the item, or null; `cached` says which way it was read. @throws for a request that names no key */
export async function handler(
  event: unknown,
  context: Context,
): Promise<{ item: Record<string, unknown> | null; cached: boolean }> {
  logger.addContext(context);
  const request = requestSchema.safeParse(event);
  if (!request.success) throw new Error(`The request is wrong: ${z.prettifyError(request.error)}`);
  const { Item = null } = await answered(() => items.get({ TableName: settings.TABLE_NAME, Key: request.data.key }));
  metrics.addMetric(Item ? "ItemsFound" : "ItemsMissing", MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  return { item: Item, cached: settings.DAX_ENDPOINT !== "" };
}
