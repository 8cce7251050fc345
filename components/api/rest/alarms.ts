import type * as pulumi from "@pulumi/pulumi";
import { alarm, type AlarmSettings } from "../../core/alarms";

/** Which API the alarms watch, and what CloudWatch calls its server errors. */
interface Watched {
  dimensions: Record<string, pulumi.Input<string>>;
  /** The metric's name differs between REST and HTTP APIs. */
  serverErrors: "5XXError" | "5xx";
}

/** Alarms for server errors, and for responses that take nearly as long as API Gateway waits. */
export function apiAlarms(
  name: string,
  { dimensions, serverErrors }: Watched,
  settings: AlarmSettings,
  opts: pulumi.CustomResourceOptions,
): void {
  const metric = { namespace: "AWS/ApiGateway", dimensions };
  alarm(
    `${name}-server-errors`,
    {
      ...metric,
      metricName: serverErrors,
      description: `${name} answered with a server error`,
    },
    settings,
    opts,
  );
  alarm(
    `${name}-latency`,
    {
      ...metric,
      metricName: "Latency",
      statistic: "Maximum",
      threshold: 25_000,
      description: `${name} took 25 seconds: API Gateway gives up at 29 or 30`,
    },
    settings,
    opts,
  );
}
