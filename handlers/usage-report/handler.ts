/** Scheduled report of bucket and function usage: two files and one message. Lambda entry point. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { type Context } from "aws-lambda";

import { clientSettings, s3Settings } from "../aws";
import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { timeBudget } from "../time-budget";
import { formatAnnouncement } from "./announcement";
import { Claim } from "./claim";
import { toCsv } from "./csv";
import { periodBefore } from "./functions";
import { toHtml } from "./html";
import { type Report } from "./report";
import { parseRun, reportKeys, type Run } from "./run";
import { settingsSchema } from "./settings";
import { bucketUsage, functionUsage } from "./sources";

const settings = readEnvironment(settingsSchema);
const s3 = new S3Client(s3Settings);
const cloudwatch = new CloudWatchClient(clientSettings);
const sns = new SNSClient(clientSettings);

/** What a run has done: the addresses of both files, and whether it was this attempt that announced them. */
export interface UsageReportResult {
  announced: boolean;
  csv: string;
  html: string;
}

const s3Uri = (key: string): string => `s3://${settings.REPORTS_BUCKET}/${key}`;

const write = (Key: string, Body: string, ContentType: string) =>
  s3.send(new PutObjectCommand({ Bucket: settings.REPORTS_BUCKET, Key, Body, ContentType }));

async function collect(time: Date, hasTime: () => boolean): Promise<Report> {
  const period = periodBefore(time, settings.PERIOD_HOURS);
  const [buckets, functions] = await Promise.all([
    Promise.all(settings.BUCKETS.map((bucket) => bucketUsage(s3, bucket, hasTime))),
    functionUsage(cloudwatch, settings.FUNCTIONS, period),
  ]);
  for (const { bucket, problem } of buckets) {
    if (problem === undefined) continue;
    logger.error("bucket cannot be read; the report says so", { bucket, problem });
    metrics.addMetric("ReportSourcesUnreadable", MetricUnit.Count, 1);
  }
  return { time, period, buckets, functions };
}

/** Writes both files of the report, and publishes where they are. */
async function announce(run: Run, context: Context, csv: string, html: string): Promise<string | undefined> {
  const keys = reportKeys(run, settings.REPORTS_PREFIX);
  const report = await collect(run.time, timeBudget(context));
  await write(keys.csv, toCsv(report), "text/csv; charset=utf-8");
  await write(keys.html, toHtml(report), "text/html; charset=utf-8");
  const message = formatAnnouncement(report, csv, html);
  const { MessageId } = await sns.send(new PublishCommand({ TopicArn: settings.TOPIC_ARN, ...message }));
  return MessageId;
}

/**
 * Writes the report of one scheduled run and announces it once, however often it is called. Only a run that is killed
 * between the announcement and its record announces twice, which is better than never.
 * @throws Error when a service fails, so that Lambda retries
 */
export async function handler(event: unknown, context: Context): Promise<UsageReportResult> {
  logger.addContext(context);
  const run = parseRun(event, context.awsRequestId, new Date());
  const keys = reportKeys(run, settings.REPORTS_PREFIX);
  const result = { csv: s3Uri(keys.csv), html: s3Uri(keys.html) };
  const place = { Bucket: settings.REPORTS_BUCKET, Key: keys.announcement };
  const claim = await Claim.take(s3, place, context.getRemainingTimeInMillis());
  if (!claim) {
    logger.info("report was announced, or is being announced, by another call", { run: run.id });
    return { announced: false, ...result };
  }
  const messageId = await announce(run, context, result.csv, result.html).catch(async (error: unknown) => {
    // The failure itself is reported: a claim that cannot be released ends by itself.
    await claim.release().catch((also: unknown) => logger.warn("the claim was not released", also as Error));
    throw error;
  });
  const record = { run: run.id, messageId, ...result, at: new Date().toISOString() };
  await claim.done(record);
  logger.info("report written and announced", record);
  metrics.addMetric("ReportsAnnounced", MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  return { announced: true, ...result };
}
