/** Sorts what RDS publishes by severity: logged, counted, and critical events handed on. Lambda entry point. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { type Context, type SNSEvent } from "aws-lambda";

import { clientSettings } from "../aws";
import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { HandledEvents } from "./handled";
import { formatAnnouncement, hashEvent, parseNotification, readMessages } from "./notification";
import { settingsSchema } from "./settings";
import { findSeverity } from "./severity";

const settings = readEnvironment(settingsSchema);
const sns = new SNSClient(clientSettings);
const handled = new HandledEvents(new DynamoDBClient(clientSettings), settings.HANDLED_TABLE);

const levels = { critical: "error", warning: "warn", info: "info" } as const;
const counters = {
  critical: "DatabaseEventsCritical",
  warning: "DatabaseEventsWarning",
  info: "DatabaseEventsInfo",
} as const;

/**
 * SNS delivers one message per call, sometimes twice. An event is recorded after it was passed on, so that a failure
 * in between announces it twice rather than never.
 * @throws for a message that is not an RDS event from SNS: after the retries it is a dead letter
 */
export async function handler(event: Pick<SNSEvent, "Records">, context: Context): Promise<void> {
  logger.addContext(context);
  for (const message of readMessages(event)) await handle(message);
  metrics.publishStoredMetrics();
}

async function handle(message: string): Promise<void> {
  const event = parseNotification(message);
  const key = hashEvent(event);
  if (await handled.has(key)) {
    logger.debug("repeated database event, ignored", { id: event.id, source: event.source });
    metrics.addMetric("DatabaseEventsRepeated", MetricUnit.Count, 1);
    return;
  }
  const severity = findSeverity(event.id);
  if (severity === "critical") {
    const { subject, text } = formatAnnouncement(event);
    await sns.send(new PublishCommand({ TopicArn: settings.CRITICAL_TOPIC_ARN, Subject: subject, Message: text }));
  }
  await handled.add(key);
  const { message: rdsMessage, ...details } = event;
  logger[levels[severity]]("database event", { severity, ...details, rdsMessage });
  metrics.addMetric(counters[severity], MetricUnit.Count, 1);
}
