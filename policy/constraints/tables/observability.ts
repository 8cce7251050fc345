import { type TypeRows } from "../schema";
import { api, page } from "./pages";

const queueArn = "arn:aws:sqs:eu-west-1:111122223333:orders";
const audit = {
  Sid: "a",
  DataIdentifier: ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"],
  Operation: { Audit: { FindingsDestination: {} } },
};
const mask = { ...audit, Sid: "b", Operation: { Deidentify: { MaskConfig: {} } } };
const protection = (...Statement: object[]) => JSON.stringify({ Name: "p", Version: "2021-06-01", Statement });
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
        fact: "an id begins with a small letter and has letters, digits and underscores",
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
      { at: "alarmRule", maxLength: 10240, good: "ALARM(a)", bad: `ALARM(${"a".repeat(10240)})` },
      {
        at: "alarmRule",
        fact: "a rule is made of ALARM, OK, INSUFFICIENT_DATA, TRUE, FALSE, AND, OR and NOT",
        pattern: "(ALARM|OK|INSUFFICIENT_DATA)\\s*\\(|\\b(TRUE|FALSE)\\b|AT_LEAST",
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

/** CloudWatch Logs. */
export const logs: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    source: api("logs", "PutDataProtectionPolicy"),
    rows: [
      {
        at: "policyDocument",
        fact: "a data protection policy has two statements, one with Audit and one with Deidentify whose MaskConfig is an empty object",
        format: "logDataProtection",
        good: protection(audit, mask),
        bad: protection(audit),
      },
      {
        at: "policyDocument",
        fact: "a data protection policy has two statements, one with Audit and one with Deidentify whose MaskConfig is an empty object",
        format: "logDataProtection",
        good: protection(audit, mask),
        bad: protection(audit, { ...mask, Operation: { Deidentify: { MaskConfig: { Character: "#" } } } }),
      },
    ],
  },
  {
    type: "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector",
    source: api("logs", "CreateLogAnomalyDetector"),
    rows: [
      {
        at: "logGroupArnLists",
        fact: "a detector has exactly one log group",
        minItems: 1,
        maxItems: 1,
        good: ["arn:aws:logs:eu-west-1:111122223333:log-group:a"],
        bad: ["arn:aws:logs:eu-west-1:111122223333:log-group:a", "arn:aws:logs:eu-west-1:111122223333:log-group:b"],
      },
      {
        at: "evaluationFrequency",
        enum: ["ONE_MIN", "FIVE_MIN", "TEN_MIN", "FIFTEEN_MIN", "THIRTY_MIN", "ONE_HOUR"],
        good: "FIVE_MIN",
        bad: "TWO_MIN",
      },
      { at: "anomalyVisibilityTime", minimum: 7, maximum: 90, good: 7, bad: 91 },
    ],
  },
  {
    type: "aws:cloudwatch/logGroup:LogGroup",
    source: api("logs", "CreateLogGroup"),
    rows: [
      {
        at: "name",
        fact: "the name of a log group has letters, digits and . - _ / #, 512 at most",
        pattern: "^[.\\-_/#A-Za-z0-9]{1,512}$",
        good: "/aws/lambda/f",
        bad: "my logs",
      },
      {
        at: "name",
        fact: "the name of a log group does not begin with aws/",
        not: { pattern: "^aws/" },
        good: "/aws/lambda/f",
        bad: "aws/lambda/f",
      },
      { at: "logGroupClass", enum: ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"], good: "STANDARD", bad: "ARCHIVE" },
      {
        at: "kmsKeyId",
        fact: "it is the ARN of a key, no alias and no id",
        pattern: "^arn:[^:]*:kms:[^:]*:\\d{12}:key/",
        source: api("logs", "AssociateKmsKey"),
        good: "arn:aws:kms:eu-west-1:111122223333:key/1",
        bad: "alias/logs",
      },
    ],
  },
  {
    type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    source: api("logs", "PutMetricFilter"),
    rows: [
      { at: "pattern", maxLength: 1024, good: "ERROR", bad: "a".repeat(1025) },
      {
        at: "name",
        fact: "the name of a filter has no colon and no asterisk, 512 at most",
        pattern: "^[^:*]{1,512}$",
        good: "errors",
        bad: "errors:all",
      },
      {
        at: "metricTransformation",
        fact: "defaultValue and dimensions exclude each other",
        atMostOne: ["defaultValue", "dimensions"],
        source: api("logs", "MetricTransformation"),
        good: { name: "e", namespace: "n", value: "1", defaultValue: "0" },
        bad: { name: "e", namespace: "n", value: "1", defaultValue: "0", dimensions: { a: "$.a" } },
      },
      {
        at: "metricTransformation.dimensions",
        fact: "a metric has at most three dimensions",
        maxProperties: 3,
        source: api("logs", "MetricTransformation"),
        good: { a: "$.a" },
        bad: { a: "$.a", b: "$.b", c: "$.c", d: "$.d" },
      },
      {
        at: "metricTransformation.namespace",
        fact: "a namespace has no : * or $ and does not begin with AWS/",
        pattern: "^(?!AWS/)[^:*$]*$",
        source: api("logs", "MetricTransformation"),
        good: "own",
        bad: "own:errors",
      },
      {
        at: "metricTransformation.unit",
        enum: "Seconds Microseconds Milliseconds Bytes Kilobytes Megabytes Gigabytes Terabytes Bits Kilobits Megabits Gigabits Terabits Percent Count Bytes/Second Kilobytes/Second Megabytes/Second Gigabytes/Second Terabytes/Second Bits/Second Kilobits/Second Megabits/Second Gigabits/Second Terabits/Second Count/Second None".split(
          " ",
        ),
        source: api("logs", "MetricTransformation"),
        good: "Count",
        bad: "Requests",
      },
    ],
  },
  {
    type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
    source: api("logs", "PutSubscriptionFilter"),
    rows: [
      { at: "distribution", enum: ["Random", "ByLogStream"], good: "Random", bad: "Even" },
      { at: "filterPattern", maxLength: 1024, good: "ERROR", bad: "a".repeat(1025) },
      {
        at: "",
        fact: "a subscription to Kinesis or Firehose names a role",
        when: { destinationArn: { pattern: "^arn:[^:]*:(kinesis|firehose):" } },
        required: ["roleArn"],
        good: {
          destinationArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/s",
          logGroup: "a",
          filterPattern: "",
          roleArn: "arn:aws:iam::111122223333:role/a",
        },
        bad: { destinationArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/s", logGroup: "a", filterPattern: "" },
      },
      {
        at: "destinationArn",
        fact: "a destination is a stream, a Firehose stream, a function or a log destination",
        arnOf: ["kinesis", "firehose", "lambda", "logs"],
        good: "arn:aws:lambda:eu-west-1:111122223333:function:f",
        bad: queueArn,
      },
    ],
  },
  {
    type: "aws:cloudwatch/logDestination:LogDestination",
    source: api("logs", "PutDestination"),
    rows: [
      {
        at: "name",
        fact: "a name has no colon and no asterisk",
        pattern: "^[^:*]{1,512}$",
        good: "central",
        bad: "central:logs",
      },
      {
        at: "targetArn",
        fact: "a target is a stream of Kinesis or Firehose",
        arnOf: ["kinesis", "firehose"],
        good: "arn:aws:kinesis:eu-west-1:111122223333:stream/s",
        bad: queueArn,
      },
    ],
  },
  {
    type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
    source: api("logs", "PutResourcePolicy"),
    rows: [
      {
        at: "policyDocument",
        fact: "a policy has 5,120 characters at most",
        maxLength: 5120,
        good: "{}",
        bad: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "a".repeat(5200),
              Effect: "Allow",
              Principal: { Service: "es.amazonaws.com" },
              Action: "logs:PutLogEvents",
              Resource: "*",
            },
          ],
        }),
      },
    ],
  },
  {
    type: "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
    source: api("logs", "PutAccountPolicy"),
    rows: [
      {
        at: "policyType",
        enum: [
          "DATA_PROTECTION_POLICY",
          "SUBSCRIPTION_FILTER_POLICY",
          "FIELD_INDEX_POLICY",
          "TRANSFORMER_POLICY",
          "METRIC_EXTRACTION_POLICY",
        ],
        good: "DATA_PROTECTION_POLICY",
        bad: "RETENTION_POLICY",
      },
      { at: "scope", const: "ALL", good: "ALL", bad: "SOME" },
      { at: "policyDocument", fact: "a policy is a JSON document", format: "json", good: "{}", bad: "{a}" },
    ],
  },
  {
    type: "aws:cloudwatch/queryDefinition:QueryDefinition",
    source: api("logs", "PutQueryDefinition"),
    rows: [
      { at: "queryString", minLength: 1, maxLength: 10000, good: "fields @message", bad: "a".repeat(10001) },
      { at: "name", minLength: 1, maxLength: 255, good: "errors", bad: "a".repeat(256) },
    ],
  },
];
