import { type TypeRows } from "../schema";
import { api, page } from "./pages";

const widget = (properties: object) =>
  JSON.stringify({ widgets: [{ type: "metric", x: 0, y: 0, width: 6, height: 6, properties }] });

const metrics = [["AWS/Lambda", "Errors"]];

const alarm = { name: "a", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1 };

const single = { ...alarm, metricName: "Errors", namespace: "AWS/Lambda", period: 60, statistic: "Sum", threshold: 1 };

const query = {
  id: "m1",
  returnData: true,
  metric: { metricName: "Errors", namespace: "AWS/Lambda", period: 60, stat: "Sum" },
};

const comparisons = [
  "GreaterThanOrEqualToThreshold",
  "GreaterThanThreshold",
  "LessThanThreshold",
  "LessThanOrEqualToThreshold",
  "LessThanLowerOrGreaterThanUpperThreshold",
  "LessThanLowerThreshold",
  "GreaterThanUpperThreshold",
];

/** CloudWatch. */
export const cloudwatch: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/dashboard:Dashboard",
    source: page("AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure"),
    rows: [
      {
        at: "dashboardBody",
        fact: "a metric widget has a region and one of metrics and annotations",
        format: "dashboard",
        good: widget({ region: "eu-west-1", metrics }),
        bad: widget({ metrics }),
      },
      {
        at: "dashboardName",
        fact: "the name of a dashboard has letters, digits, hyphens and underscores, 255 at most",
        pattern: "^[A-Za-z0-9_-]{1,255}$",
        source: api("cloudwatch", "PutDashboard"),
        good: "orders",
        bad: "my orders",
      },
    ],
  },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    source: api("cloudwatch", "PutMetricAlarm"),
    rows: [
      { at: "comparisonOperator", enum: comparisons, good: "GreaterThanThreshold", bad: "GreaterThan" },
      { at: "statistic", enum: ["SampleCount", "Average", "Sum", "Minimum", "Maximum"], good: "Sum", bad: "p99" },
      { at: "treatMissingData", enum: ["breaching", "notBreaching", "ignore", "missing"], good: "missing", bad: "ok" },
      { at: "evaluateLowSampleCountPercentiles", enum: ["evaluate", "ignore"], good: "ignore", bad: "skip" },
      {
        at: "",
        fact: "an alarm has a statistic or an extendedStatistic, not both",
        atMostOne: ["statistic", "extendedStatistic"],
        good: single,
        bad: { ...single, extendedStatistic: "p99" },
      },
      {
        at: "",
        fact: "an alarm has a metric or metricQueries, not both",
        dependentExcluded: {
          "metricQueries[]": [
            "metricName",
            "namespace",
            "period",
            "statistic",
            "extendedStatistic",
            "dimensions",
            "unit",
          ],
        },
        good: { ...alarm, threshold: 1, metricQueries: [query] },
        bad: { ...alarm, threshold: 1, metricQueries: [query], metricName: "Errors" },
      },
      {
        at: "",
        fact: "an alarm on a metric names its namespace",
        dependentRequired: { metricName: ["namespace"] },
        source: "measured",
        good: single,
        bad: { ...alarm, metricName: "Errors", period: 60, statistic: "Sum", threshold: 1 },
      },
      {
        at: "",
        fact: "an alarm on a metric has a period",
        dependentRequired: { metricName: ["period"] },
        source: "measured",
        good: single,
        bad: { ...alarm, metricName: "Errors", namespace: "AWS/Lambda", statistic: "Sum", threshold: 1 },
      },
      {
        at: "",
        fact: "an alarm on a metric has a statistic or an extendedStatistic",
        if: { required: ["metricName"] },
        then: { requiredOr: ["statistic", "extendedStatistic"] },
        source: "measured",
        good: single,
        bad: { ...alarm, metricName: "Errors", namespace: "AWS/Lambda", period: 60, threshold: 1 },
      },
      {
        at: "",
        fact: "an alarm on an anomaly band has thresholdMetricId and no threshold",
        atMostOne: ["threshold", "thresholdMetricId"],
        good: single,
        bad: {
          ...alarm,
          comparisonOperator: "GreaterThanUpperThreshold",
          metricQueries: [query],
          threshold: 1,
          thresholdMetricId: "m1",
        },
      },
      {
        at: "",
        fact: "an alarm on one metric has a threshold",
        if: { required: ["metricName"] },
        then: { required: ["threshold"] },
        source: "measured",
        good: single,
        bad: { ...alarm, metricName: "Errors", namespace: "AWS/Lambda", period: 60, statistic: "Sum" },
      },
      {
        at: "extendedStatistic",
        fact: "an extended statistic is p, tm, tc, ts, wm, PR, TC, TM, TS, WM or IQM",
        pattern: "^(p(\\d{1,2}(\\.\\d{0,10})?|100)|(tm|tc|ts|wm)\\d{1,2}(\\.\\d+)?|(PR|TC|TM|TS|WM)\\(.*\\)|IQM)$",
        good: "p99.9",
        bad: "Sum",
      },
      {
        at: "metricQueries",
        maxItems: 20,
        good: [query],
        bad: Array.from({ length: 21 }, (_, i) => ({ ...query, id: `m${i}`, returnData: i === 0 })),
      },
      {
        at: "metricQueries",
        fact: "each query has an id of its own",
        uniqueKeys: ["id"],
        good: [query],
        bad: [query, { ...query, returnData: false }],
      },
      {
        at: "metricQueries[].id",
        fact: "an id begins with a lowercase letter and has letters, digits and underscores",
        pattern: "^[a-z][a-zA-Z0-9_]*$",
        source: api("cloudwatch", "MetricDataQuery"),
        good: "m1",
        bad: "M1",
      },
      {
        at: "metricQueries[]",
        fact: "a query is an expression or a metric",
        requiredXor: ["expression", "metric"],
        source: api("cloudwatch", "MetricDataQuery"),
        good: query,
        bad: { id: "m1", returnData: true },
      },
      {
        at: "",
        fact: "of the queries of an alarm with a threshold exactly one returns data",
        if: { required: ["threshold"] },
        then: {
          properties: {
            metricQueries: {
              contains: { required: ["returnData"], properties: { returnData: { const: true } } },
              maxContains: 1,
            },
          },
        },
        source: api("cloudwatch", "MetricDataQuery"),
        good: { ...alarm, threshold: 1, metricQueries: [query, { id: "m2", expression: "m1*2" }] },
        bad: { ...alarm, threshold: 1, metricQueries: [query, { ...query, id: "m2" }] },
      },
      { at: "name", minLength: 1, maxLength: 255, good: "a", bad: "a".repeat(256) },
      { at: "alarmDescription", maxLength: 1024, good: "a", bad: "a".repeat(1025) },
      ...["alarmActions", "okActions", "insufficientDataActions"].map((at) => ({
        at,
        maxItems: 5,
        good: ["arn:aws:sns:eu-west-1:111122223333:a"],
        bad: Array.from({ length: 6 }, (_, i) => `arn:aws:sns:eu-west-1:111122223333:a${i}`),
      })),
      ...["alarmActions", "okActions", "insufficientDataActions"].map((at) => ({
        at: `${at}[]`,
        fact: "an action is an ARN",
        pattern: "^arn:",
        good: "arn:aws:sns:eu-west-1:111122223333:a",
        bad: "ops",
      })),
      {
        at: "dimensions",
        maxProperties: 30,
        good: { a: "b" },
        bad: Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`d${i}`, "x"])),
      },
      {
        at: "namespace",
        fact: "a namespace does not begin with a colon",
        pattern: "^[^:]",
        good: "AWS/Lambda",
        bad: ":own",
      },
    ],
  },
  {
    type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
    source: api("cloudwatch", "PutCompositeAlarm"),
    rows: [
      {
        at: "actionsSuppressor",
        fact: "the periods of a suppressor go with its alarm",
        required: ["alarm"],
        source: "measured",
        good: { alarm: "a", extensionPeriod: 10, waitPeriod: 20 },
        bad: { extensionPeriod: 10, waitPeriod: 20 },
      },
      { at: "alarmRule", maxLength: 10240, good: "ALARM(a)", bad: `ALARM(${"a".repeat(10240)})` },
      {
        at: "alarmRule",
        fact: "a rule is made of ALARM, OK, INSUFFICIENT_DATA, TRUE, FALSE, AND, OR and NOT",
        pattern: "^[\\s(]*(NOT[\\s(]+)*((ALARM|OK|INSUFFICIENT_DATA)\\s*\\(|(TRUE|FALSE)\\b|AT_LEAST)",
        good: "ALARM(a) OR OK(b)",
        bad: "a AND b",
      },
      { at: "alarmName", minLength: 1, maxLength: 255, good: "a", bad: "a".repeat(256) },
      ...["alarmActions", "okActions", "insufficientDataActions"].map((at) => ({
        at,
        maxItems: 5,
        good: ["arn:aws:sns:eu-west-1:111122223333:a"],
        bad: Array.from({ length: 6 }, (_, i) => `arn:aws:sns:eu-west-1:111122223333:a${i}`),
      })),
    ],
  },
  {
    type: "aws:cloudwatch/metricStream:MetricStream",
    source: api("cloudwatch", "PutMetricStream"),
    rows: [
      { at: "outputFormat", enum: ["json", "opentelemetry0.7", "opentelemetry1.0"], good: "json", bad: "JSON" },
      {
        at: "",
        fact: "includeFilters and excludeFilters exclude each other",
        atMostOne: ["includeFilters", "excludeFilters"],
        good: { includeFilters: [{ namespace: "AWS/Lambda" }] },
        bad: { includeFilters: [{ namespace: "AWS/Lambda" }], excludeFilters: [{ namespace: "AWS/EC2" }] },
      },
    ],
  },
];
