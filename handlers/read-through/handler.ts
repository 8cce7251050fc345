/** Reads items of a table through a Valkey cache. Rights: elasticache:Connect, dynamodb:GetItem. Lambda entry point. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import { type Context } from "aws-lambda";
import { z } from "zod";

import { clientSettings } from "../aws";
import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { type Answer, ReadThrough } from "./readThrough";
import { settingsSchema } from "./settings";
import { connectToken } from "./token";
import { ValkeyCache } from "./valkey";

type Item = Record<string, unknown>;

const settings = readEnvironment(settingsSchema);
const { TABLE_NAME: table, CACHE_ENDPOINT: endpoint, CACHE_NAME: cacheName, CACHE_USER: user } = settings;
const dynamodb = new DynamoDBClient(clientSettings);
const documents = DynamoDBDocument.from(dynamodb);
const { credentials, sha256 } = dynamodb.config;
const cache = endpoint
  ? new ValkeyCache(endpoint, user, () =>
      connectToken({ cacheName, user }, { credentials, sha256, region: settings.AWS_REGION }),
    )
  : undefined;

const items = new ReadThrough<Item>(
  cache,
  readItem,
  { ttlSeconds: settings.TTL_SECONDS, missingTtlSeconds: settings.MISSING_TTL_SECONDS },
  (error) => {
    logger.warn("the cache failed: the table answers", { error: error as Error });
    metrics.addMetric("CacheFailures", MetricUnit.Count, 1);
  },
);

const requestSchema = z.strictObject({
  /** Keys of items: one attribute each, or two where the table has a range key. */
  keys: z
    .array(
      z
        .record(z.string().min(1), z.union([z.string().min(1), z.number()]))
        .refine((key) => [1, 2].includes(Object.keys(key).length), "a key has one or two attributes"),
    )
    .min(1)
    .max(25),
});

/** Answers with the items in the order of the keys, null for one that is not there. @throws for a request without keys */
export async function handler(event: unknown, context: Context): Promise<{ items: (Item | null)[]; from: string[] }> {
  logger.addContext(context);
  const request = requestSchema.safeParse(event);
  if (!request.success) throw new Error(`The request is wrong: ${z.prettifyError(request.error)}`);
  const answers = await Promise.all(request.data.keys.map((key) => items.read(makeCacheKey(key))));
  count(answers);
  return { items: answers.map(({ value }) => value), from: answers.map(({ from }) => from) };
}

/** Tables may share a cache, and the order of a key's attributes means nothing. */
const makeCacheKey = (key: Item): string =>
  `${table}:${JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)))}`;

async function readItem(cacheKey: string): Promise<Item | null> {
  const key = Object.fromEntries(JSON.parse(cacheKey.slice(table.length + 1)) as [string, unknown][]);
  const { Item } = await documents.get({ TableName: table, Key: key });
  return Item ? plain(Item) : null;
}

/** What the cache gives back is JSON: what the table gives must look the same. */
const plain = (item: Item): Item =>
  JSON.parse(
    JSON.stringify(item, (_name, value: unknown) =>
      value instanceof Set ? [...value] : value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
    ),
  ) as Item;

function count(answers: Answer<Item>[]): void {
  const from = (origin: string): number => answers.filter((answer) => answer.from === origin).length;
  metrics.addMetric("CacheHits", MetricUnit.Count, from("cache"));
  metrics.addMetric("CacheMisses", MetricUnit.Count, from("source"));
  metrics.publishStoredMetrics();
}
