/** The figures over S3 and CloudWatch. Rights: s3:ListBucket on the buckets, cloudwatch:GetMetricData. */
import { type CloudWatchClient, paginateGetMetricData } from "@aws-sdk/client-cloudwatch";
import { paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";

import { type BucketUsage, type ListedObject, measure, unreadable } from "./buckets";
import { type FunctionUsage, type Period, queriesFor, type Query, summarise } from "./functions";

/** Queries in one GetMetricData call, at most. */
const MAX_QUERIES = 500;

async function* listPages(s3: S3Client, Bucket: string): AsyncGenerator<ListedObject[]> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
    yield Contents.map(({ Size = 0, LastModified }) => ({ bytes: Size, modified: LastModified }));
  }
}

/**
 * Lists one bucket. A bucket that is missing or not accessible is a finding, not a failure.
 * @throws any other error of S3, so that the run is retried
 */
export async function bucketUsage(s3: S3Client, bucket: string, hasTime: () => boolean): Promise<BucketUsage> {
  try {
    return await measure(bucket, listPages(s3, bucket), hasTime);
  } catch (error) {
    const { name } = error as Error;
    if (name !== "NoSuchBucket" && name !== "AccessDenied") throw error;
    return unreadable(bucket, name);
  }
}

const toMetricQuery = (query: Query, step: number) => ({
  Id: query.id,
  MetricStat: {
    Metric: {
      Namespace: "AWS/Lambda",
      MetricName: query.metric,
      Dimensions: [{ Name: "FunctionName", Value: query.function }],
    },
    Period: step,
    Stat: query.statistic,
  },
});

/** @throws Error when CloudWatch cannot answer for a query: a figure that is missing for that reason is not "no data" */
export async function functionUsage(
  cloudwatch: CloudWatchClient,
  functions: string[],
  { from, to, step }: Period,
): Promise<FunctionUsage[]> {
  const queries = queriesFor(functions);
  const points = new Map<string, number[]>(queries.map(({ id }) => [id, []]));
  for (let start = 0; start < queries.length; start += MAX_QUERIES) {
    const MetricDataQueries = queries.slice(start, start + MAX_QUERIES).map((query) => toMetricQuery(query, step));
    const input = { MetricDataQueries, StartTime: from, EndTime: to };
    for await (const { MetricDataResults = [] } of paginateGetMetricData({ client: cloudwatch }, input)) {
      for (const { Id = "", StatusCode, Values = [], Messages = [] } of MetricDataResults) {
        if (StatusCode === "InternalError" || StatusCode === "Forbidden") {
          throw new Error(`CloudWatch has no answer for ${Id}: ${StatusCode} ${JSON.stringify(Messages)}`);
        }
        points.get(Id)?.push(...Values);
      }
    }
  }
  return summarise(functions, points);
}
