/** One logger and one set of metrics a function. Level: POWERTOOLS_LOG_LEVEL or Lambda's own log level. */
import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";

export const logger = new Logger();
export const metrics = new Metrics({ namespace: process.env.POWERTOOLS_METRICS_NAMESPACE ?? "Headroom" });
