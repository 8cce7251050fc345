import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type QueueArgs, queueDefaults } from "./queueArgs";

/** Problems with a queue's arguments. */
export function queueProblems(args: QueueArgs): Problem[] {
  const settings = withDefaults(queueDefaults, args);
  const { lateAfterSeconds } = settings;
  return new Problems()
    .range("visibilityTimeoutSeconds", settings.visibilityTimeoutSeconds, limits.sqs.visibilityTimeout)
    .range("retentionSeconds", settings.retentionSeconds, limits.sqs.retention)
    .range("delaySeconds", settings.delaySeconds, limits.sqs.delay)
    .range("maxReceiveCount", settings.maxReceiveCount, limits.sqs.receives)
    .that(
      Number.isInteger(lateAfterSeconds) && lateAfterSeconds >= 60,
      "lateAfterSeconds",
      lateAfterSeconds,
      "give 60 seconds or more: CloudWatch looks once a minute",
    ).list;
}
