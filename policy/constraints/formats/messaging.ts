import { isObject } from "../../frame/plain";
import { type FormatFault, jsonFormat, written } from "./format";

/** `redriveAllowPolicy` of a queue. */
export const redriveAllowPolicy = jsonFormat((value) => {
  if (!isObject(value)) return [{ takes: "a JSON object with redrivePermission" }];
  const { redrivePermission: permission, sourceQueueArns: queues } = value;
  if (!["allowAll", "denyAll", "byQueue"].includes(String(permission))) {
    return [{ at: "redrivePermission", is: `is ${String(permission)}`, takes: "allowAll, denyAll or byQueue" }];
  }
  const count = Array.isArray(queues) ? queues.length : 0;
  if (permission === "byQueue" && (count < 1 || count > 10)) {
    return [{ at: "sourceQueueArns", is: `has ${count} queues`, takes: "1 to 10 queues with byQueue" }];
  }
  if (permission !== "byQueue" && queues !== undefined) {
    const takes = `no sourceQueueArns with ${String(permission)}`;
    return [
      {
        at: "sourceQueueArns",
        is: "is set",
        takes,
        fix: "Remove sourceQueueArns, or set redrivePermission to byQueue.",
      },
    ];
  }
  return [];
});

/** `redrivePolicy` of a queue or a subscription's own. */
export const redrivePolicy = jsonFormat((value) => {
  if (!isObject(value)) return [{ takes: "a JSON object with deadLetterTargetArn" }];
  const { deadLetterTargetArn: target, maxReceiveCount: count, ...rest } = value;
  const faults: FormatFault[] = [];
  if (target === undefined) faults.push({ at: "deadLetterTargetArn", is: "is not set", takes: "the ARN of a queue" });
  else if (typeof target === "string" && /^arn:[^:]*:(?!sqs:)/.test(target))
    faults.push({ at: "deadLetterTargetArn", is: `is ${target}`, takes: "the ARN of a queue" });
  if (count === undefined) faults.push({ at: "maxReceiveCount", is: "is not set", takes: "1 to 1,000" });
  else if (!(Number(count) >= 1 && Number(count) <= 1000 && Number.isInteger(Number(count)))) {
    faults.push({ at: "maxReceiveCount", is: `is ${written(count)}`, takes: "1 to 1,000" });
  }
  for (const key of Object.keys(rest))
    faults.push({ at: key, is: "is set", takes: "deadLetterTargetArn and maxReceiveCount only" });
  return faults;
});

/** `redrivePolicy` of a subscription: a queue, and nothing else. */
export const subscriptionRedrive = jsonFormat((value) => {
  const target = isObject(value) ? value["deadLetterTargetArn"] : undefined;
  return typeof target === "string" && /^arn:[^:]*:sqs:/.test(target)
    ? []
    : [
        {
          at: "deadLetterTargetArn",
          is: target === undefined ? "is not set" : `is ${JSON.stringify(target)}`,
          takes: "the ARN of an SQS queue",
        },
      ];
});

const backoffs = ["arithmetic", "exponential", "geometric", "linear"];

/** The phases of retries, each with its own number. */
const phases = ["numNoDelayRetries", "numMinDelayRetries", "numMaxDelayRetries"];

function retryFaults(retries: Readonly<Record<string, unknown>>, at: string): readonly FormatFault[] {
  const figure = (key: string) => (typeof retries[key] === "number" ? retries[key] : undefined);
  const [least, most, count] = [figure("minDelayTarget"), figure("maxDelayTarget"), figure("numRetries")];
  const inPhases = phases.reduce((sum, phase) => sum + (figure(phase) ?? 0), 0);
  const backoff = retries["backoffFunction"];
  const faults: FormatFault[] = [];
  if (least !== undefined && least < 1)
    faults.push({ at: `${at}.minDelayTarget`, is: `is ${least}`, takes: "at least 1" });
  if (most !== undefined && most > 3600)
    faults.push({ at: `${at}.maxDelayTarget`, is: `is ${most}`, takes: "at most 3,600" });
  if (least !== undefined && most !== undefined && most < least)
    faults.push({ at: `${at}.maxDelayTarget`, is: `is ${most}`, takes: `at least minDelayTarget, ${least}` });
  for (const phase of phases) {
    const own = figure(phase);
    if (own !== undefined && own < 0) faults.push({ at: `${at}.${phase}`, is: `is ${own}`, takes: "0 or more" });
  }
  if (count !== undefined && (count < 0 || count > 100))
    faults.push({ at: `${at}.numRetries`, is: `is ${count}`, takes: "0 to 100" });
  else if (count !== undefined && inPhases > count)
    faults.push({ at: `${at}.numRetries`, is: `is ${count}`, takes: `at least those of its phases, ${inPhases}` });
  if (typeof backoff === "string" && !backoffs.includes(backoff))
    faults.push({ at: `${at}.backoffFunction`, is: `is ${backoff}`, takes: backoffs.join(", ") });
  return faults;
}

/** How often, and after how long, deliveries over HTTP are tried again. */
export const deliveryPolicy = jsonFormat((document) => {
  if (!isObject(document)) return [{ takes: "a JSON object" }];
  const { http, healthyRetryPolicy: own } = document;
  const [at, retries] = isObject(http)
    ? ["http.defaultHealthyRetryPolicy", http["defaultHealthyRetryPolicy"]]
    : ["healthyRetryPolicy", own];
  const throttle = isObject(http) ? http["defaultThrottlePolicy"] : document["throttlePolicy"];
  const rate = isObject(throttle) ? throttle["maxReceivesPerSecond"] : undefined;
  const slow =
    typeof rate === "number" && rate < 1
      ? [{ at: "throttlePolicy.maxReceivesPerSecond", is: `is ${rate}`, takes: "at least 1" }]
      : [];
  return [...(isObject(retries) ? retryFaults(retries, at) : []), ...slow];
});

/** How long a FIFO topic keeps what was published. */
export const archivePolicy = jsonFormat((document) => {
  const days = isObject(document) ? document["MessageRetentionPeriod"] : undefined;
  if (days === undefined) return [{ at: "MessageRetentionPeriod", is: "is not set", takes: "1 to 365 days" }];
  const isInside = Number(days) >= 1 && Number(days) <= 365;
  return isInside ? [] : [{ at: "MessageRetentionPeriod", is: `is ${written(days)}`, takes: "1 to 365 days" }];
});
