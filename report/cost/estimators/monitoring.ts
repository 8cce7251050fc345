import { z } from "zod";
import { daysOfMonth, gigabytes, reading, said } from "../estimator";
import { prices } from "../prices";

/** Months of logs that are counted for a group whose logs never expire. */
const monthsOfForever = 12;

const logGroup = reading(
  z.object({ retentionInDays: z.number().default(0), logGroupClass: z.string().default("STANDARD") }),
  ({ retentionInDays, logGroupClass }, { requests, usage: { logKb } }) => {
    const taken = gigabytes(requests, logKb);
    const months = retentionInDays > 0 ? retentionInDays / daysOfMonth : monthsOfForever;
    const { logsIngested, logsIngestedIa, logsKept } = prices.cloudwatch;
    return [
      {
        price: logGroupClass === "STANDARD" ? logsIngested : logsIngestedIa,
        quantity: taken,
        basis: `${said(requests)} requests × ${said(logKb)} KB`,
      },
      {
        price: logsKept,
        quantity: taken * months,
        basis: retentionInDays > 0 ? `${retentionInDays} days, not compressed` : "a year; they are never deleted",
      },
    ];
  },
);

const query = z.object({ expression: z.string().optional() });

const alarm = reading(
  z.object({
    period: z.number().optional(),
    metricQueries: z.array(query).default([]),
    thresholdMetricId: z.string().optional(),
  }),
  ({ period = 60, metricQueries, thresholdMetricId }) => {
    const metrics = Math.max(1, metricQueries.filter(({ expression }) => expression === undefined).length);
    // An anomaly alarm watches the upper and the lower bound as well.
    const quantity = thresholdMetricId === undefined ? metrics : metrics + 2;
    return [{ price: period < 60 ? prices.cloudwatch.alarmsFast : prices.cloudwatch.alarms, quantity }];
  },
);

const compositeAlarm = reading(z.object({}), () => [{ price: prices.cloudwatch.compositeAlarms, quantity: 1 }]);

export const monitoringEstimators = {
  "aws:cloudwatch/logGroup:LogGroup": logGroup,
  "aws:cloudwatch/metricAlarm:MetricAlarm": alarm,
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": compositeAlarm,
};
