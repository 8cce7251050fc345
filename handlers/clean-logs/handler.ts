/** Scheduled clean-up of log objects and log groups. Lambda entry point: wires the services, runs, reports. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { S3Client } from "@aws-sdk/client-s3";
import { type Context } from "aws-lambda";

import { clientSettings, s3Settings } from "../aws";
import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { timeBudget } from "../time-budget";
import { clean, type Summary } from "./clean";
import { logGroups } from "./log-groups";
import { logObjects, stateCursor } from "./log-objects";
import { settingsSchema } from "./settings";

const settings = readEnvironment(settingsSchema);
const s3 = new S3Client(s3Settings);
const logs = new CloudWatchLogsClient(clientSettings);

const DAY = 86_400_000;
/** Failures spelled out in the log and in the error; all of them are counted. */
const SHOWN = 20;

function report({ failures, ...summary }: Summary): void {
  logger.info(summary.dryRun ? "dry run: nothing was changed" : "logs cleaned", {
    ...summary,
    failed: failures.length,
    failures: failures.slice(0, SHOWN),
  });
  if (summary.dryRun) return;
  metrics.addMetric("LogObjectsDeleted", MetricUnit.Count, summary.deleted);
  metrics.addMetric("LogBytesDeleted", MetricUnit.Bytes, summary.bytes);
  metrics.addMetric("LogGroupsChanged", MetricUnit.Count, summary.logGroupsChanged);
  metrics.addMetric("CleanUpsIncomplete", MetricUnit.Count, summary.complete ? 0 : 1);
  metrics.addMetric("CleanUpFailures", MetricUnit.Count, failures.length);
  metrics.publishStoredMetrics();
}

/**
 * Takes any payload. A run that runs out of time is no failure: the next one goes on from the saved cursor.
 * @throws Error at the end when something could not be changed, so that Lambda tries again
 */
export async function handler(_event: unknown, context: Context): Promise<Summary> {
  logger.addContext(context);
  const summary = await clean(logObjects(s3, settings), logGroups(logs, settings), stateCursor(s3, settings), {
    dryRun: settings.DRY_RUN,
    before: new Date(Date.now() - settings.MAX_AGE_DAYS * DAY),
    spare: settings.STATE_BUCKET === settings.LOGS_BUCKET ? settings.STATE_KEY : undefined,
    hasTime: timeBudget(context),
  });
  report(summary);
  const { failures } = summary;
  if (failures.length > 0) {
    const shown = failures.slice(0, SHOWN).map(({ what, why }) => `${what} (${why})`);
    throw new Error(`${failures.length} could not be cleaned: ${shown.join("; ")}`);
  }
  return summary;
}
