import { type Limit, provenance } from "./limit";

const page = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html";

/** Limits of Amazon CloudWatch alarms. */
export const cloudwatch = {
  dayWindow: {
    id: "cloudwatch.dayWindow",
    title: "Time that an alarm with periods below an hour looks at",
    max: 86_400,
    unit: "s",
    page,
    ...provenance.general,
  },
  weekWindow: {
    id: "cloudwatch.weekWindow",
    title: "Time that an alarm with periods of an hour or more looks at",
    max: 604_800,
    unit: "s",
    page,
    ...provenance.general,
  },
} as const satisfies Record<string, Limit>;
