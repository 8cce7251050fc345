/** Exports a table to S3 on a schedule, and checks what earlier runs exported. Lambda entry point. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient, DescribeExportCommand, ExportTableToPointInTimeCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type Context } from "aws-lambda";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { clientSettings, s3Settings, unlessMissing } from "../aws";
import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { timeBudget } from "../time-budget";
import { checkExport, ManifestError, type Store } from "./manifest";
import { dueExports, exportPrefix } from "./plan";
import { settingsSchema } from "./settings";
import { readState, type State, type Work } from "./state";

const settings = readEnvironment(settingsSchema);
const dynamodb = new DynamoDBClient(clientSettings);
const s3 = new S3Client(s3Settings);

const rhythm = {
  mode: settings.MODE,
  fullEveryDays: settings.FULL_EVERY_DAYS,
  recoveryDays: settings.RECOVERY_DAYS,
};
/** After so many attempts, a full export replaces the failing one. */
const MOST_ATTEMPTS = 3;

/** What a run has done. */
export interface TableExportResult {
  started: number;
  verified: number;
  failed: number;
  /** Exports that DynamoDB is still making: the next run checks them. */
  pending: number;
}

const store: Store = {
  async text(Key) {
    const object = await unlessMissing(s3.send(new GetObjectCommand({ Bucket: settings.EXPORTS_BUCKET, Key })));
    return object?.Body?.transformToString();
  },
  async etag(Key) {
    const object = await unlessMissing(s3.send(new HeadObjectCommand({ Bucket: settings.EXPORTS_BUCKET, Key })));
    return object?.ETag;
  },
};

const write = (Key: string, value: unknown) =>
  s3.send(
    new PutObjectCommand({
      Bucket: settings.EXPORTS_BUCKET,
      Key,
      Body: JSON.stringify(value, undefined, 2),
      ContentType: "application/json",
    }),
  );

/** The same work in the same attempt has the same token: started twice, it is one export. */
const clientToken = ({ prefix, from, to, attempts }: Work): string =>
  createHash("sha256")
    .update(JSON.stringify([settings.TABLE_ARN, prefix, from, to, attempts]))
    .digest("hex")
    .slice(0, 36);

/** Errors of DynamoDB that an immediate retry does not fix. */
const refusals = new Set([
  "ExportConflictException",
  "InvalidExportTimeException",
  "LimitExceededException",
  "PointInTimeRecoveryUnavailableException",
  "ValidationException",
]);

async function start(work: Work, result: TableExportResult): Promise<Work> {
  try {
    const exportArn = await begin(work);
    result.started++;
    logger.info("export started", { ...work, exportArn });
    return { ...work, exportArn, attempts: work.attempts + 1 };
  } catch (error) {
    if (!(error instanceof Error && refusals.has(error.name))) throw error;
    result.failed++;
    logger.error("export refused; the next run asks again", { ...work, error });
    return { ...work, attempts: work.attempts + 1 };
  }
}

async function begin(work: Work): Promise<string | undefined> {
  const { type, from, to, prefix } = work;
  const { ExportDescription } = await dynamodb.send(
    new ExportTableToPointInTimeCommand({
      TableArn: settings.TABLE_ARN,
      S3Bucket: settings.EXPORTS_BUCKET,
      S3Prefix: prefix,
      ExportFormat: "DYNAMODB_JSON",
      ClientToken: clientToken(work),
      ...(type === "full"
        ? { ExportType: "FULL_EXPORT" }
        : {
            ExportType: "INCREMENTAL_EXPORT",
            IncrementalExportSpecification: {
              ExportFromTime: from,
              ExportToTime: to,
              ExportViewType: "NEW_AND_OLD_IMAGES",
            },
          }),
    }),
  );
  return ExportDescription?.ExportArn;
}

/** The outcome of a started export: `pending`, `verified`, or the reason why it failed. */
async function outcome({ exportArn = "", type, from, to, prefix }: Work): Promise<"pending" | "verified" | Error> {
  const { ExportDescription: live } = await dynamodb.send(new DescribeExportCommand({ ExportArn: exportArn }));
  if (live?.ExportStatus === "IN_PROGRESS") return "pending";
  if (live?.ExportStatus !== "COMPLETED") {
    return new Error(`DynamoDB failed: ${live?.FailureCode ?? ""}: ${live?.FailureMessage ?? ""}`);
  }
  try {
    const found = await checkExport(store, exportArn, live.ExportManifest ?? "", prefix);
    const id = exportArn.split("/").at(-1);
    await write(`${prefix}/verified-${id}.json`, {
      exportArn,
      type,
      from,
      to,
      manifest: live.ExportManifest,
      ...found,
    });
    logger.info("export verified", { exportArn, ...found });
    return "verified";
  } catch (error) {
    if (error instanceof ManifestError) return error;
    throw error;
  }
}

const save = (state: State) => write(settings.STATE_KEY, state);

/** Starts exports that are not started, checks the others, and returns the work that is left. */
async function advance(state: State, result: TableExportResult): Promise<State> {
  let current = state;
  for (const work of state.work) {
    const next = work.exportArn === undefined ? await start(work, result) : await settle(work, result);
    if (next === work) continue;
    const isGivenUp = next !== undefined && next.exportArn === undefined && next.attempts >= MOST_ATTEMPTS;
    const left = next && !isGivenUp ? [next] : [];
    current = {
      ...current,
      // Without a full export to go on from, the next run begins with one.
      ...(isGivenUp && { lastFull: undefined }),
      work: current.work.toSpliced(current.work.indexOf(work), 1, ...left),
    };
    await save(current); // at once, so that a run that is killed loses nothing
  }
  return current;
}

async function settle(work: Work, result: TableExportResult): Promise<Work | undefined> {
  const end = await outcome(work);
  if (end === "pending") return work;
  if (end === "verified") {
    result.verified++;
    return undefined;
  }
  result.failed++;
  logger.error("export failed; the next run starts it again", { ...work, error: end });
  return { ...work, exportArn: undefined };
}

/**
 * One run: checks the exports of earlier runs, starts those that are due, and waits for them as long as there is
 * time.
 * @throws Error when a service fails, so that Lambda retries; a failed export is a metric, and the next run starts it
 * again
 */
export async function handler(_event: unknown, context: Context): Promise<TableExportResult> {
  logger.addContext(context);
  const hasTime = timeBudget(context);
  const result: TableExportResult = { started: 0, verified: 0, failed: 0, pending: 0 };
  const before = readState(await store.text(settings.STATE_KEY));
  const { due, progress } = dueExports(before, rhythm, new Date());
  const added = due.map((each) => ({
    ...each,
    prefix: exportPrefix(each, settings.TABLE_ARN, settings.EXPORTS_PREFIX),
    attempts: 0,
  }));
  let state: State = { ...progress, work: [...before.work, ...added] };
  await save(state);
  state = await advance(state, result);
  const isMade = () => result.failed === 0 && state.work.some(({ exportArn }) => exportArn !== undefined);
  for (let pause = 1_000; isMade() && hasTime(); pause = Math.min(pause * 2, 15_000)) {
    await sleep(pause);
    state = await advance(state, result);
  }
  result.pending = state.work.length;
  metrics.addMetric("ExportsVerified", MetricUnit.Count, result.verified);
  metrics.addMetric("ExportsFailed", MetricUnit.Count, result.failed);
  metrics.publishStoredMetrics();
  return result;
}
